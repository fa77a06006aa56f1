/** What several articles say of the same thing: the same fact with all its sources, or facts that contradict. */
import type { Question } from '../question/question.ts';
import type { Texts } from '../retrieval/texts.ts';
import { LANGUAGES } from '../rules/languages.ts';
import type { Sentence } from '../sentences/sentences.ts';
import { normalize } from '../text/normalize.ts';
import type { FactKind } from '../types.ts';
import { chooseFacts, type FoundFact, keyOf } from './chosen-facts.ts';
import { contextOf, focusOf, judgeNames } from './confidence.ts';
import { findQuoteOfEachArticle, MAX_SHOWN, type Quote } from './quotes.ts';

export interface Comparison {
  /** Those of a disputed kind stand one an article, the newest article first. */
  readonly facts: readonly FoundFact[];
  readonly disputed: readonly FactKind[];
  /** Articles that tell a fact, by their numbers: its own first, then the newer first. */
  readonly articlesOf: (fact: FoundFact) => number[];
  /** The quotes to show: of a disputed kind those that contradict first. */
  readonly quotes: readonly Quote[];
}

/** An article has a say where its quote has this share of what the best one has of the question. */
const MIN_SAY = 0.7;
/** It contradicts only where it is about the same thing: names and nearly as much of the question. */
const MIN_ALIKE = 0.9;
/** And only where its fact fits the question nearly as well. */
const MIN_AS_LIKELY = 0.7;

/**
 * Compares what the articles tell, each by its best quote. `quotes` and `facts` are those chosen over all articles; that of
 * the first quote replaces those in `older`.
 */
export function compareArticles(
  texts: Texts,
  question: Question,
  sentences: readonly Sentence[],
  quotes: readonly Quote[],
  facts: readonly FoundFact[],
  older: ReadonlySet<number>,
): Comparison {
  const best = quotes[0]!;
  const quoted = findQuoteOfEachArticle(texts, sentences)
    .filter(
      (quote) => quote.hit.article !== best.hit.article && contextOf(quote) >= MIN_SAY * contextOf(best),
    )
    .map((quote) => ({ quote, facts: chooseFacts(texts, question, [quote]) }))
    .filter((one) => one.facts.length > 0)
    // Looking for names takes the longest, so it comes last.
    .filter(({ quote }) => judgeNames(texts, question, quote).absent === 0);
  const newestFirst = (a: number, b: number): number =>
    (texts.article(b).date ?? '').localeCompare(texts.article(a).date ?? '');

  // Without a name each article may tell of something else, but for what another replaces.
  const isAboutOneThing = ({ hit }: Quote): boolean => question.names.length > 0 || older.has(hit.article);
  const contradictions = question.kinds.flatMap((kind) => {
    const first = facts.find((fact) => fact.kind === kind && fact.quote === best);
    if (first === undefined || !hasOneAnswer(kind, question)) return [];
    return quoted
      .filter(({ quote }) => isAboutOneThing(quote))
      .filter(({ quote }) => contextOf(quote) >= MIN_ALIKE * contextOf(best))
      .filter(({ quote }) => focusOf(quote) >= MIN_ALIKE * focusOf(best))
      .flatMap(({ facts: theirs }) => theirs.find((fact) => fact.kind === kind) ?? [])
      .filter(({ score }) => score >= MIN_AS_LIKELY * first.score)
      .filter((theirs) => contradicts(first, theirs) && !theyTell(quoted, first, theirs));
  });
  const disputed = question.kinds.filter((kind) => contradictions.some((fact) => fact.kind === kind));
  const settled = facts.filter(({ kind }) => !disputed.includes(kind));
  const contested = disputed.flatMap((kind) =>
    distinctFacts([
      facts.find((fact) => fact.kind === kind)!,
      ...contradictions.filter((fact) => fact.kind === kind),
    ])
      .sort((a, b) => newestFirst(a.quote.hit.article, b.quote.hit.article))
      .slice(0, MAX_SHOWN),
  );
  return {
    facts: question.kinds.flatMap((kind) => [...contested, ...settled].filter((fact) => fact.kind === kind)),
    disputed,
    articlesOf: (fact) => {
      const own = fact.quote.hit.article;
      const telling = [...quotes.map((quote) => ({ quote, facts })), ...quoted]
        .filter(({ quote, facts: theirs }) => theirs.some((one) => one.quote === quote && says(one, fact)))
        .map(({ quote }) => quote.hit.article)
        .filter((article) => article !== own);
      return [own, ...[...new Set(telling)].sort(newestFirst)];
    },
    quotes: [
      ...contested.map(({ quote }) => quote),
      ...quotes.filter(({ hit }) => !contested.some(({ quote }) => quote.hit.article === hit.article)),
    ],
  };
}

/** Kinds of which only one fact can be true: several parties may have signed, but only on one day. */
const hasOneAnswer = (kind: FactKind, { ways }: Question): boolean =>
  kind === 'when' || kind === 'number' || (kind === 'who' && ways.person);

const says = (a: FoundFact, b: FoundFact): boolean => a.kind === b.kind && keyOf(a) === keyOf(b);

/** Two facts of which one cannot be true: a month and a day of it go together, two days do not. */
function contradicts(a: FoundFact, b: FoundFact): boolean {
  if (says(a, b)) return false;
  if (a.kind === 'when') return a.date?.length === 10 && b.date?.length === 10 && !overlap(a, b);
  // 两款 and 20.50% are of different things, and so are a person and a company.
  return a.kind === 'number' ? unitOf(a) === unitOf(b) : a.nameOf === b.nameOf;
}

/** A day of a range and the range go together. */
const overlap = (a: FoundFact, b: FoundFact): boolean =>
  a.date! <= (b.until ?? b.date!) && b.date! <= (a.until ?? a.date!);

const SIZES = LANGUAGES.flatMap(({ units }) => units.sizes);

/** What remains of an amount without its digits and scale. */
const unitOf = ({ text }: FoundFact): string =>
  SIZES.reduce((left, { pattern }) => left.replace(pattern, ' '), normalize(text)).replace(/\s/g, '');

/** An article that tells the other fact, too, does not contradict it. */
const theyTell = (
  quoted: readonly { readonly quote: Quote; readonly facts: readonly FoundFact[] }[],
  fact: FoundFact,
  theirs: FoundFact,
): boolean =>
  quoted.some(({ quote, facts }) => quote === theirs.quote && facts.some((one) => says(one, fact)));

const distinctFacts = (facts: readonly FoundFact[]): FoundFact[] =>
  facts.filter((fact, i) => facts.findIndex((other) => says(other, fact)) === i);
