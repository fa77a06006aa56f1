/** Which paragraphs are headings, and of which level: told by size and weight of their letters. */
import type { Body } from './pdf-breaks.ts';
import { widthOf } from './pdf-lines.ts';
import type { Paragraph, Unit } from './pdf-paragraphs.ts';

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
const TITLE_DEPTH = 1;

/** Headings among the units, with their depth from 1: the largest text at the beginning is the title and stands above all. */
export function findHeadings(units: readonly Unit[], body: Body): ReadonlyMap<Paragraph, number> {
  const texts = units.filter((unit) => unit.kind === 'text');
  const headings = texts.filter(
    (paragraph, i) => isHeading(paragraph, body) && i + 1 < Math.max(2, texts.length + 1),
  );
  const heavyOnly = headings.filter((paragraph) => sizeOf(paragraph) < LARGER * body.size);
  const isOverdone = lengthOf(heavyOnly) > MAX_HEAVY_SHARE * lengthOf(texts) && heavyOnly.length > 2;
  const kept = isOverdone ? headings.filter((paragraph) => !heavyOnly.includes(paragraph)) : headings;
  const title = findTitle(units, kept, body);
  const ranks = rank(kept.filter((heading) => heading !== title));
  const depths = new Map<Paragraph, number>();
  for (const heading of kept)
    depths.set(heading, heading === title ? TITLE_DEPTH : Math.min(6, TITLE_DEPTH + 1 + ranks.get(heading)!));
  return depths;
}

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
    (paragraph) => headings.includes(paragraph) && paragraph.lines[0]!.page === first[0]!.lines[0]!.page,
  );
  const largest = Math.max(0, ...candidates.map(sizeOf));
  const title = candidates.find((paragraph) => sizeOf(paragraph) * SAME_SIZE >= largest);
  if (title === undefined) return null;
  return sizeOf(title) >= LARGER * body.size || title === first[0] ? title : null;
}

/** From 0, the largest; of one size, bold before light, and 2 before 2.1. */
function rank(headings: readonly Paragraph[]): Map<Paragraph, number> {
  const looks = new Map<Paragraph, readonly [size: number, isHeavy: number, numbers: number]>();
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
