/** How probable it is that the quotes answer the question. */
import type { OpenIndex } from '../index/open.ts';
import type { Retrieved } from '../retrieval/retrieve.ts';
import { passageTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import type { Terms } from '../types.ts';
import { type Quote, type TermWeights, weighTerms, weightsFor } from './evidence.ts';
import type { Question } from './question.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from './weights.ts';

/** What the answer is judged by, all in [0, 1]. */
export interface ConfidenceFeatures {
  /** Share of the question's term weight in the first quote and its neighbourhood. */
  readonly quote: number;
  /** The same in the best passage. */
  readonly passage: number;
  /** The same in the three best passages of its article: a name may stand at its beginning only. */
  readonly article: number;
  /** Share of the weight of the question's rarest terms that the article has: a wrong partner is missing there. */
  readonly rare: number;
  /** Cosine of the question and the best passage, above an average passage. */
  readonly dense: number;
  /** Share of the kinds asked for that the first quote tells. */
  readonly tells: number;
  /** Probability of the first quote among all sentences looked at. */
  readonly share: number;
  /** 1 for a question in English, whose words reach Chinese text by way of glosses only. */
  readonly english: number;
}

/** The terms that make up this share of the weight, the rarest first, are the rare ones. */
const RARE_SHARE = 0.4;

export function confidenceFeatures(
  index: OpenIndex,
  question: Question,
  { passages }: Retrieved,
  quotes: readonly Quote[],
  dense: number,
): ConfidenceFeatures {
  const [quote] = quotes;
  const weights = weighTerms(index, question.terms);
  const article = quote?.hit.article;
  const texts = passages
    .filter((hit) => hit.article === article)
    .map(({ passage }) => index.passageText(passage));
  const published = article === undefined ? null : index.article(article).date;
  const title = article === undefined ? '' : index.article(article).title;
  const terms = [title, ...texts].map((text) => passageTerms(text, published));
  const script = weightsFor(texts[0] ?? '', weights);
  return {
    quote: Math.max(0, ...(quote?.sentences ?? []).map(({ features }) => features.context)),
    passage: Math.max(0, ...terms.map((one) => share(script, [one]))),
    article: share(script, terms),
    rare: share(rarest(script), terms),
    dense: Math.max(0, dense),
    tells: Math.max(0, ...(quote?.sentences ?? []).map(({ features }) => features.tells)),
    share: quote?.share ?? 0,
    english: question.language === 'en' && containsHan(texts[0] ?? '') ? 1 : 0,
  };
}

/** Share of the weight whose terms stand in one of the texts at all. */
function share(weights: Terms, texts: readonly Terms[]): number {
  let found = 0;
  let total = 0;
  for (const [term, weight] of weights) {
    total += weight;
    if (texts.some((terms) => terms.has(term))) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

function rarest(weights: TermWeights['han']): Terms {
  const sorted = [...weights].sort((a, b) => b[1] - a[1]);
  let sum = 0;
  return new Map(
    sorted.filter(([, weight]) => {
      const taken = sum < RARE_SHARE;
      sum += weight;
      return taken;
    }),
  );
}

/** Probability, in (0, 1), that the quotes answer the question. */
export function confidenceOf(features: ConfidenceFeatures): number {
  const names = Object.keys(CONFIDENCE_WEIGHTS) as (keyof ConfidenceFeatures)[];
  const sum = names.reduce(
    (total, name) => total + CONFIDENCE_WEIGHTS[name] * features[name],
    CONFIDENCE_BIAS,
  );
  return 1 / (1 + Math.exp(-sum));
}
