/** What came from the web, as an article or as a feed. */
import { gunzipSync } from 'node:zlib';
import type { WholeFile } from '../../documents/endings.ts';
import { parseApart } from '../../documents/parse-apart.ts';
import { decodeText } from '../../documents/shared/decode.ts';
import { UnusableText } from '../../documents/shared/unusable.ts';
import type { NewArticle } from '../article-file.ts';
import { addressesIn, decoded } from './addresses.ts';
import { isFeed } from './feed.ts';
import { ImportError } from './import-error.ts';
import { isSitemap } from './sitemap.ts';
import { type Download, MAX_LISTING_BYTES } from './web.ts';

/** Format by the content type; what is missing here is looked at. */
const FORMATS: Readonly<Record<string, WholeFile>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'text/csv': '.csv',
  'application/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'application/json': '.json',
  'text/json': '.json',
  'text/markdown': '.md',
  'text/x-markdown': '.md',
  'text/mdx': '.mdx',
};
/** Said of anything by servers that do not know better. */
const VAGUE =
  /^(?:$|application\/(?:octet-stream|xml|rss\+xml|atom\+xml|zip|vnd\.ms-excel)|text\/(?:plain|xml))$/;

/** The text of a feed, a sitemap or a list of addresses, or null where the download is something else. */
export function listingOf(download: Download): string | null {
  try {
    const bytes = unpacked(download.bytes);
    if (bytes.subarray(0, 4).toString('latin1') === '%PDF' || bytes[0] === 0x50) return null;
    const text = decodeText(bytes, charsetOf(download.contentType) ?? xmlEncodingOf(bytes));
    return isFeed(text) || isSitemap(text) || addressesIn(text) !== null ? text : null;
  } catch (error) {
    if (error instanceof UnusableText) return null;
    throw error;
  }
}

function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_LISTING_BYTES });
  } catch (error) {
    throw new ImportError(`what is gzipped cannot be unpacked (${(error as Error).message})`, {
      cause: error,
    });
  }
}

/** The article of a download. Throws {@link ImportError} where it holds none. */
export async function articleOf({ url, bytes, contentType }: Download): Promise<NewArticle> {
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  const format = FORMATS[type] ?? (VAGUE.test(type) ? formatByContent(url, bytes) : null);
  if (format === null)
    throw new ImportError(
      `${url.href} is ${type}, expected a page, a feed, a PDF, a Word document, a table, a Discord export or a text`,
    );
  const charset = charsetOf(contentType);
  return parse(format, charset && isText(format) ? inUtf8(bytes, charset) : bytes, url);
}

/** The article of a piece of HTML, such as a feed's item. Throws {@link ImportError} where it has no text. */
export const articleOfHtml = (html: string, url: URL): Promise<NewArticle> =>
  parse('.html', Buffer.from(`\ufeff<!doctype html><body><article>${html}</article>`), url);

async function parse(format: WholeFile, bytes: Buffer, url: URL): Promise<NewArticle> {
  try {
    const { article, markdown } = await parseApart(format, nameOf(url), bytes, { markdown: true });
    return { ...article, url: linkOf(article.url, url), markdown: markdown! };
  } catch (error) {
    if (!(error instanceof UnusableText)) throw error;
    throw new ImportError(`${url.href}: ${error.message}. ${error.remedy}`, { cause: error });
  }
}

/**
 * What a page says is its address, without the parameters that it was reached by. One that says so of the beginning of
 * its site is not believed: templates do.
 */
function linkOf(stated: string | null, url: URL): string {
  if (stated === null) return url.href;
  return new URL(stated).pathname === '/' && url.pathname !== '/' ? url.href : stated;
}

/** Endings that tell formats whose content looks like any text. */
const TEXT_ENDINGS = [
  '.markdown',
  '.mdx',
  '.md',
  '.csv',
  '.tsv',
  '.json',
] as const satisfies readonly WholeFile[];

function formatByContent(url: URL, bytes: Buffer): WholeFile | null {
  const head = bytes.subarray(0, 1_024).toString('latin1');
  if (head.startsWith('%PDF')) return '.pdf';
  // Names of files stand in an archive as they are; old workbooks are refused with a reason by the reader of new ones.
  if (head.startsWith('PK')) return bytes.includes('xl/workbook.') ? '.xlsx' : '.docx';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return '.xlsx';
  if (/<(?:!doctype html|html|head|body|meta)\b/i.test(head)) return '.html';
  if (/^[^\w<]*<\?xml/.test(head)) return null;
  if (/^[^\w{]*\{\s*"guild"\s*:/.test(head)) return '.json';
  const path = url.pathname.toLowerCase();
  return TEXT_ENDINGS.find((ending) => path.endsWith(ending)) ?? '.txt';
}

/** The last part of an address without its ending: the name of what has no other. */
function nameOf(url: URL): string {
  const part = url.pathname.split('/').findLast((name) => name !== '') ?? url.host;
  const name = part.replace(/\.[a-z]{1,8}$/i, '');
  return decoded(name).replaceAll('/', ' ');
}

const BINARY: readonly WholeFile[] = ['.pdf', '.docx', '.xlsx'];

const isText = (format: WholeFile): boolean => !BINARY.includes(format);

/** A byte order mark, so that what the server says counts before what the page says. */
const inUtf8 = (bytes: Buffer, charset: string): Buffer => Buffer.from(`\ufeff${decodeText(bytes, charset)}`);

const charsetOf = (contentType: string): string | undefined =>
  /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1];

const xmlEncodingOf = (bytes: Buffer): string | undefined =>
  /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(bytes.subarray(0, 200).toString('latin1'))?.[1];
