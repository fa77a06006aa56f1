/** A name that a question gives, and whether a text has it: who asks about a partner that an article lacks is told so. */
import { LANGUAGES } from '../../rules/languages.ts';
import { fitter, sourceOf } from '../../rules/rule.ts';
import { IS_COMMON_WORD } from '../../text/organisation-words.ts';
import { tagWords } from '../../text/words.ts';

/** A name, as the terms by which a text is found to have it. */
export interface GivenName {
  /** Term that stands for the whole name. */
  readonly whole: string;
  /** Terms of its parts; a text that has this share of them has the name. */
  readonly parts: readonly string[];
  readonly enough: number;
  /**
   * When a text that is not found to have it lacks it: always; where another text of the index has it, as an English
   * spelling may lead to no gloss; or never, as of "Light" or "Children's" within a name, which may be glossed otherwise.
   * Asked for late: most names are found, and reading the glosses for it takes 0.1 s once.
   */
  readonly lacks: () => 'always' | 'ifKnown' | 'never';
}

/** A name that one term stands for, in whatever language. */
export const nameOfTerm = (whole: string): GivenName => ({ whole, parts: [], enough: 1, lacks: always });

export const always = () => 'always' as const;
export const never = () => 'never' as const;

export function hasName(terms: (term: string) => boolean, { whole, parts, enough }: GivenName): boolean {
  if (terms(whole)) return true;
  return parts.length > 0 && parts.filter(terms).length >= enough * parts.length;
}

/**
 * True where a text has the two characters that tell a name from others of its kind: 联想 for 联想集团; of a name that
 * begins with a place its end, too: 广东 and 电信 for 广东电信, while 武汉 and a 大学 are not 武汉大学.
 */
export function mayHaveName(terms: (term: string) => boolean, { whole, parts }: GivenName): boolean {
  const [lead, end] = leadAndEnd(whole);
  if (parts.length < 2 || lead === undefined || isUsual(lead) || !terms(lead)) return false;
  return !isPlace(lead) || (end !== lead && !IS_COMMON_WORD.test(end!) && terms(end!));
}

/** The first and the last two characters that tell one name from others; both are the same in a name of two. */
function leadAndEnd(whole: string): string[] {
  const all = bigrams(whole.replace(/^o:/u, '').replace(LEAD, ''));
  return all.length === 0 ? [] : [all[0]!, all.at(-1)!];
}

const GIVEN = LANGUAGES.flatMap(({ names }) => (names.writing === 'running' ? [names.given] : []));
const LEAD = new RegExp(sourceOf(GIVEN.flatMap(({ leads }) => leads)), 'u');
const isUsual = fitter(GIVEN.flatMap(({ usualBeginnings }) => usualBeginnings));
const isPlace = (word: string): boolean => tagWords(word)[0]?.tag === 'ns';

/** All terms that {@link hasName} and {@link mayHaveName} look for. */
export const termsTelling = ({ whole, parts }: GivenName): string[] => [
  whole,
  ...parts,
  ...leadAndEnd(whole),
];

/** Terms of names, of their parts and of their characters. */
export const termsOfNames = (names: readonly GivenName[]): ReadonlySet<string> =>
  new Set(names.flatMap(({ whole, parts }) => [whole, ...parts, ...parts.flatMap((part) => [...part])]));

/** Each two characters that stand side by side. */
export function bigrams(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}
