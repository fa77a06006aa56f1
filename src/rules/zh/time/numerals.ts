/** Chinese numerals to numbers. */

const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((character, value) => [character, value])),
  〇: 0,
  两: 2,
  兩: 2,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Characters a Chinese numeral is made of, for use inside a regular expression's brackets. */
export const NUMERAL_CHARACTERS = '零〇一二三四五六七八九两兩十百千万萬亿億';

/** Value of a numeral such as 三十一, 二〇二四, 五百万 or 31; NaN for anything else. */
export function parseNumeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '' || [...text].some((c) => !(c in DIGITS || c in UNITS || c in SCALES))) return Number.NaN;
  // Digits alone are read one after the other: 二〇二四 is 2024.
  if ([...text].every((c) => c in DIGITS)) return Number([...text].map((c) => DIGITS[c]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    if (character in DIGITS) digit = DIGITS[character]!;
    else if (character in UNITS) {
      section += (digit ?? 1) * UNITS[character]!;
      digit = null;
    } else {
      section += digit ?? 0;
      const scale = SCALES[character]!;
      // 亿 after 万 counts all before it (一万亿), 万 after 亿 only what stands between them (一亿三千万).
      total = total < scale ? (total + section || 1) * scale : total + section * scale;
      section = 0;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}
