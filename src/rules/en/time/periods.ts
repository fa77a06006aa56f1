/** What English says around a time to mean the days before it or since, in lower-case text. */
import type { PeriodRules } from '../../time/period.ts';

export const PERIODS: PeriodRules = {
  before: [
    { pattern: /\b(?:since|from)\s*$/, means: 'from', examples: ['since ', 'from '] },
    { pattern: /\bafter\s*$/, means: 'above', examples: ['after '] },
    { pattern: /\bbefore\s*$/, means: 'below', examples: ['before '] },
    { pattern: /\b(?:until|by|up to)\s*$/, means: 'to', examples: ['until ', 'by ', 'up to '], not: ['ruby '] },
  ],
  behind: [],
}; // biome-ignore format: a row a line
