/** A statement is shown where all that it says stands in the passages that it refers to. */
import { languagesIn, rulesOf } from '../rules/languages.ts';
import { shareSaid } from '../text/shared-words.ts';
import type { Language } from '../types.ts';
import type { Ground } from './ground.ts';
import { findWrongName } from './named.ts';
import { type Fault, findUnsafe, type UnsafeFault } from './safe.ts';
import type { Statement } from './statements.ts';
import { findWrongValue } from './values.ts';

/**
 * Why a statement is cut: it refers to no passage (`uncited`) or to one that there is not (`unknown`); a link, mention, markup,
 * piece of code, day, number or name is not its passages'; it is in another language than was asked for; its passages speak
 * of something else (`elsewhere`); it says a secret; or it was said before.
 */
export type CutReason =
  | 'uncited'
  | 'unknown'
  | UnsafeFault
  | 'date'
  | 'number'
  | 'name'
  | 'language'
  | 'elsewhere'
  | 'secret'
  | 'repeated';

/** More than that of the words of a statement stand in its passages. */
const MIN_SAID = 0.5;
/** Of one in another language: a table of words knows but some of the ways to say a thing. */
const MIN_MEANT = 0.3;

export interface Expected {
  /** What a passage holds, by its number; undefined where there is none. */
  readonly groundOf: (number: number) => Ground | undefined;
  readonly language: Language;
  /** What nothing shown may have: keys. */
  readonly secrets: readonly string[];
}

/** Null for a statement that holds. */
export function checkStatement(
  statement: Statement,
  { groundOf, language, secrets }: Expected,
): Fault<CutReason> | null {
  const { passages, text, listing, written } = statement;
  const secret = secrets.find((one) => one !== '' && written.includes(one));
  // It is not repeated where it is told what was cut either.
  if (secret !== undefined) return { reason: 'secret', what: '' };
  if (passages.length === 0) return { reason: 'uncited', what: '' };
  const unknown = passages.find((number) => groundOf(number) === undefined);
  if (unknown !== undefined) return { reason: 'unknown', what: `[${unknown}]` };
  const cited = passages.map((number) => groundOf(number)!);
  return (
    findUnsafe(statement, cited) ??
    findWrongValue(text, cited) ??
    findWrongName(text, cited) ??
    (isIn(language, text) ? null : { reason: 'language', what: text }) ??
    (listing !== null || isAbout(text, language, cited) ? null : { reason: 'elsewhere', what: text })
  );
}

function isAbout(text: string, language: Language, cited: readonly Ground[]): boolean {
  const terms = new Map(cited.flatMap((ground) => [...ground.terms]));
  const isTranslated = !cited.some((ground) => isIn(language, ground.text));
  return shareSaid(text, terms) > (isTranslated ? MIN_MEANT : MIN_SAID);
}

/** Names and code may be in any language; three in four words are not. */
const MIN_OWN = 0.2;

function isIn(language: Language, text: string): boolean {
  const counts = languagesIn(text).map((rules) => ({ rules, count: countWords(rules, text) }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const own = counts.find(({ rules }) => rules === rulesOf(language))?.count ?? 0;
  return all === 0 || own / all >= MIN_OWN;
}

/** Letters where words run on, words where they stand apart. */
const countWords = ({ letters, names }: ReturnType<typeof rulesOf>, text: string): number =>
  text.match(new RegExp(names.writing === 'running' ? letters.source : `(?:${letters.source})+`, 'gu'))
    ?.length ?? 0;
