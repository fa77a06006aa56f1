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
  const weights = new TextWeights();
  const into = collectorOf(terms, weights);
  return {
    terms,
    collect(fill) {
      weights.begin();
      fill(into);
      return weights.all();
    },
  };
}

function collectorOf(terms: string[], weights: TextWeights): NumberedCollector {
  const longer = new Map<string, number>();
  const short = shortTerms(terms);
  /** Of terms that come again and again together. */
  const known = new Map<Terms, NumberedTerms>();
  const numberOf = (term: string): number => {
    if (term.length === 1 || term.length === 2) return short.numberOf(term, 0, term.length);
    let number = longer.get(term);
    if (number === undefined) {
      number = terms.push(term) - 1;
      longer.set(term, number);
    }
    return number;
  };
  const addNumbered = ({ numbers, weights: each }: NumberedTerms, share: number): void => {
    for (let i = 0; i < numbers.length; i++) weights.add(numbers[i]!, share * each[i]!);
  };
  return {
    add: (term, weight) => weights.add(numberOf(term), weight),
    keep(term, weight) {
      if (term !== '') weights.keep(numberOf(term), weight);
    },
    addGrams(run) {
      if (PAIRS.test(run)) eachGram(run, (start, end) => weights.add(numberOf(run.slice(start, end)), 1));
      else
        for (let at = 0; at < run.length; at++) {
          weights.add(short.numberOf(run, at, at + 1), 1);
          if (at + 1 < run.length) weights.add(short.numberOf(run, at, at + 2), 1);
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
}

/** Weights of the terms of one text, by their numbers; room is made once for all texts. */
class TextWeights {
  #weights = new Float64Array(1 << 16);
  /** Of each term the text that had it last. */
  #texts = new Uint32Array(1 << 16);
  #text = 0;
  /** Terms of the text, as they came. */
  #met = new Uint32Array(1 << 10);
  #count = 0;

  begin(): void {
    this.#text++;
    this.#count = 0;
  }

  add(number: number, weight: number): void {
    this.#meet(number);
    this.#weights[number]! += weight;
  }

  keep(number: number, weight: number): void {
    this.#meet(number);
    this.#weights[number] = Math.max(this.#weights[number]!, weight);
  }

  all(): NumberedTerms {
    const numbers = this.#met.slice(0, this.#count);
    const weights = new Float64Array(numbers.length);
    // Not Float64Array.from, which goes through an iterator: a build does this for each of its texts.
    for (let i = 0; i < numbers.length; i++) weights[i] = this.#weights[numbers[i]!]!;
    return { numbers, weights };
  }

  /** Makes room for a term that the text has not had yet. */
  #meet(number: number): void {
    if (number >= this.#texts.length) {
      const size = Math.max(2 * this.#texts.length, number + 1);
      this.#weights = grown(this.#weights, new Float64Array(size));
      this.#texts = grown(this.#texts, new Uint32Array(size));
    }
    if (this.#texts[number] === this.#text) return;
    this.#texts[number] = this.#text;
    this.#weights[number] = 0;
    if (this.#count === this.#met.length) this.#met = grown(this.#met, new Uint32Array(2 * this.#count));
    this.#met[this.#count++] = number;
  }
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
