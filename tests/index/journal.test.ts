import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmbeddedPassage } from '../../src/embedding/embedder.ts';
import { openJournal } from '../../src/index/journal.ts';
import type { PassageKey } from '../../src/index/passage-key.ts';
import { runs } from '../runs.ts';
import { makeFolder } from '../temporary-folder.ts';

const DIMENSIONS = 3;
const ORIGIN = { fingerprint: 'f00' };

const newPath = (): string => join(makeFolder(), 'embedded.journal');
const keyOf = (number: number): PassageKey => Buffer.alloc(32, number).toString('base64') as PassageKey;

/** Vectors of a passage with so many units. */
const anyEmbedded = fc.integer({ min: 0, max: 4 }).chain((units) =>
  fc.record({
    vector: fc.float32Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS }),
    scales: fc.float32Array({ minLength: units, maxLength: units }),
    units: fc.int8Array({ minLength: units * DIMENSIONS, maxLength: units * DIMENSIONS }),
  }),
);

const embedded = (...values: readonly number[]): EmbeddedPassage => ({
  vector: Float32Array.from([1, 0, 0]),
  scales: Float32Array.from(values, () => 0.5),
  units: Int8Array.from(values.flatMap((value) => [value, 0, -value])),
});

/** What a journal at `path` holds now. */
function read(path: string, origin: object = ORIGIN, dimensions = DIMENSIONS): [string, EmbeddedPassage][] {
  const journal = openJournal(path, origin, dimensions);
  journal.close();
  return [...journal.vectors];
}

/** Writes the passages in one call each, and tells where each record ends. */
function write(path: string, passages: readonly EmbeddedPassage[]): number[] {
  const journal = openJournal(path, ORIGIN, DIMENSIONS);
  const ends = passages.map((passage, number) => {
    journal.add([keyOf(number)], [passage]);
    return readFileSync(path).length;
  });
  journal.close();
  return ends;
}

describe('a journal', () => {
  it('gives back what was written, units and all, to the bit', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyEmbedded, { maxLength: 3 }), { maxLength: 4 }), (calls) => {
        const path = newPath();
        const passages = calls.flat();
        let number = 0;
        for (const call of calls) {
          // Opened anew, as by the build after one that was interrupted.
          const journal = openJournal(path, ORIGIN, DIMENSIONS);
          journal.add(
            call.map(() => keyOf(number++)),
            call,
          );
          journal.close();
        }
        expect(read(path)).toEqual(passages.map((passage, i) => [keyOf(i), passage]));
      }),
      runs(20),
    );
  });

  it('drops a torn end, at whichever byte it was torn, and goes on from there', () => {
    const path = newPath();
    const passages = [embedded(1, 2, 3), embedded(), embedded(-7)];
    const ends = write(path, passages);
    const whole = readFileSync(path);
    const header = whole.indexOf('\n') + 1;
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      const kept = length < header ? 0 : ends.filter((end) => end <= length).length;
      expect(read(path), `torn at ${length}`).toEqual(
        passages.slice(0, kept).map((passage, i) => [keyOf(i), passage]),
      );
      const journal = openJournal(path, ORIGIN, DIMENSIONS);
      journal.add([keyOf(9)], [embedded(5)]);
      journal.close();
      expect(read(path).length, `torn at ${length}`).toBe(kept + 1);
      expect(read(path).at(-1)).toEqual([keyOf(9), embedded(5)]);
    }
  });

  it('drops from the first record on in which any byte was changed', () => {
    const path = newPath();
    const ends = write(path, [embedded(1, 2), embedded(3), embedded(4, 5, 6)]);
    const whole = readFileSync(path);
    for (let place = ends[0]!; place < ends[1]!; place++) {
      const changed = Buffer.from(whole);
      changed[place]! ^= 1;
      writeFileSync(path, changed);
      expect(read(path), `changed at ${place}`).toEqual([[keyOf(0), embedded(1, 2)]]);
    }
  });

  it('takes a record that claims more units than there are bytes for torn', () => {
    const path = newPath();
    const [end] = write(path, [embedded(1), embedded(2)]);
    const changed = readFileSync(path);
    changed.writeUInt32LE(0xffff_ffff, end! + 32);
    writeFileSync(path, changed);
    expect(read(path)).toEqual([[keyOf(0), embedded(1)]]);
  });

  it('starts anew for another origin, other dimensions, and a file of another kind', () => {
    const path = newPath();
    write(path, [embedded(1)]);
    const written = readFileSync(path);
    expect(read(path, { fingerprint: 'f01' })).toEqual([]);
    expect(read(path, ORIGIN, DIMENSIONS + 1)).toEqual([]);
    expect(read(path)).toHaveLength(1);
    // The journal before this one had no units.
    writeFileSync(path, written.toString('latin1').replace('"journal":2', '"journal":1'), 'latin1');
    expect(read(path)).toEqual([]);
  });

  it('is nothing on the disk before something is added, nor after it was removed', () => {
    const path = newPath();
    const journal = openJournal(path, ORIGIN, DIMENSIONS);
    expect(() => readFileSync(path)).toThrow('ENOENT');
    journal.add([keyOf(0)], [embedded(1)]);
    journal.remove();
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });
});
