/** Passages to terms and vectors, in batches, taking over what is known of them. */
import type { Embedder } from '../embedding/embedder.ts';
import { measureText } from '../passages/split.ts';
import { passageTerms } from '../text/analyze.ts';
import type { Article } from '../types.ts';
import type { Earlier } from './earlier.ts';
import type { Journal } from './journal.ts';
import { buildKeywordIndex, type KeywordArrays } from './keyword-index.ts';
import { mergeKeywordIndex } from './keyword-merge.ts';
import { embeddedText, type PassageKey, passageKey } from './passage-key.ts';

/** Passages embedded in one call. */
const BATCH = 256;
/** A title tells what its passages are about: its terms count this much in each of them. */
const TITLE_WEIGHT = 1;
const NO_TERMS: ReadonlyMap<string, number> = new Map();

export interface CollectedPassages {
  /** Vector of each passage. */
  readonly vectors: readonly Float32Array[];
  /** Passages that went through the model. */
  readonly embedded: number;
  /** True where the passages are those of the earlier build, in its order. */
  readonly isSame: boolean;
  /** Makes the keyword index. */
  readonly keywords: () => KeywordArrays;
}

export interface PassageCollector {
  /** Adds passages of an article, after those before. Throws FileError. */
  add(article: Article, texts: readonly string[]): Promise<void>;
  finish(): Promise<CollectedPassages>;
}

/** Vectors come from the earlier build, else from the journal, else from the model, and go to the journal then. */
export function collectPassages(
  embedder: Embedder,
  earlier: Earlier | null,
  journal: Journal,
): PassageCollector {
  const terms = buildKeywordIndex();
  const vectors: Float32Array[] = [];
  /** Number of each passage in the earlier build, or -1. */
  const numbers: number[] = [];
  let embedded = 0;
  let waiting: { passage: number; key: PassageKey; text: string }[] = [];

  async function embedWaiting(): Promise<void> {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const made = await embedder.embedPassages(batch.map(({ text }) => text));
    const keys = batch.map(({ key }) => key);
    journal.add(keys, made);
    for (const [i, { passage }] of batch.entries()) vectors[passage] = made[i]!;
    embedded += batch.length;
  }

  return {
    async add(article, texts) {
      let title: ReadonlyMap<string, number> | null = null;
      for (const text of texts) {
        const key = passageKey(article, text);
        const passage = numbers.length;
        const number = earlier?.find(key, passage) ?? -1;
        numbers.push(number);
        if (number < 0) title ??= passageTerms(article.title, article.date);
        const own = number < 0 ? withTitle(passageTerms(text, article.date), title!) : NO_TERMS;
        terms.add(own, measureText(text));
        const vector = number < 0 ? journal.vectors.get(key) : earlier!.vector(number);
        if (vector !== undefined) vectors[passage] = vector;
        else waiting.push({ passage, key, text: embeddedText(article, text) });
        if (waiting.length >= BATCH) await embedWaiting();
      }
    },
    async finish() {
      await embedWaiting();
      const isSame =
        numbers.length === earlier?.manifest.passages && numbers.every((number, i) => number === i);
      const keywords = (): KeywordArrays =>
        earlier === null ? terms.finish() : mergeKeywordIndex(terms.finish(), earlier.keywords, numbers);
      return { vectors, embedded, isSame, keywords };
    },
  };
}

function withTitle(terms: Map<string, number>, title: ReadonlyMap<string, number>): Map<string, number> {
  for (const [term, weight] of title) terms.set(term, (terms.get(term) ?? 0) + TITLE_WEIGHT * weight);
  return terms;
}
