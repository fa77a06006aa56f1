/**
 * A file of named typed arrays: `magic`, the length of a JSON header, the header, then the arrays, each at an
 * offset that is a multiple of 8. Numbers are little-endian, as on every platform that Node runs on.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const MAGIC = 'ARRAYS1\n';
const ALIGNMENT = 8;

const TYPES = { Uint8Array, Uint32Array, Int32Array, Float32Array } as const;
type TypeName = keyof typeof TYPES;
export type NumberArray = Uint8Array | Uint32Array | Int32Array | Float32Array;

interface Entry {
  readonly name: string;
  readonly type: TypeName;
  readonly length: number;
  readonly offset: number;
}

const align = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/** Writes the arrays to a new file. Throws what `writeFileSync` throws. */
export function writeArrayFile(path: string, arrays: Readonly<Record<string, NumberArray>>): void {
  let end = 0;
  const entries = Object.entries(arrays).map(([name, array]): Entry => {
    const offset = align(end);
    end = offset + array.byteLength;
    return { name, type: array.constructor.name as TypeName, length: array.length, offset };
  });
  const header = Buffer.from(JSON.stringify(entries), 'utf8');
  const bodyStart = align(MAGIC.length + 4 + header.length);
  const file = Buffer.alloc(bodyStart + end);
  file.write(MAGIC, 0, 'latin1');
  file.writeUInt32LE(header.length, MAGIC.length);
  header.copy(file, MAGIC.length + 4);
  for (const [i, array] of Object.values(arrays).entries())
    file.set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
      bodyStart + entries[i]!.offset,
    );
  writeFileSync(path, file);
}

/** Reads what {@link writeArrayFile} wrote. Throws where the file is of another kind or too short. */
export function readArrayFile(path: string): Record<string, NumberArray> {
  const file = readFileSync(path);
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new Error(`${path}: expected a file that begins with ${JSON.stringify(MAGIC)}`);
  const headerLength = file.readUInt32LE(MAGIC.length);
  const entries = JSON.parse(
    file.toString('utf8', MAGIC.length + 4, MAGIC.length + 4 + headerLength),
  ) as Entry[];
  const bodyStart = align(MAGIC.length + 4 + headerLength);
  // A Buffer may start anywhere in its memory; typed arrays need alignment, so the body moves to its own.
  const body = new Uint8Array(file.subarray(bodyStart)).buffer;
  return Object.fromEntries(
    entries.map(({ name, type, length, offset }) => [name, new TYPES[type](body, offset, length)]),
  );
}
