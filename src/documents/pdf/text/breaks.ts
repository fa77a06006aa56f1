/** Where a paragraph ends: what tells a soft line end from the end of a paragraph on a printed page. */
import type { Column } from '../layout/columns.ts';
import { firstOf, isWide, type Line, widthOf } from '../lines/lines.ts';
import { type Marker, markerOf } from './markers.ts';

/** What the letters of most of a document are like. */
export interface Body {
  readonly size: number;
}

interface Place {
  readonly column: Column;
  /** Usual distance of lines in the column, in points. */
  readonly leading: number;
  readonly body: Body;
  /** Of the paragraph above. */
  readonly marker: Marker | null;
}

/** In parts of the size of the text. */
const INDENT = 0.8;
/** Lines of another size, and further apart than usual, belong to another paragraph. */
const OTHER_SIZE = 1.1;
const OTHER_LEADING = 1.28;
/** Lines of text larger than the body by this are headings; they are broken where it looks well. */
const LARGER = 1.12;
/** A line that ends no sentence and is shorter than this share of the column stands for itself. */
const SHORT = 0.6;
/** The first of a document is mostly its title. */
const SHORT_TITLE = 0.85;
const DEFAULT_LEADING = 1.25;

/** Distance of lines that occurs most, in points. */
export function usualLeading(lines: readonly Line[]): number {
  const distances = lines
    .slice(1)
    .map((line, i) => ({ distance: line.y - lines[i]!.y, isLike: sameSize(line, lines[i]!) }))
    .filter(({ distance, isLike }) => isLike && distance > 0)
    .map(({ distance }) => distance)
    .sort((a, b) => a - b);
  // Where every paragraph is one line the distance of paragraphs is the only one: then it tells nothing.
  if (distances.length === 0) return DEFAULT_LEADING * (lines[0]?.size ?? 0);
  const lowest = distances[0]!;
  const near = distances.filter((distance) => distance < 1.15 * lowest);
  return near.length >= distances.length / 5 ? near[near.length >> 1]! : distances[distances.length >> 1]!;
}

const sameSize = (a: Line, b: Line): boolean =>
  Math.max(a.size, b.size) < OTHER_SIZE * Math.min(a.size, b.size);

/** True where `line` begins another paragraph than the lines above it in the same column. */
export function startsParagraph(above: readonly Line[], line: Line, place: Place): boolean {
  const last = above.at(-1)!;
  const { leading, body, column } = place;
  if (!sameSize(last, line)) return true;
  if (isHeadingLike(last, body) && isHeadingLike(line, body) && last.isHeavy === line.isHeavy)
    return startsHeading(last, line, column);
  if (line.y - last.y > OTHER_LEADING * Math.max(leading, line.size)) return true;
  if (last.isHeavy !== line.isHeavy && !(startsLower(line) && !endsSentence(last))) return true;
  const isAfterEnd = endsSentence(last) || hasRoom(last, line, column);
  const marker = markerOf(line.text);
  if (marker !== null && (marker.number === null || isAfterEnd || follows(marker, place.marker))) return true;
  const indent = (line.left - last.left) / line.size;
  if (place.marker !== null) {
    // What goes on in an entry stands below its text, below its marker, or, in Chinese, at the edge of the column.
    const isAtEdge = line.left - column.left < INDENT * line.size && !hasRoom(last, line, column);
    if (above.length === 1 ? indent < -INDENT && !isAtEdge : Math.abs(indent) > INDENT) return true;
  } else if (above.length === 1) {
    if (indent > INDENT && isAfterEnd) return true;
  } else if (Math.abs(indent) > INDENT) return true;
  const isFirst = last.page === 1 && last === column.lines[0];
  return endsEarly(last, line, column, isFirst ? SHORT_TITLE : SHORT);
}

const isHeadingLike = (line: Line, body: Body): boolean => line.isHeavy || line.size > LARGER * body.size;

/** Lines of a heading are set close and often centred, so that edges tell little. */
function startsHeading(last: Line, line: Line, column: Column): boolean {
  if (line.y - last.y > 1.75 * line.size || endsSentence(last)) return true;
  if (
    /^(?:\d+(?:\.\d+)*[.、\s]|第.{1,4}[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）])/.test(
      line.text,
    )
  )
    return true;
  const isAligned = Math.abs(line.left - last.left) < INDENT * line.size;
  return isAligned && hasRoom(last, line, column) && shareOf(last, column) < SHORT;
}

const follows = (marker: Marker, before: Marker | null): boolean =>
  before !== null && marker.style === before.style && marker.number === (before.number ?? 0) + 1;

function endsEarly(last: Line, line: Line, column: Column, short: number): boolean {
  if (isOpenEnded(last) || startsLower(line)) return false;
  if (changesScript(last, line) && (endsSentence(last) || column.right - last.right > 2 * last.size))
    return true;
  return hasRoom(last, line, column) && (endsSentence(last) || shareOf(last, column) < short);
}

/** Of the width of the column, what the line leaves no white. */
const shareOf = (line: Line, { left, right }: Column): number =>
  (line.right - left) / Math.max(1, right - left);

const startsLower = (line: Line): boolean => /^["'“‘(]?\p{Ll}/u.test(line.text);
const endsSentence = (line: Line): boolean => /[.!?。！？…:：;；]["'”’)）」』]*$/.test(line.text);
const isOpenEnded = (line: Line): boolean => /[,，、（(“‘-]$/.test(line.text);
/** True where one line is in a script of East Asia and the other has none of it. */
const changesScript = (last: Line, line: Line): boolean => {
  const [before, after] = [last.text, line.text].map(
    (text) => (text.match(EAST_ASIAN)?.length ?? 0) / text.length,
  );
  return (before === 0 && after! > 0.5) || (after === 0 && before! > 0.5);
};

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** True where the next line's first word would have stood at the end of the last one. */
function hasRoom(last: Line, line: Line, { right }: Column): boolean {
  // Marks may not begin a line, so that one or two characters go down with them.
  if (isWide(firstOf(line.text))) return right - last.right > 2.2 * last.size;
  const word = /^\S+/.exec(line.text)![0];
  const letter = (line.right - line.left) / Math.max(1, widthOf(line.text));
  return right - last.right > letter * (widthOf(word) + 1) + 0.3 * last.size;
}

/** True where the paragraph of `last`, at the end of its column, goes on with `line` at the top of the next. */
export function staysOpen(last: Line, line: Line, column: Column): boolean {
  if (!sameSize(last, line) || last.isHeavy !== line.isHeavy || last.isMono || markerOf(line.text) !== null)
    return false;
  if (endsSentence(last)) return false;
  // Another band of the same page, below a heading or caption.
  if (line.page === last.page && line.y - last.y > 1.6 * last.size) return false;
  return startsLower(line) || isOpenEnded(last) || !hasRoom(last, line, column);
}
