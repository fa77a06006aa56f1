/** How an English question sets two things beside each other, in lower-case text without its mark at the end. */

import type { Rule } from '../../rule.ts';
import type { Comparison } from '../../talk.ts';

export const COMPARISONS: readonly Rule<Comparison>[] = [
  {
    pattern:
      /^(?:which|who|what)(?: one)?(?: of (?:them|these|the two))? (?<about>[^,:]+?)(?: more| less| most| least)?[,:]? (?<a>[^,]+?),? or (?<b>[^,]+)$/u,
    means: 'comparison',
    examples: [
      'which cost more, the mill or the inn',
      'who is older: ada or ben',
      'which is longer, the short path or the old one',
    ],
    not: ['which inn is open', 'is the mill or the inn open'],
  },
  {
    pattern:
      /^(?:is|are|was|were|does|do|did|has|have) (?<a>.+?) (?<about>(?:more \p{L}+|less \p{L}+|\p{L}{2,}er)) than (?<b>.+)$/u,
    means: 'comparison',
    examples: ['is the mill older than the inn', 'did the mill cost more money than the inn'],
    not: ['is it more than a week'],
  },
];
