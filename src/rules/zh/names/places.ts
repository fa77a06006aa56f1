/** Where Chinese texts name places; in simplified, lower-case text. */
import type { RunningPlaces } from '../../names/places.ts';

export const PLACE_NAMES: RunningPlaces = {
  writing: 'running',
  ends: [
    {
      // 千灯 becomes 千灯镇, 张江 becomes 张江院区.
      pattern:
        /^(?:省|市|区|县|镇|乡|村|州|盟|旗|街道|新区|校区|院区|开发区|园区|大厦|大楼|中心|会议中心|国际会议中心|站|路|街|大道|广场|公园|机场|大桥|车站)$/u,
      means: 'lengthens',
      examples: ['镇', '院区', '国际会议中心'],
      not: ['云河镇', '镇长'],
    },
    {
      pattern:
        /(?:省|市|区|县|镇|乡|街道|新区|校区|院区|开发区|园区|大厦|会议中心|酒店|宾馆|饭店|书展|大会|论坛|峰会|博览会)$/u,
      means: 'is a place',
      examples: ['云河镇', '海棠酒店', '茶业博览会'],
      not: ['镇长', '云河大楼'],
    },
  ],
  noPlaces: [
    {
      pattern: /^(?:城市|超市|上市|股市|门市|都市|大都市|省会城市|县级市|地级市)$/u,
      means: 'common noun',
      examples: ['城市', '超市', '县级市'],
      not: ['云河市', '市'],
    },
    {
      pattern: /^(?:新|市|老|城|郊|特|园|地|景|山|库)区$/u,
      means: 'kind of region',
      examples: ['新区', '景区'],
      not: ['云河区', '区'],
    },
  ],
  held: [
    {
      pattern:
        /在[“"]?(?<place>(?:[^\p{P}在]|[“"][^“”"]{1,12}[”"]){2,30}?)[”"]?(?:隆重|正式|成功|共同|联合|顺利)?(?:举行|举办|召开|签署|签订|签约|揭牌|开幕|启动|落地|落户|建设(?!银行)|设立|建立)/gu,
      means: 'held',
      examples: ['在‹云河会堂›举行仪式', '在“‹海棠之家›”正式揭牌'],
      not: ['云河会堂举行仪式', '在云河建设银行'],
    },
    {
      // What is itself the occasion or part of a site.
      pattern:
        /在["“”《]?(?<place>[^\p{P}在]{1,28}?(?:大会|论坛|峰会|书展|博览会|交易会|洽谈会|发布会|年会|院区|校区|园区|产业园|科技园|展馆|会议中心))/gu,
      means: 'held',
      examples: ['在“‹2023茶业大会›”上', '在‹海棠院区›布局'],
      not: ['茶业大会', '在云河'],
    },
  ],
  lies: [
    {
      pattern:
        /(?:位于|坐落[在于]|地处|设在|出生[于在]|生于|总部(?:设立?)?[在于])(?<place>[^\p{P}的]{2,14}?)(?=[\p{P}的]|$)/gu,
      means: 'lies',
      examples: ['总部位于‹云河海棠›，', '生于‹云河›'],
      not: ['云河位置', '位于云'],
    },
    {
      pattern:
        /(?:前往|奔赴|走进|来到|抵达|探访|参观)(?:了)?(?<place>[^\p{P}的了]{2,14}?)(?=[及和与、，。；的]|开展|考察|调研|参加|出席|举行|建设|项目|$)/gu,
      means: 'visited',
      examples: ['前往‹云河城际站›，', '走进了‹海棠集团›调研'],
      not: ['去云河，', '参观了'],
    },
  ],
  noPhrases: [
    {
      pattern:
        /(?:后|前|时|期间|之际|之下|见证下|基础上|背景下|起点上|过程中|框架下|领域|方面|场景|行业|环节|层面|业务|应用)$/u,
      means: 'no place',
      examples: ['会见后', '两位市长的见证下', '金融场景'],
      not: ['云河会堂', '后院'],
    },
  ],
  towns: [
    {
      pattern: /(?<=[省市县区])[^省市县区]{2,6}(?:镇|乡|街道)$/u,
      means: 'town',
      examples: ['云河省海棠市‹千灯镇›'],
      not: ['千灯镇', '海棠市'],
    },
  ],
  sites: [
    {
      pattern: /(?:广场|中心|大厦|大楼|酒店|宾馆|饭店|公园|基地|园区?|馆|厅)$/u,
      means: 'site',
      examples: ['新商办综合体海粟文化广场', '茶业产业园'],
      not: ['云河区', '中心区'],
    },
  ],
  units: [
    {
      pattern: /(?<=在|位于|落户|来到|前往|走进)\p{Script=Han}{1,3}[区县镇]/gu,
      means: 'unit',
      examples: ['在‹静海区›正式开园', '落户‹云河县›'],
      not: ['静海区', '在区里'],
    },
  ],
  noUnits: [
    {
      pattern:
        /^[该本此各我当全两这那]|[园校社景片院山城地小辖市特专灾林库新老郊厂战疫湾牧示发税假贸]区$|城镇$/u,
      means: 'no unit',
      examples: ['该地区', '园区', '小城镇'],
      not: ['静海区', '云河镇'],
    },
  ],
  prepositions: [{ pattern: /[在于]$/u, means: 'in', examples: ['他‹在›', '成立‹于›'], not: ['在他', '他'] }],
};
