/**
 * One spelling for what is the same to a reader: NFKC, lower case, Simplified characters, no accents on
 * Latin letters. The door to opencc-js/t2cn.
 */
import { Converter } from 'opencc-js/t2cn';
import { containsHan, isHan } from './characters.ts';

let converter: ReturnType<typeof Converter> | undefined;

// Its tables take a while to set up, which texts in other letters need not wait for.
function convertToSimplified(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' });
  return converter(text);
}

/** Simplified Chinese for Traditional, unchanged otherwise; may differ in length from its input. */
export const toSimplified = (text: string): string => convertToSimplified(text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
const IS_ASCII = /^[\u0000-\u007f]*$/;
/** Neither ASCII nor Chinese: only such a text is worth the search for accents. */
const MAY_HAVE_ACCENTS = /[\u0080-\u1fff\u{a000}-\u{10ffff}]/u;
const LATIN_WITH_MARKS = /\p{Script=Latin}\p{M}+/gu;
// NFD, not NFKD: the text has been through NFKC, and only accents are to go (Lü, Zürich).
const stripAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(LATIN_WITH_MARKS, (letters) => letters[0]!)
    .normalize('NFC');

/** The form in which texts are analysed and compared; its offsets are not those of the input. */
export function normalize(text: string): string {
  if (IS_ASCII.test(text)) return text.toLowerCase();
  const folded = text.normalize('NFKC').toLowerCase();
  const plain = MAY_HAVE_ACCENTS.test(folded) ? stripAccents(folded) : folded;
  return containsHan(plain) ? convertToSimplified(plain) : plain;
}

export interface NormalizedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and one past its end: the offset in the original where it comes from. */
  readonly origin: Uint32Array;
}

const CHARACTER_WITH_MARKS = /\P{M}\p{M}*|\p{M}+/gsu;

/**
 * Like {@link normalize}, one character of the original at a time, so that spans can be mapped back.
 * @param whole the original normalised as a whole, where that is known
 */
export function normalizeWithOrigin(original: string, whole = normalize(original)): NormalizedText {
  if (isUnitByUnit(original, whole)) return { text: whole, origin: countTo(whole.length + 1) };
  let text = '';
  const origin: number[] = [];
  for (const { 0: character, index } of original.matchAll(CHARACTER_WITH_MARKS)) {
    const folded = isHan(character) ? convertToSimplified(character) : normalize(character);
    for (let i = 0; i < folded.length; i++) origin.push(index);
    text += folded;
  }
  origin.push(original.length);
  return { text, origin: Uint32Array.from(origin) };
}

let counted = new Uint32Array();

/** The numbers from 0 on, so many of them; they are shared. */
function countTo(length: number): Uint32Array {
  if (counted.length < length) counted = Uint32Array.from({ length: 2 * length }, (_, i) => i);
  return counted.subarray(0, length);
}

/** Whether each unit of a folded text is that of the original in the same place: nearly always so. */
function isUnitByUnit(original: string, folded: string): boolean {
  if (original.length !== folded.length || MAY_JOIN.test(original)) return false;
  for (let i = 0; i < folded.length; i++)
    if (original.charCodeAt(i) !== folded.charCodeAt(i) && foldUnit(original[i]!) !== folded[i]) return false;
  return true;
}

/** Marks and halves of pairs. */
const MAY_JOIN = /[\p{M}\u{10000}-\u{10ffff}]/u;

const foldUnit = (unit: string): string =>
  isHan(unit) ? convertToSimplified(unit) : unit.normalize('NFKC').toLowerCase();

/** Original span of `[start, end)` in the normalised text. */
export const originalSpan = (normalized: NormalizedText, start: number, end: number) => ({
  start: normalized.origin[start]!,
  end: normalized.origin[end]!,
});
