/** In what a question wants its number: the unit that it names, or that what it counts has in Chinese. */

import { unitAsked } from '../text/amounts.ts';
import { normalize } from '../text/normalize.ts';
import { kindOfChineseNoun, kindOfEnglishNoun } from '../text/noun-kinds.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import { tagWords } from '../text/words.ts';
import { expectedBy, type Table } from './tables.ts';

/** What a question says of the unit of the number that it asks for: what is counted first, then what is measured. */
const UNITS: Table = [
  [/\bhow long (?:is|was|are) the (?:[\w-]+ )?(?:border|road|bridge|line|river|wall|tunnel|coast|coastline|route|railway)/, /[米里]$|kilomet/],
  [/第几/, /^第/],
  [/每秒.{0,4}多少次|多少次每秒/, /次/],
  [/几年|有效期|期限|\bhow many (?:years|months|days|weeks)|\bwithin how many days/, /[年月天日届周]|years|months|days/],
  [/多久|多长时间|\bhow long\b|\bduration/, /[年月天日届周秒]|小时|分钟|星期|years|months|days|hours|minutes/],
  [/多少平|\bfloor (?:space|area)\b|\bsquare (?:met|kilomet|feet|foot)/, /平方|公顷|[亩畝]/],
  [/几家|多少家/, /[家个]/],
  [/多少(?:人|客户|用户|游客|学生|员工)|几[个位名]人/, /[名人位]|[万亿][多余]?$/],
  [/(?:几|多少)项/, /项$/],
  [/[几多少]个(?!月)/, /[个项]|部门$/],
  [/anniversary|周年/, /周年/],
  [/吨位|吨数|\btonnage\b/, /吨/],
  [/年纪|年龄|几岁|\bhow old\b|\bage of\b/, /岁|years/],
  [/身高|高度|[楼塔山树]\p{Script=Han}{0,3}多高|\bhow (?:tall|high)\b|\bheight\b/u, /米$|met(?:re|er)|feet/],
  [/多重|重量|体重|\bhow heavy\b|\bweight\b/, /[吨克斤]$|tons?|kilo/],
  [/装机|功率|\binstalled capacity\b/, /瓦时?$|[kMG]?Wh?$|watt/],
  [/\bhow many\b/, /[^元%％吨克斤升米里亩畝顷瓦时年月天日]$/],
  [/增长|增加|提升|上升|\bgrow\w*|\bincreas\w*|\bby how much/, /[%％倍]|percent/],
  [/比例|占比|百分|费率|利率|税率|持股|股权|股比|\b(?:percentage|percent|proportion|rate|stakes?|shareholding)\b/, /[%％‰]|percent/],
  [/\bfees?\b/, /元|[万亿]$|[%％‰]|[$€£¥]|percent|yuan|dollars/],
  [/多少[万亿]/, /[万亿]元?$/],
  [
    /多少[钱元]|(?:几|多少)(?:国有)?资产|投资|金额|总额|总值|[售造总单票房]价|贷款|交易额|资金|价格|汇率|工资|薪|营收|利润|亏损|费用?(?=[是有]?多少)|生活费|租金|奖金|罚款|补贴|赔偿|预算|经费|成本|产值|估值|市值|票房|\b(?:financ\w*|fund(?:s|ing)|capital|credit|debt|sales|turnover|income|subsid\w+|rent|bonus|reward|wages?|deposit|invest\w*|pay|paid|cost|costs|price|worth|loan|yuan|money|value|salary|budget|revenue|profit|lost|loss)\b/,
    /元|[万亿]$|[$€£¥]|yuan|dollars/,
  ],
  [/多少亩|占地|面积|\bhow (?:big|large)\b/, /[亩畝]|平方|公顷|k?m²|㎡/],
  // How much is never how many: money, a share, a mass.
  [/\bhow much\b(?! (?!more\b|money\b|is\b|was\b|were\b|are\b|did\b|does\b|do\b|will\b|would\b|has\b|have\b|had\b|to\b|in\b)\w)/, /元|[万亿]$|[$€£¥]|[吨克升米瓦时]$|分钟|yuan|dollars/],
  [/\bhow much\b/, /[^个名位家户所座辆台只头匹艘架条项件人次届]$/],
]; // biome-ignore format: a table

const COUNTED_LATIN = /\bhow many ((?:[a-z'’-]+ ?){1,4})/;
const COUNTED_HAN = /(?:多少|几)[个位名]?(\p{Script=Han}{2,4})/u;
const PEOPLE = /[名人位]$|人次$|[万亿][多余]?$/;
const MEMBERS = /[名人位户]$|[万亿][多余]?$/;

/** How Chinese texts count what English ones ask for. */
const COUNTED: Table = [
  [/^(?:people|undergrad\w*|visitors?|users?|fans?)$/, PEOPLE],
  [/^members?$/, /[名人位家户]$|[万亿][多余]?$/],
  [/^(?:compan\w+|firms?|institut\w+|organi[sz]ations?|agenc\w+|enterprises?|businesses|banks?|stores?|shops?|outlets?)$/, /[家个]$/],
  [/^households?$/, /户$/],
  [/^(?:countr\w+|nations?)$/, /[个国]$|国家/],
  [/^(?:kinds?|types?|sorts?|variet\w+|categor\w+)$/, /[种类款项样]$/],
  [/^(?:titles?|books?|volumes?)$/, /[种本册部]$/],
  [/^(?:plays?|dramas?|films?|operas?|musicals?)$/, /[部个场出]$/],
  [/^(?:jobs?|posts?|positions?|vacanc\w+)$/, /个$|岗位|[名人]$/],
  [/^(?:times|sessions?|shows?|performances?|matches|games?|events?)$/, /[次场届期项]$/],
  [/^(?:ships?|vessels?|boats?)$/, /艘$/],
  [/^(?:cars?|vehicles?|trucks?|buses)$/, /[辆台套部]$/],
  [/^(?:planes?|aircraft|drones?|helicopters?)$/, /架$/],
  [/^(?:schools?|hospitals?|universit\w+|colleges?|campuses)$/, /[所家个]$/],
  [/^(?:articles?|clauses?|provisions?|routes?|lines?)$/, /条$/],
  [/^teams?$/, /[支个队]$/],
  [/^(?:plots?|pieces?)$/, /[块宗幅件]$/],
  [/^chapters?$/, /[章]$/],
  [/^(?:zones?|areas?|cit\w+|towns?|provinces|districts?|places?|sites?|branches|departments?)$/, /[个家座处]$|部门$|城市$/],
  [/^(?:projects?|measures?|services?|fields?|functions?|sections?|parts?|modules?|awards?|medals?)$/, /[个项部块枚类]$/],
  [/^(?:kilomet\w+|km|met(?:re|er)s|miles)$/, /[米里]$|kilomet|miles/],
  [/^(?:hours?|minutes?|seconds?)$/, /小时|分钟|秒|hours|minutes/],
  [/^(?:tons|tonnes)$/, /吨|tons|tonnes/],
  [/^(?:yuan|rmb|dollars|euros)$/, /元|yuan|dollars|euros|[$€£¥]/],
  [/^(?:mu|hectares|acres)$/, /[亩畝顷]|hectares|acres/],
]; // biome-ignore format: a table

export function expectedUnit(text: string): RegExp | undefined {
  const asking = normalize(text);
  const own = unitAsked(asking);
  return (
    unitOfCounted(asking) ??
    expectedBy(UNITS, asking) ??
    (own === undefined ? undefined : new RegExp(`${own}$`, 'u'))
  );
}

/** How what is counted is counted: how many patrol boats, 多少孩子. People are, whatever they are called. */
function unitOfCounted(asking: string): RegExp | undefined {
  const [, latin = ''] = COUNTED_LATIN.exec(asking) ?? [];
  const words = latin.trim().split(' ');
  const isNoun = (word: string): boolean =>
    kindOfEnglishNoun(word) !== undefined || expectedBy(COUNTED, word) !== undefined;
  const end = words.findIndex((word) => ENGLISH_STOP_WORDS.has(word));
  const phrase = end < 0 ? words : words.slice(0, end);
  // What follows a plural is said of it: teams took part.
  const counted = phrase.find((word) => /[^s]s$/.test(word) && isNoun(word)) ?? phrase.filter(isNoun).at(-1);
  if (counted !== undefined)
    return expectedBy(COUNTED, counted) ?? (kindOfEnglishNoun(counted) === 'person' ? PEOPLE : undefined);
  const [, noun = ''] = COUNTED_HAN.exec(asking) ?? [];
  if (/(?:会员|成员)(?!单位|企业|公司)/u.test(noun)) return MEMBERS;
  // 多少注册用户 counts people, 多少企业员工 does not count firms.
  const isPerson = tagWords(noun).some(({ word }) => kindOfChineseNoun(word) === 'person');
  return isPerson ? PEOPLE : undefined;
}
