/** PDF files for tests, with Chinese text: a font without glyphs whose codes a ToUnicode map turns into characters. */

interface PdfOptions {
  readonly title?: string;
  /** Said of the number of pages, where it is not the truth. */
  readonly count?: number;
  /** Groups that hold the pages a hundred times, groups of a hundred such groups, and so on. */
  readonly levels?: number;
}

const WIDTH = 595;
const FONT_SIZE = 12;

/** A file with a page for each list of lines; a page without lines has no text layer. Lines begin at the left edge. */
export function makePdf(
  pages: readonly (readonly string[])[],
  { title, count, levels = 0 }: PdfOptions = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string): string =>
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const unicode = add(stream(IDENTITY_TO_UNICODE));
  const descendant = add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
  let kids = pages.map((lines) => {
    const text = lines.map(
      (line, i) => `${i === 0 ? `40 ${800 - FONT_SIZE} Td` : `0 -${FONT_SIZE * 2} Td`} <${hex(line)}> Tj`,
    );
    const content = add(stream(lines.length === 0 ? '' : `BT /F1 ${FONT_SIZE} Tf ${text.join(' ')} ET`));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
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
  const info = title === undefined ? null : add(`<< /Title <FEFF${hex(title)}> >>`);
  return assemble(objects, `/Root ${catalog} 0 R${info === null ? '' : ` /Info ${info} 0 R`}`);
}

/** UTF-16BE, as codes of the font and as text strings of the file are written. */
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

const IDENTITY_TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /I def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end';

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
