/** Places in a text: where something is, was or was signed. */
import { containsHan } from '../text/characters.ts';
import { glossesOf } from '../text/glosses.ts';
import { normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import { tagWords } from '../text/words.ts';
import type { Span } from '../types.ts';

/** Words that lengthen the name of a place: 千灯 becomes 千灯镇, 张江 becomes 张江院区. */
const PLACE_END =
  /^(?:省|市|区|县|镇|乡|村|州|盟|旗|街道|新区|校区|院区|开发区|园区|大厦|大楼|中心|会议中心|国际会议中心|站|路|街|大道|广场|公园|机场|大桥|车站)$/;
const ENDS_AS_PLACE =
  /(?:省|市|区|县|镇|乡|街道|新区|校区|院区|开发区|园区|大厦|会议中心|酒店|宾馆|饭店|书展|大会|论坛|峰会|博览会)$/u;
/** What only looks like the name of one. */
const COMMON_NOUN = /^(?:城市|超市|上市|股市|门市|都市|大都市|省会城市|县级市|地级市)$/u;
/** What is said to take place somewhere: the words between 在 and it mostly name the place. */
const HELD_AT =
  /在[“"]?((?:[^\p{P}在]|[“"][^“”"]{1,12}[”"]){2,30}?)[”"]?(?:隆重|正式|成功|共同|联合|顺利)?(?:举行|举办|召开|签署|签订|签约|揭牌|开幕|启动|落地|落户|建设(?!银行)|设立|建立)/gu;

/** Where something lies: 总部位于韩国首尔，. */
const LIES_AT =
  /(?:位于|坐落[在于]|地处|设在|出生[于在]|生于|总部(?:设立?)?[在于])([^\p{P}的]{2,14}?)(?=[\p{P}的]|$)/gu;

/** Where somebody goes: 前往雄安城际站, 走进海棠集团. */
const GONE_TO =
  /(?:前往|奔赴|走进|来到|抵达|探访|参观)(?:了)?([^\p{P}的了]{2,14}?)(?=[及和与、，。；的]|开展|考察|调研|参加|出席|举行|建设|项目|$)/gu;

export interface Place extends Span {
  /** Whether something is said to take place there; then it may be the seat of who the question names. */
  readonly held: boolean;
  /** Above 0: more for what is said to be the place of something, less for what only says where a place lies. */
  readonly worth: number;
}

/** What is itself the occasion or part of a site: 在“2023东湖算力大会”上, 在张江院区布局. */
const HELD_IN =
  /在["“”《]?([^\p{P}在]{1,28}?(?:大会|论坛|峰会|书展|博览会|交易会|洽谈会|发布会|年会|院区|校区|园区|产业园|科技园|展馆|会议中心))/gu;

/** A time, a circumstance or a field that 在 is also said of: 在会见后签署, 在两位市长的见证下签约, 在金融场景落地. */
const NOT_A_PLACE =
  /(?:后|前|时|期间|之际|之下|见证下|基础上|背景下|起点上|过程中|框架下|领域|方面|场景|行业|环节|层面|业务|应用)$/u;

/** The smallest unit at the end of an address: 千灯镇 of 江苏省昆山市千灯镇. */
const TOWN = /(?<=[省市县区])[^省市县区]{2,6}(?:镇|乡|街道)$/u;

const SITE = /(?:广场|中心|大厦|大楼|酒店|宾馆|饭店|公园|基地|园区?|馆|厅)$/u;
/** A phrase of more characters than this says something of the place before it names it. */
const LONG_PHRASE = 8;

/** A unit that segmentation may cut, as 静海区 of 在静海区正式开园. */
const UNIT_AT = /(?<=在|位于|落户|来到|前往|走进)\p{Script=Han}{1,3}[区县镇]/gu;
/** A region at hand, or a kind of one: 在该地区, 在园区. */
const NO_UNIT =
  /^[该本此各我当全两这那]|[园校社景片院山城地小辖市特专灾林库新老郊厂战疫湾牧示发税假贸]区$|城镇$/u;

/** Length of the name at the end of a long phrase, from its last proper word on: 海粟文化广场 of 又一全新商办综合体海粟文化广场. */
function landmarkLength(phrase: string): number {
  if (phrase.length <= LONG_PHRASE || !SITE.test(phrase)) return 0;
  const proper = tagWords(phrase)
    .slice(1, -1)
    .findLast(
      ({ word, tag }) => word.length > 1 && (tag === 'ns' || (tag !== 'eng' && glossesOf(word).length === 0)),
    );
  return proper === undefined ? 0 : phrase.length - proper.start;
}

/** Places of a text; a town, its city and its province are places of their own. */
export function findPlaces(text: string): Place[] {
  if (!containsHan(text)) return findLatinPlaces(text);
  const folded = normalizeWithOrigin(text);
  const held = [...folded.text.matchAll(HELD_AT), ...folded.text.matchAll(HELD_IN)];
  const phrases = held.flatMap((match) => {
    if (NOT_A_PLACE.test(match[1]!) || COMMON_NOUN.test(match[1]!)) return [];
    const start = match.index + match[0].indexOf(match[1]!);
    const end = start + match[1]!.length;
    const tail = TOWN.exec(match[1]!)?.[0].length ?? landmarkLength(match[1]!);
    return [
      { ...originalSpan(folded, start, end), held: true, worth: tail > 0 ? 1 : 2 },
      ...(tail > 0 ? [{ ...originalSpan(folded, end - tail, end), held: true, worth: 3 }] : []),
    ];
  });
  const lying = [...folded.text.matchAll(LIES_AT), ...folded.text.matchAll(GONE_TO)].map((match) => {
    const end = match.index + match[0].length;
    return { ...originalSpan(folded, end - match[1]!.length, end), held: true, worth: 2 };
  });
  const units = [...folded.text.matchAll(UNIT_AT)]
    .filter(([unit]) => !NO_UNIT.test(unit))
    .map(({ 0: unit, index }) => ({
      ...originalSpan(folded, index, index + unit.length),
      held: false,
      worth: 2,
    }));
  const tagged = taggedPlaces(folded);
  const isNew = (unit: Span): boolean =>
    !tagged.some(({ start, end }) => start < unit.end && unit.start < end);
  return [...tagged, ...units.filter(isNew), ...phrases, ...lying];
}

const IN = /[在于]$/u;

function taggedPlaces(folded: ReturnType<typeof normalizeWithOrigin>): Place[] {
  const places: { start: number; end: number }[] = [];
  for (const { word, tag, start, end } of tagWords(folded.text)) {
    const last = places.at(-1);
    if (
      (tag === 'ns' &&
        word.length > 1 &&
        !COMMON_NOUN.test(word) &&
        !/^(?:新|市|老|城|郊|特|园|地|景|山|库)区$/u.test(word)) ||
      (tag !== 'x' && word.length > 2 && ENDS_AS_PLACE.test(word) && !COMMON_NOUN.test(word))
    )
      places.push({ start, end });
    else if (last?.end === start && (PLACE_END.test(word) || ENDS_AS_PLACE.test(word))) last.end = end;
  }
  return places.map((place, i) => {
    let first = i;
    while (first > 0 && places[first - 1]!.end === places[first]!.start) first--;
    const held = IN.test(folded.text.slice(0, places[first]!.start));
    const contains = places[i + 1]?.start === place.end;
    const worth = (held ? 2 : 1) * (contains ? 0.5 : 1);
    return { ...originalSpan(folded, place.start, place.end), held: false, worth };
  });
}

/** After in, at or near: "in Shanghai", "at the China International Import Expo". */
const LATIN_PLACE = /(?<=\b(?:in|at|near) (?:the )?)\p{Lu}[\p{L}’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*)*/gu;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** "in the greenhouse": worth less than a name, and no time or circumstance. */
const COMMON_PLACE =
  /(?<=\b(?:in|at|inside|outside|near) (?:the|a|an) )(?!(?:morning|afternoon|evening|night|year|month|week|day|end|start|beginning|past|future|meantime|case|presence|process|same|first|last|next|late|early|hope|event|field|area|course)\b)[\p{Ll}-]{3,}/gu;
const COMMON_WORTH = 0.5;

const findLatinPlaces = (text: string): Place[] => {
  const find = (pattern: RegExp, worth: number): Place[] =>
    [...text.matchAll(pattern)]
      .filter(([place]) => !MONTH.test(place))
      .map(({ 0: place, index }) => ({ start: index, end: index + place.length, held: true, worth }));
  return [...find(LATIN_PLACE, 1), ...find(COMMON_PLACE, COMMON_WORTH)];
};
