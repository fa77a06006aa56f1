/** Names in a sentence that could answer who: parties, and people by what is said of them. */
import type { Name } from '../../names/names.ts';
import { isOfLevel } from '../../names/place-level.ts';
import { isOfType } from '../../question/asked/expected.ts';
import type { Question } from '../../question/question.ts';
import { LANGUAGES } from '../../rules/languages.ts';
import { fitter, sourceOf } from '../../rules/rule.ts';
import type { Match } from '../../text/locate.ts';
import { isByline } from '../../text/reported.ts';
import type { Span, Terms } from '../../types.ts';
import type { Candidate, Finder } from '../candidate.ts';
import { findWhere } from '../find-where.ts';
import { nearness } from '../nearness.ts';
import { SPECIALITIES } from '../specialities.ts';
import { findLabelled } from './labelled.ts';
import { type Description, describePeople, descriptionFactor, withoutGiven, withoutTitle } from './people.ts';
import { roleFit } from './roles.ts';
import { isGiven } from './said.ts';

export const findWho: Finder = (question, context, matches) => {
  const { text } = context.said;
  const { ways, expects } = question;
  const labelled = findLabelled(question, text, matches, context.weights);
  if (labelled !== undefined) return labelled;
  const places: Candidate[] = expects.placeAsParty
    ? findWhere(question, context, matches).map((place) => ({ ...place, kind: 'who' }))
    : [];
  const search = beginSearch(question, context, matches);
  const names = search.found.map((name) => toCandidate(name, search));
  // Who opened it may be several people; of signers each is of another side.
  const mayBeSeveral = ways.several || (ways.person && !ways.attendance && !search.bearsTitle);
  if (!mayBeSeveral) return [...places, ...names];
  const lists = joinLists(names, text);
  return [...places, ...(search.wanted === 'person' ? lists.map((list) => withLast(list, text)) : lists)];
};

/** What the names of a sentence are held against. */
interface Search {
  readonly question: Question;
  readonly text: string;
  readonly matches: readonly Match[];
  /** Of the question's words. */
  readonly weights: Terms;
  readonly all: readonly Name[];
  /** Those that the question gives: they are no answer. */
  readonly given: ReadonlySet<Name>;
  readonly found: readonly Name[];
  /** Of them, where a person is wanted. */
  readonly people: readonly Name[];
  readonly wanted: 'person' | 'organisation';
  readonly bearsTitle: boolean;
  /** What is said of each of the people, and what of the other side is; null where the sentence tells of the right one. */
  readonly descriptions: readonly Description[];
  readonly ofOtherSide: readonly Description[] | null;
  /** Words that what a person is said to be stands near to. */
  readonly near: Terms;
}

function beginSearch(
  question: Question,
  { said: { text, names: all }, weights }: Parameters<Finder>[1],
  matches: readonly Match[],
): Search {
  const { ways, person, expects } = question;
  const wanted = ways.attendance || ways.person ? 'person' : 'organisation';
  const given = new Set(all.filter((name) => isGiven(name, text, question, expects.organisation)));
  const found = all.filter((name) => !isByline(name, text) && !given.has(name));
  const people = wanted === 'person' ? found.filter(({ kind }) => kind === 'person') : [];
  const titleless = withoutTitle(question, weights);
  const { side } = person;
  const describe = (words: Terms): Description[] => describePeople(people, text, question, matches, words);
  const isTold = side === null || !side.isNamed || says(matches, side.terms);
  return {
    ...{ question, text, matches, weights, all, given, found, people, wanted },
    bearsTitle: person.titles.length > 0,
    // Who signed for one side is not told by what the question says of the other.
    descriptions: describe(side ? withoutGiven(question, titleless, side.terms) : titleless),
    ofOtherSide: isTold ? null : describe(weighOtherSide(side.terms, question, titleless)),
    near: side?.isNamed && isTold ? withoutGiven(question, titleless, side.terms) : titleless,
  };
}

function toCandidate(name: Name, search: Search): Candidate {
  const { question, text, matches, all, people } = search;
  const description = search.descriptions[people.indexOf(name)];
  const role = roleFit(question.role, name, all, text);
  const does = people.includes(name)
    ? SPECIALITIES.map((one) => one.does(question, name, text)).find((does) => does !== undefined)
    : undefined;
  const factor = role.factor * kindFactor(name, search) * (does === false ? ONLY_ATTENDS : 1);
  const near = nearness(name, text, matches, description ? search.near : search.weights);
  return {
    kind: 'who',
    nameOf: name.kind,
    ...(does !== undefined && { does }),
    ...(isOther(name, search) && { fits: false }),
    ...((role.isOpposite || (search.bearsTitle && isOrganisation(name))) && { isNoAnswer: true }),
    start: name.start,
    end: name.end,
    score: (description ? descriptionFactor(description) : 1) * factor * (near + (description?.weight ?? 0)),
    ...(description && { description: { ...description, factor } }),
  };
}

/** How far a name is of the kind that is asked for, whatever is said of it. */
function kindFactor(name: Name, search: Search): number {
  const { text, wanted, people, all, given, ofOtherSide } = search;
  const isOfWanted = name.kind === wanted;
  return (
    (isOfWanted ? 3 : wanted === 'person' ? NOBODY : 1) *
    (search.question.expects.organisation?.test(name.text) ? 3 : 1) *
    (wanted === 'organisation' && isOther(name, search) ? OTHER_TYPE : 1) *
    (wanted === 'organisation' && isPartner(name, all, given, text) ? PARTNER : 1) *
    (isOnlyThere(text.slice(0, name.start)) ? ONLY_THERE : 1) *
    ((ofOtherSide?.[people.indexOf(name)]?.weight ?? 0) > 0 ? OTHER_SIDE : 1)
  );
}

/** Who asks which district signed does not ask for a company. */
function isOther({ kind, text: said }: Name, { wanted, question: { expects } }: Search): boolean {
  if (wanted === 'person') return kind !== 'person';
  const level = expects.placeAsParty ? expects.place : undefined;
  return (
    (expects.organisation !== undefined && !isOfType(expects.organisation, said)) ||
    (level !== undefined && !isOfLevel(level, placeOf(said)))
  );
}

/** What bears no title; a single word in Latin letters may be somebody's name. */
const isOrganisation = ({ kind, text }: Name): boolean =>
  kind === 'organisation' && /[\s\p{Script=Han}]/u.test(text);

const GOVERNMENT = new RegExp(sourceOf(LANGUAGES.flatMap(({ places }) => places.governments)), 'u');

/** The district of 拱墅区政府. */
const placeOf = (name: string): string => name.replace(GOVERNMENT, '');

const says = (matches: readonly Match[], wanted: Terms): boolean =>
  matches.some(({ terms }) => [...terms.keys()].some((term) => wanted.has(term)));

/** Nor, where the side itself is not named, by somebody of the other: 副市长陈杰与三峡集团副总经理王良友 for Shanghai. */
const OTHER_SIDE = 0.5;
const weighOtherSide = (side: Terms, { given }: Question, weights: Terms): Terms =>
  new Map([...weights].filter(([term]) => !side.has(term) && given.has(term)));

/** Who asks for a person does not ask for an organisation, unless the text tells nobody. */
const NOBODY = 0.1;

/** Nor who asks for a company for a school. */
const OTHER_TYPE = 0.3;

/** Who asks who signed does not ask who else was there, nor where it was. */
const ONLY_THERE = 0.3;
const ONLY_ATTENDS = 0.2;

const DESCRIPTIONS = LANGUAGES.map(({ descriptions }) => descriptions);
const isOnlyThere = fitter(DESCRIPTIONS.flatMap(({ onlyThere }) => onlyThere));
const joinsList = fitter(DESCRIPTIONS.flatMap(({ listJoints }) => listJoints));
const joinsPartners = fitter(DESCRIPTIONS.flatMap(({ partnerJoints }) => partnerJoints));

/** What stands between two names, without what is said of the first in brackets. */
const between = (one: Span, next: Span, text: string): string =>
  text.slice(one.end, next.start).replace(/^[（(][^（）()]{1,20}[）)]/u, '');

/** Who is joined to a party that the question gives is the other party: 耕旺园艺与中兴镇人民政府. */
const PARTNER = 2;

function isPartner(name: Name, all: readonly Name[], given: ReadonlySet<Name>, text: string): boolean {
  const place = all.indexOf(name);
  const after = all[place + 1];
  if (after !== undefined && given.has(after) && joinsPartners(between(name, after, text))) return true;
  // 密云区政府和环境规划院、环境监测总站: who follows the partner in a list is one, too.
  let first = place;
  while (first > 0 && all[first - 1]!.kind === name.kind && isListed(all[first - 1]!, all[first]!, text))
    first--;
  const before = all[first - 1];
  return before !== undefined && given.has(before) && joinsPartners(between(before, all[first]!, text));
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
      last !== undefined && last.nameOf === name.nameOf && joinsList(between(last, name, text).trim());
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

/** The last of a list may go by a nickname, which no table knows; one word up to the end of the sentence. */
const LAST = DESCRIPTIONS.flatMap(({ listEnds }) => listEnds);

function withLast(list: Candidate, text: string): Candidate {
  const rest = text.slice(list.end);
  const last = list.members && LAST.map(({ pattern }) => pattern.exec(rest)).find((match) => match !== null);
  if (!last) return list;
  return { ...list, end: list.end + last[0].length, members: [...list.members!, last.groups!.name!] };
}
