/** What a sentence says of its people: what they are, for whom they sign, and whether they sign at all. */
import type { Match } from '../text/analyze.ts';
import { normalize } from '../text/normalize.ts';
import type { Span, Terms } from '../types.ts';
import { weightOf } from './nearness.ts';
import { PERSON_EN, PERSON_ZH, type Question } from './question.ts';

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
export function apposition(
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
