/**
 * The pieces that a Unigram vocabulary cuts a text into: of all ways to cut it the one with the best sum of scores (Kudo 2018). The
 * library finds the same with an object and a string for each piece that might be one, and needs a third of a second for its table.
 */

/** A piece and its score, a logarithm. */
export type ScoredPiece = readonly [piece: string, score: number];

export interface Unigram {
  /** The number of a piece; of a piece that is there twice the last. */
  readonly numbers: Map<string, number>;
  /** Pieces of a text, in order; together they are the text, also where the vocabulary lacks a part of it. */
  cut(text: string): string[];
}

const NONE = -1;
/** What the library takes off the lowest score for a unit that no piece has. */
const UNKNOWN_PENALTY = 10;

/** @param unknown number of the piece that stands for all that is in no other */
export function openUnigram(pieces: readonly ScoredPiece[], unknown: number): Unigram {
  const numbers = new Map<string, number>();
  const scores = new Float64Array(pieces.length);
  let lowest = Number.POSITIVE_INFINITY;
  for (const [number, [piece, score]] of pieces.entries()) {
    numbers.set(piece, number);
    scores[number] = score;
    if (score < lowest) lowest = score;
  }
  const unknownScore = lowest - UNKNOWN_PENALTY;
  scores[unknown] = unknownScore;
  const { enter, pieceAt, rootOf } = plantTree(pieces, numbers);

  return {
    numbers,
    cut(text) {
      // A node is a piece at a place of the text; those that end at one place are a list, in the order they were found in.
      const firstAt = new Int32Array(text.length + 1).fill(NONE);
      const lastAt = new Int32Array(text.length + 1).fill(NONE);
      firstAt[0] = 0;
      const [starts, best, before, next, numberOf] = [[0], [0], [NONE], [NONE], [NONE]];
      // The sum is compared, not what is before it: of two that differ by less than it can tell, the first counts.
      const bestBefore = (place: number, score: number): number => {
        let found = firstAt[place]!;
        let highest = best[found]! + score;
        for (let node = next[found]!; node !== NONE; node = next[node]!) {
          const sum = best[node]! + score;
          if (sum > highest) {
            found = node;
            highest = sum;
          }
        }
        return found;
      };
      const add = (start: number, end: number, number: number, score: number): void => {
        const node = starts.length;
        const previous = bestBefore(start, score);
        starts.push(start);
        best.push(best[previous]! + score);
        before.push(previous);
        next.push(NONE);
        numberOf.push(number);
        if (firstAt[end] === NONE) firstAt[end] = node;
        else next[lastAt[end]!] = node;
        lastAt[end] = node;
      };
      for (let start = 0; start < text.length; start++) {
        let isSingle = false;
        let branch = rootOf(text, start);
        for (let at = start; at < text.length; at++) {
          branch = enter(branch, text.charCodeAt(at));
          if (branch === NONE) break;
          const number = pieceAt[branch]!;
          if (number === NONE) continue;
          isSingle ||= at === start;
          add(start, at + 1, number, scores[number]!);
        }
        if (!isSingle) add(start, start + 1, NONE, unknownScore);
      }
      const found: string[] = [];
      let end = text.length;
      for (let node = bestBefore(end, 0); node > 0; node = before[node]!) {
        const number = numberOf[node]!;
        found.push(number === NONE ? text.slice(starts[node]!, end) : pieces[number]![0]);
        end = starts[node]!;
      }
      return found.reverse();
    },
  };
}

const SURROGATE = /[\ud800-\udfff]/;
const GROUPS = 1 << 13;

/** Pieces that begin with the same two units are in the same group. */
const groupOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) * 31) ^ (at + 1 < text.length ? text.charCodeAt(at + 1) : 0)) & (GROUPS - 1);

/**
 * The beginnings of the pieces as a tree, its branches found by hash. A group of pieces is put into it when a text has what may
 * be one: a question needs a hundredth of them.
 */
function plantTree(pieces: readonly ScoredPiece[], numbers: ReadonlyMap<string, number>) {
  const units = pieces.reduce((sum, [piece]) => sum + piece.length, 0);
  const size = 1 << (Math.ceil(Math.log2(units + 1)) + 1);
  const mask = size - 1;
  // Of each branch the one before it, its letter, and its number.
  const branches = new Int32Array(3 * size).fill(NONE);
  const pieceAt = new Int32Array(units + 1).fill(NONE);
  const ROOT = 0;
  let count = 1;
  const slotOf = (branch: number, letter: number): number => {
    let hash = Math.imul(branch ^ Math.imul(letter, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = 3 * slot;
      if (branches[at + 2] === NONE || (branches[at] === branch && branches[at + 1] === letter)) return at;
    }
  };
  const put = (number: number): void => {
    const [piece] = pieces[number]!;
    let branch = ROOT;
    for (let i = 0; i < piece.length; i++) {
      const letter = piece.charCodeAt(i);
      const at = slotOf(branch, letter);
      if (branches[at + 2] === NONE) {
        branches[at] = branch;
        branches[at + 1] = letter;
        branches[at + 2] = count++;
      }
      branch = branches[at + 2]!;
    }
    pieceAt[branch] = numbers.get(piece)!;
  };

  const firstOf = new Int32Array(GROUPS).fill(NONE);
  const nextOf = new Int32Array(pieces.length).fill(NONE);
  for (let number = pieces.length - 1; number >= 0; number--) {
    const [piece] = pieces[number]!;
    // The library looks for halves of pairs, which no piece has.
    if (piece === '' || SURROGATE.test(piece)) continue;
    if (piece.length === 1) put(number);
    else {
      const group = groupOf(piece, 0);
      nextOf[number] = firstOf[group]!;
      firstOf[group] = number;
    }
  }
  return {
    pieceAt,
    enter: (branch: number, letter: number): number => branches[slotOf(branch, letter) + 2]!,
    /** Root of a tree that has all pieces which may begin at this place. */
    rootOf(text: string, at: number): number {
      const group = groupOf(text, at);
      for (let number = firstOf[group]!; number !== NONE; number = nextOf[number]!) put(number);
      firstOf[group] = NONE;
      return ROOT;
    },
  };
}
