/** Roles in Chinese, in simplified, lower-case text. */
import type { RoleRules } from '../roles.ts';

export const ROLES: RoleRules = {
  joints: /[，；。、：]|[,;]\s?|而(?!且)|但/gu,
  stances: [
    {
      pattern: /反对|否决|不(?:赞成|同意|支持)|弃权/u,
      means: 'against',
      examples: ['谁投了反对票', '李雪华不同意该方案'],
      not: ['谁支持该方案'],
    },
    {
      pattern: /赞成|(?<!不)支持|同意|拥护/u,
      means: 'for',
      examples: ['谁投了赞成票', '李雪华支持该方案'],
      not: ['李雪华不支持'],
    },
  ],
  negations: [
    {
      pattern:
        /没有?(?=.?(?:出席|参加|到|去|来|签|投|获|提|发|通过|入选|晋级|完成|交|同意))|(?<![并尚从])未(?!来|必|知|央|成年)|[尚从并]未|不(?:在|是|能|会|得|参加|出席|再|准|予|负责|同意|愿|可)|缺席|请假|拒绝|除外|落选/u,
      means: 'negation',
      examples: ['谁没有出席', '李雪华缺席', '王国庆未到场', '谁不参加'],
      not: ['谁出席了', '李雪华不仅出席', '未来'],
    },
  ],
  exceptions: [
    {
      pattern: /除了?[^，。；]{0,8}$/u,
      means: 'exception',
      examples: ['除', '除了院长'],
      not: ['除李雪华外，王国庆出席，'],
    },
  ],
  denials: [
    {
      pattern: /(?:不(?:再|会)?[是为在于]|并非|而非|不会?[从到])$/u,
      means: 'denial',
      examples: ['灯会不是', '是三万而不是', '开幕式不在', '并非'],
      not: ['除非', '不超过', '灯会是', '不得多于三'],
    },
  ],
  agents: [
    {
      pattern: /(?<![自理])[由被受][^，。；、]{0,10}$/u,
      means: 'agent',
      examples: ['大桥由市长', '他被院长'],
      not: ['由李雪华主持，', '理由'],
    },
  ],
  labelJoints: [
    {
      pattern: /\s*(?:[、,，;；/]|\s&\s|(?<=\p{Script=Han})[和与及](?=\p{Script=Han}))\s*/u,
      means: 'joint',
      examples: ['阿福‹、›小满', '阿福‹和›小满'],
      not: ['阿福', '和小满'],
    },
  ],
  labels: [
    {
      pattern: /^(?<label>[^:：\t\n]{1,20})[:：]\s*(?<names>[^\s].*)$/du,
      means: 'label',
      examples: ['馆长：王国庆', '管理员: 阿福、小满'],
      not: ['馆长：', '灯会在晚上开始'],
    },
    {
      pattern:
        /^(?:现任|目前的?|本[群社馆店])?(?<label>\p{Script=Han}{2,8}?)(?:目前|现在|分别)?[是为]\s*(?<names>[^\s是为].*?)[。.]?$/du,
      means: 'label',
      examples: ['馆长是王国庆。', '管理员为阿福、小满和青禾'],
      not: ['灯会开始了'],
    },
  ],
  patients: [
    {
      pattern: /谁(?:被|获|受|当选|入选)|(?:任命|选举|提名|聘任|聘请|派出?|奖励|表彰|处罚|开除)(?:了|的是)?谁/u,
      means: 'patient',
      examples: ['谁被任命为院长', '任命了谁'],
      not: ['谁任命了他', '院长是谁'],
    },
  ],
  tenures: [
    {
      pattern: /前任|原任|卸任|离任|前(?=[院校局市省县区部会社馆台所行董总主书副首])|原(?=[院校局市省县区部会社馆台所行董总主书副](?!来))|已故/u,
      means: 'former',
      examples: ['前任馆长是谁', '前馆长', '原局长'],
      not: ['馆长是谁', '目前'],
    },
    {
      pattern: /代理(?!商|权|人|公司)|代(?=[院校局市省县区]长)|临时(?=负责)/u,
      means: 'acting',
      examples: ['代理馆长是谁', '代市长'],
      not: ['代表是谁'],
    },
  ],
}; // biome-ignore format: tables
