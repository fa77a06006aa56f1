/** What a passage holds that statements about it may say: its words, numbers, days and names. */

import { findNames } from '../names/names.ts';
import { englishReading } from '../names/reading.ts';
import { findAmounts } from '../text/amounts.ts';
import { passageTerms } from '../text/analyze.ts';
import { type ResolvedDate, resolveDates } from '../text/dates.ts';
import { normalize } from '../text/normalize.ts';
import { findNumbers, numeralOf } from '../text/numbers.ts';
import type { Terms } from '../types.ts';
import type { NumberedPassage } from './passages.ts';

export interface Ground {
  /** As the model was given it: title, headings, day and text. */
  readonly text: string;
  /** The same in one spelling, with single spaces. */
  readonly folded: string;
  /** Day of its article. */
  readonly date: string | null;
  readonly dates: readonly ResolvedDate[];
  /** Values of numbers; of shares with a `%` behind. */
  readonly numbers: ReadonlySet<string>;
  /** English readings of its names, in one spelling. */
  readonly readings: readonly string[];
  readonly terms: Terms;
  /** Host of the page that it is from; null where that is not known. */
  readonly host: string | null;
}

/** In one spelling, with single spaces. */
export const fold = (text: string): string => normalize(text).replace(/\s+/gu, ' ').trim();

/** Of each passage by its number, found out when it is first referred to: that takes some 50 ms. */
export function groundsOf(passages: readonly NumberedPassage[]): (number: number) => Ground | undefined {
  const known = new Map<number, Ground>();
  return (number) => {
    const passage = passages.find((one) => one.number === number);
    if (passage === undefined) return undefined;
    const ground = known.get(number) ?? groundOf(passage);
    known.set(number, ground);
    return ground;
  };
}

export function groundOf({ article, headings, text: passage }: NumberedPassage): Ground {
  const { title, date, url } = article;
  const text = [title, ...headings, date ?? '', passage].filter((part) => part !== '').join('\n');
  const readings = findNames(text).flatMap((name) => englishReading(name) ?? []);
  return {
    text,
    folded: fold(text),
    date,
    dates: resolveDates(text, date),
    numbers: numbersIn(text),
    readings: readings.map(fold).filter((reading) => reading !== ''),
    terms: passageTerms(text, date),
    host: url !== null && URL.canParse(url) ? new URL(url).hostname : null,
  };
}

/** Values of all numbers of a text, in digits or words. */
function numbersIn(text: string): Set<string> {
  const folded = normalize(text);
  const values = findNumbers(folded).map(writtenValue);
  // A numeral of one character is a number where it counts something.
  const counted = findAmounts(folded).map(({ start, end }) => String(numeralOf(folded.slice(start, end))));
  return new Set([...values, ...counted]);
}

export const writtenValue = ({
  value,
  percent,
}: {
  readonly value: number;
  readonly percent: boolean;
}): string => `${value}${percent ? '%' : ''}`;
