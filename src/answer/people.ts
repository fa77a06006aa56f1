/** What a sentence says of its people: what they are, for whom they sign, and whether they sign at all. */
import type { Match } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { normalize } from '../text/normalize.ts';
import { meansNoun } from '../text/noun-kinds.ts';
import { TITLE } from '../text/titles.ts';
import { cutWordsForSearch } from '../text/words.ts';
import type { Span, Terms } from '../types.ts';
import { weightOf } from './nearness.ts';
import type { Question } from './question.ts';

const DEPUTY = /副|助理|\bvice\b|\bdeputy\b|\bassistant\b/;
/** What is said of a person weighs this much more than what else stands near. */
const APPOSITION = 2;
/** A title of this many characters names no house: 副校长, 党委副书记. */
const SHORT_TITLE = 6;
/** A house said of the name before counts this much for the next of a list. */
const SAME_HOUSE = 0.8;
/** What is said right before a name: 上合经贸研修院（青岛）院长, and of several titles all, as in 党委书记、董事长. */
const BEFORE_NAME = new RegExp(`(?:[^，。；：、“”\\s和与及]*${TITLE}、)*[^，。；：、“”\\s和与及]*$`, 'u');
/** What is said right after it: 郑莉宣布开馆, 肖风华担任委员会主任. */
const AFTER_NAME = /^[^，。；：、“”和与及]{0,8}/u;
/** Two people, and whom each signs for: 杭宏伟与陈斌分别代表新北区人民政府和中建七局. */
const SIGNS_FOR =
  /^(?<second>[与和、][^，。；]{2,30}?)?(?:分别)代表(?<parties>(?<one>[^，。；、]{2,20}?)[与和、](?<other>[^，。；]{2,20}?))(?=签|签署|出席|共同|在|$)/u;

/** What a sentence says of a person, held against the question. */
export interface Description {
  /** Weight of the question's words in it. */
  readonly weight: number;
  /** Whether the title asked for is there; true where none is. */
  readonly fits: boolean;
}

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
  const titles = question.asked.filter(({ kind }) => kind === 'person');
  const asksDeputy = DEPUTY.test(normalize(question.text));
  const weigh = ({ start, end }: Span): number =>
    matches
      .filter((match) => match.start >= start && match.end <= end)
      .reduce((sum, match) => sum + weightOf(match, weights), 0);
  // Of 党委副书记、校长 each title is one of its own.
  const hasTitle = ({ start, end }: Span): boolean =>
    text
      .slice(start, end)
      .split('、')
      .some((title) => DEPUTY.test(title) === asksDeputy && titles.some(({ noun }) => isTitle(noun, title)));
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
    last = { end, weight: weigh(titled) + house };
    const isSecond =
      i > 0 && /[与和及、]$/u.test(text.slice(0, titled.start)) && !/^代表/u.test(text.slice(end));
    const after = { start: end, end: end + AFTER_NAME.exec(text.slice(end))![0].length };
    const said = [
      titled,
      ...signedFor(start, end, text),
      // 副市长陈杰与副总经理王良友签约: what follows two names is said of both.
      ...(isSecond ? [] : [after]),
    ];
    return {
      weight: APPOSITION * (house + said.reduce((sum, one) => sum + weigh(one), 0)),
      fits: titles.length === 0 || said.some(hasTitle),
    };
  });
}

/** Titles that stand for any: who asks for the head of an office may mean its 主任, 局长 or 书记. */
const ANY_HEAD =
  /^(?:head|chief|boss|leader|executive|official|figure|run|lead)s?$|高管|领导|一把手|负责人|官员|老总|老板|当家|人士$/;
const CHAIR = /^chair(?:s|woman|women|person|men)?$/;
const IS_HEAD = /长|书记|主任|主席|总裁|经理|老总|首席|负责人|ceo/u;

/** Whether what is said of a person has the title that is asked for, in either language: president in 大学校长. */
function isTitle(asked: string, said: string): boolean {
  const folded = normalize(said);
  if (ANY_HEAD.test(asked)) return IS_HEAD.test(folded);
  if (containsHan(asked))
    return folded.includes(asked) || (asked.length > 2 && folded.includes(asked.slice(-2)));
  const noun = asked.replace(CHAIR, 'chairman');
  return cutWordsForSearch(folded).some((word) => meansNoun(word, noun));
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
