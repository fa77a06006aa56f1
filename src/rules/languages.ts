/** The languages that questions and texts come in, each with its rules: a language is a folder and a line here. */
import type { Language } from '../types.ts';
import type { AskingRules } from './asking.ts';
import type { DayContext, DayRule } from './day.ts';
import { DAYS_IN_FIGURES } from './days-in-figures.ts';
import { ASKING as EN_ASKING } from './en/asking.ts';
import { DAY_CONTEXT as EN_DAY_CONTEXT } from './en/day-context.ts';
import { DAY_SIGNS, DAYS as EN_DAYS } from './en/days.ts';
import { PARTS_OF_YEARS } from './en/parts-of-years.ts';
import { RELATIVE_DAYS as EN_RELATIVE_DAYS } from './en/relative-days.ts';
import { SIGNING as EN_SIGNING } from './en/signing.ts';
import { TALK as EN_TALK } from './en/talk.ts';
import { UNITS_IN_ENGLISH } from './en/units.ts';
import type { SigningRules } from './signing.ts';
import type { TalkRules } from './talk.ts';
import type { UnitRules } from './units.ts';
import { ASKING as ZH_ASKING } from './zh/asking.ts';
import { DAY_CONTEXT as ZH_DAY_CONTEXT } from './zh/day-context.ts';
import { DAYS as ZH_DAYS } from './zh/days.ts';
import { LUNAR_DAYS } from './zh/lunar-days.ts';
import { RELATIVE_DAYS as ZH_RELATIVE_DAYS } from './zh/relative-days.ts';
import { SIGNING as ZH_SIGNING } from './zh/signing.ts';
import { TALK as ZH_TALK } from './zh/talk.ts';
import { UNITS_IN_CHINESE } from './zh/units.ts';

export interface LanguageRules {
  readonly code: Language;
  /** A text with one of these letters is in this language, unless it has some of one further up. */
  readonly letters: RegExp;
  readonly asking: AskingRules;
  readonly signing: SigningRules;
  readonly talk: TalkRules;
  readonly days: readonly DayRule[];
  /** Where a text may have a day at all; everywhere where it is missing. */
  readonly daySigns?: RegExp;
  readonly dayContext: DayContext;
  readonly units: UnitRules;
}

export const LANGUAGES: readonly LanguageRules[] = [
  {
    code: 'zh',
    asking: ZH_ASKING,
    signing: ZH_SIGNING,
    talk: ZH_TALK,
    letters: /\p{Script=Han}/u,
    days: [...ZH_DAYS, ...LUNAR_DAYS, ...ZH_RELATIVE_DAYS],
    dayContext: ZH_DAY_CONTEXT,
    units: UNITS_IN_CHINESE,
  },
  {
    code: 'en',
    asking: EN_ASKING,
    signing: EN_SIGNING,
    talk: EN_TALK,
    letters: /\p{Script=Latin}/u,
    days: [...EN_DAYS, ...PARTS_OF_YEARS, ...EN_RELATIVE_DAYS],
    daySigns: DAY_SIGNS,
    dayContext: EN_DAY_CONTEXT,
    units: UNITS_IN_ENGLISH,
  },
];

/** The rules of a language. */
export const rulesOf = (language: Language): LanguageRules =>
  LANGUAGES.find(({ code }) => code === language)!;

/** The rules of the language that a text is in; the last language where nothing tells. */
export const rulesFor = (text: string): LanguageRules =>
  LANGUAGES.find(({ letters }) => letters.test(text)) ?? LANGUAGES.at(-1)!;

/** Ways to write days, of each language and in figures. */
export const DAY_RULES: readonly Pick<LanguageRules, 'days' | 'daySigns'>[] = [
  { days: DAYS_IN_FIGURES, daySigns: /\d{2}/gu },
  ...LANGUAGES,
];
