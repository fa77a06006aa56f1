/** What people paste into a question, whatever its language: what it says asks for nothing. */
import type { Rule } from './rule.ts';

export const PASTED: readonly Rule<'error message'>[] = [
  {
    pattern:
      /(?<![\p{L}\p{N}_.])(?:\p{Lu}\w*(?:Error|Exception|Warning)|[A-Z]{5,}[A-Z\d_]*|[Ee]rror)\b(?:\s?\[\w+\])?:\s.*/su,
    means: 'error message',
    examples: [
      'TypeError: Cannot read the number of lanterns',
      'npm start 报 ENOSPC: number of files reached',
      'Error [E107]: who are you',
    ],
    not: ['Harbour: opening date?', 'PICC Group: chairman?'],
  },
];
