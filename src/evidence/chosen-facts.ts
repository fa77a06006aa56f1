/** The facts that a question asks for, chosen among the candidates of the quotes. */

import type { Candidate } from '../facts/candidate.ts';
import { probabilityOf } from '../linear.ts';
import { englishReading } from '../names/reading.ts';
import type { Question } from '../question/question.ts';
import type { Retrieved } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import { readAmount } from '../text/amount-reading.ts';
import { containsHan } from '../text/characters.ts';
import { normalize, toSimplified } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import type { FactKind, Language, Span } from '../types.ts';
import { contextOf, focusOf } from './confidence.ts';
import type { FactFeatures } from './features.ts';
import type { Quote } from './quotes.ts';
import { FACT_BIAS, FACT_WEIGHTS, MIN_FACT } from './weights.ts';

/** A fact with the place it stands at, as offsets into its article's text. */
export interface FoundFact extends Span {
  readonly kind: FactKind;
  readonly text: string;
  readonly gloss?: string;
  readonly date?: string;
  readonly until?: string;
  /** What the name is of, where it is one. */
  readonly nameOf?: Candidate['nameOf'];
  /** Where the date stands that this one is counted from. */
  readonly from?: Span;
  readonly quote: Quote;
  /** Score of its candidate. */
  readonly score: number;
}

/** Facts shown of one kind. */
const MAX_FACTS_OF_KIND = 4;
/** A fact is shown where it is worth at least this share of the best one of its kind. */
const MIN_SHARE_OF_BEST = 0.4;

/** Facts of the kinds that the question asks for, kind after kind, best first. */
export function chooseFacts(texts: Texts, question: Question, quotes: readonly Quote[]): FoundFact[] {
  return question.kinds.flatMap((kind) => {
    const weighed = quotes.flatMap((quote) =>
      candidatesIn(quote)
        .filter((candidate) => candidate.kind === kind && !candidate.isNoAnswer)
        .map((candidate) => ({ candidate, quote, score: quote.share * candidate.score })),
    );
    weighed.sort((a, b) => b.score - a.score);
    const enough = MIN_SHARE_OF_BEST * (weighed[0]?.score ?? 0);
    const facts = weighed
      .filter(({ score }) => score >= enough)
      // Beside the hours of a shop no day says when it opens.
      .filter(({ candidate }) => !weighed[0]?.candidate.isHabit || candidate.isHabit)
      .map(({ candidate, quote }) => toFact(texts, question.language, candidate, quote));
    return distinct(facts).slice(0, MAX_FACTS_OF_KIND);
  });
}

/** Candidates that the quote still shows after it was shortened. */
const candidatesIn = ({ sentences, span }: Quote): Candidate[] =>
  sentences
    .flatMap(({ candidates }) => candidates)
    .filter(({ start, end }) => start >= span.start && end <= span.end);

function toFact(texts: Texts, language: Language, candidate: Candidate, quote: Quote): FoundFact {
  const { kind, start, end, date, until, from, nameOf, score } = candidate;
  const text = texts.article(quote.hit.article).text.slice(start, end);
  const readings = (candidate.members ?? [text]).map((name) => readingOf(kind, nameOf, name, language));
  const gloss = readings.includes(null) ? null : readings.join(', ');
  return {
    kind,
    text,
    start,
    end,
    quote,
    score,
    ...(date !== undefined && { date }),
    ...(until !== undefined && { until }),
    ...(nameOf !== undefined && { nameOf }),
    ...(from && { from }),
    ...(gloss !== null && { gloss }),
  };
}

/** Reading for who asks in `language`: of a Chinese name in English, of an amount in either language. */
function readingOf(
  kind: FactKind,
  nameOf: Candidate['nameOf'],
  text: string,
  language: Language,
): string | null {
  if (kind === 'number') return readAmount(text, language);
  if (language !== 'en' || !containsHan(text) || (kind !== 'who' && kind !== 'where')) return null;
  return englishReading({ kind: nameOf ?? 'organisation', text });
}

/** The same name or the same day counts once, at its best place; a name as whole as the text gives it. */
function distinct(facts: readonly FoundFact[]): FoundFact[] {
  const best = new Map<string, FoundFact>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const known = best.get(key);
    if (known === undefined || tellsMore(fact, known)) best.set(key, fact);
  }
  const chosen = [...best.values()];
  return chosen.filter((fact, i) => !chosen.slice(0, i).some((before) => isPartOf(fact, before)));
}

/** A longer name, and a range beside its first day. */
const tellsMore = (fact: FoundFact, known: FoundFact): boolean =>
  fact.kind === 'who'
    ? fact.text.length > known.text.length
    : fact.until !== undefined && known.until === undefined;

/** 拱墅区 behind 拱墅区政府 tells nothing more. */
const isPartOf = (part: FoundFact, whole: FoundFact): boolean =>
  part.date === undefined && part.kind !== 'number' && normalize(whole.text).includes(normalize(part.text));

/** What two facts of one kind have in common where they say the same. */
export const keyOf = ({ text, date }: Pick<FoundFact, 'text' | 'date'>): string =>
  date ?? findOrganisation(toSimplified(text))?.name ?? normalize(text).replace(/\s+/g, '');

/**
 * Facts that stand in plain articles, and those of others that are probably right: the passage is shown instead of the rest.
 * A guide is full of numbers; of several that are near the best one is the answer.
 */
export const trustedFacts = (texts: Texts, found: Retrieved, facts: readonly FoundFact[]): FoundFact[] =>
  facts.filter((fact, i) => {
    if (!texts.article(fact.quote.hit.article).isStructured) return true;
    if (fact.kind === 'number' && facts.slice(0, i).some(({ kind }) => kind === 'number')) return false;
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
