/** PDF files for tests: text at places, with fonts that the file does not hold, and ruled lines. */

interface PdfOptions {
  readonly title?: string;
  /** Said of the number of pages, where it is not the truth. */
  readonly count?: number;
  /** Groups that hold the pages a hundred times, groups of a hundred such groups, and so on. */
  readonly levels?: number;
  /** True of a file that opens with a password that nobody knows. */
  readonly isLocked?: boolean;
}

/** `y` is the distance of the baseline from the upper edge of the page. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: FontName | CMapFont;
  /** Degrees, anticlockwise. */
  readonly turn?: number;
}

/** A line from one place to another. */
export type Ruled = readonly [x1: number, y1: number, x2: number, y2: number];

export type Content = Placed | Ruled;

/** Text of ASCII alone is set in Helvetica or Courier; in all other text each character is as wide as it is high. */
export type FontName = 'plain' | 'bold' | 'mono';

/** A font that names a character map of Adobe's, whose codes are those of a character set. */
export interface CMapFont {
  readonly cmap: string;
  readonly ordering: 'GB1' | 'CNS1' | 'Japan1' | 'Korea1';
  /** By its name for `TextDecoder`. */
  readonly charset: string;
}

const WIDTH = 595;
const HEIGHT = 842;
const FONT_SIZE = 12;

/** A file with a page for each list of lines; a page without lines has no text layer. Lines begin at the left edge. */
export const makePdf = (pages: readonly (readonly string[])[], options: PdfOptions = {}): Buffer =>
  makeLaidOutPdf(
    pages.map((lines) => linesAt(lines, 40, 2.5 * FONT_SIZE, FONT_SIZE * 2)),
    options,
  );

/** Lines below each other from a place on. */
export const linesAt = (
  lines: readonly string[],
  x: number,
  y: number,
  leading = 14,
  look: Partial<Placed> = {},
): Placed[] => lines.map((text, i) => ({ text, x, y: y + i * leading, ...look }));

/** A file with a page for each list of what stands on it, written in that order. */
export function makeLaidOutPdf(
  pages: readonly (readonly Content[])[],
  { title, count, levels = 0, isLocked = false }: PdfOptions = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const fonts = new Map<string, number>();
  const contents = pages.map((page) => page.map((content) => drawn(content, fonts, add)).join('\n'));
  const resources = [...fonts].map(([key, object]) => `/${nameOf(key)} ${object} 0 R`).join(' ');
  let kids = contents.map((content) => {
    const stream = add(streamOf(content));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${stream} 0 R /Resources << /Font << ${resources} >> >> >>`,
    );
  });
  let pagesBelow = pages.length;
  const group = (): string =>
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${count ?? pagesBelow} >>`;
  for (let level = 0; level < levels; level++) {
    kids = Array<number>(100).fill(add(group()));
    pagesBelow *= 100;
  }
  objects[1] = group();
  const info = title === undefined ? null : add(`<< /Title <FEFF${utf16(title)}> >>`);
  const lock = isLocked ? ` /Encrypt ${add(LOCK)} 0 R /ID [<00> <00>]` : '';
  return assemble(objects, `/Root ${catalog} 0 R${info === null ? '' : ` /Info ${info} 0 R`}${lock}`);
}

const LOCK = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'5a'.repeat(32)}> >>`;

type Add = (body: string) => number;

function drawn(content: Content, fonts: Map<string, number>, add: Add): string {
  if (!('text' in content)) {
    const [x1, y1, x2, y2] = content;
    return `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`;
  }
  const { text, x, y, size = FONT_SIZE, font = 'plain', turn = 0 } = content;
  const isLatin = /^[\x20-\x7e]*$/.test(text);
  const key = typeof font === 'string' ? `${isLatin ? 'latin' : 'wide'}-${font}` : font.cmap;
  if (!fonts.has(key)) fonts.set(key, typeof font === 'string' ? addFont(key, add) : addCMapFont(font, add));
  const codes =
    typeof font !== 'string'
      ? encode(text, font.charset)
      : isLatin
        ? Buffer.from(text, 'latin1').toString('hex')
        : utf16(text);
  const angle = (turn * Math.PI) / 180;
  const matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), x, HEIGHT - y];
  return `BT /${nameOf(key)} ${size} Tf ${matrix.map((n) => n.toFixed(3)).join(' ')} Tm <${codes}> Tj ET`;
}

const nameOf = (key: string): string => `F${Buffer.from(key).toString('hex')}`;

const LATIN: Readonly<Record<string, string>> = {
  'latin-plain': 'Helvetica',
  'latin-bold': 'Helvetica-Bold',
  'latin-mono': 'Courier',
};

function addFont(key: string, add: Add): number {
  if (LATIN[key] !== undefined)
    return add(`<< /Type /Font /Subtype /Type1 /BaseFont /${LATIN[key]} /Encoding /WinAnsiEncoding >>`);
  const name = key === 'wide-bold' ? 'Song-Bold' : key === 'wide-mono' ? 'SongMono' : 'Song';
  const unicode = add(streamOf(IDENTITY_TO_UNICODE));
  return addType0(name, 'Identity', 'Identity-H', add, ` /ToUnicode ${unicode} 0 R`);
}

const addCMapFont = ({ cmap, ordering }: CMapFont, add: Add): number => addType0('Song', ordering, cmap, add);

function addType0(name: string, ordering: string, encoding: string, add: Add, more = ''): number {
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>`,
  );
  return add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${descendant} 0 R]${more} >>`,
  );
}

/** UTF-16BE, as codes of a font and as text strings of the file are written. */
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** The platform decodes the character sets of East Asia and encodes none: a code is looked for that decodes to each character. */
function encode(text: string, charset: string): string {
  if (charset === 'utf-16be') return utf16(text);
  const decoder = new TextDecoder(charset);
  const codes = new Map<string, string>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const bytes = Buffer.from([high, low]);
      const character = decoder.decode(bytes);
      if (!codes.has(character)) codes.set(character, bytes.toString('hex'));
    }
  return [...text]
    .map((character) => (character < '\x7f' ? Buffer.from(character).toString('hex') : codes.get(character)!))
    .join('');
}

const IDENTITY_TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /I def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end';

const streamOf = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function assemble(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
