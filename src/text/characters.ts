/** What kind of character something is; the only place that knows script ranges. */

const HAN = /\p{Script=Han}/u;
const HAN_ALL = /\p{Script=Han}/gu;
const LATIN_WORD_ALL = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu;

export const isHan = (character: string): boolean => HAN.test(character);

export const containsHan = (text: string): boolean => HAN.test(text);

export const countHan = (text: string): number => text.match(HAN_ALL)?.length ?? 0;

export const latinWords = (text: string): string[] => text.match(LATIN_WORD_ALL) ?? [];

/** True where cutting `text` at `offset` would leave half a surrogate pair on either side. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** `offset`, or one less where it would split a surrogate pair. */
export const wholeCharacterOffset = (text: string, offset: number): number =>
  splitsSurrogatePair(text, offset) ? offset - 1 : offset;
