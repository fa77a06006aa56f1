/** What in a sentence could be the fact that a question asks for. */
import { locateTerms, type Match } from '../text/analyze.ts';
import { DATELINE_END, type ResolvedDate } from '../text/dates.ts';
import { normalize, toSimplified } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import type { FactKind, Span, Terms } from '../types.ts';
import { findAmounts } from './amounts.ts';
import { expectedOrganisation, expectedPlace, expectedUnit, expectsPlaceAsParty } from './asked.ts';
import { findNames, type Name } from './names.ts';
import { findPlaces } from './places.ts';
import { asksForPerson, type Question } from './question.ts';

export interface Candidate extends Span {
  readonly kind: FactKind;
  /** What the name is of, where it is one. */
  readonly nameOf?: Name['kind'];
  readonly date?: string;
  /** How well it fits and how near the question's words stand to it; above 0, for comparison only. */
  readonly score: number;
}

/** A sentence of an article, as the search for candidates needs it. */
interface SentenceContext {
  readonly text: string;
  /** Dates of the sentence, offsets into `text`. */
  readonly dates: readonly ResolvedDate[];
  /** Weights of the question's terms, for this text's script. */
  readonly weights: Terms;
}

/** Candidates of the kinds asked for, in no order. Offsets are the sentence's. */
export function findCandidates(question: Question, context: SentenceContext): Candidate[] {
  const matches = locateTerms(context.text, context.weights);
  return question.kinds.flatMap((kind) => FINDERS[kind](question, context, matches));
}

type Finder = (question: Question, context: SentenceContext, matches: readonly Match[]) => Candidate[];

const FINDERS: Readonly<Record<FactKind, Finder>> = {
  who: (question, { text, weights }, matches) => {
    const wanted = asksForPerson(question) ? 'person' : 'organisation';
    if (expectsPlaceAsParty(question))
      return FINDERS.where(question, { text, dates: [], weights }, matches).map((place) => ({
        ...place,
        kind: 'who',
      }));
    const type = expectedOrganisation(question);
    return findNames(text)
      .filter((name) => !isByline(name, text) && !isGiven(name, text, question))
      .map(({ start, end, kind }) => ({
        kind: 'who',
        nameOf: kind,
        start,
        end,
        score:
          (kind === wanted ? 3 : 1) *
          (type?.test(text.slice(start, end)) ? 3 : 1) *
          (nearness({ start, end }, text, matches, weights) +
            (kind === 'person' ? apposition({ start, end }, text, question, matches, weights) : 0)),
      }));
  },
  when: (_, { text, dates, weights }, matches) =>
    dates
      .filter(({ iso, month }) => iso !== null || month !== undefined)
      .map(({ start, end, iso }) => ({
        kind: 'when',
        start,
        end,
        ...(iso !== null && { date: iso }),
        score:
          exactness(iso) *
          (isDateline(end, text) ? 0.3 : 1) *
          nearness({ start, end }, text, matches, weights),
      })),
  where: (question, { text, weights }, matches) => {
    const level = expectedPlace(question);
    return findPlaces(text)
      .filter(({ start, end }) => !saysName(text.slice(start, end), question))
      .map(({ start, end, worth }) => {
        const fits = level?.test(text.slice(start, end)) ? 3 : 1;
        return {
          kind: 'where',
          start,
          end,
          score:
            fits *
            worth *
            (standsInDateline(end, text) ? 0.5 : 1) *
            nearness({ start, end }, text, matches, weights),
        };
      });
  },
  number: (question, { text, dates, weights }, matches) => {
    const unit = expectedUnit(question);
    return findAmounts(text)
      .filter((amount) => !dates.some(({ start, end }) => start < amount.end && amount.start < end))
      .map(({ start, end }) => ({
        kind: 'number',
        start,
        end,
        score:
          unitFit(unit, text.slice(start, end)) *
          (nearness({ start, end }, text, matches, weights) + 2 * counted(end, matches, weights)),
      }));
  },
  what: () => [],
};

/** A day tells more than a month, and a month more than a year. */
const exactness = (iso: string | null): number => (iso?.length === 10 ? 2 : iso?.length === 7 ? 1.5 : 1);

/** An amount of the unit asked for is worth much more than one of another. */
const unitFit = (unit: RegExp | undefined, amount: string): number =>
  unit === undefined ? 1 : unit.test(amount) ? 3 : 0.3;

/** A name that only says who reports: 记者刘巍巍, 新华社南京8月1日电. */
function isByline({ start, end }: Span, text: string): boolean {
  return (
    /(?:记者|通讯员|编辑|责编|作者|摄影|来源|供图|撰文)[\s:：]*(?:[\p{Script=Han}]{2,3}[\s、]+)*$/u.test(
      text.slice(Math.max(0, start - 12), start),
    ) ||
    /^(?:\p{Script=Han}{0,4}\d{1,2}月\d{1,2}日)?(?:电|讯|消息|报道)(?=[\s，。:：）)(（]|$)/u.test(
      text.slice(end, end + 16),
    )
  );
}

/** The day of the report, which need not be the day of the event: 7月27日电. */
const isDateline = (end: number, text: string): boolean => DATELINE_END.test(text.slice(end, end + 4));

/** The place of the report: 南京8月1日电. */
const standsInDateline = (end: number, text: string): boolean =>
  DATELINE_END.test(text.slice(end, end + 12).replace(/^\s*(?:\d{1,2}月)?\d{1,2}日/, ''));

const weightOf = ({ terms }: Match, weights: Terms): number =>
  terms.reduce((total, term) => total + (weights.get(term) ?? 0), 0);

const DEPUTY_ASKED = /副|\bvice\b|\bdeputy\b/;
const APPOSITION = 2;
const OTHER_RANK = 0.3;

/**
 * Weight of the question's words in what stands right before a person's name: 河北省副省长董兆伟. Who asks for the
 * mayor does not ask for a deputy.
 */
function apposition(
  { start }: Span,
  text: string,
  question: Question,
  matches: readonly Match[],
  weights: Terms,
): number {
  const before = text.slice(0, start);
  const from = before.search(/[^，。；：、“”（）()和与及\s]*$/u);
  const weight = matches
    .filter((match) => match.start >= from && match.end <= start)
    .reduce((sum, match) => sum + weightOf(match, weights), 0);
  const sameRank =
    /副/.test(text.slice(Math.max(from, start - 6), start)) === DEPUTY_ASKED.test(normalize(question.text));
  return APPOSITION * (sameRank ? 1 : OTHER_RANK) * weight;
}

/** Weight of the question's words right after an amount, which say what it counts: 73个金融网点. */
const counted = (end: number, matches: readonly Match[], weights: Terms): number =>
  matches
    .filter(({ start }) => start >= end && start <= end + 4)
    .reduce((sum, match) => sum + weightOf(match, weights), 0);

/** A matched word this many characters away counts half as much as one next to the candidate. */
const HALF_DISTANCE = 12;
/** A clause end between the two counts as this many characters. */
const CLAUSE_END_DISTANCE = 8;

/** Weight of the question's words around a span, each counting less the farther away it stands. */
function nearness(span: Span, text: string, matches: readonly Match[], weights: Terms): number {
  let sum = 0.01;
  for (const match of matches) {
    const { start, end } = match;
    const between =
      end <= span.start ? text.slice(end, span.start) : start >= span.end ? text.slice(span.end, start) : '';
    const clauseEnds = between.match(/[，。；：,;、]/gu)?.length ?? 0;
    const distance = between.length + clauseEnds * CLAUSE_END_DISTANCE;
    sum += weightOf(match, weights) / (1 + distance / HALF_DISTANCE);
  }
  return sum;
}

/** Words that any organisation's name may hold: a question that has them does not give the name by that. */
const GENERIC =
  /(?:股份|有限|责任|公司|集团|人民|政府|大学|学院|学校|医院|银行|研究院|研究所|科学院|农科院|中心|协会|学会|商会|联合会|委员会|省|市|县|区|镇|街道)/gu;
/**
 * A name is given by the question where it says this share of the words that make it this one; less is enough where
 * it says the last of them, which tells 三峡集团 from other groups.
 */
const GIVEN_SHARE = 0.75;
const GIVEN_SHARE_WITH_LAST = 0.3;
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
  const matches = locateTerms(core, question.terms).filter(({ terms }) =>
    terms.some((term) => term.length > 1),
  );
  const share = matches.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, length);
  const saysLast = matches.some(({ end }) => end === core.length);
  return share >= (saysLast ? GIVEN_SHARE_WITH_LAST : GIVEN_SHARE);
}
