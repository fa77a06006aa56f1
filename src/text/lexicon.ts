/** What is known of a word, which is the same wherever it stands: found out when first asked for, and kept. */
import type { Terms } from '../types.ts';
import { findBridgeTerms, nameTerms } from './bridge.ts';
import { containsHan } from './characters.ts';
import { glossesOf, isGlossed } from './glosses.ts';
import { normalize } from './normalize.ts';
import { findOrganisation } from './organisations.ts';
import { surnameLength } from './romanize.ts';
import { stem } from './stems.ts';
import { TermMap, wordsThatSay } from './terms.ts';
import { cutWordsForSearch } from './words.ts';

export interface KnownWord {
  readonly word: string;
  /** What tables have for it in English, most usual first. */
  readonly glosses: readonly string[];
  /** Whether there is any. */
  readonly isGlossed: boolean;
  /** English stems and pinyin, each with its best weight, and the organisation that it names. */
  readonly bridge: Terms;
  /** These of it and of the shorter words inside it, added up: what a passage that has it is found by. */
  readonly search: Terms;
  /** Names of the organisations that it and the shorter words inside it name. */
  readonly organisations: readonly string[];
  /** All that it may stand for, with how well it does, in (0, 1]. */
  readonly terms: Terms;
  /** Stems of each of its glosses that has more than one word. */
  readonly longGlosses: readonly (readonly string[])[];
}

/** Words kept, some 1 KB each; twice as many for a while. Of a text's words most are among the thousands that come again. */
const MAX_KEPT = 15_000;
let kept = new Map<string, KnownWord>();
/** Kept before these, and not asked for since. */
let older = new Map<string, KnownWord>();

/** What is known of a folded word. */
export function wordOf(word: string): KnownWord {
  let known = kept.get(word);
  if (known === undefined) {
    known = older.get(word) ?? new Word(word);
    if (kept.size >= MAX_KEPT) {
      older = kept;
      kept = new Map();
    }
    kept.set(word, known);
  }
  return known;
}

class Word implements KnownWord {
  #bridge: Terms | undefined;
  #search: Terms | undefined;
  #organisations: readonly string[] | undefined;
  #terms: Terms | undefined;
  #longGlosses: KnownWord['longGlosses'] | undefined;

  #glosses: readonly string[] | undefined;
  #isGlossed: boolean | undefined;

  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }

  // The tables take a while to read, which a question in English of articles in English need not wait for.
  get glosses(): readonly string[] {
    this.#glosses ??= containsHan(this.word) ? glossesOf(this.word) : [];
    return this.#glosses;
  }

  get isGlossed(): boolean {
    this.#isGlossed ??= containsHan(this.word) && isGlossed(this.word);
    return this.#isGlossed;
  }

  get bridge(): Terms {
    this.#bridge ??= findBridgeTerms(this.word);
    return this.#bridge;
  }

  get search(): Terms {
    this.#search ??= this.#findSearchTerms();
    return this.#search;
  }

  get organisations(): readonly string[] {
    this.#organisations ??= cutWordsForSearch(this.word).flatMap(
      (part) => findOrganisation(part)?.name ?? [],
    );
    return this.#organisations;
  }

  get terms(): Terms {
    this.#terms ??= containsHan(this.word) ? this.#findTerms() : findLatinTerms(this.word);
    return this.#terms;
  }

  get longGlosses(): KnownWord['longGlosses'] {
    this.#longGlosses ??= this.glosses
      .map((gloss) => wordsThatSay(normalize(gloss)).map(stem))
      .filter((stems) => stems.length > 1);
    return this.#longGlosses;
  }

  #findSearchTerms(): Terms {
    const parts = cutWordsForSearch(this.word);
    if (parts.length === 1) return this.bridge;
    const terms = new TermMap();
    for (const part of parts) terms.addAll(wordOf(part).bridge);
    return terms;
  }

  #findTerms(): Terms {
    const word = this.word;
    const terms = new TermMap();
    terms.addGrams(word);
    for (const [term, weight] of this.bridge) terms.keep(term, weight);
    // 投资规模 has no gloss of its own, its parts have.
    if (!this.isGlossed)
      for (const part of cutWordsForSearch(word))
        for (const [term, weight] of wordOf(part).bridge)
          terms.keep(term, (weight * part.length) / word.length);
    if (surnameLength(word) > 0 && word.length <= 4)
      for (const [term, weight] of nameTerms(word)) terms.keep(term, weight);
    return new Map([...terms].map(([term, weight]) => [term, Math.min(1, weight)]));
  }
}

function findLatinTerms(word: string): Terms {
  const terms = new TermMap();
  for (const part of wordsThatSay(word))
    for (const term of [stem(part), `e:${stem(part)}`]) terms.keep(term, 1);
  return terms;
}
