/** The languages that questions and texts come in: a language is a folder and a line here. */
import type { Language } from '../types.ts';
import { ENGLISH } from './en/english.ts';
import type { LanguageRules } from './language.ts';
import { DAYS_IN_FIGURES } from './time/days-in-figures.ts';
import { CHINESE } from './zh/chinese.ts';

export const LANGUAGES: readonly LanguageRules[] = [CHINESE, ENGLISH];

/** The rules of a language. */
export const rulesOf = (language: Language): LanguageRules =>
  LANGUAGES.find(({ code }) => code === language)!;

/** The rules of the language that a text is in; the last language where nothing tells. */
export const rulesFor = (text: string): LanguageRules =>
  LANGUAGES.find(({ letters }) => letters.test(text)) ?? LANGUAGES.at(-1)!;

/** The rules of the languages of which a text has letters. */
export const languagesIn = (text: string): LanguageRules[] =>
  LANGUAGES.filter(({ letters }) => letters.test(text));

/** Ways to write days, of each language and in figures. */
export const DAY_RULES: readonly Pick<LanguageRules, 'days' | 'daySigns'>[] = [
  { days: DAYS_IN_FIGURES, daySigns: /\d{2}/gu },
  ...LANGUAGES,
];
