/** The short answers that stand in the quotes: who and when. */
import type { OpenIndex } from '../index/open.ts';
import { locateTerms, type Match } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { type ResolvedDate, resolveDates } from '../text/dates.ts';
import { normalize, toSimplified } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { splitIntoSentences } from '../text/sentences.ts';
import type { Article, FactKind, Language, Span, Terms } from '../types.ts';
import { type Quote, type TermWeights, weighTerms, weightsFor } from './evidence.ts';
import { findNames, type Name } from './names.ts';
import type { Question } from './question.ts';
import { englishReading } from './reading.ts';

/** A fact with the place it stands at. */
export interface FoundFact extends Span {
  readonly kind: FactKind;
  readonly text: string;
  readonly gloss?: string;
  readonly date?: string;
  readonly quote: Quote;
}

/** Facts shown of one kind. */
const MAX_FACTS_OF_KIND = 4;
/** A candidate is shown where it is worth at least this share of the best one of its kind. */
const MIN_SHARE_OF_BEST = 0.4;
/** A matched word this many characters away counts half as much as one next to the candidate. */
const HALF_DISTANCE = 12;
/** A fact of the first quote is preferred to one of the next. */
const NEXT_QUOTE = 0.6;

/** Facts of the kinds that the question asks for, kind after kind, best first. Offsets are the article's. */
export function findFacts(index: OpenIndex, question: Question, quotes: readonly Quote[]): FoundFact[] {
  const weights = weighTerms(index, question.terms);
  return question.kinds.flatMap((kind) => {
    const candidates = quotes.flatMap((quote, i) => {
      const article = index.article(quote.hit.article);
      const worth = NEXT_QUOTE ** i;
      if (kind === 'who') return whoIn(question, weights, article, quote, worth);
      return kind === 'when' ? whenIn(weights, article, quote, worth) : [];
    });
    candidates.sort((a, b) => b.score - a.score);
    const enough = MIN_SHARE_OF_BEST * (candidates[0]?.score ?? 0);
    return distinct(candidates)
      .filter(({ score }) => score >= enough)
      .slice(0, MAX_FACTS_OF_KIND)
      .map(({ score: _, ...fact }) => fact);
  });
}

type Candidate = FoundFact & { readonly score: number };

function whoIn(question: Question, weights: TermWeights, article: Article, quote: Quote, worth: number): Candidate[] {
  const asksPerson = asksForPerson(question);
  return sentencesOf(article, quote).flatMap((sentence) => {
    const text = article.text.slice(sentence.start, sentence.end);
    const termWeights = weightsFor(text, weights);
    const matches = locateTerms(text, termWeights);
    return findNames(text)
      .filter((name) => !isGiven(name, text, question))
      .map((name) => {
        const preferred = (name.kind === 'person') === asksPerson ? 2 : 1;
        const gloss = readingFor(name, question.language);
        return {
          kind: 'who' as const,
          text: name.text,
          start: sentence.start + name.start,
          end: sentence.start + name.end,
          quote,
          ...(gloss !== null && { gloss }),
          score: worth * preferred * nearness(name, matches, termWeights),
        };
      });
  });
}

function whenIn(weights: TermWeights, article: Article, quote: Quote, worth: number): Candidate[] {
  const dates = resolveDates(article.text, article.date).filter(({ iso }) => iso !== null);
  return sentencesOf(article, quote).flatMap((sentence) => {
    const text = article.text.slice(sentence.start, sentence.end);
    const termWeights = weightsFor(text, weights);
    const matches = locateTerms(text, termWeights).map((match) => ({
      ...match,
      start: match.start + sentence.start,
      end: match.end + sentence.start,
    }));
    return dates
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map((date) => ({
        kind: 'when' as const,
        text: article.text.slice(date.start, date.end),
        start: date.start,
        end: date.end,
        date: date.iso!,
        quote,
        score: worth * exactness(date) * nearness(date, matches, termWeights),
      }));
  });
}

/** A day tells more than a month, and a month more than a year. */
const exactness = ({ iso }: ResolvedDate): number => (iso!.length === 10 ? 2 : iso!.length === 7 ? 1.5 : 1);

function sentencesOf(article: Article, { span }: Quote): Span[] {
  return splitIntoSentences(article.text.slice(span.start, span.end)).map(({ start, end }) => ({
    start: span.start + start,
    end: span.start + end,
  }));
}

/** Weight of the question's words around a span, each counting less the farther away it stands. */
function nearness(span: Span, matches: readonly Match[], weights: Terms): number {
  let sum = 0.01;
  for (const { start, end, terms } of matches) {
    const distance = Math.max(0, start - span.end, span.start - end);
    const weight = terms.reduce((total, term) => total + (weights.get(term) ?? 0), 0);
    sum += weight / (1 + distance / HALF_DISTANCE);
  }
  return sum;
}

const ASKS_PERSON =
  /谁(?:签|代表|主持|出席|致辞|说)|哪位|叫什么|(?:书记|市长|省长|区长|县长|董事长|总经理|总裁|院长|校长|局长|部长|台长|社长|行长|会长|秘书长|主任|院士|教授|大使|一把手|领导|高管)|\bsigned (?:for|on behalf of|on .* side)|\b(?:secretary|mayor|governor|chairman|chairwoman|chairs?|president|director|manager|academician|ambassador|professor|ceo|chief|head|founder|student|employee)\b/;

const asksForPerson = ({ text }: Question): boolean => ASKS_PERSON.test(normalize(text));

/** Words that any organisation's name may hold: a question that has them does not give the name by that. */
const GENERIC =
  /(?:股份|有限|责任|公司|集团|人民|政府|大学|学院|学校|医院|银行|研究院|研究所|中心|协会|委员会|省|市|县|区|镇|街道)/gu;
/** A name is given by the question where it says this share of the words that make it this one. */
const GIVEN_SHARE = 0.5;

/** A short form right after a name: 西北工业大学（简称“西工大”）, Centre Testing International (CTI). */
const SHORT_FORM = /^\s*[（(](?:[^（）()]{0,6}[“"])?([^“”"（）()]{2,12})["”]?[)）]/u;

/** True where the question itself says the name: who asks "who signed with Liaoning" does not ask for Liaoning. */
function isGiven(name: Name, sentence: string, question: Question): boolean {
  const organisation = findOrganisation(toSimplified(name.text));
  if (organisation && question.terms.has(`o:${organisation.name}`)) return true;
  const shortForm = SHORT_FORM.exec(sentence.slice(name.end))?.[1];
  return saysName(name.text, question) || (shortForm !== undefined && saysName(shortForm, question));
}

function saysName(name: string, question: Question): boolean {
  const core = normalize(name).replace(GENERIC, ' ').trim() || normalize(name);
  const length = [...core.replace(/\s/g, '')].length;
  const given = locateTerms(core, question.terms)
    .filter(({ terms }) => terms.some((term) => term.length > 1))
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return length > 0 && given / length >= GIVEN_SHARE;
}

const readingFor = (name: Name, language: Language): string | null =>
  language === 'en' && containsHan(name.text) ? englishReading(name) : null;

/** The same name or the same day counts once, at its best place. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ kind, text, date }) => {
    const key = date ?? findOrganisation(toSimplified(text))?.name ?? normalize(text);
    return seen.has(`${kind} ${key}`) ? false : seen.add(`${kind} ${key}`);
  });
}
