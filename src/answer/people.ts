/** What a sentence says of its people: what they are, for whom they sign, and whether they sign at all. */
import type { Match } from '../text/analyze.ts';
import { normalize } from '../text/normalize.ts';
import type { Span, Terms } from '../types.ts';
import { PERSON_EN, PERSON_ZH } from './kinds.ts';
import { weightOf } from './nearness.ts';
import type { Question } from './question.ts';

const TITLE_ASKED = new RegExp(`${PERSON_ZH}|\\b(?:${PERSON_EN})\\b`);
const DEPUTY = /副|\bvice\b|\bdeputy\b/;
const OTHER_RANK = 0.3;
/** What is said of a person weighs this much more than what else stands near. */
const APPOSITION = 2;
/** The title right before the name weighs this much more than the rest of what is said: it is the last of them. */
const TITLE = 2;
/** A title of this many characters names no house: 副校长, 党委副书记. */
const SHORT_TITLE = 6;
/** A house said of the name before counts this much for the next of a list. */
const SAME_HOUSE = 0.5;
/** Where a title says whether it is a deputy's. */
const RANK_CHARACTERS = 6;
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
 * Weight of the question's words in what a sentence says of each of its people: before the name, after it, or as the
 * party signed for. Who asks for the mayor does not ask for a deputy.
 */
export function weighDescriptions(
  people: readonly Span[],
  text: string,
  question: Question,
  matches: readonly Match[],
  weights: Terms,
): number[] {
  // 谁代表…签 asks for a signer, whatever their rank.
  const asked = normalize(question.text).replaceAll('代表', ' ');
  const asksTitle = TITLE_ASKED.test(asked);
  const asksDeputy = DEPUTY.test(asked);
  const weigh = (said: Span): number => {
    const inside = matches.filter(({ start, end }) => start >= said.start && end <= said.end);
    const weight = inside.reduce((sum, match) => {
      const endsIt =
        match.end === said.end && TITLE_ASKED.test(normalize(text.slice(match.start, match.end)));
      return sum + (endsIt ? TITLE : 1) * weightOf(match, weights);
    }, 0);
    const rank = text.slice(Math.max(said.start, said.end - RANK_CHARACTERS), said.end);
    return (asksTitle && DEPUTY.test(rank) !== asksDeputy ? OTHER_RANK : 1) * weight;
  };
  let last: { end: number; weight: number } | null = null;
  return people.map(({ start, end }, i) => {
    const before = BEFORE_NAME.exec(text.slice(0, start))![0];
    const titled = { start: start - before.length, end: start };
    // 大学党委书记楚国清、副校长李雪华: the second is of the same house.
    const continues =
      last !== null &&
      /^[、和与及]?$/u.test(text.slice(last.end, titled.start)) &&
      before.length <= SHORT_TITLE;
    const house = continues ? SAME_HOUSE * last!.weight : 0;
    const isSecond =
      i > 0 && /[与和及、]$/u.test(text.slice(0, titled.start)) && !/^代表/u.test(text.slice(end));
    const after = AFTER_NAME.exec(text.slice(end))![0];
    const parts = [
      weigh(titled) + house,
      ...signedFor(start, end, text).map(weigh),
      // 副市长陈杰与副总经理王良友签约: what follows two names is said of both.
      ...(isSecond ? [] : [weigh({ start: end, end: end + after.length })]),
    ];
    const weight = parts.reduce((sum, part) => sum + part, 0);
    last = { end, weight: weigh(titled) + house };
    return APPOSITION * weight;
  });
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

/** What else a person does at a signing than sign: 出席签约仪式, witnessed the signing. */
const ONLY_ATTENDS = /出席|见证|参加|主持|会见|会谈|陪同|\battend|\bwitness/;
const SIGNS = /代表|签|\bsign/;

/** True where the clauses right after a name say that its bearer signs. */
export function signs({ end }: Span, text: string): boolean {
  const [clause] = /^(?:[^，。；,;]*[，,]?){1,2}/u.exec(text.slice(end))!;
  return SIGNS.test(clause) && !ONLY_ATTENDS.test(clause);
}
