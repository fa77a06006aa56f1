/** Where Chinese texts name organisations, beside those that end like one; in simplified, lower-case text. */
import type { RunningOrganisations } from '../../names/names.ts';

/** Characters of a name that stands where a party stands. */
const PARTY = '(?:(?![与和跟就])[\\p{Script=Han}\\p{Script=Latin}\\d·&]){2,16}?';
/** 同 joins, but not in 同时 and 共同. */
const JOINT = '(?:[与和跟]|(?<![共一相不会合协])同(?![时期样步比日年意志学事等类行城舟]))';
/** Time and place, which may stand between a party and what it did: 与青石银行8月15日在云河签约. */
const CIRCUMSTANCE =
  '[于在]?(?:\\d{4}年)?(?:\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}日)(?:上午|下午|晚)?|[在于就][\\p{Script=Han}]{2,14}?';
const ADVERBS = `(?:${CIRCUMSTANCE}|今天|今日|昨天|昨日|当天|当日|近日|日前|正式|成功|共同|也|又|还|就|已|已经|双双|分别)*`;

export const ORGANISATION_NAMES: RunningOrganisations = {
  inside: [
    {
      pattern:
        /^(?:青年|春秋|开发|投资|建设|管理|服务|设计|发展|运营|监测|创业|出版|发行|研究|学习|教育|传播|交流|控股|制造|检测|认证|联合|合作|保险|信用|出口|进出口|运动|旅游|体育|通信|通讯|电商|应用|培训|测试|航空|航天|交通|贸易|输变电|印花)$/u,
      means: 'inside',
      examples: ['信用', '开发', '航空'],
      not: ['签署', '开发区'],
    },
  ],
  boundaries: [
    {
      pattern:
        /^(?:[\s\p{P}\p{S}]+|与|和|同|跟|及|以及|在|于|由|被|向|对|将|把|为|是|有|等|该|各|双方|签署|签订|签约|签|出席|代表|参加|主持|主持会议|致辞|讲话|发言|座谈|仪式|访问|携手|联合|联手|举行|成立|介绍|表示|推动|支持|来到|走进|牵头|选择|会见|会谈|考察|调研|签下|达成|宣布|副|一行|其中|包括|随后|当天|今天|昨日|今日|近日|日前|获悉|消息|记者|据|书记|主席|主任|市长|省长|区长|县长|强|董事长|总经理|总裁|院长|校长|局长|部长|台长|社长|行长|会长|秘书长)$/u,
      means: 'boundary',
      examples: ['，', '与', '签署', '董事长', '近日'],
      not: ['海棠', '与会'],
    },
  ],
  joints: [{ pattern: /^[与和跟及]/u, means: 'joint', examples: ['‹与›兰台'], not: ['兰台'] }],
  pointers: [
    {
      pattern:
        /^(?:[这那此本该各某]|公司|集团\d|大型|[\d.]+[万亿]*股|待售|[\d一二三四五六七八九十两几多数百余]+[家个所名位]|.*上市公司$)/u,
      means: 'pointer',
      examples: ['‹这›所学院', '‹14家›公司', '归属于上市公司'],
      not: ['海棠公司', '一汽'],
    },
  ],
  leads: [
    {
      pattern: /^(?:世界|全球|中国|民营)?\d+强(?:企业)?/u,
      means: 'rank',
      examples: ['‹世界500强›青禾集团', '‹500强企业›青禾集团'],
      not: ['青禾集团', '世界集团'],
    },
    {
      pattern:
        /^\p{Script=Han}*(?:企业|品牌|巨头|厂商|名企|高校|名校|车企|药企|央企|国企|台企|港企|民企|外企|运营商|新势力)(?=.{2,}$)(?!.*(?:联合会|协会|学会|商会|学院|中心|联盟|研究院|研究所|集团|公司|基金会|大学)$)/u,
      means: 'description',
      examples: ['‹人工智能龙头企业›海棠科大', '‹新势力›海棠'],
      not: ['云河企业联合会', '海棠'],
    },
  ],
  parties: [
    {
      pattern: new RegExp(
        `(?<=${JOINT})${PARTY}(?=${ADVERBS}(?:签署|签订|签约|签下|达成|携手|建立|宣布|联合|拟))`,
        'gu',
      ),
      means: 'party',
      examples: ['云河银行与‹马利›今天签署协议', '青禾同‹海棠›8月15日在云河签约'],
      not: ['共同签署协议', '海棠签署协议'],
    },
    {
      // Pairs in a row.
      pattern: new RegExp(
        `(?<=、)${PARTY}(?=${JOINT}[^、，。；]{2,20}(?:、[^、，。；]{2,40}${JOINT}[^、，。；]{2,20})*${ADVERBS}(?:签署|签订|签约))`,
        'gu',
      ),
      means: 'party',
      examples: ['青禾与兰台、‹海棠›与云河分别签署协议'],
      not: ['青禾、海棠签署协议'],
    },
    {
      pattern: new RegExp(
        `(?<=${JOINT}|、)${PARTY}(?=(?:、${PARTY})*等(?:\\d+|[一二三四五六七八九十多数]+)?家?(?:企业|公司|单位|机构|高校|院校|银行|媒体|平台))`,
        'gu',
      ),
      means: 'party',
      examples: ['青禾、‹海棠›等企业', '青禾、海棠、‹兰台›等三家公司'],
      not: ['青禾等企业', '青禾、海棠等人'],
    },
  ],
  noParties: [
    {
      pattern:
        /双方|各方|多方|有关|相关|其他|海外|境外|官方|举行|举办|开展|进行|战略|\d家|[一二三四五六七八九十多数几]+[家个所位]|^(?:当地|部分|国内|国外|众多|对方|客户|政府|企业|公司|会后|现场|前者|后者)|总裁|董事长|总经理|主任|局长|市长|省长|县长|区长|书记|校长|院长|行长|会长|秘书长|[的了在于是将]/u,
      means: 'no party',
      examples: ['双方', '有关部门', '三家', '云河市市长', '海棠的'],
      not: ['海棠', '青禾客户'],
    },
  ],
};
