import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumbers, shortHash } from '../../../src/import/records/numbers.ts';
import { createPageList } from '../../../src/import/records/page-list.ts';
import { makeFolder } from '../../temporary-folder.ts';

describe('a table of numbers', () => {
  it('has what a map has', () => {
    const keys = fc.oneof(
      fc.integer({ min: 0, max: 5000 }),
      fc.nat().map((n) => shortHash(String(n))),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.nat()), { maxLength: 3000 }), (pairs) => {
        const [numbers, map] = [createNumbers(), new Map<number, number>()];
        for (const [key, value] of pairs) {
          numbers.set(key, value);
          map.set(key, value);
        }
        expect(numbers.size()).toBe(map.size);
        expect([...numbers.values()].sort()).toEqual([...map.values()].sort());
        for (const [key] of pairs) expect(numbers.get(key)).toBe(map.get(key));
        expect(numbers.get(2 ** 47 + 1)).toBe(map.get(2 ** 47 + 1));
      }),
      { numRuns: 30 },
    );
  });

  it('takes some thirty bytes for a number', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => shortHash(String(i)));
    const before = bytesInUse();
    const numbers = createNumbers();
    for (const [i, key] of keys.entries()) numbers.set(key, i);
    expect((bytesInUse() - before) / numbers.size()).toBeLessThan(45);
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Of tables that something still refers to: what is only not collected yet depends on what ran before. */
function bytesInUse(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

describe('a list of pages', () => {
  it('has each once, in their order, and leaves no file', () => {
    const folder = makeFolder();
    const list = createPageList(join(folder, 'list'));
    for (const page of ['b', 'a', 'ü"\n', 'b']) list.add(page);
    expect([list.size(), list.has('a'), list.has('c')]).toEqual([3, true, false]);
    expect([...list.all()]).toEqual(['b', 'a', 'ü"\n']);
    list.remove();
    expect(readdirSync(folder)).toEqual([]);
  });
});
