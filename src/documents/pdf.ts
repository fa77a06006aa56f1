/** PDF files to text. The door to unpdf (pdf.js without a browser), loaded when the first file is met. */
import { containsHan } from '../text/characters.ts';
import { MAX_PDF_PAGES } from './limits.ts';
import { UnusableText } from './unusable.ts';

export interface PdfText {
  /** Null where the file gives none, or only the name of the program or file it was made from. */
  readonly title: string | null;
  readonly text: string;
  /** Numbers, from 1, of pages without a text layer: scans and pictures. */
  readonly pagesWithoutText: readonly number[];
  readonly pages: number;
}

const BROKEN = 'Open it in a viewer and save it again, or copy its text into a .md or .txt file';

/** The text layer of a PDF in the order in which it was written. Throws {@link UnusableText} where there is none. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const { getDocumentProxy } = await import('unpdf');
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // pdf.js takes the bytes for itself, and tells on the console what it could mend.
    document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  } catch (error) {
    const { name, message } = error as Error;
    throw name === 'PasswordException'
      ? new UnusableText('the PDF has a password', 'Save it without one', { cause: error })
      : new UnusableText(`not a PDF that can be read (${message})`, BROKEN, { cause: error });
  }
  try {
    const pages = document.numPages;
    if (pages > MAX_PDF_PAGES)
      throw new UnusableText(
        `the PDF has ${pages} pages, more than ${MAX_PDF_PAGES}`,
        'Divide it into parts',
      );
    const texts: string[] = [];
    for (let number = 1; number <= pages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(joinLines(linesOf(items as Piece[])));
      page.cleanup();
    }
    const pagesWithoutText = texts.flatMap((text, i) => (text === '' ? [i + 1] : []));
    if (pagesWithoutText.length === pages)
      throw new UnusableText(
        'the PDF has no text layer: its pages are pictures',
        'Have a program for text recognition (OCR) read it first',
      );
    const { info } = await document.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    return {
      title: typeof title === 'string' && isTitle(title) ? title.trim() : null,
      text: texts.filter((text) => text !== '').join('\n'),
      pagesWithoutText,
      pages,
    };
  } catch (error) {
    if (error instanceof UnusableText) throw error;
    throw new UnusableText(`a page of the PDF cannot be read (${(error as Error).message})`, BROKEN, {
      cause: error,
    });
  } finally {
    await document.destroy();
  }
}

const isTitle = (title: string): boolean =>
  title.trim() !== '' && !/^untitled$|^Microsoft \w+ - |\.(?:docx?|pdf|indd|pptx?|wps)$/i.test(title.trim());

/** A piece of text as pdf.js gives it; `transform[4]` is where it begins from the left, in points. */
interface Piece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  readonly transform: readonly number[];
}
interface Line {
  readonly text: string;
  readonly end: number;
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let end = 0;
  // Marks of the document's structure stand between the pieces.
  for (const piece of pieces.filter(({ str }) => str !== undefined)) {
    text += piece.str;
    if (piece.str.trim() !== '') end = piece.transform[4]! + piece.width;
    if (!piece.hasEOL) continue;
    lines.push({ text: text.trim(), end });
    text = '';
  }
  lines.push({ text: text.trim(), end });
  return lines.filter(({ text: line }) => line !== '');
}

/** A line that ends this near the right edge goes on in the next one. */
const FULL_LINE = 0.9;

/** Lines joined to paragraphs: a line that stops early is the last of one. */
function joinLines(lines: readonly Line[]): string {
  const edge = Math.max(0, ...lines.map(({ end }) => end));
  let text = '';
  for (const [i, line] of lines.entries()) {
    text += line.text;
    const next = lines[i + 1];
    if (next === undefined) break;
    const continues = line.end >= FULL_LINE * edge && lines.length > 1;
    if (!continues) text += '\n';
    else if (/\p{Ll}-$/u.test(line.text) && /^\p{Ll}/u.test(next.text)) text = text.slice(0, -1);
    else if (
      (!containsHan(line.text.slice(-1) + next.text[0]) && !/[\p{P}\p{S}]$/u.test(line.text.slice(-1))) ||
      /[,.;:]$/.test(line.text)
    )
      text += ' ';
  }
  return text;
}
