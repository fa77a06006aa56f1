/** One file that holds one article, in any of the formats that are read whole: bytes to a tree, the tree to an article. */
import { basename } from 'node:path';
import { readBlocks } from '../passages/blocks.ts';
import { plainTree } from '../text/plain-text.ts';
import type { Article } from '../types.ts';
import type { WholeFile } from './endings.ts';
import type { Problem } from './problem.ts';
import { changedIn, latest } from './shared/changed-day.ts';
import { decodeText } from './shared/decode.ts';
import { type Reading, UNSTATED } from './shared/reading.ts';
import { bodyText } from './shared/unusable.ts';

export interface ParseSettings {
  /** Gives the tree as Markdown, too. */
  readonly markdown?: boolean;
}

/** An article, and what of its file could not be read. */
export interface ParsedFile {
  readonly article: Article;
  /** The text below its front matter as Markdown, where that was asked for. */
  readonly markdown?: string;
  readonly missing?: Pick<Problem, 'reason' | 'remedy'>;
}

type Reader = (bytes: Buffer, name: string) => Promise<Reading>;

const text: Reader = async (bytes) => ({
  ...UNSTATED,
  tree: plainTree(bodyText(decodeText(bytes))),
});
const markdown: Reader = async (bytes) =>
  (await import('./markdown/markdown.ts')).readMarkdown(decodeText(bytes));
const mdx: Reader = async (bytes) =>
  (await import('./markdown/markdown.ts')).readMarkdown(decodeText(bytes), { isMdx: true });
const html: Reader = async (bytes) => (await import('./page/page.ts')).readHtml(bytes);
const csv: Reader = async (bytes, name) => (await import('./tables/csv.ts')).readCsv(bytes, name);

const READERS: Readonly<Record<WholeFile, Reader>> = {
  '.markdown': markdown,
  '.md': markdown,
  '.mdx': mdx,
  '.txt': text,
  '.html': html,
  '.htm': html,
  '.xhtml': html,
  '.pdf': async (bytes) => (await import('./pdf/pdf.ts')).readPdf(bytes),
  '.docx': async (bytes) => (await import('./docx.ts')).readDocx(bytes),
  '.csv': csv,
  '.tsv': csv,
  '.xlsx': async (bytes, name) => (await import('./tables/xlsx.ts')).readXlsx(bytes, name),
  '.json': async (bytes) => (await import('./discord/export.ts')).readDiscordExport(bytes),
};

/** Article of a file's bytes. Throws UnusableText where it has none. */
export async function parseFile(
  ending: WholeFile,
  id: string,
  bytes: Buffer,
  settings: ParseSettings = {},
): Promise<ParsedFile> {
  const { tree, title, date, source, url, missing } = await READERS[ending](bytes, basename(id));
  const body = readBlocks(tree, title);
  bodyText(body.text);
  return {
    article: { id, date: latest(date, changedIn(body.text)), source, url, ...body },
    ...(missing && { missing }),
    ...(settings.markdown && {
      markdown: await (await import('./markdown/to-markdown.ts')).toMarkdown(tree),
    }),
  };
}
