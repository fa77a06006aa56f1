/** Names that Chinese questions give; in simplified, lower-case text. */
import type { RunningGivenNames } from '../../names/names.ts';

export const GIVEN_NAMES: RunningGivenNames = {
  joints: [{ pattern: /^[和跟与同]$/u, means: 'joint', examples: ['和', '跟'], not: ['和平', '是'] }],
  pointers: [
    { pattern: /^[这那哪几每一两]$/u, means: 'pointer', examples: ['那', '几'], not: ['那里', '海'] },
  ],
  noParts: [
    { pattern: /[签了的年月日\d]/u, means: 'no part', examples: ['签约', '8月'], not: ['海棠', '茶业'] },
  ],
  noNames: [
    {
      pattern:
        /[上里内中多少几]$|多少|什么|月份$|^(?:年份|国外|国内|海外|境外|外国|外地|当地)$|^新[设建开成增办]|^[几两三四五六七八九十]?家?(?:[省市县区]?政府|企业|公司|集团|单位|机构|大学|高校|院校|学校|医院|银行|平台|部门|媒体|专家|学生|双方|[对我中美俄日韩英法德印外]方)$/u,
      means: 'no name',
      examples: ['多少', '月份', '国外', '新设', '企业', '几家公司', '中方'],
      not: ['海棠', '云河大学', '新河'],
    },
  ],
  leads: [{ pattern: /^(?:中国|第)/u, means: 'lead', examples: ['‹中国›海棠', '‹第›三届'], not: ['海棠'] }],
  usualBeginnings: [
    {
      pattern: /^(?:国家|国际|全国|中央|人民|人寿|世界|亚洲|中华|中共|东方|南方|北方)$/u,
      means: 'usual',
      examples: ['国家', '东方'],
      not: ['海棠', '国家队'],
    },
  ],
  editions: [
    {
      pattern: /第(?<edition>[一二三四五六七八九十]{1,3}[届屆])/gu,
      means: 'edition',
      examples: ['‹第三届›灯会'],
      not: ['三届', '第三次'],
    },
  ],
};
