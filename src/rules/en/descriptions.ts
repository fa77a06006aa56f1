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
  listEnds: [
    {
      pattern:
        /^\s*(?:,|,? and)\s*(?<name>@[\p{L}\p{N}_]+|\p{Script=Han}{2,4}|\p{Lu}[\p{L}\p{N}_]*|\p{Ll}+[\d_]\w*)(?=[.!]|$)/u,
      means: 'last',
      examples: ['‹ and Moth›.', '‹, and @owl›', '‹, owl_2›'],
      not: [' and others.', ' and Moth came.'],
    },
  ],
  partnerJoints: [],
  onlyThere: [],
  parties: [],
};
