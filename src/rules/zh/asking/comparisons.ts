/** How a Chinese question sets two things beside each other, in simplified text without its mark at the end. */

import type { Rule } from '../../rule.ts';
import type { Comparison } from '../../talk.ts';

/** What can be more of one than of another. */
const MORE =
  '(?:更|比较)?(?:贵|便宜|长|短|高|矮|低|大|小|多|(?<!多)少|远|近|早|晚|快|慢|好|老|新|重|轻|划算|方便)';

export const COMPARISONS: readonly Rule<Comparison>[] = [
  {
    pattern: new RegExp(
      `^(?<a>[^,。谁哪什几]{2,}?)(?:和|跟|与|还是|、)(?<b>[^,。谁哪什几]{2,}?)(?:相比|比起来|之间|里面?|中)?,?(?:是)?(?:哪|谁)(?:一)?(?:个|家|款|座|边|种|条|者)?(?<about>.{0,4}?${MORE})(?:一?[些点])?$`,
      'u',
    ),
    means: 'comparison',
    examples: ['磨坊和客栈哪个更贵', '东桥跟西桥,哪座长', '磨坊和客栈谁的门票更贵'],
    not: ['磨坊和谁签了约', '磨坊和客栈哪天开门', '磨坊和客栈哪年建的'],
  },
  {
    pattern: new RegExp(
      `^(?<a>[^,。谁哪什几]{2,}?)(?<![同环])比(?![赛例较])(?<b>[^,。谁哪什几]{2,}?)(?<about>${MORE})[了些]?吗?$`,
      'u',
    ),
    means: 'comparison',
    examples: ['磨坊比客栈贵吗'],
    not: ['比赛几点开始', '六月收入同比增长多少'],
  },
];
