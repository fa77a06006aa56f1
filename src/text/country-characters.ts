/** Characters that stand for a country: 日 of 日菲 and 对日, while that of 3日 and 和 ("and"; of Japan, too) do not. */

/** What each stands for beside another, in English. */
const COUNTRIES: Readonly<Record<string, string>> = {
  中: 'China', 日: 'Japan', 韩: 'Korea', 朝: 'Korea', 美: 'America', 英: 'Britain', 法: 'France', 德: 'Germany', 意: 'Italy',
  俄: 'Russia', 乌: 'Ukraine', 印: 'India', 巴: 'Pakistan', 菲: 'Philippines', 越: 'Vietnam', 泰: 'Thailand', 新: 'Singapore',
  马: 'Malaysia', 缅: 'Myanmar', 柬: 'Cambodia', 老: 'Laos', 澳: 'Australia', 加: 'Canada', 哈: 'Kazakhstan', 以: 'Israel', 伊: 'Iran',
  沙: 'Saudi', 埃: 'Egypt', 欧: 'Europe', 非: 'Africa', 荷: 'Netherlands', 西: 'Spain', 葡: 'Portugal', 波: 'Poland', 台: 'Taiwan',
}; // biome-ignore format: a table

/** These mean their country wherever they stand alone. */
const ALWAYS = /^[韩俄菲缅柬葡美英]$/u;
const TOWARDS = /^[对赴访驻援旅留涉]$/u;
const OF_COUNTRY = /^[日韩美英法德俄印菲越泰缅柬澳][企方媒军籍商资]$/u;

const NAMES = new Set([...Object.values(COUNTRIES), 'Japanese', 'Korean', 'Mongolia', 'Kinh', 'Holland']);

/** Whether a gloss tells the country that a character stands for, which it does not where it stands alone. */
export const isCountryBesideOthers = (character: string, gloss: string): boolean =>
  character.length === 1 &&
  !ALWAYS.test(character) &&
  gloss.split(/[^A-Za-z]+/).some((word) => word !== 'China' && NAMES.has(word));

/** The countries of two characters in a row, in English; empty where they stand for none. */
export function countriesOf(first: string, second: string): string[] {
  if (OF_COUNTRY.test(first + second)) return [COUNTRIES[first]!];
  const country = COUNTRIES[second];
  if (country === undefined) return [];
  const other = COUNTRIES[first];
  return other !== undefined ? [other, country] : TOWARDS.test(first) ? [country] : [];
}
