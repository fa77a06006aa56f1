/** The best passages, taken apart into their sentences. */
import type { OpenIndex } from '../index/open.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import { passageTerms } from '../text/analyze.ts';
import { trimSpan } from '../text/sentences.ts';
import type { Article, Block, Span, TableBlock, Terms } from '../types.ts';

/** A passage with its sentences; spans are offsets into the text of its article. */
export interface ReadPassage {
  readonly hit: PassageHit;
  readonly article: Article;
  readonly spans: readonly Span[];
  /** Cosine of each sentence and the question, in [-1, 1]. */
  readonly similarities: readonly number[];
  /** Terms of each sentence. */
  readonly terms: readonly Terms[];
  /** Its tables. */
  readonly tables: readonly TableBlock[];
}

/** Passages whose sentences compete. */
const MAX_PASSAGES = 8;

/** The best passages and the beginnings of the best articles, read. `vector` is the question's. */
export const readPassages = (
  index: OpenIndex,
  vector: Float32Array,
  passages: readonly PassageHit[],
): ReadPassage[] =>
  withLeads(index, passages.slice(0, MAX_PASSAGES)).map((hit) => readPassage(index, vector, hit));

/** The beginnings of news say who, when and where; those of the best articles are read whatever their score. */
const MAX_LEADS = 2;
/** Score of a beginning that was not found, as a share of its article's best. */
const LEAD_SHARE = 0.6;

function withLeads(index: OpenIndex, hits: readonly PassageHit[]): PassageHit[] {
  const best = [...new Map([...hits].reverse().map((hit) => [hit.article, hit])).values()].reverse();
  const leads = best.slice(0, MAX_LEADS).flatMap((hit): PassageHit[] => {
    let first = hit.passage;
    while (first > 0 && index.articleOf(first - 1) === hit.article) first--;
    if (hits.some(({ passage }) => passage === first)) return [];
    return [{ ...hit, passage: first, score: LEAD_SHARE * hit.score, keywordRank: null, denseRank: null }];
  });
  return [...hits, ...leads];
}

function readPassage(index: OpenIndex, vector: Float32Array, hit: PassageHit): ReadPassage {
  const article = index.article(hit.article);
  const { span, blocks } = index.passage(hit.passage);
  // The head of a divided table is no part of the article there.
  const from = span.end - index.passageText(hit.passage).length;
  const similarities = index.unitSimilarities(vector, hit.passage);
  const units = index
    .units(hit.passage)
    .map(({ start, end }, i) => ({
      ...trimSpan(article.text, { start: from + start, end: from + end }),
      similarity: similarities[i]!,
    }))
    .filter(({ start, end }) => start >= span.start && end > start);
  const terms = units.map(({ start, end }) => sentenceTerms(article.text.slice(start, end), article.date));
  return {
    hit,
    article,
    spans: units.map(({ start, end }) => ({ start, end })),
    similarities: units.map(({ similarity }) => similarity),
    terms,
    tables: blocks.filter(isTable),
  };
}

const isTable = (block: Block): block is TableBlock => block.kind === 'table';

/** Terms of a sentence are the same for every question, and finding them is a quarter of an answer; some 10 KB each. */
const remembered = new Map<string, Terms>();
const MAX_REMEMBERED = 500;

export function sentenceTerms(sentence: string, published: string | null): Terms {
  const key = `${published} ${sentence}`;
  let terms = remembered.get(key);
  if (terms === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    terms = passageTerms(sentence, published);
    remembered.set(key, terms);
  }
  return terms;
}
