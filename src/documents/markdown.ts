/** Markdown with YAML front matter, and plain text, to an article. The door to the yaml package. */
import { parse } from 'yaml';
import { isDay } from '../text/dates.ts';
import type { Article } from '../types.ts';
import { UnusableText } from './unusable.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;
const HEADING_MARK = /^\s*#+\s+/;
const MAX_DERIVED_TITLE = 60;

/** Article of a Markdown text. Throws {@link UnusableText} where the front matter is broken or no text follows. */
export function parseMarkdown(id: string, content: string): Article {
  if (!/^---[ \t]*\r?\n/.test(content)) return plainArticle(id, content.replace(HEADING_MARK, ''));
  const match = FRONT_MATTER.exec(content);
  if (!match)
    throw new UnusableText(
      'the front matter begins with --- but has no closing ---',
      'Add a line --- after it',
    );
  const fields = parseFields(match[1]!);
  const text = bodyText(content.slice(match[0].length));
  return {
    id,
    title: fields.title || titleOf(text.replace(HEADING_MARK, '')),
    date: readDate(fields.date),
    source: fields.source ?? null,
    url: readUrl(fields.url),
    text,
  };
}

/** Article of a plain text; its first line is its title too. */
export function plainArticle(id: string, content: string): Article {
  const text = bodyText(content);
  return { id, title: titleOf(text), date: null, source: null, url: null, text };
}

function parseFields(yaml: string): Record<string, string | undefined> {
  let fields: unknown;
  try {
    fields = parse(yaml);
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new UnusableText(
      `the front matter is not YAML (${reason})`,
      'Put values that hold a colon or a quote into double quotes',
      { cause: error },
    );
  }
  if (fields === null) return {};
  if (typeof fields !== 'object' || Array.isArray(fields))
    throw new UnusableText(
      'the front matter is not a list of "name: value" lines',
      'Write, for example, title: …',
    );
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([name, value]) => [name, String(value).trim()]),
  );
}

/** The day of a date or time, or null without one. Throws {@link UnusableText} for anything else. */
export function readDate(value: string | undefined | null): string | null {
  if (!value) return null;
  const day = value.slice(0, 10).replaceAll('/', '-');
  if (!isDay(day))
    throw new UnusableText(
      `the date ${JSON.stringify(value)} is not a day`,
      'Write it as YYYY-MM-DD, or leave it out',
    );
  return day;
}

/** A web address, or null: anything else could not be shown as a link. */
export function readUrl(value: string | undefined | null): string | null {
  return value && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
}

/** Characters that show nothing but may turn the text around them, or end it for a reader. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/** Text without control and bidirectional characters, lines ended by a line feed; lone surrogates become U+FFFD. */
export const cleanText = (content: string): string =>
  content
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();

/** Text of an article. Throws {@link UnusableText} where there is none. */
export function bodyText(content: string): string {
  const text = cleanText(content);
  if (text === '')
    throw new UnusableText('no text', 'Write the article below its front matter, or remove the file');
  return text;
}

/** The first line of a text, cut where it is long. */
export function titleOf(text: string): string {
  const line = text.split('\n', 1)[0]!.trim();
  // Twice as many units hold as many characters: of a text without a line end not every character is taken apart.
  const characters = [...line.slice(0, 2 * (MAX_DERIVED_TITLE + 1))];
  return characters.length <= MAX_DERIVED_TITLE
    ? line
    : `${characters.slice(0, MAX_DERIVED_TITLE).join('')}…`;
}
