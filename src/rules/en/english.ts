/** The rules of English. */
import { withMore } from '../asking.ts';
import type { LanguageRules } from '../language.ts';
import { ASKING } from './asking/asking.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { NAMES } from './names/names.ts';
import { NOUNS } from './nouns.ts';
import { ORDERS } from './orders/orders.ts';
import { ORGANISATION_WORDS, ORGANISATIONS } from './organisations.ts';
import { PLACES } from './places.ts';
import { REPORTS } from './reports.ts';
import { ROLES } from './roles.ts';
import { ASKING_OF_SIGNINGS, SIGNING } from './signing.ts';
import { TALK } from './talk/talk.ts';
import { CHANGES } from './time/changes.ts';
import { DAY_CONTEXT } from './time/day-context.ts';
import { DAY_SIGNS, DAYS } from './time/days.ts';
import { HOURS } from './time/hours.ts';
import { PARTS_OF_YEARS } from './time/parts-of-years.ts';
import { PERIODS } from './time/periods.ts';
import { RELATIVE_DAYS } from './time/relative-days.ts';
import { TITLES } from './titles.ts';
import { UNITS_IN_ENGLISH } from './units.ts';

export const ENGLISH: LanguageRules = {
  code: 'en',
  letters: /\p{Script=Latin}/u,
  asking: withMore(ASKING, ASKING_OF_SIGNINGS),
  nouns: NOUNS,
  talk: TALK,
  days: [...DAYS, ...PARTS_OF_YEARS, ...RELATIVE_DAYS],
  daySigns: DAY_SIGNS,
  dayContext: DAY_CONTEXT,
  changes: CHANGES,
  hours: HOURS,
  periods: PERIODS,
  organisations: ORGANISATIONS,
  organisationWords: ORGANISATION_WORDS,
  names: NAMES,
  places: PLACES,
  titles: TITLES,
  roles: ROLES,
  descriptions: DESCRIPTIONS,
  rows: { rows: [], ofFields: [], leads: [] },
  reports: REPORTS,
  orders: ORDERS,
  units: UNITS_IN_ENGLISH,
  signing: SIGNING,
};
