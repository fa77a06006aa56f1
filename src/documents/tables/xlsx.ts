/** Excel workbooks to a tree. The door to read-excel-file, loaded when the first file is met. */
import type { RootContent } from 'mdast';
import { MAX_FILE_BYTES } from '../limits.ts';
import { type Reading, UNSTATED } from '../shared/reading.ts';
import { UnusableText } from '../shared/unusable.ts';
import { checkZip } from '../shared/zip.ts';
import { heading, MAX_ROWS, missingOf, tableTree, titleOfName } from './table-tree.ts';
import { showDate, showNumber } from './xlsx-cells.ts';
import { type Merge, readLayout, type SheetLayout } from './xlsx-layout.ts';

const REMEDY = 'Open it in a program for tables and save it as .xlsx again';

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Each sheet with words: questions and answers, or a table, under its name where there are several; hidden sheets are
 * left out. @param name of the file without folders and ending: its title
 * Throws {@link UnusableText} where it cannot be read, or no cell holds anything.
 */
export async function readXlsx(bytes: Buffer, name: string): Promise<Reading> {
  refuseOldFormats(bytes);
  checkArchive(bytes);
  const { sheets, hidden } = await readSheets(bytes);
  const all = sheets.flatMap(({ rows }) => rows);
  let left = MAX_ROWS;
  const trees = sheets.flatMap((sheet) => {
    const rows = sheet.rows.slice(0, left);
    left -= rows.length;
    const tree = tableTree(rows, sheets.length > 1 ? 3 : 2);
    return tree.length === 0 ? [] : [{ name: sheet.name, tree }];
  });
  if (trees.length === 0)
    throw new UnusableText('no cell holds anything', 'Write rows into it, or remove the file');
  const children = trees.flatMap(({ name: title, tree }): RootContent[] =>
    sheets.length > 1 ? [heading(title, 2), ...tree] : tree,
  );
  const missing = missingOf(all) ?? missingSheets(hidden);
  return {
    ...UNSTATED,
    title: titleOfName(name),
    tree: { type: 'root', children },
    ...(missing && { missing }),
  };
}

/** Old Excel files, and those that a password protects, are compound files (MS-CFB) rather than archives. */
function refuseOldFormats(bytes: Buffer): void {
  if (!bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) return;
  throw bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new UnusableText('a password protects it', 'Save it without one')
    : new UnusableText('expected a workbook of Excel 2007 or later, found an old one (.xls)', REMEDY);
}

function checkArchive(bytes: Buffer): void {
  try {
    checkZip(bytes, MAX_FILE_BYTES);
  } catch (error) {
    if (!(error instanceof UnusableText)) throw error;
    throw new UnusableText(error.message, REMEDY, { cause: error });
  }
}

/** Sheets with any value, and the names of those that are hidden. */
async function readSheets(bytes: Buffer): Promise<{ sheets: Sheet[]; hidden: string[] }> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    const [sheets, layouts] = [await readExcelFile(bytes), await readLayout(bytes)];
    const read = sheets.map(({ sheet, data }, i) => {
      const layout = layouts[i];
      const read = (data ?? []).slice(0, MAX_ROWS + 1);
      const rows = read.map((row, at) => row.map((cell, column) => show(cell, layout, at, column)));
      return {
        name: sheet,
        isHidden: layout?.isHidden ?? false,
        rows: withMerges(rows, layout?.merges ?? []),
      };
    });
    const filled = read.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
    return {
      sheets: filled.filter(({ isHidden }) => !isHidden),
      hidden: filled.filter(({ isHidden }) => isHidden).map(({ name }) => name),
    };
  } catch (error) {
    throw new UnusableText(`not a workbook that can be read (${(error as Error).message})`, REMEDY, {
      cause: error,
    });
  }
}

/** The declared type of a day is that of the class. */
type Cell = string | number | boolean | DateConstructor | Date | null;

function show(cell: Cell, layout: SheetLayout | undefined, row: number, column: number): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return showNumber(cell, layout?.formatOf(row, column));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell instanceof Date ? showDate(cell) : String(cell);
}

/** More cells are not filled: ranges of a broken file may overlap. */
const MAX_FILLED_CELLS = 10 * MAX_ROWS;

/** Rows with the value of a cell that is merged downwards in each of its rows; a head of two rows becomes one. */
function withMerges(cells: string[][], merges: readonly Merge[]): string[][] {
  let left = MAX_FILLED_CELLS;
  for (const { top, left: column, bottom } of merges) {
    const value = cells[top]?.[column] ?? '';
    if (value === '') continue;
    for (let row = top + 1; row <= Math.min(bottom, cells.length - 1) && left > 0; row++, left--)
      if ((cells[row]![column] ?? '') === '') cells[row]![column] = value;
  }
  return withOneHead(cells, merges);
}

/** A head that names several columns together stands above a row that names each of them. */
function withOneHead(cells: readonly string[][], merges: readonly Merge[]): string[][] {
  const at = cells.findIndex((row) => row.filter((cell) => cell !== '' && cell !== undefined).length > 1);
  const across = merges.filter(({ top, left, right }) => top === at && right > left);
  const [above, below] = [cells[at], cells[at + 1]];
  if (across.length === 0 || above === undefined || below === undefined) return [...cells];
  const head = Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const merge = across.find(({ left, right }) => left <= column && column <= right);
    const group = above[merge?.left ?? column] ?? '';
    const own = below[column] ?? '';
    return group === own ? own : `${group} ${own}`.trim();
  });
  return [...cells.slice(0, at), head, ...cells.slice(at + 2)];
}

function missingSheets(hidden: readonly string[]): Reading['missing'] {
  if (hidden.length === 0) return undefined;
  return {
    reason: `hidden sheets are left out: ${hidden.slice(0, 5).join(', ')}${hidden.length > 5 ? ' …' : ''}`,
    remedy: 'Unhide what may be told',
  };
}
