/** Pieces of text on one baseline to stretches of a line: what stands together, up to the next wide gap. */
import { isHan } from '../../../text/characters.ts';
import type { Piece } from './page.ts';
import { groupRows, withRaised } from './rows.ts';

/** Part of a line, or a whole one. In points from the upper left corner of the page; `y` is its baseline. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** True where all of it is bold or of a heavy font. */
  readonly isHeavy: boolean;
  readonly isMono: boolean;
  /** Of its page, from 1. */
  readonly page: number;
}

/** A gap of more, in parts of the size, may lie between columns or cells. */
const WIDE_GAP = 0.9;
/** Between a bullet or number and its item. */
const MARKER_GAP = 5;
/** A gap of more is a space where the file has no space. */
const WORD_GAP = 0.2;
/** Chinese characters are set apart to fill a line. */
const HAN_GAP = 0.8;

/** Bullets of lists, as they are printed; Symbol and Wingdings have theirs among the private characters. */
const BULLET = '[•●◦○▪■□◆◇▶►‣⁃∙·※★☆✓✔➢–—-]|[\\uf000-\\uf0ff]';
const MARKER = new RegExp(
  `^(?:${BULLET}|[（(]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）.．、]|[\\u2460-\\u2473])$`,
  'u',
);
const SECTION_NUMBER =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z](?:\.\d{1,2})+|[IVX]{1,4}\.|第[\d一二三四五六七八九十百]{1,4}[章节条])$/;

/** Rows of stretches, from top to bottom and left to right. */
export function findStretches(pieces: readonly Piece[], page: number): Line[][] {
  return withRaised(groupRows(pieces.filter(({ text }) => text !== '')))
    .map((row) => stretchesOf(row, page))
    .filter((row) => row.length > 0);
}

function stretchesOf(row: readonly Piece[], page: number): Line[] {
  const lines: Line[] = [];
  let open: Piece[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(lineOf(open, page));
    open = [];
  };
  for (const piece of row.flatMap(cutAtSpaces)) {
    if (piece.text.trim() === '') {
      if (open.length > 0 && piece.right - piece.left > 0) open.push(piece);
      continue;
    }
    const words = open.filter(({ text }) => text.trim() !== '');
    const before = words.at(-1);
    if (before !== undefined && piece.left - before.right > gapAllowed(words, before, piece)) close();
    open.push(piece);
  }
  close();
  return lines;
}

function gapAllowed(words: readonly Piece[], before: Piece, next: Piece): number {
  const size = Math.min(before.size, next.size);
  const start =
    words.length > 3
      ? ''
      : words
          .map(({ text }) => text)
          .join('')
          .trim();
  if (MARKER.test(start)) return MARKER_GAP * size;
  const isHeading = before.isHeavy !== false && next.isHeavy !== false;
  if (isHeading && SECTION_NUMBER.test(start) && /^\p{L}/u.test(next.text)) return MARKER_GAP * size;
  return (endsInWideMark(before.text) ? WIDE_GAP - 0.5 : WIDE_GAP) * size;
}

/** True of Chinese text that ends in a mark, whose right half is white. */
export const endsInWideMark = (text: string): boolean => /[，。、；：！？）》」』”]$/.test(text);

/** Spaces in a row are used to set columns; where they end is told by the widths of characters. */
function cutAtSpaces(piece: Piece): Piece[] {
  const parts = piece.text.split(/(\s{3,})/);
  if (parts.length === 1) return [piece];
  const width = (piece.right - piece.left) / Math.max(1, widthOf(piece.text));
  let left = piece.left;
  return parts.flatMap((text) => {
    const right = left + width * widthOf(text);
    const part = { ...piece, text, left, right };
    left = right;
    return text.trim() === '' ? [] : [part];
  });
}

/** Width in letters: a Chinese character, or another of its width, counts for two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/** True of Chinese characters and the marks and letters that are set as wide as they. */
export const isWide = (character: string): boolean =>
  isHan(character) || /[\u3000-\u30ff\uff00-\uff60\uffe0-\uffe6]/.test(character);

function lineOf(pieces: readonly Piece[], page: number): Line {
  const words = pieces.filter(({ text }) => text.trim() !== '');
  const main = mainPiece(words);
  return {
    text: tidy(joinPieces(pieces)),
    left: words[0]!.left,
    right: Math.max(...words.map(({ right }) => right)),
    y: main.y,
    size: main.size,
    isHeavy: isHeavy(words),
    isMono: words.every(({ isMono }) => isMono),
    page,
  };
}

/** The first of the size of most letters: a bullet, an exponent or an initial may have another. */
function mainPiece(words: readonly Piece[]): Piece {
  const counts = new Map<number, number>();
  for (const { size, text } of words) {
    const key = Math.round(size * 2);
    counts.set(key, (counts.get(key) ?? 0) + text.length);
  }
  const most = Math.max(...counts.values());
  return words.find(({ size }) => counts.get(Math.round(size * 2)) === most)!;
}

function isHeavy(words: readonly Piece[]): boolean {
  const telling = words.filter((piece) => piece.isHeavy !== null && /[\p{L}\p{N}]/u.test(piece.text));
  return telling.length > 0 && telling.every((piece) => piece.isHeavy);
}

function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  let before: Piece | undefined;
  let hasSpace = false;
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      hasSpace = true;
      continue;
    }
    if (before !== undefined) {
      const gap = (piece.left - before.right) / Math.min(before.size, piece.size);
      const isDense = isWide(lastOf(before.text)) && isWide(firstOf(piece.text));
      if (isDense ? gap > HAN_GAP : gap > WORD_GAP || (hasSpace && gap > WORD_GAP / 2)) text += ' ';
    }
    text += piece.text;
    before = piece;
    hasSpace = false;
  }
  return text;
}

export const firstOf = (text: string): string => [...text.slice(0, 2)][0] ?? '';
export const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** One space between words; none between the characters of Chinese that is spaced out, such as a heading 通 知. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (/^(?:\p{Script=Han} ){1,7}\p{Script=Han}$/u.test(line)) return line.replaceAll(' ', '');
  const apart = line.match(/\p{Script=Han} (?=\p{Script=Han})/gu)?.length ?? 0;
  if (apart < MIN_SPACED_OUT || apart < 2 * (line.match(/\p{Script=Han}(?=\p{Script=Han})/gu)?.length ?? 0))
    return line;
  return line.replace(
    /(?<=[\p{Script=Han}，。、；：！？（）《》“”]) (?=[\p{Script=Han}，。、；：！？（）《》“”])/gu,
    '',
  );
}

const MIN_SPACED_OUT = 5;

/** Whole lines out of stretches of one column: what stands on one baseline, joined by spaces. */
export function joinRows(stretches: readonly Line[]): Line[] {
  return groupRows(stretches).map((row) => ({
    ...row[0]!,
    text: joinStretches(row),
    right: Math.max(...row.map(({ right }) => right)),
    size: Math.max(...row.map(({ size }) => size)),
    isHeavy: row.every(({ isHeavy }) => isHeavy),
    isMono: row.every(({ isMono }) => isMono),
  }));
}

function joinStretches(row: readonly Line[]): string {
  if (row.length === 1) return row[0]!.text;
  const text = row.reduce(
    (line, next, i) => line + (i === 0 ? '' : spaceBefore(row[i - 1]!, next)) + next.text,
    '',
  );
  return row.every(({ isMono }) => isMono) ? text : tidy(text);
}

/** Code keeps its columns. */
function spaceBefore(before: Line, line: Line): string {
  if (before.isMono && line.isMono) return ' '.repeat(spacesBetween(before.right, line.left, line.size));
  const isDense = isWide(lastOf(before.text)) && isWide(firstOf(line.text));
  return isDense && line.left - before.right < HAN_GAP * line.size ? '' : ' ';
}

/** Letters of a fixed width are some .6 of their size wide. */
export const spacesBetween = (from: number, to: number, size: number): number =>
  Math.min(MAX_SPACES, Math.max(1, Math.round((to - from) / (0.6 * size))));

const MAX_SPACES = 80;
