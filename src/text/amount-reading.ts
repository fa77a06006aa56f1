/** Readings of amounts in the other language: 500万元 as 5 million yuan, and the other way round. */

import type { Language } from '../types.ts';
import { containsHan } from './characters.ts';
import { normalize } from './normalize.ts';
import { findNumbers } from './numbers.ts';

/** Units and what they are in English; of several that match the first counts. */
const UNITS: readonly (readonly [chinese: string, english: string])[] = [
  ['美元', 'US dollars'], ['美元', '$'], ['欧元', 'euros'], ['港元', 'Hong Kong dollars'], ['日元', 'yen'], ['元', 'yuan'],
  ['人民币', 'yuan'], ['平方公里', 'square kilometres'], ['平方米', 'square metres'], ['千瓦时', 'kilowatt-hours'],
  ['千瓦', 'kilowatts'], ['公里', 'kilometres'], ['公顷', 'hectares'], ['个月', 'months'], ['个百分点', 'percentage points'],
  ['小时', 'hours'], ['分钟', 'minutes'], ['亩', 'mu'], ['吨', 'tonnes'], ['米', 'metres'], ['倍', 'times'], ['年', 'years'],
  ['天', 'days'], ['日', 'days'], ['岁', 'years old'], ['人', 'people'], ['名', 'people'], ['位', 'people'], ['户', 'households'],
  ['辆', 'vehicles'],
]; // biome-ignore format: a table
const ENGLISH_SCALES = [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million']] as const; // biome-ignore format: a table
const CHINESE_SCALES = [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']] as const; // biome-ignore format: a table
/** What makes an amount a rough one, in either language. */
const MORE = /[多余餘]|以上|\bmore than\b|\bover\b/;

/** Reading of an amount for a person who asks in `language`; null where it is in that language or nothing is known. */
export function readAmount(amount: string, language: Language): string | null {
  const folded = normalize(amount);
  if (containsHan(folded) === (language === 'zh')) return null;
  // 多 and 余 stand between the digits and their scale: 3000余万元.
  const [number, ...others] = findNumbers(folded.replace(/(?<=\d)[多余](?=[万亿千百])/g, ''));
  if (number === undefined || others.length > 0) return null;
  const { value, percent } = number;
  if (percent) return folded.includes('%') ? null : `${value}%`;
  const unit = UNITS.find((pair) => pair.some((name) => folded.includes(name.toLowerCase())));
  if (unit === undefined && value < 10_000) return null;
  const isMore = MORE.test(folded);
  if (language === 'en')
    return `${isMore ? 'more than ' : ''}${inScale(value, ENGLISH_SCALES, ' ')}${unit ? ` ${unit[1]}` : ''}`;
  return `${inScale(value, CHINESE_SCALES, '')}${isMore ? '多' : ''}${unit?.[0] ?? ''}`;
}

function inScale(value: number, scales: readonly (readonly [number, string])[], between: string): string {
  const scale = scales.find(([size]) => value >= size);
  const shown = scale ? value / scale[0] : value;
  const digits = Number(shown.toPrecision(6)).toLocaleString('en-US', {
    maximumFractionDigits: 4,
    useGrouping: between !== '',
  });
  return scale ? `${digits}${between}${scale[1]}` : digits;
}
