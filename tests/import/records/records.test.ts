import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/import/records/line-file.ts';
import { filesOf, openRecords } from '../../../src/import/records/records.ts';
import { makeFolder } from '../../temporary-folder.ts';

const SOURCE = 'https://docs.example/map';
const record = (page: string, hash = 'a') => ({ page, file: `${page}.md`, hash });

describe('the records of a source', () => {
  it('give of each page the last one, in this run and in the next', () => {
    const [folder, corpus] = [makeFolder(), makeFolder()];
    const first = openRecords(folder, SOURCE, corpus);
    for (const hash of ['a', 'b']) for (const page of ['x', 'y']) first.put(record(page, hash));
    expect([first.get('x'), [...first.all()]]).toEqual([
      record('x', 'b'),
      [record('x', 'b'), record('y', 'b')],
    ]);
    first.release();
    const second = openRecords(folder, SOURCE, corpus);
    second.put({ ...record('y', 'c'), gone: true });
    expect([second.get('x'), second.get('z')]).toEqual([record('x', 'b'), undefined]);
    second.close([]);
    second.release();
    expect(filesOf(folder, SOURCE, corpus)).toEqual(['x.md']);
    const [name] = readdirSync(folder);
    expect(readFileSync(join(folder, name!), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('stay apart from a line that broke off, and from what another process appends', () => {
    const [folder, corpus] = [makeFolder(), makeFolder()];
    const first = openRecords(folder, SOURCE, corpus);
    first.put(record('x'));
    const path = join(folder, readdirSync(folder)[0]!);
    appendFileSync(path, '{"page": "y", "fi');
    const second = openRecords(folder, SOURCE, corpus);
    second.put(record('z'));
    first.put(record('w'));
    expect([second.get('y'), second.get('z'), first.get('w'), first.get('x')]).toEqual([
      undefined,
      record('z'),
      record('w'),
      record('x'),
    ]);
  });
});

describe('a file of lines', () => {
  it('is read line by line, wherever the pieces end', () => {
    const path = join(makeFolder({ 'a.jsonl': '' }), 'a.jsonl');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 70_000 }), { maxLength: 5 }), (lengths) => {
        const folder = makeFolder({
          'a.jsonl': lengths.map((n) => `{"text":"${'é'.repeat(n)}"}\n`).join(''),
        });
        const lines = [...readLines(join(folder, 'a.jsonl'))];
        expect(lines.map(({ value }) => (value as { text: string }).text.length)).toEqual(lengths);
      }),
      { numRuns: 20 },
    );
    expect([...readLines(path), ...readLines(`${path}.none`)]).toEqual([]);
  });
});
