/** Rows of a sheet or CSV file to a tree: questions with their answers, or a table under its head. */
import type { Heading, Paragraph, RootContent, Table, TableRow } from 'mdast';
import { wholeCharacterOffset } from '../../text/characters.ts';
import type { Reading } from '../shared/reading.ts';
import { answerBlocks } from './answer-cell.ts';
import { findQuestionColumns, type QuestionColumns, type Rows } from './question-columns.ts';

/** Rows of one file that are read: at 25 characters a row they fill the longest article. */
export const MAX_ROWS = 20_000;
/** Columns of one table that are read; a head is repeated with each part of its table. */
export const MAX_COLUMNS = 256;
/** A head of a table, or a question as a heading, counts in each passage below it. */
const MAX_HEAD_CHARACTERS = 200;

/**
 * Blocks of a table, empty where it has no words. Lines above the head that fill one cell only become paragraphs.
 * Columns named for questions and answers become headings of `depth` with what answers them, and of `depth + 1` below
 * a heading for each category where a column names one. Anything else is a table with the first row as its head.
 */
export function tableTree(cells: Rows, depth: 2 | 3 = 2): RootContent[] {
  const rows = withoutEmpty(cells);
  const width = rows[0]?.length ?? 0;
  const first = width < 2 ? 0 : rows.findIndex((row) => filled(row) > 1);
  const headAt = Math.max(0, first);
  const above = rows.slice(0, headAt).map((row) => paragraph(row.find((cell) => cell !== '')!));
  const table = rows.slice(headAt);
  if (table.length === 0) return above;
  const columns = findQuestionColumns(table);
  return [...above, ...(columns === null ? [plainTable(table)] : questions(table, columns, depth))];
}

/** Trimmed, of one width, without the rows and columns that hold nothing. */
function withoutEmpty(cells: Rows): string[][] {
  const rows = cells
    .map((row) => row.slice(0, MAX_COLUMNS).map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => rows.some((row) => row[at]));
  return rows.map((row) => columns.map((at) => row[at] ?? ''));
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell !== '').length;

function plainTable([head, ...rows]: Rows): Table {
  return {
    type: 'table',
    children: [tableRow(head!.map(shortened)), ...rows.map(tableRow)],
  };
}

const tableRow = (cells: readonly string[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({
    type: 'tableCell',
    children: cell === '' ? [] : [{ type: 'text', value: oneLine(cell) }],
  })),
});

interface Entry {
  readonly question: string;
  readonly answers: string[];
  /** Empty without one. */
  readonly category: string;
}

function questions(table: Rows, columns: QuestionColumns, depth: 2 | 3): RootContent[] {
  const byCategory = new Map<string, Entry[]>();
  for (const entry of entriesOf(table, columns)) {
    const group = byCategory.get(entry.category);
    if (group === undefined) byCategory.set(entry.category, [entry]);
    else group.push(entry);
  }
  // What has no category would else stand under the heading of another.
  const groups = [...byCategory].sort(([a], [b]) => Number(a !== '') - Number(b !== ''));
  return groups.flatMap(([category, entries]) => {
    if (category === '') return entries.flatMap((entry) => entryBlocks(entry, depth));
    const below = entries.flatMap((entry) => entryBlocks(entry, depth === 2 ? 3 : 4));
    return [heading(category, depth), ...below];
  });
}

/** Questions that are answered. A row without a question, or with the same, goes on with the answer above it. */
function entriesOf(table: Rows, columns: QuestionColumns): Entry[] {
  const { pairs, extras, hasHead } = columns;
  const head = hasHead ? table[0]! : [];
  const rows = hasHead ? table.slice(1) : table;
  const categories = categoriesOf(rows, columns.category);
  const entries: Entry[] = [];
  for (const [i, row] of rows.entries()) {
    const more = extras.filter((at) => row[at] !== '').map((at) => `${head[at]}: ${oneLine(row[at]!)}`);
    for (const [questionAt, answerAt] of pairs) {
      const question = row[questionAt]!;
      const answer = row[answerAt]!;
      if (answer === '') continue;
      const last = entries.at(-1);
      if (pairs.length === 1 && (question === '' || question === last?.question)) last?.answers.push(answer);
      else if (question !== '')
        entries.push({ question, answers: [answer, ...more], category: categories[i]! });
    }
  }
  return entries;
}

/** The category of each row, empty without one. Where each is named once, it counts for the rows below it too. */
function categoriesOf(rows: Rows, column: number | null): string[] {
  const written = rows.map((row) => (column === null ? '' : oneLine(row[column]!)));
  const named = written.filter((category) => category !== '');
  if (new Set(named).size < named.length) return written;
  let above = '';
  return written.map((category) => (above = category || above));
}

function entryBlocks({ question, answers }: Entry, depth: 2 | 3 | 4): RootContent[] {
  const line = oneLine(question);
  const asked: Heading = { ...heading(line, depth), data: { isQuestion: true } };
  const whole = line.length > MAX_HEAD_CHARACTERS ? [paragraph(line)] : [];
  return [asked, ...whole, ...answers.flatMap(answerBlocks)];
}

/** A heading of one line, cut where it is long. */
export const heading = (text: string, depth: 2 | 3 | 4): Heading => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: shortened(oneLine(text)) }],
});

const paragraph = (text: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value: oneLine(text) }],
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const shortened = (text: string): string =>
  text.length <= MAX_HEAD_CHARACTERS
    ? text
    : `${text.slice(0, wholeCharacterOffset(text, MAX_HEAD_CHARACTERS - 1))}…`;

/** What of the rows is not read, as `Reading.missing`. */
export function missingOf(rows: Rows): Reading['missing'] {
  if (rows.length > MAX_ROWS)
    return {
      reason: `the file has more than ${MAX_ROWS} rows; the first ${MAX_ROWS} are read`,
      remedy: 'Divide it into several files',
    };
  if (
    rows.some((row) => row.length > MAX_COLUMNS && row.slice(MAX_COLUMNS).some((cell) => cell.trim() !== ''))
  )
    return {
      reason: `the table has more than ${MAX_COLUMNS} columns; the first ${MAX_COLUMNS} are read`,
      remedy: 'Divide it into several tables',
    };
  return undefined;
}

/** Name of a file as the title of its article: dashes and underscores between words are spaces. */
export const titleOfName = (name: string): string =>
  name.replace(/(?<=\p{L})[_-]+(?=\p{L})|_+/gu, ' ').trim() || name;
