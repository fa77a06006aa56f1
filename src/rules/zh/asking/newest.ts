/** How Chinese asks for what holds now, in simplified text. */
import type { Rule } from '../../rule.ts';

export const NEWEST: readonly Rule<'newest'>[] = [
  {
    pattern: /最新一?[版期次届]?的?|最近(?:的?一|那)[次版期届个]的?|现任|现行|(?:目前|现在|如今|当前)的?/gu,
    means: 'newest',
    examples: ['最新版本是什么', '最近一次更新加了什么', '现任校长是谁', '现在门票多少钱'],
    not: ['最近有什么活动', '新版本什么时候出'],
  },
];
