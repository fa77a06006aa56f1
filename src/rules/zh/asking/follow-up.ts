/** How a Chinese question goes on from what was said before it, in simplified text. */

import type { Rule } from '../../rule.ts';
import type { GoingOn } from '../../talk.ts';

export const GOING_ON: readonly Rule<GoingOn>[] = [
  {
    pattern: /^(?:那么?|还有|另外|至于)?[，,]?(?<other>(?!.*[谁哪几吗怎何啥])(?!.*(?:什么|多少)).+)呢$/u,
    means: 'instead',
    examples: ['磨坊呢', '那去年呢', '那么儿童呢'],
    not: ['那是谁呢', '什么时候呢'],
  },
  {
    pattern:
      /[他她它]们?|(?<!有)[那这](?:个|次|份|是|天|里|边|事|件|家|位)|双方|[两三]家|对方|两边|各方|彼此|前者|后者/u,
    means: 'points',
    examples: ['它几点开门', '那是什么时候', '双方谁签的字'],
    not: ['磨坊几点开门'],
  },
  {
    pattern: /^(?:那么?|还有|另外|然后|所以)/u,
    means: 'goes on',
    examples: ['那几点开门', '还有门票多少钱'],
    not: ['磨坊几点开门'],
  },
  {
    pattern: /(?:怎么|如何|怎样)(?!样|办|回事)(?:才?能|可以)?\p{Script=Han}{3,}/u,
    means: 'says all',
    examples: ['怎么发图片', '如何申请退票'],
    not: ['怎么样', '怎么办', '怎么退'],
  },
];
