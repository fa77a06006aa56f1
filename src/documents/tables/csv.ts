/** CSV and TSV files to a tree. The door to csv-parse, loaded when the first file is met. */
import { decodeText } from '../shared/decode.ts';
import { type Reading, UNSTATED } from '../shared/reading.ts';
import { UnusableText } from '../shared/unusable.ts';
import { MAX_ROWS, missingOf, tableTree, titleOfName } from './table-tree.ts';

/**
 * Questions and answers, or a table, of a file whose cells are separated by commas, semicolons or tabs.
 * @param name of the file without folders and ending: its title
 * Throws {@link UnusableText} where a quote is not closed, or no cell holds anything.
 */
export async function readCsv(bytes: Buffer, name: string): Promise<Reading> {
  const { text, delimiter } = splitOffDelimiter(decodeText(bytes));
  const rows = await parseRows(text, delimiter);
  const children = tableTree(rows.slice(0, MAX_ROWS));
  if (children.length === 0)
    throw new UnusableText('no cell holds anything', 'Write rows into it, or remove the file');
  const missing = missingOf(rows);
  return {
    ...UNSTATED,
    title: titleOfName(name),
    tree: { type: 'root', children },
    ...(missing && { missing }),
  };
}

/** A row with the number of the lines up to its end. */
interface Counted {
  readonly info: { readonly lines: number };
}

/** One row more than is read, where there are more. */
async function parseRows(text: string, delimiter: string): Promise<string[][]> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: MAX_ROWS + 1,
  };
  try {
    return parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED')
      throw new UnusableText(
        `not a table of cells that can be read (${error.message})`,
        'Save it as CSV again, in a program for tables',
        { cause: error },
      );
    // The error has the last line of the file, and how many rows were read whole.
    const records = Number(error.records);
    const counted = { ...options, to: records, info: true };
    const whole = records === 0 ? [] : (parse(text, counted) as unknown as Counted[]);
    const line = 1 + (whole.at(-1)?.info.lines ?? 0);
    throw new UnusableText(
      `a quote that opens in the row at line ${line} is not closed`,
      'Close it, or double each quote inside a cell that stands in quotes',
      { cause: error },
    );
  }
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Lines that are looked at to tell the delimiter. */
const SAMPLE_LINES = 50;
const SAMPLE_CHARACTERS = 65_536;

/** The delimiter of a text; a first line `sep=;`, which spreadsheets write, is taken off. */
function splitOffDelimiter(content: string): { text: string; delimiter: string } {
  const [line, delimiter] = /^"?sep=([,;\t|])"?\r?(?:\n|$)/i.exec(content) ?? [];
  if (line !== undefined) return { text: content.slice(line.length), delimiter: delimiter! };
  const sample = content.slice(0, SAMPLE_CHARACTERS).replace(/"(?:[^"]|"")*"/g, '""');
  const lines = sample
    .split(/\r\n?|\n/)
    .filter((row) => row.trim() !== '')
    .slice(0, SAMPLE_LINES);
  // Words of the text may hold any of them, the same number of times in each line only by chance.
  const agreement = (candidate: string): number => {
    const counts = lines.map((row) => row.split(candidate).length - 1);
    const head = counts.find((count) => count > 0);
    return head === undefined ? 0 : counts.filter((count) => count === head).length + Number(counts[0]! > 0);
  };
  const scores = DELIMITERS.map((candidate) => [candidate, agreement(candidate)] as const);
  const [best] = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return { text: content, delimiter: best };
}
