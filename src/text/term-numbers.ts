/** Terms of many texts added up under numbers: to look a term of some thousand up by its letters takes longer than to find it. */
import type { Terms } from '../types.ts';
import { eachGram, type TermCollector } from './terms.ts';

/** Terms of a text by their numbers. */
export interface NumberedTerms {
  readonly numbers: Uint32Array;
  readonly weights: Float64Array;
}

interface NumberedCollector extends TermCollector {
  /** Adds each term of another text, its weight times `share`. */
  addNumbered(terms: NumberedTerms, share: number): void;
}

interface TermNumbers {
  /** The terms that `fill` collects. */
  collect(fill: (into: NumberedCollector) => void): NumberedTerms;
  /** Each term that was collected, by its number. */
  readonly terms: readonly string[];
}

/** Numbered terms of words that are kept, some 300 bytes each. */
const MAX_KNOWN = 30_000;
/** Halves of pairs: characters of two units. */
const PAIRS = /[\ud800-\udfff]/;

/** Terms get numbers from 0, in the order in which they come. */
export function numberTerms(): TermNumbers {
  const terms: string[] = [];
  const longer = new Map<string, number>();
  const short = shortTerms(terms);
  /** Of terms that come again and again together. */
  const known = new Map<Terms, NumberedTerms>();
  let weights = new Float64Array(1 << 16);
  /** Of each term the text that had it last. */
  let texts = new Uint32Array(1 << 16);
  let text = 0;
  let met = new Uint32Array(1 << 10);
  let count = 0;

  const numberOf = (term: string): number => {
    if (term.length === 1 || term.length === 2) return short.numberOf(term, 0, term.length);
    let number = longer.get(term);
    if (number === undefined) {
      number = terms.push(term) - 1;
      longer.set(term, number);
    }
    return number;
  };
  /** Makes room for a term that the text has not had yet. */
  const meet = (number: number): void => {
    if (number >= texts.length) {
      const size = Math.max(2 * texts.length, number + 1);
      weights = grown(weights, new Float64Array(size));
      texts = grown(texts, new Uint32Array(size));
    }
    if (texts[number] === text) return;
    texts[number] = text;
    weights[number] = 0;
    if (count === met.length) met = grown(met, new Uint32Array(2 * count));
    met[count++] = number;
  };
  const addNumber = (number: number, weight: number): void => {
    meet(number);
    weights[number]! += weight;
  };
  const addNumbered = (more: NumberedTerms, share: number): void => {
    for (let i = 0; i < more.numbers.length; i++) addNumber(more.numbers[i]!, share * more.weights[i]!);
  };
  const into: NumberedCollector = {
    add: (term, weight) => addNumber(numberOf(term), weight),
    keep(term, weight) {
      if (term === '') return;
      const number = numberOf(term);
      meet(number);
      weights[number] = Math.max(weights[number]!, weight);
    },
    addGrams(run) {
      if (PAIRS.test(run)) eachGram(run, (start, end) => addNumber(numberOf(run.slice(start, end)), 1));
      else
        for (let at = 0; at < run.length; at++) {
          addNumber(short.numberOf(run, at, at + 1), 1);
          if (at + 1 < run.length) addNumber(short.numberOf(run, at, at + 2), 1);
        }
    },
    addAll(more) {
      let numbered = known.get(more);
      if (numbered === undefined) {
        numbered = {
          numbers: Uint32Array.from(more.keys(), numberOf),
          weights: Float64Array.from(more.values()),
        };
        if (known.size >= MAX_KNOWN) known.clear();
        known.set(more, numbered);
      }
      addNumbered(numbered, 1);
    },
    addNumbered,
  };
  return {
    terms,
    collect(fill) {
      text++;
      count = 0;
      fill(into);
      const numbers = met.slice(0, count);
      return { numbers, weights: Float64Array.from(numbers, (number) => weights[number]!) };
    },
  };
}

function grown<T extends Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const FREE = -1;
/** Stands for the second unit of a term that has one. */
const NO_UNIT = 0xffff;

/** Numbers of terms of one or two units, which most terms of Chinese texts are, found without a string for each. */
function shortTerms(terms: string[]) {
  let size = 1 << 16;
  let keys = new Uint32Array(size);
  let numbers = new Int32Array(size).fill(FREE);
  let used = 0;
  const placeOf = (key: number): number => {
    let hash = Math.imul(key, 0x9e3779b1);
    hash ^= hash >>> 15;
    let place = hash & (size - 1);
    while (numbers[place] !== FREE && keys[place] !== key) place = (place + 1) & (size - 1);
    return place;
  };
  const grow = (): void => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    size *= 2;
    keys = new Uint32Array(size);
    numbers = new Int32Array(size).fill(FREE);
    for (const [i, number] of oldNumbers.entries()) {
      if (number === FREE) continue;
      const place = placeOf(oldKeys[i]!);
      keys[place] = oldKeys[i]!;
      numbers[place] = number;
    }
  };
  return {
    numberOf(text: string, start: number, end: number): number {
      const second = end - start === 2 ? text.charCodeAt(start + 1) : NO_UNIT;
      const key = ((text.charCodeAt(start) << 16) | second) >>> 0;
      const place = placeOf(key);
      if (numbers[place] !== FREE) return numbers[place]!;
      const number = terms.push(text.slice(start, end)) - 1;
      keys[place] = key;
      numbers[place] = number;
      if (++used > size / 2) grow();
      return number;
    },
  };
}
