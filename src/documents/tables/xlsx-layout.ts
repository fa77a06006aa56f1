/** What a workbook says of its cells beside their values: formats of numbers, merged cells, hidden sheets. The door to fflate. */
import { MAX_FILE_BYTES } from '../limits.ts';
import { MAX_ROWS } from './table-tree.ts';

/** Rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetLayout {
  readonly name: string;
  readonly isHidden: boolean;
  readonly merges: readonly Merge[];
  /** Format of a cell's number, such as `0.0%`; undefined where it has none of its own, or is in a row beyond the limit. */
  formatOf(row: number, column: number): string | undefined;
}

/** Sheets of a workbook in its order (ECMA-376, SpreadsheetML); what is missing or broken tells nothing. */
export async function readLayout(bytes: Buffer): Promise<SheetLayout[]> {
  const { unzipSync } = await import('fflate');
  const isTold = (path: string): boolean => /^xl\/(?:workbook|styles|worksheets\/[^/]+)\.xml$/i.test(path);
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) =>
      (isTold(name) || name === 'xl/_rels/workbook.xml.rels') && originalSize <= MAX_FILE_BYTES,
  });
  const textOf = (path: string): string => Buffer.from(files[path] ?? []).toString('utf8');
  const targets = new Map(
    elements(textOf('xl/_rels/workbook.xml.rels'), 'Relationship').map((attributes) => {
      const target = attribute(attributes, 'Target') ?? '';
      return [
        attribute(attributes, 'Id'),
        target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      ] as const;
    }),
  );
  const formats = formatsOf(textOf('xl/styles.xml'));
  return elements(textOf('xl/workbook.xml'), 'sheet').map((attributes) => {
    const xml = textOf(targets.get(attribute(attributes, 'id')) ?? '');
    return {
      name: unescapeXml(attribute(attributes, 'name') ?? ''),
      isHidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
      merges: mergesOf(xml),
      formatOf: formatLookup(xml, formats),
    };
  });
}

/** The attributes of the elements of a name, whatever their prefix, as they are written. */
function* elementsIn(xml: string, name: string): Generator<string> {
  for (const [, attributes] of xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}\\s([^>]*)>`, 'g')))
    yield attributes!;
}

const elements = (xml: string, name: string): string[] => [...elementsIn(xml, name)];

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1];

/** Formats that have no text in the file (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
};

/** Format by the number of a cell's style. */
function formatsOf(styles: string): (string | undefined)[] {
  const codes = new Map(
    elements(styles, 'numFmt').map((attributes) => [
      attribute(attributes, 'numFmtId'),
      unescapeXml(attribute(attributes, 'formatCode') ?? ''),
    ]),
  );
  const [, cellStyles = ''] =
    /<(?:\w{1,20}:)?cellXfs\b([\s\S]*?)<\/(?:\w{1,20}:)?cellXfs>/.exec(styles) ?? [];
  return elements(cellStyles, 'xf').map((attributes) => {
    const id = attribute(attributes, 'numFmtId') ?? '0';
    return codes.get(id) ?? BUILT_IN[id];
  });
}

function formatLookup(xml: string, formats: readonly (string | undefined)[]): SheetLayout['formatOf'] {
  const styles = new Map<string, string>();
  if (formats.some((format) => format !== undefined))
    for (const attributes of elementsIn(xml, 'c')) {
      const address = /(?:^|\s)r\s*=\s*"([A-Z]{1,3}(\d{1,7}))"/.exec(attributes);
      if (address === null) continue;
      if (Number(address[2]) > MAX_ROWS) break;
      const format = formats[Number(attribute(attributes, 's') ?? -1)];
      if (format !== undefined) styles.set(address[1]!, format);
    }
  return (row, column) => styles.get(`${lettersOf(column)}${row + 1}`);
}

const mergesOf = (xml: string): Merge[] =>
  elements(xml, 'mergeCell').flatMap((attributes) => {
    const ends = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(
      attribute(attributes, 'ref') ?? '',
    );
    if (ends === null) return [];
    const [, left, top, right, bottom] = ends as unknown as [string, string, string, string, string];
    return [
      { top: Number(top) - 1, left: numberOf(left), bottom: Number(bottom) - 1, right: numberOf(right) },
    ];
  });

/** Columns are A to Z, then AA, AB … */
const numberOf = (letters: string): number =>
  [...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0) - 1;

const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()]!;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
