/** Passages to terms and vectors, in batches, taking over what is known of them. */
import type { EmbeddedPassage, Embedder } from '../embedding/embedder.ts';
import { measureText } from '../passages/split.ts';
import { collectTerms } from '../text/analyze.ts';
import { cutText } from '../text/cut-text.ts';
import { type NumberedTerms, numberTerms } from '../text/term-numbers.ts';
import type { Earlier } from './earlier.ts';
import type { Embedding } from './estimate.ts';
import type { Journal } from './journal.ts';
import { buildKeywordIndex, type KeywordArrays } from './keyword-index.ts';
import { mergeKeywordIndex } from './keyword-merge.ts';
import { embeddedPassage, type PassageKey, type PassageText, passageKey } from './passage-key.ts';

/** Passages embedded in one call: an interrupted build, or a process that dies, loses no more of its work. */
const BATCH = 16;
/** Title and headings tell what their passages are about: their terms count this much in each of them. */
const TITLE_WEIGHT = 1;
const HEADING_WEIGHT = 2;
const NO_TERMS: NumberedTerms = { numbers: new Uint32Array(), weights: new Float64Array() };

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

/**
 * Vectors come from the earlier build, else from the journal, else from the model, and go to the journal then. `onEmbedded`
 * hears each time that some came from the model.
 */
export function collectPassages(
  embedder: Embedder,
  earlier: Earlier | null,
  journal: Journal,
  onEmbedded: () => void,
): PassageCollector {
  const terms = numberTerms();
  const termsOf = termsOfPassages(terms);
  const index = buildKeywordIndex();
  const vectors: EmbeddedPassage[] = [];
  const keys: PassageKey[] = [];
  const queue = embedInBatches(embedder, journal, vectors, onEmbedded);
  /** Number of each passage in the earlier build, or -1. */
  const numbers: number[] = [];
  return {
    async add(passage) {
      const key = passageKey(passage);
      const place = numbers.length;
      const number = earlier?.find(key, place) ?? -1;
      numbers.push(number);
      keys.push(key);
      index.add(number < 0 ? termsOf(passage) : NO_TERMS, measureText(passage.text));
      const known = number < 0 ? journal.vectors.get(key) : earlier!.vectors(number);
      if (known !== undefined) vectors[place] = known;
      else await queue.add({ number: place, key, passage });
    },
    embedding: queue.embedding,
    async finish() {
      await queue.finish();
      const isSame =
        numbers.length === earlier?.manifest.passages && numbers.every((number, i) => number === i);
      const keywords = (): KeywordArrays => {
        const fresh = index.finish(terms.terms);
        return earlier === null ? fresh : mergeKeywordIndex(fresh, earlier.keywords, numbers);
      };
      return { vectors, keys, embedded: queue.embedding().passages, isSame, keywords };
    },
  };
}

/** Embeds passages when enough wait, and puts their vectors where they belong. */
function embedInBatches(
  embedder: Embedder,
  journal: Journal,
  vectors: EmbeddedPassage[],
  onEmbedded: () => void,
) {
  const window = Math.max(BATCH, embedder.ahead / 2);
  const underWay = new Set<Promise<void>>();
  let embedded = 0;
  let waiting: Waiting[] = [];
  let passagesUnderWay = 0;
  let failure: { readonly error: unknown } | null = null;
  let started: number | null = null;

  function embed(batch: readonly Waiting[]): void {
    passagesUnderWay += batch.length;
    const work = embedder
      .embedPassages(batch.map(({ passage }) => embeddedPassage(passage)))
      .then((made) => {
        const batchKeys = batch.map(({ key }) => key);
        journal.add(batchKeys, made);
        for (const [i, { number }] of batch.entries()) vectors[number] = made[i]!;
        embedded += batch.length;
      })
      // Told when the next passage comes.
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => {
        underWay.delete(work);
        passagesUnderWay -= batch.length;
        onEmbedded();
      });
    underWay.add(work);
  }

  /** Hands out what waits, in order of length, and waits until no more than `most` passages are under way. */
  async function embedWaiting(most: number): Promise<void> {
    started ??= performance.now();
    const ordered = waiting.sort((a, b) => b.passage.text.length - a.passage.text.length);
    waiting = [];
    for (let i = 0; i < ordered.length; i += BATCH) embed(ordered.slice(i, i + BATCH));
    while (passagesUnderWay > most && failure === null) await Promise.race(underWay);
    if (failure !== null) throw failure.error;
  }

  return {
    async add(one: Waiting): Promise<void> {
      waiting.push(one);
      if (waiting.length >= window) await embedWaiting(embedder.ahead);
    },
    embedding: (): Embedding => ({
      passages: embedded,
      ms: started === null ? 0 : performance.now() - started,
      waiting: waiting.length + passagesUnderWay,
    }),
    finish: (): Promise<void> => embedWaiting(0),
  };
}

function termsOfPassages(terms: ReturnType<typeof numberTerms>): (passage: PassageText) => NumberedTerms {
  const collect = (text: string, date: string | null): NumberedTerms =>
    terms.collect((into) => collectTerms(into, cutText(text), date));
  const titleTerms = rememberLast(collect);
  const headingTerms = rememberLast(collect);
  return ({ article: { title, date }, section: { headings }, text }) => {
    const ofTitle = titleTerms(title, date);
    const ofHeadings = headings.length > 0 ? headingTerms(headings.join('\n'), date) : NO_TERMS;
    return terms.collect((into) => {
      collectTerms(into, cutText(text), date);
      into.addNumbered(ofTitle, TITLE_WEIGHT);
      into.addNumbered(ofHeadings, HEADING_WEIGHT);
    });
  };
}

interface Waiting {
  readonly number: number;
  readonly key: PassageKey;
  readonly passage: PassageText;
}

/** Terms of what stands above passages: the next one often stands under the same. */
function rememberLast(
  collect: (text: string, date: string | null) => NumberedTerms,
): (text: string, date: string | null) => NumberedTerms {
  let last: { key: string; terms: NumberedTerms } | null = null;
  return (text, date) => {
    const key = `${date} ${text}`;
    if (last?.key !== key) last = { key, terms: collect(text, date) };
    return last.terms;
  };
}
