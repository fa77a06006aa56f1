/** What Chinese says around a time to mean the days before it or since, in simplified text. */
import type { PeriodRules } from '../../time/period.ts';

export const PERIODS: PeriodRules = {
  before: [
    { pattern: /(?:自从?|从)\s*$/u, means: 'from', examples: ['自', '自从', '从'], not: ['来自于'] },
    { pattern: /(?:截至|截止)\s*$/u, means: 'to', examples: ['截至', '截止'] },
  ],
  behind: [
    { pattern: /^\s*前后/u, means: 'both', examples: ['前后'], not: ['前'] },
    { pattern: /^\s*(?:以来|起|至今)/u, means: 'from', examples: ['以来', '起', '至今'] },
    { pattern: /^\s*(?:之后|以后|后)/u, means: 'above', examples: ['之后', '以后', '后'], not: ['前后'] },
    { pattern: /^\s*(?:以前|之前|前)/u, means: 'below', examples: ['以前', '之前', '前'] },
  ],
}; // biome-ignore format: a row a line
