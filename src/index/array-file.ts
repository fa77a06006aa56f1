/**
 * A file of named typed arrays: `magic`, the length of a JSON header, the header, then the arrays, each at an
 * offset that is a multiple of 8. Numbers are little-endian, as on every platform that Node runs on.
 */
import { type FileDescription, readWhole, writeThrough } from './files.ts';

const MAGIC = 'ARRAYS1\n';
const ALIGNMENT = 8;

const TYPES = { Int8Array, Uint8Array, Uint32Array, Int32Array, Float32Array } as const;
type TypeName = keyof typeof TYPES;
export type NumberArray = Int8Array | Uint8Array | Uint32Array | Int32Array | Float32Array;

interface Entry {
  readonly name: string;
  readonly type: TypeName;
  readonly length: number;
  readonly offset: number;
}

const align = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/** Writes the arrays to a new file, through to the disk. Throws FileError. */
export function writeArrayFile(path: string, arrays: Readonly<Record<string, NumberArray>>): FileDescription {
  let end = 0;
  const entries = Object.entries(arrays).map(([name, array]): Entry => {
    const offset = align(end);
    end = offset + array.byteLength;
    return { name, type: array.constructor.name as TypeName, length: array.length, offset };
  });
  const header = Buffer.from(JSON.stringify(entries), 'utf8');
  const prologue = Buffer.alloc(align(MAGIC.length + 4 + header.length));
  prologue.write(MAGIC, 0, 'latin1');
  prologue.writeUInt32LE(header.length, MAGIC.length);
  header.copy(prologue, MAGIC.length + 4);
  const pieces = Object.values(arrays).flatMap(({ buffer, byteOffset, byteLength }, i) => {
    const gap = (entries[i + 1]?.offset ?? end) - entries[i]!.offset - byteLength;
    return [new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(gap)];
  });
  return writeThrough(path, prologue, ...pieces);
}

/** Reads what {@link writeArrayFile} wrote. Throws where the file is of another kind or too short. */
export function readArrayFile(path: string): Record<string, NumberArray> {
  const file = readWhole(path);
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new Error(`${path}: expected a file that begins with ${JSON.stringify(MAGIC)}`);
  const headerLength = file.readUInt32LE(MAGIC.length);
  const entries = JSON.parse(
    file.toString('utf8', MAGIC.length + 4, MAGIC.length + 4 + headerLength),
  ) as Entry[];
  const bodyStart = align(MAGIC.length + 4 + headerLength);
  // A small Buffer may start anywhere in its memory; typed arrays need alignment, so its bytes move to their own.
  const { buffer, byteOffset } = (
    file.byteOffset % ALIGNMENT === 0 ? file : new Uint8Array(file)
  ) as Uint8Array<ArrayBuffer>;
  return Object.fromEntries(
    entries.map(({ name, type, length, offset }) => {
      if (bodyStart + offset + length * TYPES[type].BYTES_PER_ELEMENT > file.length)
        throw new Error(`${path}: expected ${length} numbers of ${name}, found the end of the file`);
      return [name, new TYPES[type](buffer, byteOffset + bodyStart + offset, length)];
    }),
  );
}
