/** What people are called before or after their name, as parts of patterns over simplified, lower-case text. */
import { LANGUAGES } from '../rules/languages.ts';
import { sourceOf } from '../rules/rule.ts';

const BESIDE_NAMES = LANGUAGES.flatMap(({ titles }) => titles.besideNames);

/** What stands in front of a title and is part of it: 常务副 of 常务副院长; without groups that capture. */
export const RANKS = `${sourceOf(LANGUAGES.flatMap(({ titles }) => titles.ranks))}*`;

/** What somebody holds, beside what somebody only is; as `TITLE`. */
export const OFFICE = sourceOf(BESIDE_NAMES.filter(({ means }) => means === 'office'));

/** Without groups that capture; the case and script of the text are to be folded. */
export const TITLE = sourceOf(BESIDE_NAMES);
