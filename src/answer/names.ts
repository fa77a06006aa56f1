/** Names in a text: organisations and people, Chinese and English. */

import { containsHan } from '../text/characters.ts';
import { glossesOf } from '../text/glosses.ts';
import { type NormalizedText, normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { surnameLength } from '../text/romanize.ts';
import { tagWords } from '../text/words.ts';
import type { Span } from '../types.ts';

export interface Name extends Span {
  readonly kind: 'organisation' | 'person';
  /** Verbatim. */
  readonly text: string;
}

/** Words that an organisation's name ends in. */
const ORGANISATION_END =
  /(?:公司|集团|大学|学院|学校|中学|小学|医院|银行|支行|分行|政府|委员会|管委会|协会|学会|商会|联合会|总会|基金会|研究院|研究所|科学院|农科院|研修院|开发院|中心|报社|出版社|街道|街道办|总台|电视台|通讯社|联盟|宣传部|教育局|文旅局|人社局|管理局|办公室|事务所|研究中心|交流基地|产业园|园区|博物馆|图书馆|报|杂志社|运动中心)$/u;
/** Words that end a company's short name, but only right after its proper part: 纳微科技, not 新能源汽车. */
const SHORT_NAME_END =
  /^(?:证券|保险|基金|资本|投资|股份|科技|控股|实业|通信|汽车|智能|生物|医药|文旅|传媒)$/u;
/** Parts of speech that stand inside a name. */
const INSIDE_NAME = /^(?:n|ns|nr|nrt|nt|nz|ng|j|b|vn|an|eng|l|s|f|m|a|q|i|x)$/;
/** Verbs and words of time that stand inside names all the same: 中国出口信用保险公司, 人才开发院. Any other verb ends a name. */
const INSIDE_ALL_THE_SAME =
  /^(?:青年|春秋|开发|投资|建设|管理|服务|设计|发展|运营|监测|创业|出版|发行|研究|学习|教育|传播|交流|控股|制造|检测|认证|联合|合作|保险|信用|出口|进出口|运动|旅游|体育|通信|通讯|电商|应用|培训|测试|航空|航天|交通|贸易|输变电|印花)$/u;
/** Not a name but a pointer to one, or a count of them: 这所投资, 14家公司. */
const NOT_ONE = /^(?:[这那此本该各某]|[\d一二三四五六七八九十两几多数百余]+[家个所名位])/u;
/** Words that no name runs across, whatever their part of speech. */
const BOUNDARY =
  /^(?:[\s\p{P}\p{S}]+|与|和|同|跟|及|以及|在|于|由|被|向|对|将|把|为|是|有|等|该|各|双方|签署|签订|签约|签|出席|代表|参加|访问|携手|联合|联手|举行|成立|介绍|表示|推动|支持|来到|走进|牵头|选择|会见|会谈|考察|调研|签下|达成|宣布|副|一行|其中|包括|随后|当天|今天|昨日|今日|近日|日前|获悉|消息|记者|据|书记|主席|主任|市长|省长|区长|县长|董事长|总经理|总裁|院长|校长|局长|部长|台长|社长|行长|会长|秘书长)$/u;

/** What people are called before or after their name. */
const TITLE =
  '(?:书记|主席|主任|省长|市长|区长|县长|镇长|州长|董事长|理事长|总经理|经理|总裁|总监|院长|校长|局长|厅长|部长|司长|处长|台长|社长|行长|会长|所长|馆长|站长|秘书长|秘书|教授|院士|研究员|大使|领事|专家|代表|委员|创始人|负责人|总编辑|编辑|主编|主播|记者|法人|律师|医生|员工|同学|学生|先生|女士|同志|CEO|CTO|CFO|首席执行官|首席科学家|科学家|总工程师|工程师|总师|合伙人|党委委员|常委|副职|一把手|村支书)';
/** A person's name ends before one of these, or at the end of the text. */
const AFTER_PERSON =
  /^(?:[\s\p{P}\p{S}]|$|与|和|及|以及|出席|表示|介绍|说|代表|称|指出|认为|在|率|一行|到|为|向|参加|主持|发表|作|宣布|致辞|进行|签|对|就|也|还|将|并|等|分别|共同|见证|强调|透露|坦言|告诉|讲|带|受邀|会见|担任|任|先生|女士|同志|教授|院士|博士|书记|主任|陪同|当选|获|考入|宣布|代|的)/u;
const BEFORE_PERSON = new RegExp(`(?:${TITLE}|[\\p{P}\\s]|^|由|是|对|与|和|及|请|者)$`, 'iu');
const HAS_TITLE = new RegExp(`${TITLE}$`, 'iu');

/** Characters of a name that stands where a party stands. */
const PARTY = '[\\p{Script=Han}\\p{Script=Latin}\\d·&]{2,16}?';
/** Time and place, which may stand between a party and what it did: 与青石银行8月15日在云河签约. */
const CIRCUMSTANCE =
  '[于在]?(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?(?:上午|下午|晚)?|[在于][\\p{Script=Han}]{2,14}?';
const ADVERBS = `(?:${CIRCUMSTANCE}|今天|今日|昨天|昨日|当天|当日|近日|日前|正式|成功|共同|也|又|还|就|已|已经|双双|分别)*`;
/** Where a name must stand, whatever it looks like: 与马利股份今天签署, 禾多科技、赛目科技等企业. */
const PARTIES: readonly RegExp[] = [
  new RegExp(`(?<=[与和同跟])${PARTY}(?=${ADVERBS}(?:签署|签订|签约|签下|达成|携手|建立))`, 'gu'),
  new RegExp(
    `(?<=[与和同跟、])${PARTY}(?=(?:、${PARTY})*等(?:\\d+|[一二三四五六七八九十多数]+)?家?(?:企业|公司|单位|机构|高校|院校|银行|媒体|平台))`,
    'gu',
  ),
];
/** What stands there without being a name. */
const NO_PARTY =
  /双方|各方|多方|有关|相关|其他|举行|举办|开展|进行|战略|\d家|[一二三四五六七八九十多数几]+[家个所位]|^(?:当地|部分|国内|国外|众多|对方|客户|政府|企业|公司|会后|现场|前者|后者)|[的了在于是将]/u;

function findParties({ text, origin }: NormalizedText): Found[] {
  return PARTIES.flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([party]) => !NO_PARTY.test(party) && !NOT_ONE.test(party))
    .map(({ 0: party, index }) => ({
      ...originalSpan({ text, origin }, index, index + party.length),
      kind: 'organisation',
    }));
}

/** Names of a text in order of appearance; spans and texts are the original's. */
export function findNames(text: string): Name[] {
  const folded = normalizeWithOrigin(text);
  const names = containsHan(folded.text)
    ? [...findOrganisations(folded), ...findPeople(folded), ...findParties(folded), ...findLatinNames(text)]
    : findLatinNames(text);
  const found = names.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found
    .filter((name) => {
      if (name.start < end) return false;
      end = name.end;
      return true;
    })
    .map((name) => ({ ...name, text: text.slice(name.start, name.end) }));
}

type Found = Omit<Name, 'text'>;

function findOrganisations(folded: NormalizedText): Found[] {
  const found: Found[] = [];
  let first: number | null = null;
  // Whether any word of the name so far is proper, and whether the last one is.
  let proper = false;
  let properPart = false;
  for (const { word, tag, start, end } of tagWords(folded.text)) {
    const known = findOrganisation(word) !== undefined;
    const inside =
      known || (!BOUNDARY.test(word) && (INSIDE_NAME.test(tag) || INSIDE_ALL_THE_SAME.test(word)));
    if (!inside) {
      first = null;
      proper = false;
      properPart = false;
    } else {
      first ??= start;
      const name = folded.text.slice(first, end);
      const isShortName = properPart && SHORT_NAME_END.test(word);
      properPart = isProper(word, tag);
      proper ||= known || properPart;
      const ends = isShortName || (proper && ORGANISATION_END.test(name));
      if (known || (ends && !NOT_ONE.test(name))) {
        // A longer name replaces the shorter one that it begins with: 比亚迪, then 比亚迪集团.
        if (found.at(-1)?.start === folded.origin[first]) found.pop();
        found.push({
          ...originalSpan(folded, known ? start : first, end),
          kind: 'organisation',
        });
      }
    }
  }
  return found;
}

/** A name has a part that no common noun is: a place, a person, Latin letters, a word that no dictionary has. */
function isProper(word: string, tag: string): boolean {
  if (/^(?:ns|nr|nrt|nt|nz|eng|j)$/.test(tag)) return true;
  const glosses = glossesOf(word);
  return word.length > 1 && (glosses.length === 0 || /^[A-Z]/.test(glosses[0]!));
}

function findPeople(folded: NormalizedText): Found[] {
  const found: Found[] = [];
  const { text } = folded;
  const wordEnds = new Set(tagWords(text).map(({ end }) => end));
  for (let start = 0; start < text.length - 1; start++) {
    const surname = surnameLength(text.slice(start, start + 3));
    if (surname === 0) continue;
    const before = text.slice(Math.max(0, start - 6), start);
    if (!BEFORE_PERSON.test(before)) continue;
    const lengths = [surname + 2, surname + 1].filter((length) => isPerson(text, start, length, before));
    // 刘露担任: a name does not end within a word.
    const length = lengths.find((candidate) => wordEnds.has(start + candidate)) ?? lengths[0];
    if (length === undefined) continue;
    found.push({ ...originalSpan(folded, start, start + length), kind: 'person' });
    start += length - 1;
  }
  return found;
}

function isPerson(text: string, start: number, length: number, before: string): boolean {
  const name = text.slice(start, start + length);
  if (!new RegExp(`^\\p{Script=Han}{${length}}(?<![和与及同跟])$`, 'u').test(name)) return false;
  const titled = HAS_TITLE.test(before);
  // After a title whatever begins a word may follow: 院士石勇重点介绍了.
  if (!titled && !AFTER_PERSON.test(text.slice(start + length, start + length + 3))) return false;
  // A word of the dictionary (高新, 方面) is a name only right after a title.
  return titled || (glossesOf(name).length === 0 && findOrganisation(name) === undefined);
}

const LATIN_NAME =
  /\b\p{Lu}(?:[\p{Script=Latin}\p{N}&'’-]|\.(?=[\p{Script=Latin}\p{N}]))*(?:\s+(?:(?:of|for|and|the|de)\s+)*\p{Lu}[\p{Script=Latin}\p{N}&'’-]*)*/gu;
const LATIN_ORGANISATION =
  /\b(?:University|College|Institute|Group|Company|Corporation|Corp|Inc|Ltd|Bank|Hospital|Government|Academy|Association|Foundation|Committee|Center|Centre|Scientific|BioMed|International|Technology)\b|^\p{Lu}{2,}$/u;
/** Capitalised at the start of a sentence, in a date, or as the name of an event. */
const NOT_A_NAME =
  /^(?:The|A|An|In|On|At|It|This|That|These|Those|They|He|She|We|Both|Under|As|After|Before|During|For|With|By|From|According|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

function findLatinNames(text: string): Found[] {
  return [...text.matchAll(LATIN_NAME)].flatMap(({ 0: match, index }): Found[] => {
    // "On Monday Cloud River Bank": the name is what follows.
    let name = match;
    while (NOT_A_NAME.test(name)) name = name.replace(/^\S+\s*/, '');
    name = name.replace(/^(?:(?:of|for|and|the|de)\s+)+/, '');
    if (name.length < 2) return [];
    const end = index + match.length;
    const isOrganisation =
      LATIN_ORGANISATION.test(name) || !name.includes(' ') || name === name.toUpperCase();
    return [{ start: end - name.length, end, kind: isOrganisation ? 'organisation' : 'person' }];
  });
}
