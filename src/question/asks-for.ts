/** What exactly a question means with who, when and where: a hand or a party, a day, a venue, one or several. */
import { questionTerms } from '../text/analyze.ts';
import { normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import type { Terms } from '../types.ts';
import type { AskedNoun } from './asked-noun.ts';

/** Ways to ask, in simplified, lower-case text. */
const WAYS = {
  person:
    /派谁|[这那][边头方].{0,2}谁|谁.{0,2}[这那][边头方]|由谁.{0,8}(?:签|代表|主持|出席)|谁.{0,4}(?:签|代表|主持|出席|出面|致辞|说|介绍|讲|透露|强调|指出|宣布|带队|率|接待|揭|颁|剪|发言|演讲|分享|解读)|代表.*谁|哪位|叫什么|是谁[？?\s]*$|\bwho\b(?!.*\bwith\b|.*\bpartner)/,
  organisation: /谁和|和谁|跟谁|与谁|(?<![这那][边头方].{0,2})谁[跟与]|\bsign(?:ed)? with\b|哪[几些]?[家所]/,
  signer:
    /[这那][边头方].{0,2}谁.{0,20}签|签的?字(?!仪式)|落的?笔|是谁签|代表.*签|签.*代表|签[字约署][人者]|派谁(?!.{0,3}(?:讲|说|发言|致辞|出席|参加|主持))|由谁.{0,8}(?:签|代表)|\bsign(?:ed|ing) (?:for|on behalf of|on .* (?:side|behalf))|\bwho (?:\w+ )?signed (?:the|an?|its?|their) .+ (?:for|on behalf of) |\bwho represent|\bput (?:pen to paper|(?:his|her|their) names?)\b|\bwho inked\b|\bsign(?:er|ator(?:y|ie))s?\b/,
  attendance:
    /谁.{0,4}(?:出席|参加|见证|主持)|(?:出席|参加|见证|主持).*谁|\bwho (?:attended|was there|was present|witnessed|hosted)/,
  several: /哪[几些两三四五六]|都[有是和跟与].{0,6}谁|分别.{0,6}谁|还有谁|\bwho else\b/,
  day: /哪一?[天日]|几[月号日]|日期|(?:签约|签署|签订)时间|\b(?:what|which) (?:day|date)\b|\bdate\b|\bwhat day/,
  year: /哪一?年|几月份|哪个?月|年份|\b(?:what|which) (?:year|month)\b/,
  score: /\bscores?\b|比分/,
  ordinal: /第几|排名|名次|\brank(?:s|ed|ing)?\b/,
  future:
    /\bwhen will\b|\b(?:what|which) (?:date|day|month|year) will\b|(?:预计|计划|拟|打算)[于在]?(?:什么时候|啥时候|何时|哪[天年月])|\bwill .*\bwhen\b|将[于在]?.{0,6}(?:什么时候|啥时候|何时|哪[天年月])|(?:什么时候|啥时候|何时|哪[天年月]).{0,4}(?:将|生效|实施|施行)/,
  planned:
    /\b(?:planned|scheduled|due|expected|meant|supposed|slated|set) to\b|原计划|原定|预计|计划[于在]|拟[于在]/,
  month: /哪个?月|几月/,
  end: /\b(?:until|till|through) (?:when|what)\b|(?:到|至|截止[到至于]?)(?:什么时候|啥时候|何时|哪[天年月]|几[月号])/,
  beginning: /\bsince (?:when|what)\b|[从自](?:什么时候|啥时候|何时|哪一?[天年月]|几[月号])/,
  term: /有效期|期限|(?:签|合同|协议|合约).{0,6}几年|几年.{0,2}(?:合同|协议|合约|约)|\b(?:how (?:long|many (?:years|months)))\b.*\b(?:agreement|contract|deal|pact|accord|mou|memorandum|licen[cs]e|lease|partnership|valid|term)\b|\bterm of the\b|\bduration\b/,
  venue: /\b(?:held|hold|host\w*|sign\w*|launch\w*|take place|took place)\b|举行|举办|召开|签|办的|开的|启动/,
  country: /国|\b(?:country|countries|nations?)\b/,
} as const;

/** What exactly a question asks for, of a kind of fact. */
export interface Ways {
  /** The hand that signed, not the side: 谁签的字, who signed for the province. */
  readonly signer: boolean;
  /** Somebody in the flesh: who signed for, who was there. */
  readonly attendance: boolean;
  /** A person, with who; "who signed with" means the other party. */
  readonly person: boolean;
  /** A list: 哪些企业, which two companies. */
  readonly several: boolean;
  /** A day, of which a year alone says nothing. */
  readonly day: boolean;
  /** A year or a month, which a day does not tell better. */
  readonly year: boolean;
  /** A month: 几月份. */
  readonly month: boolean;
  /** A day to come: when will it open, 什么时候生效. */
  readonly future: boolean;
  /** A day to come, or one that somebody planned. */
  readonly planned: boolean;
  /** The last day of a time: until when. */
  readonly end: boolean;
  /** The first day of a time: since when. */
  readonly beginning: boolean;
  /** A place in a row: 第几届. */
  readonly ordinal: boolean;
  /** The score of a match. */
  readonly score: boolean;
  /** The term of a contract: 一签就是几年, how long is the deal valid. */
  readonly term: boolean;
  /** The place of an occasion. */
  readonly venue: boolean;
  /** A whole country. */
  readonly country: boolean;
}

/** Ways in which a normalised question asks. */
export function waysOf(folded: string, asked: readonly AskedNoun[]): Ways {
  const asks = (way: keyof typeof WAYS): boolean => WAYS[way].test(folded);
  const signer = asks('signer') && !(WHICH_ONE.test(folded) && asksForHouse(asked));
  const future = asks('future');
  return {
    signer,
    attendance: signer || asks('attendance'),
    person: signer || asksForPerson(asked, asks('person') && !asks('organisation')),
    several: asks('several') || asked.some(({ noun, kind }) => kind !== 'thing' && /[^s]s$/.test(noun)),
    day: asks('day'),
    year: asks('year'),
    month: asks('month'),
    future,
    planned: future || asks('planned'),
    end: asks('end'),
    beginning: asks('beginning'),
    ordinal: asks('ordinal'),
    score: asks('score'),
    term: asks('term'),
    venue: asks('venue'),
    country: asks('country'),
  };
}

/** Which district government signed for the project asks for no person, who signed for which district does. */
const WHICH_ONE = /^(?!.*(?:谁|人|代表|\bwho|\bsignator))/u;
const asksForHouse = (asked: readonly AskedNoun[]): boolean =>
  asked.some(({ kind }) => kind === 'organisation' || kind === 'place' || kind === 'party') &&
  !asked.some(({ kind }) => kind === 'person');

/** What its noun says counts before how it asks: 哪家公司的老总. */
function asksForPerson(asked: readonly AskedNoun[], byWord: boolean): boolean {
  const named = asked.find(({ kind }) => kind === 'person' || kind === 'organisation');
  return named === undefined ? byWord : named.kind === 'person';
}

/** An English side follows what says for whom, and ends before a circumstance. */
const sideAfter = ({ source }: RegExp): RegExp =>
  new RegExp(`${source} (?<side>.+?)(?= (?:in|with|at|when|on|to|during)\\b|[?,]|$)`, 'd');

/** For which side: who signed for Hebei in the PICC deal, 人保这边是谁签的字. */
const SIDES: readonly RegExp[] = [
  /(?<side>[省市县区镇乡校院])[里方](?:面|边)?(?:是|由|派)?谁/d,
  sideAfter(
    /\b(?:signed|signing|attended|present|was there|pen to paper|spoke|came|went|appeared|turned up|showed up) (?:for|on behalf of)/,
  ),
  sideAfter(/\bwho (?:\w+ )?signed (?:the|an?|its?|their) .+ (?:for|on behalf of)/),
  sideAfter(/\bput (?:pen to paper|(?:his|her|their) names?)\b.* (?:for|on behalf of)/),
  sideAfter(/\brepresent(?:ed|ing|s)?/),
  /(?:^|\b(?:was|were|is|are|the) )(?<side>[\w'’& -]{2,40}?)(?:['’]s?)? sign(?:er|ator(?:y|ie))s?\b/d,
  sideAfter(/\bsign(?:er|ator(?:y|ie))s? (?:for|from)/),
  sideAfter(/\bon behalf of/),
  /\bsigned on (?<side>.+?)['’]s? (?:side|behalf)\b/d,
  /(?<side>[^，。？！、和跟与同,?]{2,12}?)(?:[这那](?:边|头|方)|一方|方面)/d,
  /(?<side>[^，。？！、和跟与同,?]{2,12}?)(?:是|由|派)?谁(?:签|代表|出|来|去|讲|致辞|发言)/d,
  /代表(?<side>[^，。？！,?谁]{2,14}?)(?=签|出席|[的跟和与同])/d,
  /(?<side>[^，。？！,?\s]{2,14}?)方?的?签[约字署](?:人?代表|[人者])/d,
];

/** Who may stand for any side: 公司派谁, 省里谁签的. */
const ANY_SIDE = /^(?:公司|企业|集团|银行|学校|政府|官方|单位|[省市县区镇乡校院](?:[里方](?:面|边)?)?)$/u;

export interface Side {
  readonly terms: Terms;
  /** False for 公司 and 省里, which may be either. */
  readonly isNamed: boolean;
}

/** The side whose signer is asked for; null where the question tells none. */
export function signersSide(text: string, today: string): Side | null {
  const folded = normalizeWithOrigin(text);
  const found = SIDES.map((pattern) => pattern.exec(folded.text)?.indices?.groups?.side);
  const side = found.find((span) => span !== undefined);
  if (side === undefined) return null;
  // As the question writes it: PICC is a name in capitals only.
  const { start, end } = originalSpan(folded, ...side);
  const written = text.slice(start, end);
  return { terms: questionTerms(written, today), isNamed: !ANY_SIDE.test(folded.text.slice(...side)) };
}
