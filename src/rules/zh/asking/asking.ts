/** How Chinese questions ask, in simplified text. */
import type { FactKind } from '../../../types.ts';
import type { AskingRules, NounRule } from '../../asking.ts';
import type { Rule } from '../../rule.ts';
import { THINGS, WAYS } from './ways.ts';

const KINDS: readonly Rule<FactKind>[] = [
  {
    pattern: /什么时候|啥时候|何[时日]|(?<!\d)几时|多会儿|(?<!\d)几点(?![意建原要])|(?:周|星期|礼拜)几/,
    means: 'when',
    examples: ['磨坊什么时候开门', '灯会何时结束', '几时开船', '灯会几点关门', '星期几闭馆'],
    not: ['12几时', '提了几点建议'],
  },
  {
    pattern: /哪一?[天年月日]|(?<!哪)几[月号日]/,
    means: 'when',
    examples: ['磨坊是哪一年建的', '灯会几号开始'],
    not: ['磨坊在哪', '开了几年'],
  },
  {
    pattern:
      /(?<!多长)(?:时间|日期)(?![内后前里])|(?:(?:成立|开业|揭牌|开幕|生效)日|(?:成立|创办|始?建|建成|开业)于)[？?\s]*$/,
    means: 'when',
    examples: ['灯会 开放时间', '磨坊的开业日？', '磨坊始建于'],
    not: ['排练了多长时间', '在规定时间内'],
  },
  {
    // A number that is a name counts nothing.
    pattern: /(?<!(?:[号版]码?|电话|手机|端口|版本|邮编|密码)(?:是|为)?)多少|多[大高长远快重久强宽深厚]/,
    means: 'number',
    examples: ['门票多少钱', '水塔有多高'],
    not: ['客服电话是多少', '端口号多少'],
  },
  {
    // Neither is the time of a day nor a day of the week.
    pattern: /(?<![哪那这好周]|星期|礼拜)几(?![月号日时乎])(?!点(?![意建原要]))/,
    means: 'number',
    examples: ['有几个展厅', '开了几年', '提了几点建议', '有效期几年'],
    not: ['哪几家店', '好几家店', '几乎没有', '几号开始', '灯会几点关门', '星期几闭馆'],
  },
  { pattern: /排名|名次/, means: 'number', examples: ['云河队的排名', '云河队得了什么名次'] },
  {
    pattern: /哪里|哪儿|(?<!如)何处|什么地方|何地|哪条/,
    means: 'where',
    examples: ['灯会在哪里办', '磨坊位于何处', '店开在什么地方', '店在哪条街上'],
    not: ['如何处理'],
  },
  {
    pattern: /在哪(?!一?[家个位些天年月日次所几本部张首篇幅件种])/,
    means: 'where',
    examples: ['磨坊在哪', '店在哪条街'],
    not: ['在哪家店', '在哪一天'],
  },
  {
    pattern: /(?:签约|签署|举办|举行)地[？?\s]*$/,
    means: 'where',
    examples: ['灯会 举办地'],
    not: ['灯会举办地的天气'],
  },
  {
    pattern: /(?:哪[个次]?|什么)(?:[大峰年]?会上|大会|论坛|峰会)/,
    means: 'where',
    examples: ['他在哪个论坛讲了话', '协议在什么大会上签的'],
  },
  {
    pattern: /谁|哪位|(?<!任)何人/,
    means: 'who',
    examples: ['磨坊是谁建的', '哪位馆长讲了话', '桥是何人所建'],
    not: ['任何人都能进'],
  },
  {
    pattern: /[和跟与同]哪[里儿](?:签|合作)/,
    means: 'who',
    examples: ['海棠跟哪里合作'],
    not: ['灯会在哪里办'],
  },
];

const PARTIES: readonly Rule<'who'>[] = [
  {
    pattern: /哪[几些两三]?[家所](?!城市|酒店|宾馆|饭店)/,
    means: 'who',
    examples: ['海棠跟哪家银行合作', '有哪几所学校'],
    not: ['在哪家酒店'],
  },
  {
    pattern: /(?:合作|签约)(?:单位|银行|方|对象)/,
    means: 'who',
    examples: ['海棠的合作单位有哪些'],
    not: ['怎么合作'],
  },
];

const NOUNS: readonly NounRule[] = [
  {
    pattern: /(?:[使采选运借]用|用的?是?|基于|搭载|依托|接入)[^，。？和跟与同]{0,8}哪[几些]?[个款种]‹平台›/,
    means: 'what',
    examples: ['海棠用的是哪个‹平台›', '磨坊基于哪款‹平台›'],
    not: ['哪个‹平台›跟海棠合作'],
  },
  {
    of: 'place',
    pattern: /›(?:的?名字)?叫/,
    means: 'what',
    examples: ['那个‹中心›叫什么'],
    not: ['在哪个‹中心›'],
  },
  {
    of: 'place',
    pattern:
      /^(?!.*[在于到去][^，。？]{0,8}‹)(?!.*‹.*(?:酒店|宾馆|饭店|剧[场院]|城市).*›).*哪[几些两三]?家.*‹/,
    means: 'who',
    examples: ['哪家‹图书馆›办的灯会'],
    not: ['灯会在哪家‹图书馆›办', '哪家‹酒店›办的灯会'],
  },
  {
    of: 'place',
    pattern: /[和跟与同][^，。？]{0,2}哪[^，。？]{0,3}‹/,
    means: 'who',
    examples: ['海棠跟哪个‹县›合作'],
    not: ['哪个‹县›有磨坊'],
  },
  {
    of: 'place',
    pattern: /^(?!.*[在于到去][^，。？]{0,8}‹).*›[^，。？]{0,2}(?:签|达成|联手|携手|[跟和与同].{2,12}签)/,
    means: 'who',
    examples: ['哪个‹县›签了协议', '哪个‹县›跟海棠集团签的'],
    not: ['在哪个‹县›签的', '哪个‹县›有磨坊'],
  },
];

/** 哪个, but not the 哪 that asks for a day or a place. */
const WHICH = /哪(?!一?[天年月日里儿])一?[几些两]?[个家所位支种座项]?/.source;

export const ASKING: AskingRules = {
  kinds: KINDS,
  parties: PARTIES,
  nouns: NOUNS,
  ways: WAYS,
  things: THINGS,
  words: [
    {
      pattern:
        /什么时候|啥时候|什么|啥|哪一?(?:[个位家所些年天月日里座种项支场]|些?国)?|多少|怎么样?|怎样|如何|为什么(?!时候)|为何|谁|何[时地处人]|几|(?:时间|日期|地点|金额)$/g,
      means: 'question word',
      examples: ['哪家店', '怎么退票', '门票多少钱', '灯会 地点'],
      not: ['时间不够', '好的'],
    },
  ],
  whether: [
    {
      pattern: /吗[？?。！!\s]*$|能不能|可不可以|可否|能否|是否|是不是|有没有|会不会|要不要|行不行/u,
      means: 'whether',
      examples: ['可以带狗吗？', '能不能退票', '是否要预约'],
      not: ['怎么退票', '门票多少钱'],
    },
  ],
  verdicts: [
    {
      pattern:
        /^\P{L}*(?:不?(?:可以|能|行|会|支持|允许|需要|用|必)|可以|是的?|不是|有的?|没有|禁止|暂不)(?=[，。,.！!、；\s]|\p{L})/u,
      means: 'verdict',
      examples: ['可以，但要牵好。', '❌ 不能。', '不支持退票。'],
      not: ['磨坊八点开门。'],
    },
  ],
  askedIn: [
    {
      pattern: /(?:多少|几)(?:钱|个?[天年月周岁次人]|块|元)(?!(?![呢啊呀吗的了要能可会才])\p{Script=Han})/gu,
      means: 'unit',
      examples: ['门票多少钱', '年假几天？', '要几个人才能开'],
      not: ['几天后的灯会', '多少人次', '多少学生'],
    },
  ],
  phrases: [
    {
      pattern: new RegExp(
        `[^\\s，。？！、和跟与同由被给在是为向从的对到]{0,6}(?:${WHICH})[^\\s，。？！、和跟与同在是的签]{0,6}`,
        'g',
      ),
      means: 'asked phrase',
      examples: ['海棠跟云河哪家学会合作', '哪些老师来了'],
      not: ['灯会在哪天', '磨坊在哪里'],
    },
    {
      pattern: /(?<=那[家个所])[^\s，。？的]{2,10}?(?=(?:名字)?(?:叫|是)(?:什么|啥|哪|谁))/g,
      means: 'asked phrase',
      examples: ['签约的那家公司叫什么', '那所学校是哪所'],
      not: ['公司叫什么'],
    },
  ],
  partners: [
    {
      pattern: /(?:合作|签约)\p{Script=Han}{2,3}/gu,
      means: 'asked phrase',
      examples: ['合作银行是哪家'],
      not: ['怎么合作'],
    },
  ],
  kindPhrases: [
    {
      pattern: new RegExp(`${WHICH}[^\\s，。？！、和跟与同在是的签]{0,6}`, 'g'),
      means: 'asked kind',
      examples: ['云河哪个学会'],
      not: ['在哪里'],
    },
  ],
  doers: [
    {
      pattern: /谁(?:一手)?(?:创办|创立|创建|创始)/,
      means: '创始人',
      examples: ['海棠是谁创办的'],
      not: ['谁建的磨坊'],
    },
  ],
  sides: [],
  anySide: [],
  signers: [],
  people: [],
};
