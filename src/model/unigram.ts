/**
 * The pieces that a Unigram vocabulary cuts a text into: of all ways to cut it the one with the best sum of scores (Kudo 2018). The
 * library finds the same with an object and a string for each piece that might be one, and needs a third of a second for its table.
 */

/** A piece and its score, a logarithm. */
export type ScoredPiece = readonly [piece: string, score: number];

interface Unigram {
  /** The number of a piece, the last of one that is there twice; undefined where it is none. */
  numberOf(piece: string): number | undefined;
  /** Pieces of a text, in order; together they are the text, also where the vocabulary lacks a part of it. */
  cut(text: string): string[];
}

const NONE = -1;
/** What the library takes off the lowest score for a unit that no piece has. */
const UNKNOWN_PENALTY = 10;

/** @param unknown number of the piece that stands for all that is in no other */
export function openUnigram(pieces: readonly ScoredPiece[], unknown: number): Unigram {
  const scores = new Float64Array(pieces.length);
  let lowest = Number.POSITIVE_INFINITY;
  for (let number = 0; number < pieces.length; number++) {
    const [, score] = pieces[number]!;
    scores[number] = score;
    if (score < lowest) lowest = score;
  }
  const unknownScore = lowest - UNKNOWN_PENALTY;
  scores[unknown] = unknownScore;
  const tree = plantTree(pieces);

  return { numberOf: tree.numberOf, cut: (text) => bestCut(text, tree, scores, unknownScore, pieces) };
}

function bestCut(
  text: string,
  { enter, pieceAt, rootOf }: Tree,
  scores: Float64Array,
  unknownScore: number,
  pieces: readonly ScoredPiece[],
): string[] {
  const ways = new Ways(text.length);
  for (let start = 0; start < text.length; start++) {
    let isSingle = false;
    let branch = rootOf(text, start);
    for (let at = start; at < text.length; at++) {
      branch = enter(branch, text.charCodeAt(at));
      if (branch === NONE) break;
      const number = pieceAt[branch]!;
      if (number === NONE) continue;
      isSingle ||= at === start;
      ways.add(start, at + 1, number, scores[number]!);
    }
    if (!isSingle) ways.add(start, start + 1, NONE, unknownScore);
  }
  const found: string[] = [];
  let end = text.length;
  for (let node = ways.bestBefore(end, 0); node > 0; node = ways.before[node]!) {
    const number = ways.numbers[node]!;
    const start = ways.starts[node]!;
    found.push(number === NONE ? text.slice(start, end) : pieces[number]![0]);
    end = start;
  }
  return found.reverse();
}

/** Pieces at their places in a text, each with the best way to it; those that end at one place are a list, as they were found. */
class Ways {
  readonly starts = [0];
  readonly sums = [0];
  readonly before = [NONE];
  readonly numbers = [NONE];
  readonly #next = [NONE];
  readonly #firstAt: Int32Array;
  readonly #lastAt: Int32Array;

  constructor(length: number) {
    this.#firstAt = new Int32Array(length + 1).fill(NONE);
    this.#lastAt = new Int32Array(length + 1).fill(NONE);
    this.#firstAt[0] = 0;
  }

  /** The sums are compared with the score: of two that differ by less than a sum can tell, the first counts. */
  bestBefore(place: number, score: number): number {
    let found = this.#firstAt[place]!;
    let highest = this.sums[found]! + score;
    for (let node = this.#next[found]!; node !== NONE; node = this.#next[node]!) {
      const sum = this.sums[node]! + score;
      if (sum <= highest) continue;
      found = node;
      highest = sum;
    }
    return found;
  }

  add(start: number, end: number, number: number, score: number): void {
    const node = this.starts.length;
    const previous = this.bestBefore(start, score);
    this.starts.push(start);
    this.sums.push(this.sums[previous]! + score);
    this.before.push(previous);
    this.numbers.push(number);
    this.#next.push(NONE);
    if (this.#firstAt[end] === NONE) this.#firstAt[end] = node;
    else this.#next[this.#lastAt[end]!] = node;
    this.#lastAt[end] = node;
  }
}

const SURROGATE = /[\ud800-\udfff]/;
const GROUPS = 1 << 13;

/** Pieces that begin with the same two units are in the same group, and those of one unit in one of their own. */
const groupOf = (text: string, at: number): number =>
  at + 1 < text.length
    ? groupOfTwo(text.charCodeAt(at), text.charCodeAt(at + 1))
    : groupOfOne(text.charCodeAt(at));
const groupOfTwo = (first: number, second: number): number => ((first * 31) ^ second) & (GROUPS - 1);
const groupOfOne = (unit: number): number => (unit * 31) & (GROUPS - 1);

/** Of each group its first piece, of each piece the next of its group, and the pieces that are in none: those with surrogates. */
function groupPieces(pieces: readonly ScoredPiece[]) {
  const paired = new Map<string, number>();
  const firstOf = new Int32Array(GROUPS).fill(NONE);
  const nextOf = new Int32Array(pieces.length).fill(NONE);
  // Backwards, so that each list is in order, and of two that are the same the last counts.
  for (let number = pieces.length - 1; number >= 0; number--) {
    const [piece] = pieces[number]!;
    // The library looks for halves of pairs, which no piece has.
    if (SURROGATE.test(piece)) {
      if (!paired.has(piece)) paired.set(piece, number);
    } else if (piece !== '') {
      const group = groupOf(piece, 0);
      nextOf[number] = firstOf[group]!;
      firstOf[group] = number;
    }
  }
  return { paired, firstOf, nextOf };
}

/** Room for `count` branches: of each the one before it, its letter, and its number, from the place that `slotOf` gives. */
function openBranches(count: number) {
  const size = 1 << (Math.ceil(Math.log2(count)) + 1);
  const mask = size - 1;
  const branches = new Int32Array(3 * size).fill(NONE);
  const slotOf = (branch: number, letter: number): number => {
    let hash = Math.imul(branch ^ Math.imul(letter, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = 3 * slot;
      if (branches[at + 2] === NONE || (branches[at] === branch && branches[at + 1] === letter)) return at;
    }
  };
  return { branches, slotOf };
}

type Tree = ReturnType<typeof plantTree>;

/**
 * The beginnings of the pieces as a tree, its branches found by hash. A group of pieces is put into it when a text has what may
 * be one: a question needs a hundredth of them.
 */
function plantTree(pieces: readonly ScoredPiece[]) {
  let units = 0;
  for (let number = 0; number < pieces.length; number++) units += pieces[number]![0].length;
  const { branches, slotOf } = openBranches(units + 1);
  const pieceAt = new Int32Array(units + 1).fill(NONE);
  const ROOT = 0;
  let count = 1;
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
    pieceAt[branch] = number;
  };

  const { paired, firstOf, nextOf } = groupPieces(pieces);
  const ready = (group: number): void => {
    for (let number = firstOf[group]!; number !== NONE; number = nextOf[number]!) put(number);
    firstOf[group] = NONE;
  };
  const enter = (branch: number, letter: number): number => branches[slotOf(branch, letter) + 2]!;
  return {
    pieceAt,
    enter,
    /** Root of a tree that has all pieces which may begin at this place. */
    rootOf(text: string, at: number): number {
      const unit = text.charCodeAt(at);
      ready(groupOfOne(unit));
      if (at + 1 < text.length) ready(groupOfTwo(unit, text.charCodeAt(at + 1)));
      return ROOT;
    },
    numberOf(piece: string): number | undefined {
      if (SURROGATE.test(piece)) return paired.get(piece);
      if (piece === '') return undefined;
      ready(groupOf(piece, 0));
      let branch = ROOT;
      for (let at = 0; at < piece.length && branch !== NONE; at++)
        branch = enter(branch, piece.charCodeAt(at));
      const number = branch === NONE ? NONE : pieceAt[branch]!;
      return number === NONE ? undefined : number;
    },
  };
}
