/** Names of organisations in a Chinese text: known ones, those that end like one, and what stands where a party stands. */
import { glossesOf } from '../text/glosses.ts';
import { type NormalizedText, originalSpan } from '../text/normalize.ts';
import { IS_LEGAL_FORM, LEGAL_FORM, NAME_END, SHORT_NAME_END } from '../text/organisation-words.ts';
import { findOrganisation } from '../text/organisations.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import type { Span } from '../types.ts';

/** Parts of speech that stand inside a name. */
const INSIDE_NAME = /^(?:n|ns|nr|nrt|nt|nz|ng|j|b|vn|an|eng|l|s|f|m|a|q|i|x)$/;
/** Verbs and words of time that stand inside names all the same: 中国出口信用保险公司, 人才开发院. Any other verb ends a name. */
const INSIDE_ALL_THE_SAME =
  /^(?:青年|春秋|开发|投资|建设|管理|服务|设计|发展|运营|监测|创业|出版|发行|研究|学习|教育|传播|交流|控股|制造|检测|认证|联合|合作|保险|信用|出口|进出口|运动|旅游|体育|通信|通讯|电商|应用|培训|测试|航空|航天|交通|贸易|输变电|印花)$/u;
/** Not a name but a pointer to one, a count or a kind of them: 这所投资, 14家公司, 归属于上市公司. */
const NOT_ONE =
  /^(?:[这那此本该各某]|公司|集团\d|大型|[\d.]+[万亿]*股|待售|[\d一二三四五六七八九十两几多数百余]+[家个所名位]|.*上市公司$)/u;
/** Words that no name runs across, whatever their part of speech. */
const BOUNDARY =
  /^(?:[\s\p{P}\p{S}]+|与|和|同|跟|及|以及|在|于|由|被|向|对|将|把|为|是|有|等|该|各|双方|签署|签订|签约|签|出席|代表|参加|主持|主持会议|致辞|讲话|发言|座谈|仪式|访问|携手|联合|联手|举行|成立|介绍|表示|推动|支持|来到|走进|牵头|选择|会见|会谈|考察|调研|签下|达成|宣布|副|一行|其中|包括|随后|当天|今天|昨日|今日|近日|日前|获悉|消息|记者|据|书记|主席|主任|市长|省长|区长|县长|强|董事长|总经理|总裁|院长|校长|局长|部长|台长|社长|行长|会长|秘书长)$/u;

/** What some texts say before a name: 世界500强青禾集团. */
const RANK = /^(?:世界|全球|中国|民营)?\d+强(?:企业)?/u;

/** Spans of the original text. */
export function findOrganisations(folded: NormalizedText): Span[] {
  const found: Span[] = [];
  let first: number | null = null;
  // Whether any word of the name so far is proper, and whether the last one is.
  let proper = false;
  let properPart = false;
  for (const { word, tag, start, end } of tagWords(folded.text).flatMap(withJointApart)) {
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
      // 牛奶有限公司: no other word is a legal form, so what stands before it is a name whatever it means.
      const ends = isShortName || ((proper || hasLegalForm(name)) && NAME_END.test(name));
      if (known || (ends && !NOT_ONE.test(name))) {
        // A longer name replaces the shorter one that it begins with: 比亚迪, then 比亚迪集团.
        if (found.at(-1)?.start === folded.origin[first]) found.pop();
        const rank = RANK.exec(name)?.[0].length ?? 0;
        found.push(originalSpan(folded, known ? start : first + rank, end));
      }
    }
  }
  return found;
}

/** 牛奶有限公司; neither 牛奶公司 nor a 股份有限公司 without a name. */
function hasLegalForm(name: string): boolean {
  const form = LEGAL_FORM.exec(name);
  return form !== null && form.index > 0 && !IS_LEGAL_FORM.test(form[0]);
}

/** Segmentation takes a joint and what follows it for a word that no dictionary has: 与兰台 of 大学与兰台医院. */
function withJointApart({ word, tag, start, end }: TaggedWord): TaggedWord[] {
  if (tag !== 'x' || word.length < 2 || !/^[与和跟及]/u.test(word) || glossesOf(word).length > 0)
    return [{ word, tag, start, end }];
  return [
    { word: word[0]!, tag: 'c', start, end: start + 1 },
    { word: word.slice(1), tag: 'x', start: start + 1, end },
  ];
}

/** A name has a part that no common noun is: a place, a person, Latin letters, a word that no dictionary has. */
function isProper(word: string, tag: string): boolean {
  if (/^(?:ns|nr|nrt|nt|nz|eng|j)$/.test(tag)) return true;
  const glosses = glossesOf(word);
  return word.length > 1 && (glosses.length === 0 || /^[A-Z]/.test(glosses[0]!));
}

/** Characters of a name that stands where a party stands. */
const PARTY = '(?:(?![与和跟就])[\\p{Script=Han}\\p{Script=Latin}\\d·&]){2,16}?';
/** 同 joins, but not in 同时 and 共同. */
const JOINT = '(?:[与和跟]|(?<![共一相不会合协])同(?![时期样步比日年意志学事等类行城舟]))';
/** Time and place, which may stand between a party and what it did: 与青石银行8月15日在云河签约. */
const CIRCUMSTANCE =
  '[于在]?(?:\\d{4}年)?(?:\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}日)(?:上午|下午|晚)?|[在于就][\\p{Script=Han}]{2,14}?';
const ADVERBS = `(?:${CIRCUMSTANCE}|今天|今日|昨天|昨日|当天|当日|近日|日前|正式|成功|共同|也|又|还|就|已|已经|双双|分别)*`;
/** Where a name must stand, whatever it looks like: 与马利股份今天签署, 禾多科技、赛目科技等企业. */
const PARTIES: readonly RegExp[] = [
  new RegExp(`(?<=${JOINT})${PARTY}(?=${ADVERBS}(?:签署|签订|签约|签下|达成|携手|建立|宣布|联合|拟))`, 'gu'),
  // Pairs in a row: A与B、C与D分别签署.
  new RegExp(
    `(?<=、)${PARTY}(?=${JOINT}[^、，。；]{2,20}(?:、[^、，。；]{2,40}${JOINT}[^、，。；]{2,20})*${ADVERBS}(?:签署|签订|签约))`,
    'gu',
  ),
  new RegExp(
    `(?<=${JOINT}|、)${PARTY}(?=(?:、${PARTY})*等(?:\\d+|[一二三四五六七八九十多数]+)?家?(?:企业|公司|单位|机构|高校|院校|银行|媒体|平台))`,
    'gu',
  ),
];
/** What says what a party is, before its name: 人工智能龙头企业科大讯飞; not 中国企业联合会. */
const DESCRIPTION =
  /^\p{Script=Han}*(?:企业|品牌|巨头|厂商|名企|高校|名校|车企|药企|央企|国企|台企|港企|民企|外企|运营商|新势力)(?=.{2,}$)(?!.*(?:联合会|协会|学会|商会|学院|中心|联盟|研究院|研究所|集团|公司|基金会|大学)$)/u;
/** What stands there without being a name. */
const NO_PARTY =
  /双方|各方|多方|有关|相关|其他|海外|境外|官方|举行|举办|开展|进行|战略|\d家|[一二三四五六七八九十多数几]+[家个所位]|^(?:当地|部分|国内|国外|众多|对方|客户|政府|企业|公司|会后|现场|前者|后者)|总裁|董事长|总经理|主任|局长|市长|省长|县长|区长|书记|校长|院长|行长|会长|秘书长|[的了在于是将]/u;

/** Spans of the original text. */
export function findParties({ text, origin }: NormalizedText): Span[] {
  return PARTIES.flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([party]) => !NO_PARTY.test(party) && !NOT_ONE.test(party))
    .map(({ 0: party, index }) => {
      const start = index + ((RANK.exec(party) ?? DESCRIPTION.exec(party))?.[0].length ?? 0);
      return originalSpan({ text, origin }, start, index + party.length);
    });
}
