/** JSON Lines, plain or gzipped, one article a line, streamed. */
import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readUrl, titleOf } from '../text/plain-text.ts';
import type { Article } from '../types.ts';
import { MAX_COMPRESSED_ANYWAY_BYTES, MAX_COMPRESSION, MAX_LINE_BYTES } from './limits.ts';
import { markUnread, type Problem } from './problem.ts';
import { readDay } from './shared/day.ts';
import { decodeText } from './shared/decode.ts';
import { bodyText, UnusableText } from './shared/unusable.ts';

/**
 * Articles and problems of a file, in its order. A file that breaks off ends in a problem.
 * `onBytes` hears how many bytes of the file were read since the last time.
 */
export async function* readJsonLines(
  path: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Article | Problem> {
  const file = createReadStream(path);
  // An error of either stream comes out of the loop below, so the callback has nothing left to do.
  const input = path.toLowerCase().endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file;
  let number = 1;
  let reported = 0;
  let unpacked = 0;
  const count = (bytes: number): void => {
    unpacked += bytes;
    if (unpacked > MAX_COMPRESSED_ANYWAY_BYTES && unpacked > MAX_COMPRESSION * file.bytesRead)
      throw new UnusableText(
        `reading stopped at line ${number}: it unpacks to more than ${MAX_COMPRESSION} times its size`,
        'Unpack it and look at what it holds',
      );
  };
  try {
    for await (const line of splitLines(input, count)) {
      if (file.bytesRead > reported) onBytes(file.bytesRead - reported);
      reported = file.bytesRead;
      const item = readLine(line.bytes, `${path}:${line.number}`);
      if (item !== null) yield item;
      number = line.number + 1;
    }
  } catch (error) {
    if (error instanceof UnusableText) {
      yield { where: path, reason: error.message, remedy: error.remedy };
      return;
    }
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    yield {
      where: path,
      reason: `reading stopped at line ${number} (${message})`,
      remedy: REMEDY_FILE,
      ...markUnread(error as Error),
    };
  }
}

const LINE_FEED = 10;

interface Line {
  /** From 1. */
  readonly number: number;
  /** Null for a line of more than {@link MAX_LINE_BYTES}, of which nothing is kept. */
  readonly bytes: Buffer | null;
}

/**
 * Lines as bytes, without empty ones: readline also ends them at U+2028, which may stand inside a JSON string, and lets
 * bad UTF-8 by.
 */
async function* splitLines(input: Readable, onBytes: (bytes: number) => void): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  let size = 0;
  let number = 1;
  const take = (part: Buffer): void => {
    size += part.length;
    if (size <= MAX_LINE_BYTES) begun.push(part);
    else begun = [];
  };
  const finish = (): Line => {
    const line = { number, bytes: size <= MAX_LINE_BYTES ? Buffer.concat(begun) : null };
    begun = [];
    size = 0;
    return line;
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      if (end > start) take(chunk.subarray(start, end));
      if (size > 0) yield finish();
      number++;
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0) yield finish();
}

/** Null for a line of spaces. */
function readLine(bytes: Buffer | null, where: string): Article | Problem | null {
  try {
    if (bytes === null)
      throw new UnusableText(
        `the line has more than ${MAX_LINE_BYTES} bytes`,
        'Divide its article into parts',
      );
    const line = decodeText(bytes);
    return line.trim() === '' ? null : parseLine(line);
  } catch (error) {
    if (!(error instanceof UnusableText)) throw error;
    return { where, reason: error.message, remedy: error.remedy };
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
  // A paragraph a line, however many are empty between them.
  const body = bodyText(text).replace(/[^\S\n]*\n\s*/g, '\n');
  return {
    id: String(id),
    title: optionalString(title, 'title') || titleOf(body),
    date: dayOf(optionalString(date, 'date')),
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

function dayOf(written: string | null): string | null {
  if (!written) return null;
  const day = readDay(written);
  if (day !== null) return day;
  throw new UnusableText(
    `the date ${JSON.stringify(written)} is not a day`,
    'Write it as YYYY-MM-DD, or leave it out',
  );
}
