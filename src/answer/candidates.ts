/** What in a sentence could be the fact that a question asks for. */
import { locateTerms, type Match } from '../text/analyze.ts';
import { DATELINE_END, type ResolvedDate } from '../text/dates.ts';
import type { FactKind, Span, Terms } from '../types.ts';
import { findAmounts, findOrdinals } from './amounts.ts';
import {
  asksForAttendance,
  asksForDay,
  asksForFuture,
  asksForOrdinal,
  asksForPerson,
  asksForSeveral,
  asksForSigner,
  asksForVenue,
  asksForYear,
  signersSide,
} from './asks-for.ts';
import { expectedOrganisation, expectedPlace, expectedUnit, expectsPlaceAsParty } from './expected.ts';
import { findNames, type Name } from './names.ts';
import { BEFORE_DATE, counted, nearness } from './nearness.ts';
import { type Description, describePeople, descriptionWorth, signs, withoutTitle } from './people.ts';
import { isWithin, periodOf } from './period.ts';
import { findPlaces } from './places.ts';
import type { Question } from './question.ts';
import { isGiven, saysName } from './said.ts';
import { findThings } from './things.ts';

export interface Candidate extends Span {
  readonly kind: FactKind;
  /** What the name is of, where it is one. */
  readonly nameOf?: Name['kind'];
  readonly date?: string;
  /** Where the date stands that this one is counted from; it may be before the sentence. */
  readonly from?: Span;
  /**
   * False for an amount of another unit than asked for, a bare year where a day, a day that was where one to come,
   * another kind of place, and a house where a person is asked for.
   */
  readonly fits?: boolean;
  /** The names of a list, verbatim. */
  readonly members?: readonly string[];
  /** Of a person: what the sentence says of them, and what each unit of its weight adds to the score. */
  readonly description?: Description & { readonly worth: number };
  /** Of a person, where the hand that signed is asked for: whether the sentence says that they do. */
  readonly signs?: boolean;
  /** How well it fits and how near the question's words stand to it; above 0, for comparison only. */
  readonly score: number;
}

/** A sentence of an article, as the search for candidates needs it. */
interface SentenceContext {
  readonly text: string;
  /** Dates of the sentence, offsets into `text`. */
  readonly dates: readonly ResolvedDate[];
  /** Day of the article, or one near which it is likely to be from. */
  readonly published: string | null;
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
    const inTheFlesh = asksForAttendance(question);
    const wanted = inTheFlesh || asksForPerson(question) ? 'person' : 'organisation';
    const places: Candidate[] = expectsPlaceAsParty(question)
      ? FINDERS.where(question, { text, dates: [], published: null, weights }, matches).map((place) => ({
          ...place,
          kind: 'who',
        }))
      : [];
    const type = expectedOrganisation(question);
    const all = findNames(text);
    const given = new Set(all.filter((name) => isGiven(name, text, question, type)));
    const found = all.filter((name) => !isByline(name, text) && !given.has(name));
    const people = wanted === 'person' ? found.filter(({ kind }) => kind === 'person') : [];
    const titleless = withoutTitle(question, weights);
    const wantsHand = asksForSigner(question);
    const side = wantsHand ? signersSide(question) : null;
    const describe = (words: Terms): Description[] => describePeople(people, text, question, matches, words);
    const descriptions = describe(side ? weighSide(side.terms, question, titleless) : titleless);
    const isTold = side === null || !side.isNamed || says(matches, side.terms);
    const ofOtherSide = isTold ? null : describe(weighOtherSide(side.terms, question, titleless));
    const names = found.map((name): Candidate => {
      const description = descriptions[people.indexOf(name)];
      const hand = wantsHand && people.includes(name) ? signs(name, text) : undefined;
      const worth =
        (name.kind === wanted ? 3 : wanted === 'person' ? NOBODY : 1) *
        (type?.test(name.text) ? 3 : 1) *
        (wanted === 'organisation' && isPartner(name, all, given, text) ? PARTNER : 1) *
        (/在$/u.test(text.slice(0, name.start)) ? ONLY_THERE : 1) *
        (hand === false ? ONLY_THERE : 1) *
        ((ofOtherSide?.[people.indexOf(name)]?.weight ?? 0) > 0 ? OTHER_SIDE : 1);
      return {
        kind: 'who',
        nameOf: name.kind,
        ...(hand !== undefined && { signs: hand }),
        ...(wanted === 'person' && name.kind !== 'person' && { fits: false }),
        start: name.start,
        end: name.end,
        score:
          (description ? descriptionWorth(description) : 1) *
          worth *
          (nearness(name, text, matches, description ? titleless : weights) + (description?.weight ?? 0)),
        ...(description && { description: { ...description, worth } }),
      };
    });
    return [...places, ...(asksForSeveral(question) ? joinLists(names, text) : names)];
  },
  when: (question, { text, dates, published, weights }, matches) => {
    const { text: asked, today, terms } = question;
    const wantsDay = asksForDay(question);
    const wantsYear = asksForYear(question);
    const isOfFuture = asksForFuture(question) && published !== null;
    // Who asks when it will be is not told when something was.
    const isPast = (iso: string | null): boolean =>
      isOfFuture && iso !== null && iso <= published.slice(0, iso.length);
    const period = periodOf(asked, today, null);
    return dates
      .filter(({ iso, month }) => iso !== null || month !== undefined)
      .map(({ start, end, iso, from, relative }) => ({
        kind: 'when',
        start,
        end,
        ...(iso !== null && { date: iso }),
        ...(from && { from }),
        fits: (!wantsDay || iso?.length !== 4) && !isPast(iso),
        score:
          (wantsYear ? 1 : exactness(iso)) *
          (wantsDay && iso?.length === 4 ? 0.3 : 1) *
          (isPast(iso) ? 0.3 : 1) *
          (ENDS_PERIOD.test(text.slice(Math.max(0, start - 4), start)) ? 0.5 : 1) *
          (isDateline(end, text) || terms.has(`d:${iso}`) ? 0.3 : 1) *
          (relative?.unit === 'day' && isQuoted(end, text) ? 0.3 : 1) *
          (period !== null && iso !== null && !isWithin(iso, period) ? 0.3 : 1) *
          nearness({ start, end }, text, matches, weights, BEFORE_DATE),
      }));
  },
  where: (question, { text, weights }, matches) => {
    const level = expectedPlace(question);
    const venue = asksForVenue(question);
    return findPlaces(text)
      .map((place) => ({ ...place, said: saysName(text.slice(place.start, place.end), question.given) }))
      .filter(({ held, said }) => held || !said)
      .map(({ start, end, worth, said, held }) => {
        const fits = level === undefined || level.test(text.slice(start, end));
        return {
          kind: 'where',
          start,
          end,
          fits,
          score:
            (level !== undefined && fits ? 3 : 1) *
            worth *
            (venue && held ? HELD_THERE : 1) *
            (said ? SAID_PLACE : 1) *
            (standsInDateline(end, text) ? 0.5 : 1) *
            nearness({ start, end }, text, matches, weights),
        };
      });
  },
  number: (question, { text, dates, weights }, matches) => {
    const unit = expectedUnit(question);
    return (asksForOrdinal(question) ? findOrdinals(text) : findAmounts(text))
      .filter((amount) => !dates.some(({ start, end }) => start < amount.end && amount.start < end))
      .map(({ start, end }) => {
        const fits = unit === undefined || unit.test(text.slice(start, end));
        return {
          kind: 'number',
          start,
          end,
          fits,
          score:
            (unit === undefined ? 1 : fits ? 3 : 0.3) *
            (nearness({ start, end }, text, matches, weights) + 2 * counted(end, matches, weights)),
        };
      });
  },
  what: (question, { text, weights }, matches) =>
    findThings(question.text, text).map((thing) => ({
      kind: 'what',
      ...thing,
      score: nearness(thing, text, matches, weights),
    })),
};

/** Who signed for one side is not told by what the question says of the other. */
const weighSide = (side: Terms, { given }: Question, weights: Terms): Terms =>
  new Map([...weights].filter(([term]) => side.has(term) || !given.has(term)));

const says = (matches: readonly Match[], wanted: Terms): boolean =>
  matches.some(({ terms }) => [...terms.keys()].some((term) => wanted.has(term)));

/** Nor, where the side itself is not named, by somebody of the other: 副市长陈杰与三峡集团副总经理王良友 for Shanghai. */
const OTHER_SIDE = 0.5;
const weighOtherSide = (side: Terms, { given }: Question, weights: Terms): Terms =>
  new Map([...weights].filter(([term]) => !side.has(term) && given.has(term)));

/** Who asks for a person does not ask for a house, unless the text tells nobody. */
const NOBODY = 0.1;

/** Who asks who signed does not ask who else was there, nor where it was. */
const ONLY_THERE = 0.3;

/** Who asks where it was held asks for the place that something was held at. */
const HELD_THERE = 2;

/** A place that the question names is seldom the one asked for; where the two sides met it may be. */
const SAID_PLACE = 0.5;

/** What stands between the names of one list. */
const LIST_JOINT = /^(?:[（(][^（）()]{1,20}[）)])?\s*(?:、|,|，|和|与|及|以及|联合|会同|,? and)\s*$/u;

/** Who is joined to a party that the question gives is the other party: 耕旺园艺与中兴镇人民政府. */
const PARTNER = 2;
const JOINT = /^(?:[（(][^（）()]{1,20}[）)])?(?:与|和|跟|同)$/u;

function isPartner(name: Name, all: readonly Name[], given: ReadonlySet<Name>, text: string): boolean {
  const place = all.indexOf(name);
  const after = all[place + 1];
  if (after !== undefined && given.has(after) && JOINT.test(text.slice(name.end, after.start))) return true;
  // 密云区政府和环境规划院、环境监测总站: who follows the partner in a list is one, too.
  let first = place;
  while (first > 0 && all[first - 1]!.kind === name.kind && isListed(all[first - 1]!, all[first]!, text))
    first--;
  const before = all[first - 1];
  return before !== undefined && given.has(before) && JOINT.test(text.slice(before.end, all[first]!.start));
}

const isListed = (one: Span, next: Span, text: string): boolean => text.slice(one.end, next.start) === '、';

/** Several names are what who asks for several wants. */
const LIST = 1.5;

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
      const score = Math.max(last.members ? last.score : LIST * last.score, LIST * name.score);
      lists.splice(-1, 1, { ...last, end: name.end, score, members });
    }
  }
  return lists;
}

/** A day tells more than a month, and a month more than a year. */
const exactness = (iso: string | null): number => (iso?.length === 10 ? 2 : iso?.length === 7 ? 1.5 : 0.5);

/** A name that only says who reports: 记者刘巍巍, 新华社南京8月1日电. */
function isByline({ start, end }: Span, text: string): boolean {
  return (
    /(?:记者|通讯员|编辑|责编|作者|摄影|来源|供图|撰文)[\s:：]*(?:[\p{Script=Han}]{2,3}[\s、]+)*$/u.test(
      text.slice(Math.max(0, start - 12), start),
    ) ||
    /^(?:记者(?![协站节])|(?:\p{Script=Han}{0,4}(?:(?:\d{1,2}月)?\d{1,2}日)?)?(?:电|讯|消息|报道)(?=[\s，。:：）)(（]|称|$))/u.test(
      text.slice(end, end + 16),
    ) ||
    (/(?:据|援引)$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      /[社报网台]$/u.test(text.slice(start, end)))
  );
}

/** Who asks when it was is told its first day first: 8月29至31日. */
const ENDS_PERIOD = /\d[日号]?\s*(?:至|到|—|–|~|～|-)\s*$/u;

/** The day of the report, which need not be the day of the event: 7月27日电. */
const isDateline = (end: number, text: string): boolean =>
  DATELINE_END.test(text.slice(end, end + 4)) || REPORTED.test(text.slice(end, end + 30));

/** The day on which a reporter heard of it: 7月24日，新京报记者从北京联合大学了解到. */
const REPORTED = /^[，,]?[^，。]{0,8}记者[^，。]{0,14}(?:了解到|获悉|看到|注意到|从)/u;

/** Within direct speech, whose 今天 is the day on which it was spoken. */
const isQuoted = (end: number, text: string): boolean => /^[^“”]*”/u.test(text.slice(end));

/** The place of the report: 南京8月1日电. */
const standsInDateline = (end: number, text: string): boolean =>
  DATELINE_END.test(text.slice(end, end + 12).replace(/^\s*(?:\d{1,2}月)?\d{1,2}日/, ''));
