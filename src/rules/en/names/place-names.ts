/** What English names of places and events end in, as they are written: such a name is nobody's. */
import type { Rule } from '../../rule.ts';

export const PLACE_NAMES: readonly Rule<'place' | 'event'>[] = [
  {
    pattern:
      /^(?=\S+ ).*\b(?:Road|Street|Avenue|Boulevard|Drive|Square|Alley|Quay|Pier|Bridge|Tunnel|Station|Airport|Gardens?|Forest|Beach|Bay|Coast|Island|Islands|Valley|Mountains?|River|Ocean|Sea|Canal)$/u,
    means: 'place',
    examples: ['Mill Road', 'Rowan Square', 'Gull Beach', 'Alder Island', 'North Sea'],
    not: ['Ada Brooke', 'Street', 'Ben Hill'],
  },
  {
    pattern:
      /^(?=\S+ ).*\b(?:Festival|Fair|Contest|Competition|Tournament|Championships?|Season|Party|Parade|Race|Regatta|Anniversary|Ceremony|Day|Week)$/,
    means: 'event',
    examples: ['Lantern Festival', 'Harbour Book Fair', 'Boat Race'],
    not: ['Ada Day-Lewis', 'Festival', 'Mayfair'],
  },
  {
    pattern: /^(?:USA?|U\.S|UK|EU|UAE)$/,
    means: 'place',
    examples: ['US', 'UK', 'EU'],
    not: ['SIP', 'IBM'],
  },
];
