/** How English asks for what holds now, in lower-case text. */
import type { Rule } from '../../rule.ts';

export const NEWEST: readonly Rule<'newest'>[] = [
  {
    pattern:
      /\b(?:latest|newest|most recent|up[- ]to[- ]date|current(?:ly)?|(?:right |by )?now|nowadays|at the moment)\b/gu,
    means: 'newest',
    examples: ['what is the latest version', 'who is currently the head', 'what does it cost now'],
    not: ['what is the electric currency', 'was it too late'],
  },
  {
    pattern:
      /\blast(?! (?:days?|weeks?|months?|years?|quarter|nights?|time|decade|century|spring|summer|autumn|fall|winter|names?|page|\w+day|\d|(?:two|three|four|five|six|few|couple)\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b))(?= \p{L})/gu,
    means: 'newest',
    examples: ['what did the last release add'],
    not: ['what changed last week', 'how long does it last', 'in the last 3 days', 'last may'],
  },
];
