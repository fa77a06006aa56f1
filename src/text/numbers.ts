/** Numbers as Chinese and English write them, so that 500万, 5 million and 5,000,000 are the same. */

import { NUMERAL_CHARACTERS, parseNumeral } from '../rules/zh/time/numerals.ts';
import type { Span } from '../types.ts';

export interface NumberMention extends Span {
  readonly value: number;
  readonly percent: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  万亿: 1e12, 万億: 1e12, 亿: 1e8, 億: 1e8, 万: 1e4, 萬: 1e4, 千: 1e3, 百: 1e2,
  thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, mn: 1e6, bn: 1e9,
}; // biome-ignore format: a table
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const SCALE = '(?<scale>万亿|万億|[亿億万萬千百]|(?:thousand|million|billion|trillion|mn|bn)\\b)';
const NUMBER = new RegExp(
  [
    `百分之(?<share>\\d+(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}]+)`,
    `(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:\\s?(?:多|余)?\\s?${SCALE})?(?<percent>\\s?%|\\s?percent\\b)?`,
    `(?<numeral>[${NUMERAL_CHARACTERS}]{2,})`,
    `\\b(?<word>${WORDS.slice(2).join('|')})\\b(?:\\s${SCALE.replace('<scale>', '<wordScale>')})?`,
  ].join('|'),
  'giu',
);

/** Numbers of a normalised text in order of appearance. */
export function findNumbers(text: string): NumberMention[] {
  return [...text.matchAll(NUMBER)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: valueOfGroups(match.groups!),
      percent: (match.groups!.percent ?? match.groups!.share) !== undefined,
    }))
    .filter((mention) => Number.isFinite(mention.value));
}

function valueOfGroups(groups: Record<string, string | undefined>): number {
  const scale = SCALES[(groups.scale ?? groups.wordScale ?? '').toLowerCase()] ?? 1;
  if (groups.digits !== undefined) return round(Number(groups.digits.replace(/,/g, '')) * scale);
  if (groups.share !== undefined) return parseShare(groups.share);
  if (groups.word !== undefined) return WORDS.indexOf(groups.word.toLowerCase()) * scale;
  // A numeral without a unit (三七) is more often part of a name than a number.
  return /[十百千万萬亿億]/.test(groups.numeral!) ? parseNumeral(groups.numeral!) : Number.NaN;
}

/** Value of the numeral that an amount begins with, also where it is of one character: 三次; NaN where there is none. */
export const numeralOf = (amount: string): number =>
  parseNumeral(new RegExp(`^[${NUMERAL_CHARACTERS}]+`, 'u').exec(amount)?.[0] ?? '');

const parseShare = (share: string): number => (/^\d/.test(share) ? Number(share) : parseNumeral(share));

// 1.7 times 1e8 must be 170000000, not 169999999.99999997.
const round = (value: number): number => Number(value.toPrecision(12));
