/** What in a sentence could be the fact that a question asks for. */
import { locateTerms, type Match } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { DATELINE_END, type ResolvedDate } from '../text/dates.ts';
import { normalize, toSimplified } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import type { FactKind, Span, Terms } from '../types.ts';
import { findAmounts } from './amounts.ts';
import { expectedOrganisation, expectedPlace, expectedUnit, expectsPlaceAsParty } from './asked.ts';
import { findNames, type Name } from './names.ts';
import { isWithin, periodOf } from './period.ts';
import { findPlaces } from './places.ts';
import { asksForPerson, asksForSeveral, PERSON_EN, PERSON_ZH, type Question } from './question.ts';

export interface Candidate extends Span {
  readonly kind: FactKind;
  /** What the name is of, where it is one. */
  readonly nameOf?: Name['kind'];
  readonly date?: string;
  /** The names of a list, verbatim. */
  readonly members?: readonly string[];
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
    const places: Candidate[] = expectsPlaceAsParty(question)
      ? FINDERS.where(question, { text, dates: [], weights }, matches).map((place) => ({
          ...place,
          kind: 'who',
        }))
      : [];
    const type = expectedOrganisation(question);
    const names = findNames(text)
      .filter((name) => !isByline(name, text) && !isGiven(name, text, question, type))
      .map(
        ({ start, end, kind }): Candidate => ({
          kind: 'who',
          nameOf: kind,
          start,
          end,
          score:
            (kind === wanted ? 3 : 1) *
            (type?.test(text.slice(start, end)) ? 3 : 1) *
            (nearness({ start, end }, text, matches, weights) +
              (kind === 'person' && wanted === 'person'
                ? apposition({ start, end }, text, question, matches, weights)
                : 0)),
        }),
      );
    return [...places, ...(asksForSeveral(question) ? joinLists(names, text) : names)];
  },
  when: ({ text: asked, today, terms }, { text, dates, weights }, matches) => {
    const period = periodOf(asked, today, null);
    return dates
      .filter(({ iso, month }) => iso !== null || month !== undefined)
      .map(({ start, end, iso }) => ({
        kind: 'when',
        start,
        end,
        ...(iso !== null && { date: iso }),
        score:
          exactness(iso) *
          (isDateline(end, text) || terms.has(`d:${iso}`) ? 0.3 : 1) *
          (period !== null && iso !== null && !isWithin(iso, period) ? 0.3 : 1) *
          nearness({ start, end }, text, matches, weights, BEFORE_DATE),
      }));
  },
  where: (question, { text, weights }, matches) => {
    const level = expectedPlace(question);
    return findPlaces(text)
      .map((place) => ({ ...place, said: saysName(text.slice(place.start, place.end), question.given) }))
      .filter(({ held, said }) => held || !said)
      .map(({ start, end, worth, said }) => {
        const fits = level?.test(text.slice(start, end)) ? 3 : 1;
        return {
          kind: 'where',
          start,
          end,
          score:
            fits *
            worth *
            (said ? SAID_PLACE : 1) *
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

/** A place that the question names is seldom the one asked for; where the two sides met it may be. */
const SAID_PLACE = 0.5;

/** What stands between the names of one list. */
const LIST_JOINT = /^\s*(?:、|,|，|和|与|及|以及|,? and)\s*$/u;

/** Who asks which companies wants all of a list: its names as one candidate, as good as the best of them. */
function joinLists(names: readonly Candidate[], text: string): Candidate[] {
  const lists: Candidate[] = [];
  for (const name of names) {
    const last = lists.at(-1);
    const continues =
      last !== undefined && last.nameOf === name.nameOf && LIST_JOINT.test(text.slice(last.end, name.start));
    if (!continues) lists.push(name);
    else {
      const members = [
        ...(last.members ?? [text.slice(last.start, last.end)]),
        text.slice(name.start, name.end),
      ];
      lists.splice(-1, 1, { ...last, end: name.end, score: Math.max(last.score, name.score), members });
    }
  }
  return lists;
}

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
  [...terms].reduce((total, [term, fit]) => total + fit * (weights.get(term) ?? 0), 0);

const TITLE_ASKED = new RegExp(`${PERSON_ZH}|\\b(?:${PERSON_EN})\\b`);
const DEPUTY = /副|\bvice\b|\bdeputy\b/;
const OTHER_RANK = 0.3;
/** What is said of a person weighs this much more than what else stands near. */
const APPOSITION = 2;
/** The title right before the name weighs this much more than the rest of what is said: it is the last of them. */
const TITLE = 2;
/** What is said right before a name: 上合经贸研修院（青岛）院长, and of several titles all, as in 党委书记、董事长. */
const BEFORE_NAME = new RegExp(
  `(?:[^，。；：、“”\\s和与及]*(?:${PERSON_ZH}|总监|委员)、)*[^，。；：、“”\\s和与及]*$`,
  'u',
);
/** What is said right after it: 郑莉宣布开馆, 肖风华担任委员会主任. */
const AFTER_NAME = /^[^，。；：、“”和与及]{0,8}/u;
/** Two people, and whom each signs for: 杭宏伟与陈斌分别代表新北区人民政府和中建七局. */
const SIGNS_FOR =
  /^(?<second>[与和、][^，。；]{2,30}?)?(?:分别)代表(?<parties>(?<one>[^，。；、]{2,20}?)[与和、](?<other>[^，。；]{2,20}?))(?=签|签署|出席|共同|在|$)/u;

/**
 * Weight of the question's words in what is said of a person: before the name, after it, or as the party signed for.
 * Who asks for the mayor does not ask for a deputy.
 */
function apposition(
  { start, end }: Span,
  text: string,
  question: Question,
  matches: readonly Match[],
  weights: Terms,
): number {
  const before = BEFORE_NAME.exec(text.slice(0, start))![0];
  const said: Span[] = [{ start: start - before.length, end: start }, ...signedFor(start, end, text)];
  // 副市长陈杰与副总经理王良友签约: what follows two names is said of both.
  const isSecond =
    /[与和及、]$/u.test(text.slice(0, start - before.length)) && !/^代表/u.test(text.slice(end));
  if (!isSecond) said.push({ start: end, end: end + AFTER_NAME.exec(text.slice(end))![0].length });
  const weight = matches
    .filter((match) => said.some((span) => match.start >= span.start && match.end <= span.end))
    .reduce((sum, match) => sum + (match.end === start ? TITLE : 1) * weightOf(match, weights), 0);
  const asked = normalize(question.text);
  const sameRank = !TITLE_ASKED.test(asked) || DEPUTY.test(before.slice(-6)) === DEPUTY.test(asked);
  return APPOSITION * (sameRank ? 1 : OTHER_RANK) * weight;
}

/** The party that a person signs for, where two people sign for two parties. */
function signedFor(start: number, end: number, text: string): Span[] {
  const groups = SIGNS_FOR.exec(text.slice(end))?.groups;
  if (!groups) return [];
  const isFirst = groups.second !== undefined;
  const party = isFirst ? groups.one! : groups.other!;
  const from =
    text.indexOf(groups.parties!, end) + (isFirst ? 0 : groups.parties!.length - groups.other!.length);
  return start < from ? [{ start: from, end: from + party.length }] : [];
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

/** What was done on a day follows it; what stands before it is mostly of the sentence before, or who did it. */
const BEFORE_DATE = 0.5;

/** Weight of the question's words around a span, each counting less the farther away it stands. */
function nearness(span: Span, text: string, matches: readonly Match[], weights: Terms, before = 1): number {
  let sum = 0.01;
  for (const match of matches) {
    const { start, end } = match;
    const between =
      end <= span.start ? text.slice(end, span.start) : start >= span.end ? text.slice(span.end, start) : '';
    const clauseEnds = between.match(/[，。；：,;、]/gu)?.length ?? 0;
    const distance = between.length + clauseEnds * CLAUSE_END_DISTANCE;
    sum += ((end <= span.start ? before : 1) * weightOf(match, weights)) / (1 + distance / HALF_DISTANCE);
  }
  return sum;
}

/** Words that any organisation's name may hold: a question that has them does not give the name by that. */
const GENERIC =
  /(?:股份|有限|责任|公司|集团|控股|资本|投资|基金|证券|保险|科技|汽车|人民|政府|大学|学院|学校|中学|医院|银行|分行|研究院|研究所|科学院|农科院|中心|协会|学会|商会|联合会|基金会|委员会|省|市|县|区|镇|街道)/gu;
/**
 * A name is given by the question where it says this share of the words that make it this one; less is enough where
 * it says the last of them, which tells 三峡集团 from other groups.
 */
const GIVEN_SHARE = 0.75;
const GIVEN_SHARE_WITH_LAST = 0.4;
/** A short form right after a name: 西北工业大学（简称“西工大”）, Centre Testing International (CTI). */
const SHORT_FORM = /^\s*[（(](?:[^（）()]{0,6}[“"])?([^“”"（）()]{2,12})["”]?[)）]/u;

/** True where the question itself says the name: who asks "who signed with Liaoning" does not ask for Liaoning. */
function isGiven(name: Name, sentence: string, { given }: Question, type?: RegExp): boolean {
  if (name.kind === 'person') return saidShare(name.text, given).share >= GIVEN_SHARE;
  const organisation = findOrganisation(toSimplified(name.text));
  if (organisation && given.has(`o:${organisation.name}`)) return true;
  const shortForm = SHORT_FORM.exec(sentence.slice(name.end))?.[1];
  if (type?.test(name.text)) return saidShare(name.text, given).share >= GIVEN_SHARE;
  return saysName(name.text, given) || (shortForm !== undefined && saysName(shortForm, given));
}

function saysName(name: string, given: Terms): boolean {
  const { share, saysLast } = saidShare(normalize(name).replace(GENERIC, ' ').trim() || name, given);
  return share >= (saysLast ? GIVEN_SHARE_WITH_LAST : GIVEN_SHARE);
}

/** Share of a name's characters whose words the question says, and whether it says the last one. */
function saidShare(name: string, given: Terms): { share: number; saysLast: boolean } {
  const core = normalize(name);
  const length = [...core.replace(/\s/g, '')].length;
  const matches = locateTerms(core, given).filter(({ terms }) =>
    [...terms.keys()].some((term) => term.length > 1),
  );
  const share = matches.reduce((sum, match) => sum + saidCharacters(match), 0) / Math.max(1, length);
  return { share, saysLast: matches.some(({ end }) => end === core.length) };
}

/**
 * 材料 says two of the four characters of 材料科学, and of a word known by its gloss the question says the share of
 * that gloss: who says "textile" does not name 中国纺织工业联合会.
 */
function saidCharacters({ start, end, terms }: Match): number {
  const said = [...terms];
  const bigrams = said.filter(([term]) => /^\p{Script=Han}{2}$/u.test(term)).length;
  const gloss = said.reduce(
    (sum, [term, weight]) => sum + (!containsHan(term) || term.includes(':') ? weight : 0),
    0,
  );
  return Math.min(end - start, Math.max(bigrams === 0 ? 0 : bigrams + 1, gloss * (end - start)));
}
