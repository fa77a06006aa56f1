/** Which of the articles that tell the same thing is the newest: it is told first, and the older with its day. */
import type { Question } from '../question/question.ts';
import { areOfDifferentTimes } from '../retrieval/days.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import { passageTerms } from '../text/analyze.ts';
import type { Terms } from '../types.ts';
import { keyOf } from './chosen-facts.ts';
import { contextOf, focusOf, judgeNames } from './confidence.ts';
import type { Findings } from './investigate.ts';
import { findQuoteOfEachArticle, overlap, type Quote } from './quotes.ts';

/** What tells the same thing has nearly as much of the question; where the newest is asked for, less will do. */
const AS_MUCH = { any: 0.9, newest: 0.7 } as const;
/** And its title, or what it says, has this much in common with what it replaces. */
const ALIKE = { any: 0.5, newest: 0.3 } as const;

/** What is shown, in its order. */
export interface NewestFirst {
  /** Best first. */
  readonly quotes: readonly Quote[];
  readonly passages: readonly PassageHit[];
  /** Articles that the one of the first quote or passage replaces. */
  readonly older: ReadonlySet<number>;
}

/**
 * Puts the newest first of what tells what the best tells, of quotes and of passages that are quoted whole. Everything
 * stays as it comes where the best is the newest, or where the question is about a time of its own.
 */
export function preferNewest(
  texts: Texts,
  question: Question,
  { found, passages, sentences, quotes }: Pick<Findings, 'found' | 'passages' | 'sentences' | 'quotes'>,
): NewestFirst {
  const asFound = { quotes, passages, older: new Set<number>() };
  if (question.period !== null) return asFound;
  const versionsOf = (newest: number | undefined): Set<number> =>
    new Set(
      found.articles
        .filter(
          ({ article, versionOf }) =>
            versionOf === newest && newest !== undefined && dateOf(texts, article) < dateOf(texts, newest),
        )
        .map(({ article }) => article),
    );
  const isGuide = passages[0] !== undefined && texts.article(passages[0].article).isStructured;
  const quote = isGuide ? null : newestQuote(texts, question, findQuoteOfEachArticle(texts, sentences));
  const passage = isGuide ? newestPassage(texts, question, passages) : (quote?.hit ?? null);
  if (passage === null)
    return { ...asFound, older: versionsOf(isGuide ? passages[0]?.article : quotes[0]?.hit.article) };
  const best = quote === null ? passages[0]! : quotes[0]!.hit;
  return {
    quotes: quote === null ? quotes : putFirst(quote, quotes, (one) => overlap(one, quote)),
    passages: putFirst(passage, passages, (one) => one.passage === passage.passage),
    older: new Set([best.article]),
  };
}

/** As many as before, without those that say the same as the first. */
const putFirst = <T>(first: T, ones: readonly T[], isSame: (one: T) => boolean): T[] =>
  [first, ...ones.filter((one) => !isSame(one))].slice(0, Math.max(ones.length, 1));

/** Of quotes, the best of each article, best first: the newest of those that tell what the first tells. */
function newestQuote(texts: Texts, question: Question, [best, ...others]: readonly Quote[]): Quote | null {
  if (best === undefined) return null;
  const way = question.wantsNewest ? 'newest' : 'any';
  const newer = others
    .filter(({ hit }) => isNewer(texts, question, hit.article, best.hit.article))
    .filter((quote) => contextOf(quote) >= AS_MUCH[way] * contextOf(best))
    .filter((quote) => focusOf(quote) >= AS_MUCH[way] * focusOf(best) && tells(quote) >= tells(best));
  if (newer.length === 0) return null;
  const termsOf = ({ hit, span }: Quote): Terms =>
    passageTerms(texts.article(hit.article).text.slice(span.start, span.end), null);
  const terms = termsOf(best);
  const sameNewer = newer
    .filter(
      (quote) =>
        corrects(texts, quote, best) ||
        haveAlikeHeadings(texts, quote.hit, best.hit, ALIKE[way]) ||
        areAlike(texts, termsOf(quote), terms, ALIKE[way]),
    )
    .filter(({ hit }) => keepsAsked(texts, question, best.hit, hit))
    .sort((a, b) => compareDates(texts, b.hit, a.hit));
  if (sameNewer.length === 0) return null;
  // Looking for names takes the longest, so it comes last.
  const lacking = judgeNames(texts, question, best).absent;
  return sameNewer.find((quote) => judgeNames(texts, question, quote).absent <= lacking) ?? null;
}

/** Whether a quote says of what another tells that it is not so: "and not 20", 不是3月14日. */
function corrects(texts: Texts, quote: Quote, other: Quote): boolean {
  const keysOf = ({ hit, sentences }: Quote, isTold: boolean): string[] =>
    sentences
      .flatMap(({ candidates }) => candidates)
      .filter(
        ({ kind, isNoAnswer }) => (kind === 'when' || kind === 'number') && (isNoAnswer !== true) === isTold,
      )
      .map(({ start, end, date }) =>
        keyOf({
          text: texts.article(hit.article).text.slice(start, end),
          ...(date !== undefined && { date }),
        }),
      );
  const keys = new Set(keysOf(other, true));
  return keysOf(quote, false).some((key) => keys.has(key)) && keysOf(quote, true).length > 0;
}

/** Share of the kinds asked for that a sentence of the quote has something of. */
const tells = ({ sentences }: Quote): number => Math.max(...sentences.map(({ features }) => features.tells));

/** Of passages, best first: the newest of those that stand as near to the question as the first. */
function newestPassage(
  texts: Texts,
  question: Question,
  [best, ...others]: readonly PassageHit[],
): PassageHit | null {
  if (best === undefined) return null;
  const way = question.wantsNewest ? 'newest' : 'any';
  const newer = others
    .filter(({ article }) => isNewer(texts, question, article, best.article))
    .filter(({ score }) => score >= AS_MUCH[way] * best.score)
    .filter(
      (hit) =>
        haveAlikeHeadings(texts, hit, best, ALIKE[way]) ||
        areAlike(texts, texts.passage(hit.passage).terms, texts.passage(best.passage).terms, ALIKE[way]),
    )
    .filter((hit) => keepsAsked(texts, question, best, hit));
  return newer.sort((a, b) => compareDates(texts, a, b)).at(-1) ?? null;
}

const dateOf = (texts: Texts, article: number): string => texts.article(article).date ?? '';

/** Of an article without a day nobody knows whether it is newer; what is reported within days is of the same state. */
const isNewer = (texts: Texts, question: Question, article: number, other: number): boolean =>
  dateOf(texts, article) > dateOf(texts, other) &&
  (question.wantsNewest || areOfDifferentTimes(texts.article(other).date, texts.article(article).date));

const compareDates = (texts: Texts, a: PassageHit, b: PassageHit): number =>
  dateOf(texts, a.article).localeCompare(dateOf(texts, b.article));

/** What a text may lack of the question's words that another has, by their idf, and tell the same. */
const MAY_LACK = 0.1;

/** Whether one passage has what the question says and another has: of Fenwick 1 that of Fenwick 2 tells nothing. */
function keepsAsked(texts: Texts, { terms }: Question, from: PassageHit, to: PassageHit): boolean {
  const [before, after] = [from, to].map(({ passage }) => {
    const { terms, headingTerms } = texts.passage(passage);
    return (term: string): boolean => terms.has(term) || headingTerms.has(term);
  }) as [(term: string) => boolean, (term: string) => boolean];
  let [all, lacking] = [0, 0];
  for (const term of terms.keys()) {
    if (!before(term)) continue;
    const idf = Math.max(LEAST_IDF, texts.idf(term));
    all += idf;
    if (after(term)) continue;
    if (/\d/.test(term)) return false;
    lacking += idf;
  }
  return lacking <= MAY_LACK * all;
}

/** Numbers and days differ between what replaces one another. */
const DIFFERS = /\d/;

/** In a small corpus of such texts nearly every word is common; each says something of what they are about. */
const LEAST_IDF = 1;

/** Whether two texts share this much of what the shorter says, each word by its idf. */
function areAlike({ idf }: Texts, a: Terms, b: Terms, least: number): boolean {
  const [first, second] = [a, b].map((terms) => [...terms.keys()].filter((term) => !DIFFERS.test(term))) as [
    string[],
    string[],
  ];
  const weigh = (terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + Math.max(LEAST_IDF, idf(term)), 0);
  const shared = new Set(second);
  const common = weigh(first.filter((term) => shared.has(term)));
  return common > 0 && common >= least * Math.min(weigh(first), weigh(second));
}

/** Whether the titles, each with the heading above the passage, are alike. */
const haveAlikeHeadings = (texts: Texts, a: PassageHit, b: PassageHit, least: number): boolean =>
  areAlike(texts, texts.passage(a.passage).headingTerms, texts.passage(b.passage).headingTerms, least);
