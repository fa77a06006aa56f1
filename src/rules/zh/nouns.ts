/** Nouns in Chinese: what their ends say that they name, and how questions ask for one; in simplified, lower-case text. */
import type { NounKind, RunningNouns } from '../nouns.ts';
import { type Rule, sourceOf } from '../rule.ts';
import { TITLES } from './titles.ts';

const row = (pattern: RegExp, means: NounKind, examples: string[], not: string[]): Rule<NounKind> => ({
  pattern,
  means,
  examples,
  not,
});

const ENDS: readonly Rule<NounKind>[] = [
  row(/(?:机器人|服务器|频道|权限|端口|朝代|民族|语系|学派)$/u, 'thing', ['海棠服务器', '频道'], ['服务']),
  row(/(?:总部|城市|省份|省|市|镇|乡|村|县|区|街道|院区|校区|大楼|大厦|楼|酒店|宾馆|饭店|剧场|剧院|体育馆|地址|地点|地方|位置|选址|(?:签约|举办|举行|所在|发布)地|路|街|城|国家|会场|场馆|园区|山脉|河流)$/u, 'place', ['公司地址', '签约地', '云河市'], ['内地']),
  row(/(?:多长时间|时长|用时|工期|年限)$/u, 'amount', ['工期'], ['时间']),
  row(/(?:日期|时间|时候|日子|年份|月份|[^\d今昨明当次]日)$/u, 'time', ['开业日期', '开幕日'], ['今日']),
  row(/(?:合作方|合作伙伴|伙伴|股东|东家|投资方|供应商|客户|主办方|承办方|单位|对方|对象)$/u, 'party', ['合作方', '供应商'], ['方']),
  row(/(?:公司|航司|企业|集团|俱乐部|(?<![部军])队|队伍|机构|大学|高校|学校|学院|中学|医院|银行|研究院|研究所|院所|(?<![住出入转])院|学会|协会|商会|联合会|基金会|组织|平台|车企|药企|央企|国企|名企|政府|部门|媒体|品牌|券商|厂商|厂家|报社|社|[^布格结当]局|厂|台企|港企|企|团队)$/u, 'organisation', ['海棠集团', '教育局'], ['布局']),
  row(/(?:金额|总额|总量|数量|人数|面积|价格|比例|占比|费率|利率|税率|汇率|规模|销量|产量|产值|总值|估值|有效期|期限|投资|营收|利润|市值|算力|系数|生产总值|gdp|资本|造价|售价|票价|年薪|工资|身高|体重|长度|高度|速度|次数|个数|天数|票房|比分)$/u, 'amount', ['总金额', '票价'], ['数']),
  row(new RegExp(`(?:${sourceOf(TITLES.besideNames)}|冠军|领导|高管|官员|教练|人士|老大|皇帝|(?:^|[^本器拟字])人)$`, 'u'), 'person', ['馆长', '闯关冠军', '老人'], ['本人']),
]; // biome-ignore format: a table

/** What asks, behind a noun, what it is called or who it is. */
const NAMED = '(?:的?(?:名字|姓名))?';

export const NOUNS: RunningNouns = {
  writing: 'running',
  ends: ENDS,
  before: [
    {
      pattern:
        /哪(?![里儿])(?!一?[天年月日])一?[几些两三四五六七八九十]?[个家所位支种座项条名款]?|(?:(?<![为用靠凭])什么样?的?|啥)(?!时候)/gu,
      means: 'asks',
      examples: ['‹哪几家›公司', '‹什么样的›灯会', '‹啥›磨坊', '‹哪个›学会'],
      not: ['在哪里', '哪天', '什么时候', '为什么'],
    },
  ],
  behind: [
    {
      pattern: new RegExp(`${NAMED}叫(?:做|个)?(?:什么|啥|谁|哪)`, 'gu'),
      means: 'called',
      examples: ['董事长‹叫什么›', '公司‹的名字叫啥›'],
      not: ['叫车', '是什么'],
    },
    {
      pattern: new RegExp(
        `${NAMED}(?:(?:是|姓|选了?)(?:做|个)?(?:什么|啥|谁|哪)|(?:[由归选换派让请]|目前是|现在是)谁|(?:都|分别)?有(?:哪些人?|哪几[个位名]|谁)(?=[呢啊？?\\s]*$)|是(?=[？?\\s]*$))`,
        'gu',
      ),
      means: 'asks',
      examples: [
        '地址‹是哪›里',
        '馆长‹目前是谁›',
        '馆长‹是›？',
        '馆长‹的姓名是什么›',
        '馆员‹都有谁›',
        '馆员‹有哪些›？',
      ],
      not: ['谁是馆长', '是的'],
    },
  ],
  whoIs: [
    {
      pattern: /谁(?:是|担任|出任|当选为?|任)[^，。？！,?!\s]{2,20}?(?=[了的呢啊吧]?(?:[，。？！,?!\s]|$))/gu,
      means: 'asks',
      examples: ['‹谁是海棠的馆长›', '‹谁担任馆长›呢？'],
      not: ['馆长是谁', '谁来了'],
    },
  ],
  asks: [
    {
      pattern: /[谁哪啥几何吗怎]|什么|多少/u,
      means: 'asks',
      examples: ['‹谁›来了', '来了‹吗›', '‹多少›人'],
      not: ['海棠馆长 姓名', '多的少的'],
    },
  ],
  asksBefore: [
    {
      pattern: /[谁哪几]|什么|多少/u,
      means: 'asks',
      examples: ['‹谁›点灯', '‹什么›时候点灯'],
      not: ['怎么点灯', '点灯'],
    },
  ],
  subjectsFirst: [
    {
      pattern: /^(?<subject>\p{Script=Han}{2,6}?)(?:几天|多久|多长)/u,
      means: 'length',
      examples: ['年假几天', '灯会开多久'],
      not: ['几天年假', '年假怎么请'],
    },
    {
      pattern: /^(?<subject>\p{Script=Han}{2,6}?)(?:几(?!天)|多(?![久长])|什么|怎)/u,
      means: 'asks',
      examples: ['灯会几点开', '年假怎么请'],
      not: ['年假几天', '怎么请年假'],
    },
  ],
  nameOf: [
    {
      pattern: /(?:\s*的?(?:姓名|名字|名单))?[\s？?。呢]*$/u,
      means: 'name',
      examples: ['总经理‹ 姓名›', '馆长‹的名字？›', '馆长‹›'],
    },
  ],
  phraseEnds: [
    {
      pattern: /[签办搞是有在的和跟与同了给把被，。？！、,?!\s]|一起|一块|联合|合作/u,
      means: 'end',
      examples: ['县‹签›的', '公司‹联合›办'],
      not: ['县', '公司'],
    },
  ],
  particles: [{ pattern: /的/u, means: 'of', examples: ['海棠‹的›馆长'], not: ['海棠馆长'] }],
  alone: [
    {
      pattern: /地[址点]?$|位置|选址|总部|城市/u,
      means: 'asks alone',
      examples: ['公司地址', '总部', '签约地'],
      not: ['磨坊', '地区'],
    },
  ],
  counted: [
    {
      pattern: /(?:多少|几)[个位名]?(?<noun>\p{Script=Han}{2,4})/u,
      means: 'counted',
      examples: ['有多少个孩子', '几位员工'],
      not: ['多少钱'],
    },
    {
      pattern: /(?:多少|几)\p{Script=Han}?(?<noun>\p{Script=Han}{2,6})/u,
      means: 'long',
      examples: ['有多少条小狗', '几家注册企业'],
      not: ['多少钱'],
    },
  ],
};
