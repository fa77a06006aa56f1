/** What holds for articles with headings, lists, tables and code, where a sentence alone seldom answers. */
import type { OpenIndex } from '../index/open.ts';
import { probabilityOf } from '../linear.ts';
import type { Retrieved } from '../retrieval/retrieve.ts';
import type { FoundFact } from './chosen-facts.ts';
import { contextOf, focusOf } from './confidence.ts';
import type { FactFeatures } from './features.ts';
import { FACT_BIAS, FACT_WEIGHTS, MIN_FACT } from './weights.ts';

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
