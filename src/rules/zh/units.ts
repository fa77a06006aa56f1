/** Numbers and units as Chinese writes them, in simplified, lower-case text. */
import type { Rule } from '../rule.ts';
import type { Measure, UnitRules } from '../units.ts';
import { NUMERAL_CHARACTERS } from './time/numerals.ts';

const NUMBER = `(?:\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[数几]?[${NUMERAL_CHARACTERS}]{1,8})`;
/** 多 and 余 round a number up, before or after its scale. */
const ROUND = '[多余餘]?';
const SCALE = '(?:万亿|亿亿|亿|億|万|萬|千|百)?';
const UNIT =
  '(?:[^\\p{P}\\s年月天日前后个的与和及了]{0,2}币(?![圈值安])|格(?![式局子斗外])|(?:亿|万)?(?:美元|欧元|港元|日元|英镑|卢布|韩元|加元|澳元|新元|新加坡元|新台币|台币|瑞郎|法郎|卢比|越南盾|印尼盾|泰铢|比索|里拉|林吉特|人民币|元|金币|银币|钻石|积分|块钱)|平方米|平方公里|平方千米|平方英里|k?m²|㎡|公里|公顷|千瓦时|千瓦|瓦时|瓦(?!房)|个方面|个?部门|个国家(?:和地区)?|个(?:多|半)月|年半|个百分点|个(?:工作日|小时|星期|学期|季度|月)|工作日|周年|周岁|人次|人份|参数|名|位|家|个|种|支|户|亩|畝|倍|年|天|日|小时|分钟|星期|人|所|座|台|辆|次|条|项|吨|岁|届|章|集|部|本|册|款|场|张|件|万|亿|层|艘|架|枚|颗|只|头|匹|棵|株|套|批|笔|例|起|箱|幅|首|瓶|斤|公斤|千克|克|升|毫升|毫米|厘米|公分|(?:[ckm]m|[CKM]M|[kK][gG]|[GM]Hz|[kMG]Wh?|Ps|mAh|[GMKTgmkt][Bb]|[GT]B)(?![A-Za-z])|处(?![理罚于置分长在境])|类(?![似别型])|海里|英里|标准箱|兆瓦|吉瓦|罐|袋|桶|盒|杯|碗|根|粒|串|卷|组|块(?!链)|篇|页|封|份(?!额)|间|栋|幢|剂|针|单(?![位元个])|股(?![份东])|门(?![店户])|分(?![之钟行公局别布析校部店院厂项期批享辨贝会])|班次|航班|季度|学期|学年|世纪|秒钟?|周|摄氏度|度(?!假)|米|字|%|％)';
/** A rate: 142亿亿次/秒. */
const PER = '(?:\\s?/\\s?(?:秒|分钟|小时|天|日|月|年|人|吨|平方米))?';
/** Two numbers with one unit: 8000至10000人. */
const RANGE = `(?:${NUMBER}${SCALE}\\s?(?:${UNIT})?\\s?(?:至|到|[-–—~～])\\s?)?`;

const measure = (means: Measure, ends: string, examples: string[], not: string[] = []): Rule<Measure> => ({
  pattern: new RegExp(`(?:${ends})(?:/\\p{Script=Han}+)?$`, 'u'),
  means,
  examples,
  not,
});

const ask = (means: readonly Measure[], pattern: RegExp, examples: string[], not: string[] = []) => ({
  pattern,
  means,
  examples,
  not,
});

export const UNITS_IN_CHINESE: UnitRules = {
  amount: new RegExp(
    `(?:不到|不足|百分之)?${RANGE}${NUMBER}\\s?${ROUND}${SCALE}${ROUND}\\s?(?<unit>${UNIT})?${PER}`,
    'giu',
  ),
  sizes: [{ pattern: /[\d.,]+|多|余|约|万|亿|千|百/gu, means: 'size', examples: ['500万元', '约三百人'], not: ['元'] }],
  words: [
    {
      pattern: /(?<!避)免费|免票|免收|全免|免交|半价|减半|对折|[一二三四五六七八九]五?折|\d(?:\.\d)?折/gu,
      means: 'money',
      examples: ['儿童免票', '学生减半', '会员八折'],
      not: ['避免费用', '折扣'],
    },
  ],
  measures: [
    measure('money', '元|块钱|币|钻石|积分|英镑|卢布|瑞郎|法郎|卢比|盾|泰铢|比索|里拉|林吉特', ['三十元', '5亿美元', '20元/人', '200星币']),
    measure('scaled', '[万亿千百][多余]?', ['3亿', '5000余万']),
    measure('share', '[%％‰]|百分点', ['12%', '3个百分点']),
    { pattern: /^百分之/, means: 'share', examples: ['百分之五'] },
    measure('multiple', '倍', ['三倍']),
    measure('period', '[年月天日届周]|年半|星期|季度|学期|学年|世纪', ['三十天', '两个月', '3个工作日']),
    measure('hours', '小时|分钟|秒钟?|星期', ['24小时', '十分钟']),
    measure('length', '(?<!平方)[米里]|公分|厘米|毫米|[ckm]?m', ['240米', '5公里'], ['80平方米']),
    measure('area', '平方(?:米|公里|千米|英里)|公顷|[亩畝]|k?m²|㎡', ['80平方米', '三亩']),
    measure('mass', '[吨克斤]|kg', ['3吨', '5公斤']),
    measure('volume', '升', ['40升']),
    measure('power', '瓦时?|[kmg]wh?|伏', ['5千瓦', '3兆瓦']),
    measure('speed', '[gm]hz|(?:里|米|次)/(?:小?时|秒)', ['5公里/小时']),
    measure('temperature', '度', ['26摄氏度', '30度']),
    measure('data', '[gmkt]b', ['8gb']),
    measure('age', '周?岁', ['十六周岁']),
    measure('anniversary', '周年', ['50周年']),
    measure('people', '[名人位]|人次', ['32名', '五位', '3万人次']),
    measure('households', '户', ['30户']),
    measure('organisations', '家', ['12家']),
    measure('schools', '所', ['3所']),
    measure('countries', '国|国家(?:和地区)?', ['30个国家']),
    measure('teams', '[支队]', ['32支']),
    measure('things', '个(?!.*[月日期时点])\\p{Script=Han}{0,3}|部门', ['5个', '11个方面'], ['3个月']),
    measure('items', '项', ['5项']),
    measure('kinds', '[种类款样]', ['3种']),
    measure('times', '(?<!人)次', ['3次'], ['3人次']),
    measure('events', '[场届期出]', ['5场']),
    measure('volumes', '[本册]', ['3册']),
    measure('works', '部', ['3部']),
    measure('chapters', '章', ['5章']),
    measure('lines', '条', ['5条']),
    measure('ships', '艘', ['5艘']),
    measure('vehicles', '辆', ['40辆']),
    measure('machines', '[台套]', ['5台']),
    measure('aircraft', '架', ['3架']),
    measure('pieces', '[块宗幅件]', ['3块']),
    measure('sites', '[座处]', ['3座']),
    measure('medals', '枚', ['3枚']),
  ],
  around: [
    {
      pattern: /(?:[第\p{Script=Latin}\d.\-–—/+#@_]|\d[:：])‹|[:：]‹›/u,
      means: 'no amount',
      examples: ['第‹›', '9:‹›', '9:‹u›', 'v‹›', '2.‹›', '门牌：‹›'],
      not: ['共‹›', '冠军：‹u›'],
    },
    {
      pattern: /‹u?›\p{Script=Latin}|‹›(?:[、．.]\p{Script=Han}|\+|[:：]\d|\.\d|-\d{3}|点(?!子)|时(?![间候])|号|楼|室|版)/u,
      means: 'no amount',
      examples: ['‹›、南通', '‹›:00', '‹›点', '‹›.3', '‹›号楼'],
      not: ['‹›，', '‹›'],
    },
    {
      pattern: /(?:第|电话|邮编|编号|版本|步骤|附件|图|表)[:：]?\s?‹/u,
      means: 'no amount',
      examples: ['电话：‹›', '步骤 ‹›'],
      not: ['会费‹›'],
    },
  ],
  leads: [],
  differences: [
    {
      pattern: /(?:比.{0,12}|相|高|低|[多少](?!少)|超出?|增[加长]?|减少?|下降|上升|涨|跌|贵|便宜|快|慢|晚|早|大|小|长|短|差)(?:了|出|近|约)?‹u?›/u,
      means: 'difference',
      examples: ['比去年多‹u›', '相差‹u›', '增加了‹u›'],
      not: ['奖金‹u›', '共‹u›'],
    },
  ],
  joints: /[，；、。：]|[,;:](?!\d)|而|[和与]/gu,
  onePeriods: [
    {
      pattern: /^一(?:年|个月|个半月|周|天)$/u,
      means: 'one period',
      examples: ['一年', '一个月'],
      not: ['两年', '一位'],
    },
  ],
  periodEnds: [
    {
      pattern: /^(?:期|的?(?:合同|合约|协议|期限|有效期|租约))/u,
      means: 'period',
      examples: ['‹期›存款', '‹的合同›'],
      not: ['的灯会', '内'],
    },
  ],
  // 一 and 三 stand in many words and 一位 is an article; with a unit or in digits they count something.
  noNumbers: [
    {
      pattern: /^一[^十百千万亿]|^[万亿千百](?!分之)/u,
      means: 'no number',
      examples: ['‹一位›', '‹万›'],
      not: ['一百', '百分之五', '三'],
    },
  ],
  bareNumbers: [
    {
      pattern: /^.+[十百千万亿]|^百分之/u,
      means: 'number',
      examples: ['三十', '百分之五'],
      not: ['十', '三'],
    },
  ],
  ordinals: [
    {
      pattern: new RegExp(`第(?:\\d+|[数几]?[${NUMERAL_CHARACTERS}]{1,8})\\s?[\\p{Script=Han}]?`, 'gu'),
      means: 'ordinal',
      examples: ['‹第13个›', '‹第三站›'],
      not: ['13个', '第'],
    },
  ],
  scoreJoints: [{ pattern: /比/u, means: 'score', examples: ['100‹比›98'], not: ['100'] }],
  past: [
    {
      pattern: /(?:过去|连续|历时|时隔|近|成立|设立|创立|已|达)$/u,
      means: 'past',
      examples: ['过去', '海棠成立'],
      not: ['过去的', '为期'],
    },
  ],
  asksDifference: [
    {
      pattern: /比.{1,20}(?:[多少高低贵长短大小快慢早晚重轻]|便宜)(?:了|出)?(?:多少|几)|相差|差多少|差(?:了)?几|差距/,
      means: 'difference',
      examples: ['冠军比亚军多多少', '两者相差几天'],
      not: ['多少钱', '比赛有多少人'],
    },
  ],
  asksUnit: new RegExp(`(?:多少|几)(?![个条只件张])(?<unit>${UNIT})`, 'u'),
  asked: [
    ask(['anniversary'], /周年/, ['几周年']),
    ask(['times'], /每秒.{0,4}多少次|多少次每秒/, ['每秒多少次']),
    ask(['age'], /年纪|年龄|几岁|多少岁|多大年纪|满多少/, ['她几岁', '最低年龄']),
    ask(['length'], /多(?:长(?!时)|高|宽|深|远|厚)|身高|高度|长度|宽度|深度|距离|水深/, ['桥多长', '塔多高'], ['多长时间']),
    ask(['period'], /几年|有效期|期限|(?:多少|几)个?(?:天|月|周|工作日|学期)|保质期|禁言多/, ['几年', '多少天', '有效期']),
    ask(['hours'], /(?:多少|几)个?(?:小时|分钟|秒)/, ['几个小时']),
    ask(['period', 'hours'], /多久|多长时间|时长|用时/, ['要多久']),
    ask(['area'], /多少平|多少亩|占地|面积/, ['面积多少']),
    ask(['organisations', 'things'], /几家|多少家/, ['几家']),
    ask(['people', 'scaled'], /多少(?:人|客户|用户|游客|学生|员工)|几[个位名]?人/, ['多少人', '每队几人']),
    ask(['items'], /(?:几|多少)项/, ['几项']),
    ask(['things', 'items'], /[几多少]个(?!月)/, ['几个']),
    ask(['mass'], /吨位|吨数|多重|重量|体重/, ['多重']),
    ask(['power'], /装机|功率/, ['功率']),
    ask(['speed'], /多快|速度|时速/, ['多快']),
    ask(['temperature'], /(?:几|多少)度|气温|温度|水温/, ['水温多少']),
    ask(['data'], /内存|硬盘|存储空间|文件(?:最大|大小)/, ['内存多少']),
    ask(['share', 'money'], /几折|折扣/, ['几折']),
    ask(['share', 'multiple'], /增长|增加|提升|上升/, ['增长多少']),
    ask(['share'], /比例|占比|百分|费率|利率|税率|持股|股权|股比/, ['占比多少']),
    ask(['scaled', 'money'], /多少[万亿]/, ['多少万']),
    ask(['money', 'scaled'], /多少[钱元]|(?:几|多少)(?:国有)?资产|投资|金额|总额|总值|[售造总单票房定]价|贷款|交易额|资金|价格|汇率|工资|薪|营收|收入|利润|亏损|费用?(?=[是有]?(?:多少|几))|[会学租押运保]费|年费|月费|门票|押金|罚金|生活费|租金|奖金|罚款|补贴|赔偿|预算|经费|成本|产值|估值|市值|票房/, ['门票多少', '奖金多少']),
  ],
  counted: [
    ask(['people', 'organisations', 'households', 'scaled'], /^(?:会员|成员)(?!单位|企业|公司)/, ['会员']),
  ],
}; // biome-ignore format: tables
