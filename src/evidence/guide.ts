/** What holds for articles with headings, lists, tables and code, where a sentence alone seldom answers. */
import type { OpenIndex } from '../index/open.ts';
import { probabilityOf } from '../linear.ts';
import type { Retrieved } from '../retrieval/retrieve.ts';
import type { FoundFact } from './chosen-facts.ts';
import { contextOf, focusOf } from './confidence.ts';
import type { FactFeatures, PassageFeatures } from './features.ts';
import type { Findings } from './investigate.ts';
import { FACT_BIAS, FACT_WEIGHTS, MIN_FACT, PASSAGE_BIAS, PASSAGE_WEIGHTS } from './weights.ts';

/** Rounding aside, all of it. */
const ALL = 0.99;

/** True where a quote has every word that was asked for: it tells, whether or not it writes a fact as facts are known. */
export const tellsAllAsked = ({ quotes, confidence: { quote, absent } }: Findings): boolean =>
  quotes.length > 0 && quote >= ALL && absent === 0;

/** Probability, in (0, 1), that the best passages answer the question. */
export const passageConfidence = (found: Retrieved): number =>
  probabilityOf(PASSAGE_WEIGHTS, PASSAGE_BIAS, passageFeatures(found));

/** What tells whether the best passages answer. */
export const passageFeatures = ({ passages: [best], nearest }: Retrieved): PassageFeatures => ({
  ...nearest,
  agreed: best?.keywordRank === 1 && best.denseRank === 1 ? 1 : 0,
});

/** Facts that stand in plain articles, and those of others that are probably right: the passage is shown instead of the rest. */
export const trustedFacts = (index: OpenIndex, found: Retrieved, facts: readonly FoundFact[]): FoundFact[] =>
  facts.filter((fact) => {
    if (!index.isStructured(fact.quote.hit.article)) return true;
    return probabilityOf(FACT_WEIGHTS, FACT_BIAS, factFeatures(found, fact)) >= MIN_FACT;
  });

/** What tells whether a fact out of a guide is right. */
export const factFeatures = ({ passages }: Retrieved, { quote, score }: FoundFact): FactFeatures => ({
  share: quote.share,
  focus: focusOf(quote),
  context: contextOf(quote),
  first: quote.hit.passage === passages[0]?.passage ? 1 : 0,
  candidate: Math.max(-6, Math.min(4, Math.log(score))),
});
