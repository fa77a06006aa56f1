/** Whether a question asks for a time of day, or for what comes again and again. */

import { LANGUAGES } from '../rules/languages.ts';
import type { HoursAsked } from '../rules/time/hours.ts';

const ASKED = LANGUAGES.flatMap(({ hours }) => hours.asked);

/** Of a normalised question; null where it asks for no time of day. */
export const hoursAsked = (folded: string): HoursAsked | null =>
  ASKED.find(({ pattern }) => pattern.test(folded))?.means ?? null;
