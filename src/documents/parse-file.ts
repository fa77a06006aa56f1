/** One file that holds one article, in any of the formats that are read whole. */
import type { Article } from '../types.ts';
import { decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import type { WholeFile } from './endings.ts';
import { readHtml } from './html.ts';
import { bodyText, parseMarkdown, plainArticle } from './markdown.ts';
import { readPdf } from './pdf.ts';
import type { Problem } from './problem.ts';

/** An article, and what of its file could not be read. */
export interface ParsedFile {
  readonly article: Article;
  readonly missing?: Pick<Problem, 'reason' | 'remedy'>;
}

type Parser = (id: string, bytes: Buffer) => ParsedFile | Promise<ParsedFile>;

const markdown: Parser = (id, bytes) => ({ article: parseMarkdown(id, decodeText(bytes)) });

const html: Parser = async (id, bytes) => {
  const { title, date, source, url, text } = await readHtml(bytes);
  const plain = plainArticle(id, text);
  return { article: { ...plain, title: title || plain.title, date, source, url } };
};

const pdf: Parser = async (id, bytes) => {
  const { title, text, pages, pagesWithoutText } = await readPdf(bytes);
  const plain = plainArticle(id, text);
  const article = { ...plain, title: title ?? plain.title };
  if (pagesWithoutText.length === 0) return { article };
  const reason = `${pagesWithoutText.length} of ${pages} pages have no text layer (${numbersInWords(pagesWithoutText)}); the others are read`;
  return {
    article,
    missing: { reason, remedy: 'Have a program for text recognition (OCR) read those pages' },
  };
};

const PARSERS: Readonly<Record<WholeFile, Parser>> = {
  '.markdown': markdown,
  '.md': markdown,
  '.txt': (id, bytes) => ({ article: plainArticle(id, decodeText(bytes)) }),
  '.html': html,
  '.htm': html,
  '.xhtml': html,
  '.pdf': pdf,
  '.docx': async (id, bytes) => ({ article: plainArticle(id, bodyText(await readDocx(bytes))) }),
};

/** Article of a file's bytes. Throws `UnusableText` where it has none. */
export const parseFile = async (ending: WholeFile, id: string, bytes: Buffer): Promise<ParsedFile> =>
  PARSERS[ending](id, bytes);

/** Numbers named before the rest is counted. */
const MAX_NAMED = 10;

const numbersInWords = (numbers: readonly number[]): string =>
  numbers.length <= MAX_NAMED
    ? numbers.join(', ')
    : `${numbers.slice(0, MAX_NAMED).join(', ')} and ${numbers.length - MAX_NAMED} more`;
