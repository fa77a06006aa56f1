/** An article as a Markdown file of the corpus. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_TITLE_CHARACTERS } from '../documents/limits.ts';
import { wholeCharacterOffset } from '../text/characters.ts';
import type { Article } from '../types.ts';

/** An article on its way into the corpus; `markdown` is what its file holds, and reads back as `text`. */
export interface NewArticle extends Omit<Article, 'id' | 'structure' | 'file'> {
  readonly markdown: string;
}

/** Names of files have 255 bytes at most; date and ending, and the beginning of a hash, come to the title. */
const MAX_TITLE_BYTES = 120;

/** Tells texts apart, whatever the spaces between their lines. */
export const hashText = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex');

/** Writes an article into a folder, which is made where it is missing, and returns the name of its file. */
export function writeArticle(folder: string, article: NewArticle): string {
  mkdirSync(folder, { recursive: true });
  const stem = fileStem(article);
  const taken = existsSync(join(folder, `${stem}.md`));
  const name = `${taken ? `${stem}-${hashText(article.text).slice(0, 12)}` : stem}.md`;
  // Hidden, so that no reader of the corpus takes it for an article.
  const unfinished = join(folder, `.${process.pid}.part`);
  writeFileSync(unfinished, renderMarkdown(article), { flush: true });
  renameSync(unfinished, join(folder, name));
  return name;
}

/** Name of an article's file without its ending: its day and its title, in characters that every file system takes. */
export function fileStem({ date, title }: Pick<NewArticle, 'date' | 'title'>): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let slug = '';
  let bytes = 0;
  for (const character of words.join('-')) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_TITLE_BYTES) break;
    slug += character;
  }
  return `${date ?? 'undated'}-${slug.replace(/-$/, '') || 'untitled'}`;
}

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
