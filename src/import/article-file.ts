/** An article as a Markdown file of the corpus, named after where it comes from. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MAX_TITLE_CHARACTERS } from '../documents/limits.ts';
import { named } from '../file-error.ts';
import { wholeCharacterOffset } from '../text/characters.ts';
import type { Article } from '../types.ts';
import { writeWhole } from '../unfinished.ts';
import { decoded } from './web/addresses.ts';

/** An article on its way into the corpus; `markdown` is what its file holds, and reads back as `text`. */
export interface NewArticle extends Omit<Article, 'id' | 'structure' | 'file'> {
  readonly markdown: string;
}

/** Names of files have 255 bytes at most; a hash and the ending come to these. */
const MAX_STEM_BYTES = 120;

/** Without the place in the page, and http for https: sites have both for the same page. */
export const addressOf = (url: string): string => url.replace(/#.*$/s, '').replace(/^https:/i, 'http:');

/**
 * Name of the file of what comes from an address, or from a path: always the same, and of no other. It is in characters
 * that every file system takes, and begins with the words of `shown`.
 */
export function articleName(address: string, shown = address): string {
  const place = addressOf(address);
  const words = decoded(addressOf(shown).replace(/^\w+:\/\/(?:www\.)?/i, ''))
    .normalize('NFC')
    .replace(/\.(?:x?html?|mdx?|markdown|php|aspx?|pdf|docx|json|csv|tsv|xlsx|txt)$/i, '')
    .match(/[\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*/gu);
  let stem = '';
  let bytes = 0;
  for (const character of (words ?? []).join('-')) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_STEM_BYTES) break;
    stem += character;
  }
  const hash = createHash('sha256').update(place).digest('hex').slice(0, 8);
  return `${stem.replace(/[-.]$/, '') || 'article'}-${hash}.md`;
}

/** Tells texts apart, whatever the spaces between their lines. */
export const hashText = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex');

/** Writes an article into a folder, which is made where it is missing, in place of what has the name there. */
export function writeArticle(folder: string, name: string, markdown: string): void {
  named(folder, 'made', () => mkdirSync(folder, { recursive: true }));
  writeWhole(join(folder, name), [markdown]);
  rmSync(join(folder, goneName(name)), { force: true });
}

/** Takes an article out of the corpus; its file stays beside the others, hidden. */
export function putAside(folder: string, name: string): void {
  if (existsSync(join(folder, name))) renameSync(join(folder, name), join(folder, goneName(name)));
}

/** Where a file is put that is taken out of the corpus. */
export const goneName = (name: string): string => join(dirname(name), `.${basename(name)}.gone`);

/** The article as the corpus reads it, with YAML front matter. */
export function renderMarkdown({ title, date, source, url, markdown }: NewArticle): string {
  const fields = { title: oneLine(title), date, source: source && oneLine(source), url };
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    // A JSON string is a YAML string; a date needs no quotes.
    .map(([name, value]) => `${name}: ${name === 'date' ? value : JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${markdown}\n`;
}

/** Without control characters, those that turn the direction of writing, and line ends; cut where it is long. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length <= MAX_TITLE_CHARACTERS
    ? line
    : `${line.slice(0, wholeCharacterOffset(line, MAX_TITLE_CHARACTERS - 1))}…`;
}
