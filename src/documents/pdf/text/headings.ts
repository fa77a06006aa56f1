/** Which paragraphs are headings, and of which level: told by size and weight of their letters. */

import { widthOf } from '../lines/lines.ts';
import type { Body } from './breaks.ts';
import type { Paragraph, Unit } from './paragraphs.ts';

/** Of a heading, in letters; a Chinese character counts for two. */
const MAX_LARGE_WIDTH = 140;
const MAX_HEAVY_WIDTH = 90;
const MAX_LARGE_LINES = 4;
const MAX_HEAVY_LINES = 2;
/** Letters larger than the body by this are set off from it. */
const LARGER = 1.12;
/** Sizes that differ by less are one. */
const SAME_SIZE = 1.04;
/** Where more of the text is heavy than this, heavy is no sign of a heading. */
const MAX_HEAVY_SHARE = 0.3;
const MAX_UNITS_BEFORE_TITLE = 8;

/** Headings among the units, with their depth from 1: the largest text at the beginning is the title and stands above all. */
export function findHeadings(units: readonly Unit[], body: Body): ReadonlyMap<Unit, number> {
  const texts = units.filter((unit) => unit.kind === 'text');
  const alike = texts.filter((paragraph) => isHeading(paragraph, body));
  const heavyOnly = alike.filter((paragraph) => sizeOf(paragraph) < LARGER * body.size);
  const isOverdone = lengthOf(heavyOnly) > MAX_HEAVY_SHARE * lengthOf(texts) && heavyOnly.length > 2;
  const headings = isOverdone ? alike.filter((paragraph) => !heavyOnly.includes(paragraph)) : alike;
  const title = findTitle(units, headings, body);
  const ranks = rank(headings.filter((heading) => heading !== title));
  if (title !== null) ranks.set(title, -1);
  return nest(units, ranks);
}

/** Depths without steps left out. A heading with nothing below it is a line of text, such as an author's name. */
function nest(units: readonly Unit[], ranks: ReadonlyMap<Unit, number>): Map<Unit, number> {
  const depths = new Map<Unit, number>();
  const above: number[] = [];
  const isCover = coverRanks(ranks);
  for (const [at, unit] of units.entries()) {
    const own = ranks.get(unit);
    if (own === undefined) continue;
    const next = units[at + 1];
    const isEmpty = next === undefined || (ranks.get(next) ?? Number.POSITIVE_INFINITY) <= own;
    if (own >= 0 && (isEmpty || isCover.has(own))) continue;
    while (above.length > 0 && above.at(-1)! >= own) above.pop();
    above.push(own);
    // Depth 1 is the title's, also where the metadata give it.
    depths.set(unit, Math.min(MAX_DEPTH, above.length + (above[0] === -1 ? 0 : 1)));
  }
  return depths;
}

const MAX_DEPTH = 6;

/** Looks of letters that only the first page has, above those of the headings of other pages: authors, versions, dates. */
function coverRanks(ranks: ReadonlyMap<Unit, number>): ReadonlySet<number> {
  const entries = [...ranks].map(([unit, own]) => ({ own, page: (unit as Paragraph).lines[0]!.page }));
  const first = Math.min(...entries.map(({ page }) => page));
  const later = Math.min(...entries.filter(({ page }) => page > first).map(({ own }) => own));
  return new Set(
    entries.map(({ own }) => own).filter((own) => own >= 0 && own < later && Number.isFinite(later)),
  );
}

/** "Chapter 3" above the name of the chapter. */
export const isChapterNumber = (text: string): boolean =>
  /^(?:(?:chapter|part|section|appendix)\s+[\dIVXA-Z]{1,4}|第\s*[\d一二三四五六七八九十百]{1,4}\s*[章节篇部分]{1,2}|附录\s*[\dA-Z一二三四五六七八九十]{0,2})[.:：]?$/i.test(
    text,
  );

const lengthOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + widthOf(text), 0);

const sizeOf = ({ lines }: Paragraph): number => lines[0]!.size;

function isHeading(paragraph: Paragraph, body: Body): boolean {
  const { lines, text, marker } = paragraph;
  const isLarge = sizeOf(paragraph) >= LARGER * body.size;
  const isHeavy = lines.every((line) => line.isHeavy);
  if (!isLarge && !isHeavy) return false;
  if (lines.length > (isLarge ? MAX_LARGE_LINES : MAX_HEAVY_LINES)) return false;
  if (widthOf(text) > (isLarge ? MAX_LARGE_WIDTH : MAX_HEAVY_WIDTH)) return false;
  if (marker !== null && marker.number === null) return false;
  return /\p{L}/u.test(text) && !/[,，、;；。]$|[^.]\.$/.test(text);
}

/** The largest of the first paragraphs, where one is larger than the rest; null where none is. */
function findTitle(units: readonly Unit[], headings: readonly Paragraph[], body: Body): Paragraph | null {
  const first = units
    .slice(0, MAX_UNITS_BEFORE_TITLE)
    .filter((unit): unit is Paragraph => unit.kind === 'text');
  const candidates = first.filter(
    (paragraph) =>
      headings.includes(paragraph) &&
      !isChapterNumber(paragraph.text) &&
      paragraph.lines[0]!.page === first[0]!.lines[0]!.page,
  );
  const largest = Math.max(0, ...candidates.map(sizeOf));
  const title = candidates.find((paragraph) => sizeOf(paragraph) * SAME_SIZE >= largest);
  if (title === undefined) return null;
  return sizeOf(title) >= LARGER * body.size || title === first[0] ? title : null;
}

/** From 0, the largest; of one size, bold before light, and 2 before 2.1. */
function rank(headings: readonly Paragraph[]): Map<Unit, number> {
  const looks = new Map<Unit, readonly [size: number, isHeavy: number, numbers: number]>();
  let size = Number.POSITIVE_INFINITY;
  for (const heading of [...headings].sort((a, b) => sizeOf(b) - sizeOf(a))) {
    if (sizeOf(heading) * SAME_SIZE < size) size = sizeOf(heading);
    const numbers = /^\d+((?:\.\d+)*)[.\s、]/.exec(heading.lines[0]!.text)?.[1]?.split('.').length ?? 1;
    looks.set(heading, [size, heading.lines.every(({ isHeavy }) => isHeavy) ? 1 : 0, numbers]);
  }
  const keys = [...new Map([...looks.values()].map((look) => [look.join(), look])).values()].sort(
    (a, b) => b[0] - a[0] || b[1] - a[1] || a[2] - b[2],
  );
  const places = new Map(keys.map((look, place) => [look.join(), place]));
  return new Map([...looks].map(([heading, look]) => [heading, places.get(look.join())!]));
}
