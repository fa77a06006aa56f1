/** What English texts say of people and parties beside their names, as they are written. */
import type { DescriptionRules } from '../descriptions.ts';

export const DESCRIPTIONS: DescriptionRules = {
  before: [
    {
      pattern: /[^\s“”]|(?<=[\w.&]) (?=\w)/u,
      means: 'said before',
      examples: ['LIND‹ ›WORKS', 'chairman'],
      not: ['“', '\n'],
    },
  ],
  after: [{ pattern: /^[^“”]{0,8}/u, means: 'said after', examples: ['‹, miller›', '‹ opened ›the mill'] }],
  joints: [],
  titleJoints: [],
  ofLast: [],
  inOrder: [],
  listJoints: [
    { pattern: /^(?:,|,? ?and)$/u, means: 'list', examples: [',', 'and', ', and'], not: ['or', 'sand'] },
  ],
  partnerJoints: [],
  onlyThere: [],
  parties: [],
};
