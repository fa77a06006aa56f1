/** What Chinese texts say of people and parties beside their names, as they are written. */
import type { DescriptionRules } from '../descriptions.ts';

export const DESCRIPTIONS: DescriptionRules = {
  before: [
    {
      // 和 and 与 join what is said of two, but not in 共和国. In Latin letters there may be a space: MOMENTUM WORKS CEO.
      pattern: /共和|协和|和平|（[^（）]{2,20}）|[^，。；：、“”\s和与及]|(?<=[\w.&]) (?=\w)/u,
      means: 'said before',
      examples: ['院', '（青岛）', '共和', 'LIND‹ ›WORKS'],
      not: ['，', '和', '“”'],
    },
  ],
  after: [
    {
      pattern:
        /^(?:被任命)?(?:为|任|担任|出任|就任|接任|兼任|当选为?|获任)[^，。；：、“”]{0,20}/u,
      means: 'said after',
      examples: ['‹担任云河茶业委员会和协会主任›，', '‹被任命为馆长›。'],
      not: ['宣布开馆', '，任馆长'],
    },
    {
      pattern: /^[^，。；：、“”和与及]{0,8}/u,
      means: 'said after',
      examples: ['‹宣布开馆›，', '‹馆长›和他的同事', '‹›，馆长'],
    },
  ],
  joints: [{ pattern: /[、和与及]/u, means: 'joint', examples: ['、', '和'], not: ['，', '是'] }],
  titleJoints: [
    { pattern: /[、兼暨]/u, means: 'joint', examples: ['党委书记‹、›校长', '主任‹兼›馆长'], not: ['副校长'] },
  ],
  ofLast: [{ pattern: /^代表/u, means: 'of the last', examples: ['‹代表›海棠签字'], not: ['签字', '人大代表'] }],
  inOrder: [
    {
      pattern:
        /^[^，。；]{0,3}?分别(?:担任|出任|兼任|任|当选为?|获聘为?|受聘为?)(?<roles>[^，。；]+)/u,
      means: 'in order',
      examples: ['‹分别担任馆长、副馆长›。', '‹等分别任主任和秘书›，'],
      not: ['担任馆长', '分别致辞'],
    },
  ],
  listJoints: [
    {
      pattern: /^(?:、|,|，|和|与|及|以及|联合|会同)$/u,
      means: 'list',
      examples: ['、', '以及', '会同'],
      not: ['。', '同意'],
    },
  ],
  listEnds: [
    {
      pattern:
        /^\s*(?:、|,|，|和|与|及|以及)\s*(?<name>@[\p{L}\p{N}_]+|(?!等|其)\p{Script=Han}{2,4}|\p{Lu}[\p{L}\p{N}_]*|\p{Ll}+[\d_]\w*)(?=[.。!！]|$)/u,
      means: 'last',
      examples: ['‹、小满›。', '‹和Moth›', '‹、@owl_2›'],
      not: ['、其他人', '、小满今天来了。', '小满。'],
    },
  ],
  partnerJoints: [
    { pattern: /^(?:与|和|跟|同)$/u, means: 'partner', examples: ['与', '同'], not: ['、', '共同'] },
  ],
  onlyThere: [{ pattern: /在$/u, means: 'only there', examples: ['签约仪式‹在›'], not: ['在这里'] }],
  parties: [
    {
      pattern: /双方|三方|两家(?:公司|企业|单位|机构)?|二者|两者/u,
      means: 'both parties',
      examples: ['‹双方›签署协议', '‹两家公司›将合作'],
      not: ['对方签署协议'],
    },
  ],
}; // biome-ignore format: tables
