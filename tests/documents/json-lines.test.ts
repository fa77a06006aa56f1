import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../src/documents/json-lines.ts';
import { makeFolder } from '../temporary-folder.ts';

async function read(content: string | Uint8Array, name = 'x.jsonl') {
  return collect(join(makeFolder({ [name]: content }), name));
}

async function collect(path: string) {
  const items: unknown[] = [];
  for await (const item of readJsonLines(path)) items.push(item);
  return items;
}

const line = (fields: object) => `${JSON.stringify(fields)}\n`;

describe('JSON Lines', () => {
  it('reads all fields of a line', async () => {
    const fields = {
      id: 'p1',
      title: '桥',
      date: '2024-02-04',
      source: '日报',
      url: 'https://example.org/p1',
      text: '桥通车了。',
    };
    expect(await read(line(fields))).toEqual([fields]);
  });

  it('takes the first line of the text for the title, and null for what is not given', async () => {
    expect(await read(line({ id: 'a', text: 'First line\nSecond line' }))).toEqual([
      { id: 'a', title: 'First line', date: null, source: null, url: null, text: 'First line\nSecond line' },
    ]);
  });

  it('makes a string of an id that is a number, 0 as well', async () => {
    expect(await read(line({ id: 0, text: 'x' }) + line({ id: 17, text: 'y' }))).toMatchObject([
      { id: '0' },
      { id: '17' },
    ]);
  });

  it('ignores fields that it does not know', async () => {
    expect(await read(line({ id: 'a', text: 'x', author: 'Li' }))).toEqual([
      { id: 'a', title: 'x', date: null, source: null, url: null, text: 'x' },
    ]);
  });

  it('leaves out an address that could not be shown as a link', async () => {
    expect(await read(line({ id: 'a', text: 'x', url: 'javascript:alert(1)' }))).toMatchObject([
      { url: null },
    ]);
  });

  it('reads gzipped lines like plain ones', async () => {
    const text = Array.from({ length: 5000 }, (_, i) => line({ id: i, text: `第${i}条` })).join('');
    const plain = await read(text);
    expect(plain).toHaveLength(5000);
    expect(await read(gzipSync(text), 'x.jsonl.gz')).toEqual(plain);
    expect(await read(gzipSync(text), 'X.JSONL.GZ')).toEqual(plain);
  });

  it('reads lines that end in CR LF, a last line without an end, and a byte order mark', async () => {
    expect(await read('\uFEFF{"id":"a","text":"x"}\r\n{"id":"b","text":"y"}')).toMatchObject([
      { id: 'a', text: 'x' },
      { id: 'b', text: 'y' },
    ]);
  });

  it('does not end a line at U+2028, which may stand inside a JSON string', async () => {
    expect(await read('{"id":"a","text":"one\u2028two"}\n')).toMatchObject([
      { id: 'a', text: 'one\u2028two' },
    ]);
  });

  it('reads a line that is longer than what comes from the disk at once', async () => {
    const text = '长'.repeat(300_000);
    expect(await read(line({ id: 'a', text }) + line({ id: 'b', text: 'short' }))).toMatchObject([
      { text },
      { text: 'short' },
    ]);
  });

  it('hands the first line out before it has read the file to its end', async () => {
    const whole = gzipSync(line({ id: 'first', text: 'x' }).repeat(100_000));
    const path = join(makeFolder({ 'x.jsonl.gz': whole.subarray(0, whole.length - 20) }), 'x.jsonl.gz');
    for await (const item of readJsonLines(path)) {
      expect(item).toMatchObject({ id: 'first' });
      break;
    }
    expect.assertions(1);
  });

  it('ends in a problem where the file cannot be opened', async () => {
    expect(await collect(join(makeFolder(), 'gone.jsonl'))).toEqual([
      {
        where: expect.stringMatching(/gone\.jsonl$/),
        reason: expect.stringMatching(/reading stopped at line 1 \(ENOENT/),
        remedy: expect.stringContaining('Check that the file is whole'),
      },
    ]);
  });
});
