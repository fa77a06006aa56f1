/** Where English texts name places, as they are written. */
import type { CapitalPlaces } from '../../names/places.ts';

export const PLACES_IN_TEXTS: CapitalPlaces = {
  writing: 'capitals',
  named: [
    {
      pattern: /(?<=\b(?:in|at|near) (?:the )?)\p{Lu}[\p{L}’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*)*/gu,
      means: 'named',
      examples: ['in ‹Ossen›', 'at the ‹Lind Tea Fair›', 'near ‹Bank of Ossen›'],
      not: ['Ossen', 'from Ossen'],
    },
  ],
  common: [
    {
      pattern:
        /(?<=\b(?:in|at|inside|outside|near) (?:the|a|an) )(?!(?:morning|afternoon|evening|night|year|month|week|day|end|start|beginning|past|future|meantime|case|presence|process|same|first|last|next|late|early|hope|event|field|area|course)\b)[\p{Ll}-]{3,}/gu,
      means: 'common',
      examples: ['in the ‹greenhouse›', 'outside a ‹mill›'],
      not: ['in the morning', 'in case', 'the greenhouse'],
    },
  ],
  noPlaces: [
    {
      pattern:
        /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u,
      means: 'month',
      examples: ['‹May›', '‹August› 2024'],
      not: ['Mayfield', 'Ossen'],
    },
  ],
};
