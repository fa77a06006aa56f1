/** How Chinese questions ask about signings, and how texts tell of them: who signs, and for which side; in simplified text. */
import type { AskingRules } from '../asking.ts';
import type { DeedRules } from '../roles.ts';

export const ASKING_OF_SIGNINGS: Partial<AskingRules> = {
  ways: [
    {
      pattern: /[这那][边头方].{0,2}谁|谁.{0,4}签|由谁.{0,8}签/,
      means: 'person',
      examples: ['海棠那边是谁', '谁签的协议', '由谁代表海棠签字'],
      not: ['谁和海棠合作'],
    },
    {
      pattern:
        /[这那][边头方].{0,2}谁.{0,20}签|签的?字(?!仪式)|落的?笔|是谁签|[派由]谁.{0,8}签|代表.*签|签.*代表|签[字约署][人者]/,
      means: 'signer',
      examples: ['海棠这边是谁跟他们签的', '是谁签的字', '协议由谁签署', '代表海棠签约的是谁', '签字人'],
      not: ['海棠跟谁签约', '签字仪式在哪里'],
    },
    {
      pattern: /派谁(?!.{0,3}(?:讲|说|发言|致辞|出席|参加|主持))|由谁.{0,8}代表/,
      means: 'signer',
      examples: ['海棠派谁来的', '由谁代表海棠'],
      not: ['海棠派谁讲话'],
    },
  ],
  sides: [
    {
      pattern: /(?<side>[省市县区镇乡校院])[里方](?:面|边)?(?:是|由|派)?谁/d,
      means: 'side',
      examples: ['省里是谁签的', '校方派谁来'],
    },
    {
      pattern: /(?<side>[^，。？！、和跟与同,?]{2,12}?)(?:[这那](?:边|头|方)|一方|方面)/d,
      means: 'side',
      examples: ['跟云河签约，海棠那边是谁', '海棠方面是谁签的'],
    },
    {
      pattern: /(?<side>[^，。？！、和跟与同,?]{2,12}?)(?:是|由|派)?谁(?:签|代表|出|来|去|讲|致辞|发言)/d,
      means: 'side',
      examples: ['海棠派谁来', '跟云河的协议，海棠是谁签的'],
    },
    {
      pattern: /代表(?<side>[^，。？！,?谁]{2,14}?)(?=签|出席|[的跟和与同])/d,
      means: 'side',
      examples: ['谁代表海棠签字', '代表海棠的是谁'],
    },
    {
      pattern: /(?<side>[^，。？！,?\s]{2,14}?)方?的?签[约字署](?:人?代表|[人者])/d,
      means: 'side',
      examples: ['海棠的签约代表'],
    },
  ],
  anySide: [
    {
      pattern: /^(?:公司|企业|集团|银行|学校|政府|官方|单位|[省市县区镇乡校院](?:[里方](?:面|边)?)?)$/u,
      means: 'any side',
      examples: ['公司', '省里', '校方'],
      not: ['海棠公司'],
    },
  ],
  signers: [
    {
      pattern: /^(?:签[约字署]人?)?(?:代表|[人者])$/u,
      means: 'signer',
      examples: ['签约代表', '签字人', '代表'],
      not: ['代表团', '签约单位'],
    },
  ],
  people: [{ pattern: /谁|人|代表/, means: 'somebody', examples: ['哪个区谁签的字'], not: ['哪个区签的字'] }],
};

export const SIGNING: DeedRules = {
  does: [
    {
      pattern: /代表|签/u,
      means: 'does',
      examples: ['代表海棠签字', '签署了协议'],
      not: ['出席仪式'],
    },
  ],
  onlyAttends: [
    {
      pattern: /表示|欢迎|感谢|致辞|出席|见证|参加|主持|会见|会谈|陪同/u,
      means: 'only attends',
      examples: ['出席签约仪式', '代表省委表示欢迎', '见证签约'],
      not: ['代表双方签约'],
    },
  ],
  eachFor: [
    {
      pattern:
        /^(?<second>[与和、][^，。；]{2,30}?)?(?:分别)代表(?<parties>(?<one>[^，。；、]{2,20}?)[与和、](?<other>[^，。；]{2,20}?))(?=签|签署|出席|共同|在|$)/u,
      means: 'each for a party',
      examples: ['与林秋分别代表海棠学院和云河银行签约', '分别代表海棠学院、云河银行签署协议'],
      not: ['代表海棠学院签约'],
    },
  ],
};
