/** Lines in reading order to paragraphs, over the ends of columns and pages. */

import type { Column, Region, TableRegion } from '../layout/columns.ts';
import { type Hyphenated, joinLines } from '../lines/join.ts';
import { type Line, spacesBetween } from '../lines/lines.ts';
import { type Body, startsParagraph, staysOpen, usualLeading } from './breaks.ts';
import { type Marker, markerOf } from './markers.ts';

export interface Paragraph {
  readonly kind: 'text';
  /** Without the marker of a list. */
  text: string;
  readonly marker: Marker | null;
  readonly lines: Line[];
  /** Column of its last line. */
  column: Column;
}
interface Code {
  readonly kind: 'code';
  readonly text: string;
  readonly left: number;
}
export type Unit = Paragraph | Code | TableRegion;

/** Units of a document, whose regions stand in reading order. */
export function findParagraphs(regions: readonly Region[], body: Body, hyphenated: Hyphenated): Unit[] {
  const units: Unit[] = [];
  for (const region of regions) {
    if (region.kind === 'table') addTable(units, region);
    else addColumn(units, region, body, hyphenated);
  }
  return units;
}

/** Edges of a table and of its continuation differ by less. */
const SAME_EDGE = 3;

/** A table goes on over the end of a page, often under its head again. */
function addTable(units: Unit[], table: TableRegion): void {
  const last = units.at(-1);
  if (last?.kind !== 'table' || last.cells[0]!.length !== table.cells[0]!.length || table.caption !== null) {
    units.push(table);
    return;
  }
  const isSameHead = last.hasHead && last.cells[0]!.join('\t') === table.cells[0]!.join('\t');
  const isBelow =
    table.page === last.page + 1 &&
    Math.abs(table.left - last.left) < SAME_EDGE &&
    Math.abs(table.right - last.right) < SAME_EDGE;
  if (!isSameHead && !isBelow) units.push(table);
  else
    units[units.length - 1] = {
      ...last,
      page: table.page,
      cells: [...last.cells, ...table.cells.slice(isSameHead ? 1 : 0)],
    };
}

function addColumn(units: Unit[], column: Column, body: Body, hyphenated: Hyphenated): void {
  const leading = usualLeading(column.lines);
  let open: Paragraph | null = null;
  for (let at = 0; at < column.lines.length; ) {
    const line = column.lines[at]!;
    if (line.isMono) {
      const end = endOfCode(column.lines, at);
      units.push(codeOf(column.lines.slice(at, end)));
      open = null;
      at = end;
      continue;
    }
    const above: Paragraph | null = open ?? (at === 0 ? openParagraph(units, line) : null);
    const place = { column, leading, body, marker: above?.marker ?? null };
    if (above === null || (open !== null && startsParagraph(above.lines, line, place))) {
      open = paragraphOf(line, column);
      units.push(open);
    } else {
      extend(above, line, column, hyphenated);
      open = above;
    }
    at++;
  }
}

/** Notes at the foot of a page, and captions, that may stand between the parts of a paragraph. */
const MAX_BETWEEN = 3;

/** The paragraph that goes on at the top of a column. */
function openParagraph(units: readonly Unit[], line: Line): Paragraph | null {
  for (const unit of units.slice(-MAX_BETWEEN).reverse()) {
    if (unit.kind !== 'text') return null;
    const last = unit.lines.at(-1)!;
    if (last.size < 0.93 * line.size) continue;
    return staysOpen(last, line, unit.column) ? unit : null;
  }
  return null;
}

function paragraphOf(line: Line, column: Column): Paragraph {
  const marker = markerOf(line.text);
  return { kind: 'text', text: marker?.rest ?? line.text, marker, lines: [line], column };
}

function extend(paragraph: Paragraph, line: Line, column: Column, hyphenated: Hyphenated): void {
  paragraph.text = joinLines(paragraph.text, line.text, hyphenated);
  paragraph.lines.push(line);
  paragraph.column = column;
}

/** White lines within a listing, in parts of the size. */
const MAX_GAP_IN_CODE = 3;

function endOfCode(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (
    end < lines.length &&
    lines[end]!.isMono &&
    lines[end]!.y - lines[end - 1]!.y <= MAX_GAP_IN_CODE * lines[end]!.size
  )
    end++;
  return end;
}

function codeOf(lines: readonly Line[]): Code {
  const left = Math.min(...lines.map((line) => line.left));
  const leading = usualLeading(lines);
  const text = lines
    .map((line, i) => {
      const indent =
        line.left - left < 0.3 * line.size ? '' : ' '.repeat(spacesBetween(left, line.left, line.size));
      const isApart = i > 0 && line.y - lines[i - 1]!.y > 1.6 * leading;
      return `${isApart ? '\n' : ''}${indent}${line.text}`;
    })
    .join('\n');
  return { kind: 'code', text, left };
}
