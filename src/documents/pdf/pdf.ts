/** PDF files to trees. The door to unpdf (pdf.js without a browser), loaded when the first file is met. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { MAX_PDF_PAGES } from '../limits.ts';
import type { Reading } from '../shared/reading.ts';
import { UnusableText } from '../shared/unusable.ts';
import { readingOrder } from './layout/columns.ts';
import { findRuledTables } from './layout/ruled.ts';
import { relativeToBody, usualSize } from './lines/body.ts';
import { cutLeaders, withoutContents } from './lines/contents.ts';
import { hyphenatedIn } from './lines/join.ts';
import { findStretches, type Line } from './lines/lines.ts';
import { type FontLook, type Page, type PdfDocument, readPage } from './lines/page.ts';
import { withoutRunning } from './lines/running.ts';
import { findParagraphs } from './text/paragraphs.ts';
import { buildTree } from './text/tree.ts';

const BROKEN = 'Open it in a viewer and save it again, or copy its text into a .md or .txt file';

/**
 * The text layer of a PDF in reading order. `title` is the one that its metadata state, null where they give none or only
 * the name of the program or file it was made from; the largest text at the beginning is then a heading of depth 1.
 * Throws {@link UnusableText} where there is no text.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const document = await open(bytes);
  try {
    const count = document.numPages;
    if (count > MAX_PDF_PAGES)
      throw new UnusableText(
        `the PDF has ${count} pages, more than ${MAX_PDF_PAGES}`,
        'Divide it into parts',
      );
    const pages = await readPages(document);
    const withoutText = pages.flatMap(({ pieces, number }) =>
      pieces.every(({ text }) => text.trim() === '') ? [number] : [],
    );
    if (withoutText.length === count)
      throw new UnusableText(
        'the PDF has no text layer: its pages are pictures',
        'Have a program for text recognition (OCR) read it first',
      );
    const title = await statedTitle(document);
    const reading: Reading = {
      title,
      date: null,
      source: null,
      url: null,
      tree: { type: 'root', children: blocksOf(pages) },
    };
    return withoutText.length === 0 ? reading : { ...reading, missing: missingOf(withoutText, count) };
  } catch (error) {
    if (error instanceof UnusableText) throw error;
    throw new UnusableText(`a page of the PDF cannot be read (${(error as Error).message})`, BROKEN, {
      cause: error,
    });
  } finally {
    await document.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocumentProxy } = await import('unpdf');
  supplyTransfer();
  const files = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    // pdf.js takes the bytes for itself, and tells on the console what it could mend.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      // Fonts that are not embedded name character maps and widths, which pdf.js reads from these folders.
      cMapUrl: `${files}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${files}/standard_fonts/`,
      // Only letters and lines are looked at: no picture is decoded, no font set up for drawing.
      maxImageSize: 1,
      disableFontFace: true,
    });
  } catch (error) {
    const { name, message } = error as Error;
    throw name === 'PasswordException'
      ? new UnusableText('the PDF has a password', 'Save it without one', { cause: error })
      : new UnusableText(`not a PDF that can be read (${message})`, BROKEN, { cause: error });
  }
}

/** pdf.js hands fonts over by a method that Node 20 does not have; without it a page tells no lines and no names of fonts. */
function supplyTransfer(): void {
  const prototype = ArrayBuffer.prototype as {
    transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer;
  };
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new Uint8Array(length);
    copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
    return copy.buffer;
  };
}

async function readPages(document: PdfDocument): Promise<Page[]> {
  const looks = new Map<string, FontLook>();
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, looks));
    page.cleanup();
  }
  return pages;
}

function blocksOf(read: readonly Page[]): Reading['tree']['children'] {
  const pages = relativeToBody(read);
  const body = { size: usualSize(pages) };
  const rowsOf = pages.map(({ pieces, number }) => findStretches(pieces, number));
  const hyphenated = new Set(rowsOf.flat(2).flatMap(({ text }) => hyphenatedIn(text)));
  const running = pages.map(({ number, height }, i) => ({ number, height, rows: rowsOf[i]! }));
  const kept = withoutContents(withoutRunning(running, body.size));
  const regions = kept.flatMap(({ rows }, i) => {
    const { tables, rest } = findRuledTables(pages[i]!, hyphenated);
    if (tables.length === 0) return readingOrder(cutLeaders(rows).flat(), []);
    const outside = withoutTables(rows.flat(), findStretches(rest, pages[i]!.number).flat());
    return readingOrder(outside, tables);
  });
  return buildTree(findParagraphs(regions, body, hyphenated), body);
}

/** Of `stretches`, made anew of what is in no table, those that were not dropped as running heads. */
function withoutTables(kept: readonly Line[], stretches: readonly Line[]): Line[] {
  return stretches.filter(({ y, left, right }) =>
    kept.some((line) => Math.abs(line.y - y) < 1 && line.left <= left + 1 && line.right >= right - 1),
  );
}

async function statedTitle(document: PdfDocument): Promise<string | null> {
  const { info } = await document.getMetadata();
  const title = (info as { Title?: unknown }).Title;
  return typeof title === 'string' && isTitle(title.trim()) ? title.trim() : null;
}

const NO_TITLE =
  /^[([{]?(?:untitled|anonymous|unspecified|none|无标题|未命名)\d*[)\]}]?$|^Microsoft \w+ - |^(?:PowerPoint (?:Presentation|演示文稿)|Document\d*|文档\s*\d*|Slide \d+|幻灯片 \d+)$|\.(?:docx?|pdf|indd|pptx?|wps|tex|dvi|xlsx?|html?)$/i;

const isTitle = (title: string): boolean => /[\p{L}\p{N}]/u.test(title) && !NO_TITLE.test(title);

/** Numbers named before the rest is counted. */
const MAX_NAMED = 10;

function missingOf(pages: readonly number[], count: number): NonNullable<Reading['missing']> {
  const named =
    pages.length <= MAX_NAMED
      ? pages.join(', ')
      : `${pages.slice(0, MAX_NAMED).join(', ')} and ${pages.length - MAX_NAMED} more`;
  return {
    reason: `${pages.length} of ${count} pages have no text layer (${named}); the others are read`,
    remedy: 'Have a program for text recognition (OCR) read those pages',
  };
}
