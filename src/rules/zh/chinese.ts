/** The rules of Chinese. */
import { withMore } from '../asking.ts';
import type { LanguageRules } from '../language.ts';
import { ASKING } from './asking/asking.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { GIVEN_NAMES } from './names/given.ts';
import { ORGANISATION_NAMES } from './names/organisations.ts';
import { PERSON_NAMES } from './names/people.ts';
import { READINGS } from './names/readings.ts';
import { NOUNS } from './nouns.ts';
import { ORDERS } from './orders.ts';
import { ORGANISATION_WORDS } from './organisation-words.ts';
import { ORGANISATIONS } from './organisations.ts';
import { PLACES } from './places.ts';
import { REPORTS } from './reports.ts';
import { ROLES } from './roles.ts';
import { ASKING_OF_SIGNINGS, SIGNING } from './signing.ts';
import { TALK } from './talk/talk.ts';
import { ROWS } from './things.ts';
import { CHANGES } from './time/changes.ts';
import { DAY_CONTEXT } from './time/day-context.ts';
import { DAYS } from './time/days.ts';
import { HOURS } from './time/hours.ts';
import { LUNAR_DAYS } from './time/lunar-days.ts';
import { PERIODS } from './time/periods.ts';
import { RELATIVE_DAYS } from './time/relative-days.ts';
import { TITLES } from './titles.ts';
import { UNITS_IN_CHINESE } from './units.ts';

export const CHINESE: LanguageRules = {
  code: 'zh',
  letters: /\p{Script=Han}/u,
  asking: withMore(ASKING, ASKING_OF_SIGNINGS),
  nouns: NOUNS,
  talk: TALK,
  days: [...DAYS, ...LUNAR_DAYS, ...RELATIVE_DAYS],
  dayContext: DAY_CONTEXT,
  changes: CHANGES,
  hours: HOURS,
  periods: PERIODS,
  organisations: ORGANISATIONS,
  organisationWords: ORGANISATION_WORDS,
  names: {
    writing: 'running',
    organisations: ORGANISATION_NAMES,
    people: PERSON_NAMES,
    given: GIVEN_NAMES,
    readings: READINGS,
  },
  places: PLACES,
  titles: TITLES,
  roles: ROLES,
  descriptions: DESCRIPTIONS,
  rows: ROWS,
  reports: REPORTS,
  orders: ORDERS,
  units: UNITS_IN_CHINESE,
  signing: SIGNING,
};
