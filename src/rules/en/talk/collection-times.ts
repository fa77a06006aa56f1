/** Words beside a time that limits the articles asked for, in English. */
import type { Rule } from '../../rule.ts';

export const AROUND_TIMES: readonly Rule<'joint'>[] = [
  {
    pattern:
      /\b(?:from|in|of|on|since|before|after|during|between|until|till|and|the|to|within|by|at|for|up|published|written|posted|dated|added|are|is|were|was|only|please)\b/g,
    means: 'joint',
    examples: ['from', 'published in', 'since'],
  },
];

export const OF_TIMES: readonly Rule<'of'>[] = [
  {
    pattern: /\bfrom\b(?!.*\b(?:to|until|till|on|onwards?)\b)/,
    means: 'of',
    examples: ['articles from 2023', 'news from last week'],
    not: ['articles from may to july', 'posts from may on'],
  },
];
