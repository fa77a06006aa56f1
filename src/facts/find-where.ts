/** Places of a sentence that could answer where. */

import { isOfLevel } from '../names/place-level.ts';
import { LANGUAGES } from '../rules/languages.ts';
import { fitter } from '../rules/rule.ts';
import { standsInDateline } from '../text/reported.ts';
import type { Finder } from './candidate.ts';
import { nearness } from './nearness.ts';
import { saysName } from './who/said.ts';

export const findWhere: Finder = (
  { ways, expects: { place: level }, given },
  { said: { text, places }, weights },
  matches,
) => {
  return places
    .map((place) => ({ ...place, said: saysName(text.slice(place.start, place.end), given) }))
    .filter(({ held, said }) => held || !said)
    .map(({ start, end, weight, said, held }) => {
      const place = text.slice(start, end);
      const fits = level === undefined ? ways.country || !isWholeCountry(place) : isOfLevel(level, place);
      return {
        kind: 'where',
        start,
        end,
        fits,
        score:
          (level !== undefined && fits ? 3 : 1) *
          weight *
          (ways.venue && held ? HELD_THERE : 1) *
          (said ? SAID_PLACE : 1) *
          (standsInDateline(end, text) ? 0.5 : 1) *
          nearness({ start, end }, text, matches, weights),
      };
    });
};

/** That it was in China answers nobody who does not ask for a country. */
const isWholeCountry = fitter(LANGUAGES.flatMap(({ places }) => places.countries));

/** Who asks where it was held asks for the place that something was held at. */
const HELD_THERE = 2;

/** A place that the question names is seldom the one asked for; where the two sides met it may be. */
const SAID_PLACE = 0.5;
