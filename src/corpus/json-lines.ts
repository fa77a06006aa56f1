/** JSON Lines, plain or gzipped, one article a line, streamed. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Article } from '../types.ts';
import { bodyText, readDate, readUrl, titleOf, UnusableText } from './markdown.ts';
import type { Problem } from './problem.ts';

/** Articles and problems of a file, in its order. A file that breaks off ends in a problem. */
export async function* readJsonLines(path: string): AsyncGenerator<Article | Problem> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // pipe() does not hand errors on; without this a file that cannot be read would wait for ever.
  file.on('error', (error) => input.destroy(error));
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const broken = new Promise<Error>((resolve) => input.on('error', resolve));
  const iterator = lines[Symbol.asyncIterator]();
  for (let number = 1; ; number++) {
    const next = await Promise.race([iterator.next(), broken]);
    if (next instanceof Error) {
      lines.close();
      yield { where: path, reason: `reading stopped at line ${number} (${next.message})`, remedy: REMEDY_FILE };
      return;
    }
    if (next.done) return;
    if (next.value.trim() === '') continue;
    try {
      yield parseLine(next.value);
    } catch (error) {
      if (!(error instanceof UnusableText)) throw error;
      yield { where: `${path}:${number}`, reason: error.message, remedy: error.remedy };
    }
  }
}

const REMEDY_FILE = 'Check that the file is whole and, where its name ends in .gz, gzipped';
const REMEDY_LINE = 'Expected {"id": "…", "title": "…", "date": "YYYY-MM-DD", "text": "…", "url": "…"}';

function parseLine(line: string): Article {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch (error) {
    throw new UnusableText('the line is not JSON', REMEDY_LINE, { cause: error });
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new UnusableText('the line is not a JSON object', REMEDY_LINE);
  const { id, title, date, source, url, text } = fields as Record<string, unknown>;
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    throw new UnusableText('the line has no id', REMEDY_LINE);
  if (typeof text !== 'string') throw new UnusableText('the line has no text', REMEDY_LINE);
  const body = bodyText(text);
  return {
    id: String(id),
    title: optionalString(title, 'title') || titleOf(body),
    date: readDate(optionalString(date, 'date')),
    source: optionalString(source, 'source'),
    url: readUrl(optionalString(url, 'url')),
    text: body,
  };
}

function optionalString(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new UnusableText(`${name} is not a string`, REMEDY_LINE);
  return value.trim();
}
