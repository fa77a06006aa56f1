/** How English questions ask for places, in lower-case text, and how their names end. */
import type { PlaceLevel, PlaceRules } from '../names/places.ts';
import type { Rule } from '../rule.ts';
import { PLACES_IN_TEXTS } from './names/places.ts';

/** Which town, and which old town. */
const which = (means: PlaceLevel, noun: string, not = `the ${noun} hall`): Rule<PlaceLevel> => ({
  means,
  pattern: new RegExp(`\\b(?:what|which) (?:\\S+ )?${noun}\\b`),
  examples: [`in which ${noun} is it`, `what old ${noun}`],
  not: [not],
});

export const PLACES: PlaceRules = {
  levels: [
    which('town', 'town'),
    which('city', 'city'),
    which('province', 'province'),
    which('district', 'district'),
    which('county', 'county'),
    which('subdistrict', 'subdistrict'),
    {
      pattern: /\bat (?:what|which) (?:\S+ )?(?:university|school|college)\b/,
      means: 'school',
      examples: ['at which old school was it held'],
      not: ['which school held it'],
    },
    which('theatre', 'theatre'),
    which('theatre', 'theater'),
    which('building', 'building'),
    {
      pattern: /\bhotel\b/,
      means: 'hotel',
      examples: ['which hotel was it'],
      not: ['hotelier'],
    },
    {
      pattern: /\bneighbou?rhood/,
      means: 'subdistrict',
      examples: ['in which neighbourhood is it', 'what neighborhood'],
      not: ['the neighbour'],
    },
  ],
  asParty: [
    {
      pattern: /\bwhich (?:[\w'’-]+ ){0,2}?(?:province|county|subdistrict|town|district)\b/,
      means: 'party',
      examples: ['which northern county signed'],
      not: ['which bank signed'],
    },
  ],
  written: {
    building: /\b(?:Building|Plaza|Tower|House|Cent(?:er|re))$/u,
    school: /\b(?:University|School|College)\b/u,
    hotel: /\b(?:Hotel|Inn)\b/u,
    theatre: /\b(?:Theatre|Theater)\b/u,
  },
  endings: {},
  glossed: { city: /\b(?:city|capital of)\b/u, district: /\bdistrict\b/u },
  governments: [],
  countries: [],
  names: PLACES_IN_TEXTS,
};
