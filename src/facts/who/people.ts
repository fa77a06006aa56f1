/** What a sentence says of its people: what they are, and for whom they act. */

import type { Question } from '../../question/question.ts';
import type { DescriptionRules } from '../../rules/descriptions.ts';
import { LANGUAGES, rulesFor } from '../../rules/languages.ts';
import { fitter, sourceOf } from '../../rules/rule.ts';
import type { Match } from '../../text/locate.ts';
import { RANKS, TITLE } from '../../text/titles.ts';
import type { Span, Terms } from '../../types.ts';
import { weightOf } from '../nearness.ts';
import { SPECIALITIES } from '../specialities.ts';
import { titleFit } from './title-fit.ts';

const DEPUTIES = LANGUAGES.flatMap(({ titles }) => titles.deputies);
const isDeputy = (title: string): boolean => DEPUTIES.some(({ pattern }) => pattern.test(title));
/** What is said of a person weighs this much more than what else stands near. */
const APPOSITION = 2;
/** A title of this many characters names no organisation: 副校长, 党委副书记. */
const SHORT_TITLE = 6;
/** An organisation said of the name before counts this much for the next of a list. */
const SAME_ORGANISATION = 0.8;
/** What a language says beside a name, as patterns. */
function patternsOf({ before, after, joints, titleJoints, ofLast, inOrder }: DescriptionRules) {
  const joint = sourceOf(joints);
  return {
    /** Right before a name: 上合经贸研修院（青岛）院长, and of several titles all, as in 党委书记、董事长. */
    before: new RegExp(`(?:${sourceOf(before)}*${TITLE}、)*${sourceOf(before)}*$`, 'u'),
    after: after.map(({ pattern }) => pattern),
    continues: new RegExp(`^${joint}?$`, 'u'),
    joined: new RegExp(`${joint}$`, 'u'),
    joint: new RegExp(joint, 'u'),
    titleJoint: new RegExp(sourceOf(titleJoints), 'u'),
    isOfLast: fitter(ofLast),
    inOrder: inOrder.map(({ pattern }) => pattern),
  };
}

const PATTERNS = new Map(LANGUAGES.map(({ code, descriptions }) => [code, patternsOf(descriptions)]));

/** What a sentence says of a person, held against the question. */
export interface Description {
  /** Weight of the question's words in it. */
  readonly weight: number;
  /** How much of the title asked for is there, from 0 to 1; 1 where none is asked for. */
  readonly fits: number;
  /** How much of the organisation asked for is there (of 绿发会秘书长 the 绿发会), from 0 to 1; 1 where none is asked for. */
  readonly organisation: number;
}

/** Who asks for the chairman does not ask for those of another title, or of none. */
const OTHER_TITLE = 0.2;
/** Nor for the chairman of another organisation. */
const OTHER_ORGANISATION = 0.7;

/** What the score of a person counts, in (0, 1]. */
export const descriptionFactor = ({ fits, organisation }: Description): number =>
  (OTHER_TITLE + (1 - OTHER_TITLE) * fits) * (OTHER_ORGANISATION + (1 - OTHER_ORGANISATION) * organisation);

/**
 * What a sentence says of each of its people: before the name, after it, or as the party signed for. Who asks for the
 * mayor does not ask for a deputy.
 */
export function describePeople(
  people: readonly Span[],
  text: string,
  question: Question,
  matches: readonly Match[],
  weights: Terms,
): Description[] {
  const { titles } = question.person;
  const patterns = PATTERNS.get(rulesFor(text).code)!;
  const { weigh, shareOfOrganisation, fitOf, asksOrganisation } = measures(text, question, matches, weights);
  let last: { end: number; weight: number; organisation: number } | null = null;
  return people.map(({ start, end }, i) => {
    const phrase = patterns.before.exec(text.slice(0, start))![0];
    const titled = { start: start - phrase.length, end: start };
    // 大学党委书记楚国清、副校长李雪华: the second is of the same organisation.
    const continues =
      last !== null &&
      patterns.continues.test(text.slice(last.end, titled.start)) &&
      phrase.length <= SHORT_TITLE;
    const before = {
      weight: continues ? SAME_ORGANISATION * last!.weight : 0,
      organisation: continues ? SAME_ORGANISATION * last!.organisation : 0,
    };
    last = {
      end,
      weight: weigh(titled) + before.weight,
      organisation: Math.max(shareOfOrganisation(titled), before.organisation),
    };
    const isSecond =
      i > 0 && patterns.joined.test(text.slice(0, titled.start)) && !patterns.isOfLast(text.slice(end));
    const after = { start: end, end: end + (firstOf(patterns.after, text.slice(end))?.[0].length ?? 0) };
    const title = { start: end, end: end + (TITLE_AFTER.exec(text.slice(end))?.[0].length ?? 0) };
    const said = [
      // 人保集团才智伟副总裁: the organisation before the name and the title after it.
      {
        weight: before.weight + weigh(titled),
        fits: Math.max(fitOf(titled), fitOf(title)),
        organisation: last.organisation,
      },
      ...[
        ...SPECIALITIES.flatMap(({ partiesOf }) => partiesOf({ start, end }, text)),
        ...roleOf(i, people, text),
        // 副市长陈杰与副总经理王良友签约: what follows two names is said of both.
        ...(isSecond ? [] : [after]),
      ].map((span) => ({ weight: weigh(span), fits: fitOf(span), organisation: shareOfOrganisation(span) })),
    ];
    const weight = APPOSITION * said.reduce((sum, one) => sum + one.weight, 0);
    if (titles.length === 0) return { weight, fits: 1, organisation: 1 };
    return {
      weight,
      fits: Math.max(...said.map(({ fits }) => fits)),
      // 省基金会办公室主任刘露担任委员会副主任: what another title is of says less.
      organisation: !asksOrganisation
        ? 1
        : Math.max(...said.map((one) => one.organisation * (one.fits > 0 ? 1 : OF_OTHER_TITLE))),
    };
  });
}

/** How spans of a sentence are held against the person that is asked for. */
function measures(text: string, question: Question, matches: readonly Match[], weights: Terms) {
  const { titles } = question.person;
  const { titleJoint } = PATTERNS.get(rulesFor(text).code)!;
  const inside = ({ start, end }: Span): Match[] =>
    matches.filter((match) => match.start >= start && match.end <= end);
  const organisation = organisationOf(question, weights);
  // Whose chairman is asked for is not told by what else the question names: the CEO of A that signed with B.
  const ofOrganisation = organisation.size === 0 ? weights : withoutGiven(question, weights, organisation);
  const weigh = (span: Span): number =>
    inside(span).reduce((sum, match) => sum + weightOf(match, ofOrganisation), 0);
  const shareOfOrganisation = (span: Span): number => coverageOf(organisation, inside(span));
  // Of 党委副书记、校长 each title is one of its own.
  const fitOf = ({ start, end }: Span): number =>
    Math.max(
      ...text
        .slice(start, end)
        .split(titleJoint)
        .flatMap((title) =>
          titles
            .filter(({ isAnyRank }) => isAnyRank || isDeputy(title) === question.ways.deputy)
            .map((asked) => titleFit(asked, title)),
        ),
      0,
    );
  return { weigh, shareOfOrganisation, fitOf, asksOrganisation: organisation.size > 0 };
}

const OF_OTHER_TITLE = 0.5;
const TITLE_AFTER = new RegExp(`^${RANKS}${TITLE}`, 'iu');

/** Terms of the organisation whose chairman is asked for, of those that `weights` has. */
const organisationOf = ({ person }: Question, weights: Terms): Terms =>
  new Map([...person.organisation].filter(([term]) => (weights.get(term) ?? 0) > 0));

/** Weights without those of the names and circumstances that a question gives, but for some. */
export const withoutGiven = ({ given }: Question, weights: Terms, but: Terms): Terms =>
  new Map([...weights].filter(([term]) => but.has(term) || !given.has(term)));

/** Share of the weight of terms that matches have. */
function coverageOf(weights: Terms, matches: readonly Match[]): number {
  let sum = 0;
  let total = 0;
  for (const [term, weight] of weights) {
    total += weight;
    sum += weight * Math.max(0, ...matches.map(({ terms }) => terms.get(term) ?? 0));
  }
  return total === 0 ? 0 : sum / total;
}

/** Weights without the words of the title asked for, which a description is judged by already. */
export const withoutTitle = ({ person: { titleTerms } }: Question, weights: Terms): Terms =>
  titleTerms.size === 0 ? weights : new Map([...weights].filter(([term]) => !titleTerms.has(term)));

const firstOf = (patterns: readonly RegExp[], text: string): RegExpExecArray | null =>
  patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null) ?? null;

/** 陈少波、刘霄分别担任秘书长、副秘书长: the role of one of several people, in their order. */
function roleOf(i: number, people: readonly Span[], text: string): Span[] {
  const { inOrder, joint } = PATTERNS.get(rulesFor(text).code)!;
  const last = people.findIndex(({ end }, j) => j >= i && firstOf(inOrder, text.slice(end)) !== null);
  if (last < 0 || /[。；]/u.test(text.slice(people[i]!.end, people[last]!.end))) return [];
  const { roles } = firstOf(inOrder, text.slice(people[last]!.end))!.groups!;
  const each = roles!.split(joint).filter((role) => role !== '');
  const role = each[each.length - 1 - (last - i)];
  if (role === undefined) return [];
  const start = text.indexOf(role, text.indexOf(roles!, people[last]!.end));
  return [{ start, end: start + role.length }];
}
