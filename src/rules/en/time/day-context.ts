/** What stands around days in English texts. */
import type { DayContext } from '../../time/day.ts';

const ASIDE = '(?:\\s*\\([^()]{1,12}\\))?';
const CLOCK = '(?:,?\\s*(?:at\\s+)?\\d{1,2}(?::\\d\\d)?\\s*(?:[ap]m)?)?';

export const DAY_CONTEXT: DayContext = {
  spellings: [['’', "'"]],
  eventBefore: [
    {
      pattern: /(?<!(?:^|[,;])\s*(?:\S+\s+){0,2})‹›/u,
      means: 'event before',
      examples: ['It opened in ‹›.', 'The mill burnt down on ‹›'],
      not: ['‹›', 'In ‹› it opened', 'It opened, and in ‹› it moved'],
    },
  ],
  months: [
    {
      pattern: /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu,
      means: 'month',
      examples: ['May 2023', '3 September', 'Oct. 5'],
      not: ['2023', 'spring 2023'],
    },
  ],
  joints: [
    {
      pattern: new RegExp(
        `^(?:st|nd|rd|th)?${ASIDE}${CLOCK}\\s*(?:to|until|till|through|thru|-|–|—|~)\\s*(?:the\\s+)?$`,
        'iu',
      ),
      means: 'range',
      examples: [' to ', ' – ', '-', ' until the ', ' (Friday) to ', ' at 9:00 to ', ' through '],
      not: [' and ', ', ', ' or '],
    },
  ],
  before: [
    {
      pattern: /\b(?:will|shall|is to|are to|to be|scheduled|due|planned|expected)\b[^.;]{0,60}$/iu,
      means: 'planned',
      examples: ['will open on ', 'is scheduled for '],
      not: ['opened on '],
    },
    { pattern: /\b(?:every|each)(?:\s+year)?(?:\s+on)?\s+(?:the\s+)?$/iu, means: 'recurring', examples: ['every ', 'each year on '] },
    {
      pattern: /\b(?:postponed|moved|rescheduled|delayed|changed|brought forward|pushed back)\b[^.;]{0,40}$/iu,
      means: 'moved',
      examples: ['postponed from ', 'was moved from '],
    },
    { pattern: /\bbetween\s+(?:the\s+)?$/iu, means: 'between', examples: ['between ', 'between the '] },
  ],
  ends: [{ pattern: /\d\s*(?:—|–|~|-)\s*$/u, means: 'end', examples: ['29 – ', '29-'], not: ['a - '] }],
  begins: [],
  clauseEnd: /[，。；,;:：]|\b(?:and|but)\b/giu,
  and: /^(?:st|nd|rd|th)?\s+and\s+(?:the\s+)?$/iu,
}; // biome-ignore format: a row a line
