/** Markdown with YAML front matter, and plain text, to an article. The door to the yaml package. */
import { parse } from 'yaml';
import { isDay } from '../text/dates.ts';
import type { Article } from '../types.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;
const HEADING_MARK = /^\s*#+\s+/;
const MAX_DERIVED_TITLE = 60;

/** Thrown for a file that cannot be used; the message is a {@link Problem}'s reason, `remedy` its remedy. */
export class UnusableText extends Error {
  readonly remedy: string;
  constructor(reason: string, remedy: string, options?: ErrorOptions) {
    super(reason, options);
    this.remedy = remedy;
  }
}

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

/** Text of UTF-8 bytes, without a byte order mark. Throws {@link UnusableText} for anything else. */
export function decodeText(bytes: Buffer): string {
  if (bytes.includes(0)) throw new UnusableText('binary, not text', 'Convert it to text in UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnusableText('not UTF-8', 'Save it as UTF-8', { cause: error });
  }
}

export function bodyText(content: string): string {
  const text = content.replaceAll('\r\n', '\n').trim();
  if (text === '')
    throw new UnusableText('no text', 'Write the article below its front matter, or remove the file');
  return text;
}

/** The first line of a text, cut where it is long. */
export function titleOf(text: string): string {
  const line = text.split('\n', 1)[0]!.trim();
  const characters = [...line];
  return characters.length <= MAX_DERIVED_TITLE
    ? line
    : `${characters.slice(0, MAX_DERIVED_TITLE).join('')}…`;
}
