/** What the words of an organisation's name say of it, in any language, as patterns over simplified, lower-case text. */
import { LANGUAGES } from '../rules/languages.ts';
import type { OrganisationWord } from '../rules/names/organisations.ts';
import { sourceOf } from '../rules/rule.ts';

const WORDS = LANGUAGES.flatMap(({ organisationWords }) => organisationWords);

const wordsThat = (fits: (word: OrganisationWord) => boolean): string => sourceOf(WORDS.filter(fits));

/** At the end of the name of an organisation. */
export const NAME_END = new RegExp(`${wordsThat(({ ends }) => ends === 'name')}$`, 'u');

/** The whole word that ends the short name of a company. */
export const SHORT_NAME_END = new RegExp(`^${wordsThat(({ ends }) => ends === 'short name')}$`, 'u');

/** Each word that any name may hold. */
export const COMMON_WORDS = new RegExp(
  wordsThat(({ isCommon }) => isCommon === true),
  'gu',
);

/** A word that any name may hold, and nothing beside it. */
export const IS_COMMON_WORD = new RegExp(`^${COMMON_WORDS.source}$`, 'u');

const LEGAL_FORM_WORD = wordsThat(({ isLegalForm }) => isLegalForm === true);

/** A word that says the legal form of a company, and nothing beside it. */
export const IS_LEGAL_FORM = new RegExp(`^${LEGAL_FORM_WORD}$`, 'u');

/** The legal form at the end of a name: 股份有限公司. */
export const LEGAL_FORM = new RegExp(`${LEGAL_FORM_WORD}+$`, 'u');
