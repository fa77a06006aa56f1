/** What stands on a page of a PDF: pieces of text and the ruled lines between them, in points from its upper left corner. */
import type { getDocumentProxy } from 'unpdf';
import { groupRows } from './rows.ts';
import { findRules, type Matrix, multiply, type Rule } from './rules.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** How the letters of a font look. */
export interface FontLook {
  /** Null where all letters of a script look alike, so that it says nothing. */
  readonly isHeavy: boolean | null;
  readonly isMono: boolean;
}

/** Text of one font on one baseline. */
export interface Piece extends FontLook {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
}

/** What pdf.js gives for a run of text; `transform` as in a PDF: two vectors and where the baseline begins. */
interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

/** `looks` keeps the fonts met so far. */
export async function readPage(page: PdfPage, looks: Map<string, FontLook>): Promise<Page> {
  const { items, styles } = await page.getTextContent();
  const texts = (items as TextItem[]).filter(({ str }) => str !== undefined && str !== '');
  const { transform, height, width } = page.getViewport({ scale: 1 });
  const turn = mainTurn(texts.map((item) => multiply(transform, item.transform)));
  const upright = multiply(TURNS[turn]!(width, height), transform);
  const placed = texts.flatMap((item) => placeOf(item, upright));
  const unknown = [...new Set(texts.map(({ fontName }) => fontName))].filter((name) => !looks.has(name));
  // What a page draws, and with which fonts, takes more time than its text.
  const operators = unknown.length > 0 || mayHoldTable(placed) ? await page.getOperatorList() : null;
  for (const name of unknown) looks.set(name, lookOf(page, name, styles[name]?.fontFamily ?? ''));
  return {
    number: page.pageNumber,
    height: turn % 2 === 0 ? height : width,
    pieces: withoutDoubles(placed.map(({ fontName, ...place }) => ({ ...place, ...looks.get(fontName)! }))),
    rules: operators === null ? [] : findRules(operators, upright),
  };
}

/** True where two rows at least have white in them as between cells, and not as behind the marker of a list. */
function mayHoldTable(placed: readonly Place[]): boolean {
  const rows = groupRows(placed.filter(({ text }) => text.trim() !== ''));
  const isWide = (row: readonly Place[]): boolean =>
    row.some(
      ({ left, size }, i) =>
        i > 0 && left - row[i - 1]!.right > size / 2 && !(i === 1 && MARKER.test(row[0]!.text)),
    );
  return rows.filter(isWide).length >= 2;
}

const MARKER = /^\s*(?:[^\p{L}\p{N}]|\d{1,3}[.)、])\s*$/u;

/** Names of bold fonts, and of the black-letter and title fonts that set off headings in Chinese, also read as Latin-1. */
const HEAVY =
  /bold|black|heavy|demi|medi(?:um)?$|(?:cm|sf|lm)(?:bx|b)\d|hei|[^a-z]b$|xiaobiaosong|xbs|小标宋|黑|ºÚÌå/i;
const MONO =
  /mono|monl|courier|consol|menlo|inconsolata|(?:cm|sf|lm)(?:sl)?tt\d|typewriter|(?:^|[^a-z])code/i;

function lookOf(page: PdfPage, name: string, family: string): FontLook {
  const font = page.commonObjs.has(name)
    ? (page.commonObjs.get(name) as { name?: string; bold?: boolean; black?: boolean })
    : {};
  const fontName = (font.name ?? '').replace(/^[A-Z]{6}\+/, '');
  return {
    isHeavy:
      font.bold === true || font.black === true || HEAVY.test(fontName.replace(/yahei|microsoft/gi, '')),
    isMono: MONO.test(fontName) || (font.name === undefined && family === 'monospace'),
  };
}

/** Quarter turns, clockwise, in which most of the text of a page stands. */
function mainTurn(matrices: readonly Matrix[]): number {
  const counts = [0, 0, 0, 0];
  for (const [a, b] of matrices) {
    const turn = Math.round(Math.atan2(b!, a!) / (Math.PI / 2));
    counts[(turn + 4) % 4]!++;
  }
  return counts.indexOf(Math.max(...counts));
}

/** Matrices that turn a page of a width and height back to where its text is upright. */
const TURNS: readonly ((width: number, height: number) => Matrix)[] = [
  () => [1, 0, 0, 1, 0, 0],
  (width) => [0, -1, 1, 0, 0, width],
  (width, height) => [-1, 0, 0, -1, width, height],
  (_, height) => [0, 1, -1, 0, height, 0],
];

type Place = Omit<Piece, keyof FontLook> & { readonly fontName: string };

/** Text at another angle is a watermark or a label of a figure: none. */
function placeOf({ str, width, transform, fontName }: TextItem, upright: Matrix): Place[] {
  const [a, b, c, d, left, y] = multiply(upright, transform) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const size = Math.hypot(c, d);
  if (a <= 0 || Math.abs(b) > 0.05 * a || size < 1) return [];
  const text = str.replace(CONTROL, '').replace(RADICALS, (radical) => radical.normalize('NFKC'));
  return [{ text, left, right: left + width, y, size, fontName }];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a map give them for their glyphs
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Characters that stand for the radicals of dictionaries; programs that print write them for words. */
const RADICALS = /[\u2e80-\u2fdf]/g;

/** Bold face and shadows are made by printing a text twice. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    if (piece.text.trim() === '') return true;
    const same = seen.get(piece.text) ?? [];
    seen.set(piece.text, [...same.slice(-MAX_COMPARED), piece]);
    return !same.some(
      ({ left, y }) => Math.abs(left - piece.left) < piece.size / 5 && Math.abs(y - piece.y) < piece.size / 5,
    );
  });
}

/** The second print follows soon; a page of a million equal letters must not take the square of that. */
const MAX_COMPARED = 50;
