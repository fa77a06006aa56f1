/** Passages to terms and vectors, in batches, taking over what is known of them. */
import type { EmbeddedPassage, Embedder } from '../embedding/embedder.ts';
import { measureText } from '../passages/split.ts';
import { passageTerms } from '../text/analyze.ts';
import type { Terms } from '../types.ts';
import type { Earlier } from './earlier.ts';
import type { Embedding } from './estimate.ts';
import type { Journal } from './journal.ts';
import { buildKeywordIndex, type KeywordArrays } from './keyword-index.ts';
import { mergeKeywordIndex } from './keyword-merge.ts';
import { embeddedPassage, type PassageKey, type PassageText, passageKey } from './passage-key.ts';

/** Passages embedded in one call: more would show less often how far a build is. */
const BATCH = 32;
/** Title and headings tell what their passages are about: their terms count this much in each of them. */
const TITLE_WEIGHT = 1;
const HEADING_WEIGHT = 2;
const NO_TERMS: Terms = new Map();

export interface CollectedPassages {
  /** Vectors of each passage and its units. */
  readonly vectors: readonly EmbeddedPassage[];
  readonly keys: readonly PassageKey[];
  /** Passages that went through the model. */
  readonly embedded: number;
  /** True where the passages are those of the earlier build, in its order. */
  readonly isSame: boolean;
  /** Makes the keyword index. */
  readonly keywords: () => KeywordArrays;
}

export interface PassageCollector {
  /** Adds a passage after those before. Throws FileError. */
  add(passage: PassageText): Promise<void>;
  embedding(): Embedding;
  finish(): Promise<CollectedPassages>;
}

/** Vectors come from the earlier build, else from the journal, else from the model, and go to the journal then. */
export function collectPassages(
  embedder: Embedder,
  earlier: Earlier | null,
  journal: Journal,
): PassageCollector {
  const terms = buildKeywordIndex();
  const vectors: EmbeddedPassage[] = [];
  const keys: PassageKey[] = [];
  const titleTerms = rememberLast();
  const headingTerms = rememberLast();
  /** Number of each passage in the earlier build, or -1. */
  const numbers: number[] = [];
  let embedded = 0;
  let embeddingMs = 0;
  let waiting: { number: number; key: PassageKey; passage: PassageText }[] = [];

  async function embedWaiting(): Promise<void> {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const started = performance.now();
    const made = await embedder.embedPassages(batch.map(({ passage }) => embeddedPassage(passage)));
    embeddingMs += performance.now() - started;
    journal.add(
      batch.map(({ key }) => key),
      made,
    );
    for (const [i, { number }] of batch.entries()) vectors[number] = made[i]!;
    embedded += batch.length;
  }

  function termsOf({ article: { title, date }, section: { headings }, text }: PassageText): Terms {
    const own = passageTerms(text, date);
    addTerms(own, titleTerms(title, date), TITLE_WEIGHT);
    if (headings.length > 0) addTerms(own, headingTerms(headings.join('\n'), date), HEADING_WEIGHT);
    return own;
  }

  return {
    async add(passage) {
      const key = passageKey(passage);
      const place = numbers.length;
      const number = earlier?.find(key, place) ?? -1;
      numbers.push(number);
      keys.push(key);
      terms.add(number < 0 ? termsOf(passage) : NO_TERMS, measureText(passage.text));
      const known = number < 0 ? journal.vectors.get(key) : earlier!.vectors(number);
      if (known !== undefined) vectors[place] = known;
      else waiting.push({ number: place, key, passage });
      if (waiting.length >= BATCH) await embedWaiting();
    },
    embedding: () => ({ passages: embedded, ms: embeddingMs, waiting: waiting.length }),
    async finish() {
      await embedWaiting();
      const isSame =
        numbers.length === earlier?.manifest.passages && numbers.every((number, i) => number === i);
      const keywords = (): KeywordArrays =>
        earlier === null ? terms.finish() : mergeKeywordIndex(terms.finish(), earlier.keywords, numbers);
      return { vectors, keys, embedded, isSame, keywords };
    },
  };
}

function addTerms(terms: Map<string, number>, more: Terms, share: number): void {
  for (const [term, weight] of more) terms.set(term, (terms.get(term) ?? 0) + share * weight);
}

/** Terms of what stands above passages: the next one often stands under the same. */
function rememberLast(): (text: string, date: string | null) => Terms {
  let last: { key: string; terms: Terms } | null = null;
  return (text, date) => {
    const key = `${date} ${text}`;
    if (last?.key !== key) last = { key, terms: passageTerms(text, date) };
    return last.terms;
  };
}
