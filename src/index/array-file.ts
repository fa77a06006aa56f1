/**
 * A file of named typed arrays: `magic`, the length of a JSON header, the header, then the arrays, each at an
 * offset that is a multiple of 8. Numbers are little-endian, as on every platform that Node runs on.
 */
import { type FileDescription, openToRead, writeThrough } from './files.ts';

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

/** Arrays of a file by their names, read when asked for. */
export interface ArrayFile {
  /** All of it. */
  whole(name: string): NumberArray;
  /** Its numbers from `start` on, before `end`. Throws FileError. */
  part(name: string, start: number, end: number): NumberArray;
  /** How many numbers it has. */
  length(name: string): number;
}

/** Opens what {@link writeArrayFile} wrote. Throws where the file is of another kind or too short. */
export function openArrayFile(path: string): ArrayFile {
  const file = openToRead(path);
  const prologue = Buffer.from(file.read(0, Math.min(file.bytes, MAGIC.length + 4)));
  if (prologue.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new Error(`${path}: expected a file that begins with ${JSON.stringify(MAGIC)}`);
  const headerStart = MAGIC.length + 4;
  const headerEnd = headerStart + prologue.readUInt32LE(MAGIC.length);
  const header = Buffer.from(file.read(headerStart, headerEnd)).toString('utf8');
  const entries = new Map((JSON.parse(header) as Entry[]).map((entry) => [entry.name, entry]));
  const bodyStart = align(headerEnd);
  for (const { name, type, length, offset } of entries.values())
    if (bodyStart + offset + length * TYPES[type].BYTES_PER_ELEMENT > file.bytes)
      throw new Error(`${path}: expected ${length} numbers of ${name}, found the end of the file`);
  const find = (name: string): Entry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`${path}: expected numbers of ${name}, found none`);
    return entry;
  };
  const part = (name: string, start: number, end: number): NumberArray => {
    const { type, offset } = find(name);
    const { BYTES_PER_ELEMENT: size } = TYPES[type];
    const from = bodyStart + offset;
    return new TYPES[type](file.read(from + start * size, from + end * size).buffer);
  };
  return {
    part,
    whole: (name) => part(name, 0, find(name).length),
    length: (name) => find(name).length,
  };
}
