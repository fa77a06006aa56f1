/** What a line begins with where it is an entry of a list: a bullet, or the number of a step. */

export interface Marker {
  /** Entries of one list are marked alike. */
  readonly style: string;
  /** Null for a bullet. */
  readonly number: number | null;
  /** What follows it. */
  readonly rest: string;
}

/** Symbol and Wingdings have their bullets among the private characters. */
const BULLET = /^([•●◦○▪■□◆◇▶►‣⁃※✓✔➢]|[\uf000-\uf0ff]|[·∙–—*-](?=\s))\s*(?=\S)/u;
const NUMBERED: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['1.', /^(\d{1,3})[.．]\s*(?=[^\d\s.．])/u],
  ['1、', /^(\d{1,3})、\s*(?=\S)/u],
  ['1)', /^(\d{1,3})[)）]\s*(?=\S)/u],
  ['(1)', /^[（(](\d{1,3})[)）]\s*(?=\S)/u],
  ['（一）', /^[（(]([一二三四五六七八九十]{1,3})[)）]\s*(?=\S)/u],
];
/** ① to ⑳. */
const CIRCLED = /^([\u2460-\u2473])\s*(?=\S)/u;

/** Null where `text` begins with no marker of a list. */
export function markerOf(text: string): Marker | null {
  const bullet = BULLET.exec(text);
  if (bullet) return { style: bullet[1]!, number: null, rest: text.slice(bullet[0].length) };
  const circled = CIRCLED.exec(text);
  if (circled)
    return { style: '①', number: circled[1]!.charCodeAt(0) - 0x245f, rest: text.slice(circled[0].length) };
  for (const [style, pattern] of NUMBERED) {
    const found = pattern.exec(text);
    if (!found) continue;
    const number = /\d/.test(found[1]!) ? Number(found[1]) : numberOfHan(found[1]!);
    if (number === null) return null;
    return { style, number, rest: text.slice(found[0].length) };
  }
  return null;
}

/** 一 to 九十九; null for anything else. */
function numberOfHan(text: string): number | null {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (parts === null) return null;
  const [, first, ten, last] = parts;
  const digit = (character: string | undefined): number =>
    character === undefined ? 0 : '一二三四五六七八九'.indexOf(character) + 1;
  if (ten === undefined) return first !== undefined && last === undefined ? digit(first) : null;
  return 10 * (digit(first) || 1) + digit(last);
}
