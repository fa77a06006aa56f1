/** For which kinds of fact a question asks. */
import type { FactKind } from '../types.ts';

/** What people and organisations are: "which vice mayor", "哪家电商平台" ask who. */
export const PERSON_ZH =
  'ceo|cto|cfo|首席执行官|总统|总理|首相|外长|防长|发言人|教练|书记|省长|州长|市长|区长|县长|镇长|董事长|理事长|总经理|总裁|院长|校长|局长|厅长|部长|司长|处长|馆长|队长|船长|组长|导演|董秘|主席|总监|台长|社长|行长|会长|所长|秘书长|主任|院士|教授|大使|一把手|领导|高管|负责人|专家|代表|同学|老师';
export const PERSON_EN =
  'president|mayor|secretary|governor|chair|chairs|chairman|chairwoman|manager|academician|ambassador|director|chief|head|leader|official|executive|student|employee|professor|founder|person|expert|minister|ceo|premier|coach|captain|spokesman|spokeswoman|spokesperson|senator|judge|king|queen';
export const ORGANISATION_ZH =
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

/** Kinds of fact that a normalised question asks for, in its order; `what` alone where nothing else is. */
export function kindsOf(folded: string): FactKind[] {
  const asked = ASKS.map(([kind, pattern]) => ({ kind, place: folded.search(pattern) })).filter(
    ({ place }) => place >= 0,
  );
  asked.sort((a, b) => a.place - b.place);
  return asked.length === 0 ? ['what'] : asked.map(({ kind }) => kind);
}
