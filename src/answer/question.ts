/** What a person asks: in which language, for which kinds of fact, and the terms to look for. */
import { hasTerms, questionTerms } from '../text/analyze.ts';
import { countHan, latinWords } from '../text/characters.ts';
import { normalize } from '../text/normalize.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import type { FactKind, Language, Terms } from '../types.ts';
import { withoutAskedPhrase } from './focus.ts';

export interface Question {
  readonly text: string;
  readonly language: Language;
  /** Kinds of fact asked for, in the order of the question; `what` alone where nothing else is. */
  readonly kinds: readonly FactKind[];
  readonly terms: Terms;
  /** Day on which it is asked, `YYYY-MM-DD`. */
  readonly today: string;
  /** The terms without those that only describe what is asked for: not "textile" of "which textile federation". */
  readonly given: Terms;
}

/** A longer question than this is cut: no one asks more, and terms cost time. */
export const MAX_QUESTION_CHARACTERS = 1_000;

/** What people and organisations are: "which vice mayor", "哪家电商平台" ask who. */
export const PERSON_ZH =
  'ceo|cto|cfo|首席执行官|总统|总理|首相|外长|防长|发言人|教练|书记|省长|州长|市长|区长|县长|镇长|董事长|理事长|总经理|总裁|院长|校长|局长|厅长|部长|司长|处长|馆长|队长|船长|组长|导演|董秘|主席|总监|台长|社长|行长|会长|所长|秘书长|主任|院士|教授|大使|一把手|领导|高管|负责人|专家|代表|同学|老师';
export const PERSON_EN =
  'president|mayor|secretary|governor|chair|chairs|chairman|chairwoman|manager|academician|ambassador|director|chief|head|leader|official|executive|student|employee|professor|founder|person|expert|minister|ceo|premier|coach|captain|spokesman|spokeswoman|spokesperson|senator|judge|king|queen';
const ORGANISATION_ZH =
  '公司|航司|企业|集团|单位|俱乐部|球队|机构|大学|高校|学校|学院|医院|银行|研究院|研究所|学会|协会|商会|联合会|基金会|平台|车企|央企|政府|部门|农科院|媒体|品牌|县|社';
const ORGANISATION_EN =
  'company|companies|firms?|university|universities|school|college|hospital|bank|group|institute|institution|federation|association|society|chamber|foundation|partner|organi[sz]ation|government|maker|brand|business|subdistrict|park|base|agency|agencies|platform|county|county government|province|newspaper|state firms|shipping line|manufacturer|body|court|giant|authority|regulator|subsidiary|unit|arm|carrier|lender|contractor|shipyard|sponsor|organi[sz]er|customer|client|buyer|seller|vendor|venture|airline|port|club|team|lab|laboratory|ministry|publisher|museum|insurer|retailer|automaker|broadcaster|operator|supplier|developer|fund|exchange|council|committee|centre|center|studio|shop|chain';

/** What is told as an amount: "what is the total value" asks how much. */
const MEASURE_EN =
  'value|amount|payment|deposit|sum|fine|dividend|debt|income|price|cost|fees?|rate|percentage|proportion|size|length|height|weight|capacity|volume|turnover|revenue|profit|loss|salary|budget|population|duration|investment|funding|quota|speed|distance|number|total';

/** Ways to ask for a kind, in simplified, lower-case text. */
const ASKS: readonly (readonly [FactKind, RegExp])[] = [
  ['when', /什么时候|啥时候|何时|哪一?[天年月日]|几[月号日]|时间|日期|\bwhen\b|\b(?:what|which) (?:day|date|year|month)\b|\bdate\b|\bon exactly which day/],
  ['number', new RegExp(
    `多少|几(?![月号日乎])|多[大高长远快重久]|金额|(?:面积|价格|比例|占比|费率|利率|税率|汇率|规模|总额|总量|销量|产量|有效期)(?:呢|$|[?？])|` +
    `\\bhow (?:many|much|long|big|large|old|often|far|high|fast|tall)\\b|\\bnumber of\\b|\\bwhich (?:birth )?anniversary|\\bwithin how many|` +
    `\\b(?:what|which)(?:['’]s| is| was| are| were| will be)(?: [\\w-]+){0,4}? (?:${MEASURE_EN})\\b|` +
    `\\b(?:what|which)(?: [\\w-]+)? (?:${MEASURE_EN})\\b(?! (?:agreement|contract|deal|bank|company|firm|fund))|` +
    `\\btotal (?:${MEASURE_EN})\\b|\\b(?:${MEASURE_EN})\\W*$`,
  )],
  ['where', /哪里|哪儿|何处|在哪(?!家|个|位|些|天|年|次|所)|什么地方|地点|哪[个座栋家]?(?:城市|省(?!级)|市|镇|区|院区|楼|大会|会上|地方|酒店|宾馆|饭店)|(?:签约|签署|举办|举行)(?:城市|地点?)(?:$|[?？])|\bwhere\b|\b(?:what|which) (?:\S+ )?(?:city|town|place|country|neighbou?rhood|venue|location)\b|\bat (?:what|which) (?:\S+ )?(?:university|school|college|theatre|theater|hotel|museum|hall|stadium|hospital|cent(?:re|er)|forum|conference|event|fair|expo|summit|park|base)\b/],
  ['who', new RegExp(
    `谁|哪位|何人|[和跟与同]哪[里儿](?:签|合作)|(?:${PERSON_ZH}|人)(?:叫|是)(?:什么|啥|哪)|哪[几些]?[家个所]?(?:\\S{0,6})(?:${ORGANISATION_ZH})|哪[几些两三]?[家所](?!城市|酒店|宾馆|饭店)|(?:合作|签约)(?:单位|银行|方|对象)|` +
    `\\bwho(?:m|se)?\\b|\\bwith (?:what|which)\\b|(?<!\\bat )\\b(?:what|which) (?!(?:day|date|year|month|time|city|town|place|country)\\b(?!-))(?:[\\w'’&-]+ ){0,5}?(?:${PERSON_EN}|${ORGANISATION_EN})\\b`,
  )],
]; // biome-ignore format: a table

const ASKS_PERSON = new RegExp(
  `派谁|[这那]边.{0,2}谁|谁.{0,2}[这那]边|由谁.{0,8}(?:签|代表|主持|出席)|谁.{0,4}(?:签|代表|主持|出席|出面|致辞|说)|代表.*谁|哪位|${PERSON_ZH}|\\bwho\\b(?!.*\\bwith\\b|.*\\bpartner)|\\bsigned (?:for|on behalf of|on .* side)|\\b(?:${PERSON_EN})\\b`,
);
const ASKS_ORGANISATION = new RegExp(
  `谁和|和谁|跟谁|与谁|谁跟|谁与|\\bsign(?:ed)? with\\b|哪[几些]?[家个所]|哪[几些]?[家个所]?(?:${ORGANISATION_ZH})`,
);

/** Whose hand signed, not which side: 谁签的字, who signed for the province. */
const SIGNS_IN_PERSON =
  /签的?字|是谁签|代表.*签|签.*代表|派谁|由谁.{0,8}(?:签|代表)|\bsign(?:ed|ing) (?:for|on behalf of|on .* side)|\bwho represent/;

/** Whether somebody in the flesh is asked for: who signed for, who was there. */
export const asksForAttendance = (question: Question): boolean =>
  asksForSigner(question) ||
  /谁.{0,4}(?:出席|参加|见证|主持)|(?:出席|参加|见证|主持).*谁|\bwho (?:attended|was there|was present|witnessed|hosted)/.test(
    normalize(question.text),
  );

/** Whether a day is asked for, of which a year alone says nothing. */
export const asksForDay = ({ text }: Question): boolean =>
  /哪一?[天日]|几[月号日]|日期|(?:签约|签署|签订)时间|\b(?:what|which) (?:day|date)\b|\bdate\b|\bwhat day/.test(
    normalize(text),
  );

/** Whether the place of an occasion is asked for. */
export const asksForVenue = ({ text }: Question): boolean =>
  /\b(?:held|hold|host\w*|sign\w*|launch\w*|take place|took place)\b|举行|举办|召开|签|办的|开的|启动/.test(
    normalize(text),
  );

/** Whether a day to come is asked for: when will it open, 什么时候生效. */
export const asksForFuture = ({ text }: Question): boolean =>
  /\bwhen will\b|\bwill .*\bwhen\b|将[于在]?.{0,6}(?:什么时候|啥时候|何时|哪[天年月])|(?:什么时候|啥时候|何时|哪[天年月]).{0,4}(?:将|生效|实施|施行)/.test(
    normalize(text),
  );

/** Whether the hand that signed is asked for. */
export const asksForSigner = ({ text }: Question): boolean => SIGNS_IN_PERSON.test(normalize(text));

/** For which side: who signed for Hebei in the PICC deal, 人保这边是谁签的字. */
const SIDES: readonly RegExp[] = [
  /\b(?:signed|signing|attended|present|was there) (?:for|on behalf of) (?<side>.+?)(?= (?:in|with|at|when|on|to|during)\b|[?,]|$)/,
  /\brepresent(?:ed|ing|s)? (?<side>.+?)(?= (?:in|with|at|when|on|to|during)\b|[?,]|$)/,
  /\bsigned on (?<side>.+?)['’]s? side\b/,
  /(?<side>[^，。？！、和跟与同,?]{2,12}?)(?:这边|那边|一方|方面)/,
  /(?<side>[^，。？！、和跟与同,?]{2,12}?)(?:是|由|派)谁(?:签|代表|出)/,
  /代表(?<side>[^，。？！,?谁]{2,14}?)(?=签|出席|[的跟和与同])/,
];

/** Terms of the side whose signer is asked for; null where the question names none. */
export function signersSide({ text, today }: Question): Terms | null {
  const folded = normalize(text);
  const side = SIDES.map((pattern) => pattern.exec(folded)?.groups?.side).find((found) => found);
  return side === undefined ? null : questionTerms(side, today);
}

/** Whether a question for who means a person; "who signed with" means the other party. */
export function asksForPerson({ text }: Question): boolean {
  const folded = normalize(text);
  return (
    SIGNS_IN_PERSON.test(folded) ||
    (ASKS_PERSON.test(folded) && !(ASKS_ORGANISATION.test(folded) && !/哪位|叫什么|是谁/.test(folded)))
  );
}

const ASKS_SEVERAL =
  /哪[几些两三]|都[有是和跟与].{0,6}谁|分别.{0,6}谁|\b(?:which|what) (?:[\w'’-]+ ){0,4}?(?:companies|firms|enterprises|businesses|carmakers|universities|colleges|schools|hospitals|banks|institutions|institutes|organi[sz]ations|agencies|associations|groups|partners|parties|people|leaders|officials|executives)\b/;

/** Whether a list is asked for: 哪些企业, which two companies. */
export const asksForSeveral = ({ text }: Question): boolean => ASKS_SEVERAL.test(normalize(text));

/** Reads a question asked on the day `today`; null where it holds nothing to look up (empty, emoji only). */
export function readQuestion(text: string, today = new Date().toISOString().slice(0, 10)): Question | null {
  const shortened = [...text.trim()].slice(0, MAX_QUESTION_CHARACTERS).join('');
  if (!hasTerms(shortened)) return null;
  return {
    text: shortened,
    language: languageOf(shortened),
    kinds: kindsOf(normalize(shortened)),
    terms: questionTerms(shortened, today),
    today,
    given: questionTerms(withoutAskedPhrase(shortened), today),
  };
}

/** What to tell a person about a question that cannot be taken as it is; null where it can. */
export function noteOn(text: string): string | null {
  if (readQuestion(text) === null)
    return 'There is nothing to look up in this question: write it with words.';
  const length = [...text.trim()].length;
  return length > MAX_QUESTION_CHARACTERS
    ? `The question has ${length} characters; only the first ${MAX_QUESTION_CHARACTERS} were used.`
    : null;
}

/** English where the words between the names are English: "西工大 signed with which province?". */
export function languageOf(text: string): Language {
  const han = countHan(text);
  if (han === 0) return 'en';
  // A name such as LGC or MODI Plus does not make a Chinese question English.
  const words = latinWords(text).filter((word) => word === word.toLowerCase());
  const grammar = words.filter((word) => ENGLISH_STOP_WORDS.has(word)).length;
  return words.length + 2 * grammar >= han ? 'en' : 'zh';
}

function kindsOf(folded: string): FactKind[] {
  const asked = ASKS.map(([kind, pattern]) => ({ kind, place: folded.search(pattern) })).filter(
    ({ place }) => place >= 0,
  );
  asked.sort((a, b) => a.place - b.place);
  return asked.length === 0 ? ['what'] : asked.map(({ kind }) => kind);
}
