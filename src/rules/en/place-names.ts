/** What English names of places end in, as they are written: such a name is nobody's. */
import type { Rule } from '../rule.ts';

export const PLACE_NAMES: readonly Rule<'place'>[] = [
  {
    pattern:
      /^(?=\S+ ).*\b(?:Road|Street|Avenue|Boulevard|Drive|Square|Alley|Quay|Pier|Bridge|Tunnel|Station|Airport|Gardens?|Forest|Beach|Bay|Coast|Island|Islands|Valley|Mountains?|River|Ocean|Sea|Canal)$/u,
    means: 'place',
    examples: ['Mill Road', 'Rowan Square', 'Gull Beach', 'Alder Island', 'North Sea'],
    not: ['Ada Brooke', 'Street', 'Ben Hill'],
  },
  {
    pattern: /^(?:USA?|U\.S|UK|EU|UAE)$/,
    means: 'place',
    examples: ['US', 'UK', 'EU'],
    not: ['SIP', 'IBM'],
  },
];
