/**
 * Checks a file of hnswlib before hnswlib reads it: it believes any file, follows links that lead nowhere, and does not
 * say where a full disk has cut its own. Its form: a header, then for each vector its links on the lowest level, its
 * numbers and its label, then for each vector the size of its links on the levels above, and these.
 */
import { readWhole } from './files.ts';

/** Places of the header's fields, and its length; what is not here decides nothing about a search. */
const START = 0;
const ROOM = 8;
const COUNT = 16;
const ELEMENT_BYTES = 24;
const LABEL_OFFSET = 32;
const VECTOR_OFFSET = 40;
const TOP_LEVEL = 48;
const ENTRY = 52;
const MAX_LINKS_ABOVE = 56;
const MAX_LINKS_BELOW = 64;
const HEADER_BYTES = 96;
/** Of a list of links: how many they are, then the number of a vector each. */
const LINK_BYTES = 4;
/** Of the number that stands behind a vector. */
const LABEL_BYTES = 8;

/** Bytes of the file, what its header says, and how a fault of it is told. */
interface VectorFile {
  readonly bytes: Buffer;
  readonly count: number;
  readonly vectorOffset: number;
  readonly elementBytes: number;
  /** Of the links of a vector on the lowest level, and on each above. */
  readonly listBytesBelow: number;
  readonly listBytesAbove: number;
  fail(what: string): never;
}

/** Of each vector its highest level, and where its links above the lowest begin. */
interface Levels {
  readonly levels: Uint8Array;
  readonly listsAbove: readonly number[];
}

/**
 * Throws where the file does not hold `count` vectors of `dimensions` numbers, links that lead to other ones on the same
 * level, and nothing else; with `vectors`, where it holds others than these.
 */
export function checkVectorFile(
  path: string,
  dimensions: number,
  count: number,
  vectors?: readonly Float32Array[],
): void {
  const file = readHeader(path, dimensions, count);
  const levels = readLevels(file);
  for (let i = 0; i < count; i++) {
    checkLinksOf(file, levels, i);
    const label = sizeAt(file.bytes, elementAt(file, i) + file.elementBytes - LABEL_BYTES);
    if (label !== i) file.fail(`vector ${i} has the number ${label}`);
    if (vectors !== undefined) checkVector(file, i, vectors[i]!);
  }
}

const sizeAt = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

const elementAt = ({ elementBytes }: VectorFile, i: number): number => HEADER_BYTES + i * elementBytes;

function readHeader(path: string, dimensions: number, count: number): VectorFile {
  const bytes = readWhole(path);
  const fail = (what: string): never => {
    throw new Error(`${path} is damaged: ${what}`);
  };
  const size = (at: number): number => sizeAt(bytes, at);
  if (bytes.length < HEADER_BYTES) fail(`expected ${HEADER_BYTES} bytes or more, found ${bytes.length}`);
  const vectorOffset = size(VECTOR_OFFSET);
  const found = (size(LABEL_OFFSET) - vectorOffset) / Float32Array.BYTES_PER_ELEMENT;
  if (found !== dimensions)
    throw new Error(`${path}: expected vectors of ${dimensions} dimensions, found ${found}`);
  if (size(COUNT) !== count) throw new Error(`${path}: expected ${count} vectors, found ${size(COUNT)}`);
  const listBytesBelow = LINK_BYTES * (size(MAX_LINKS_BELOW) + 1);
  const listBytesAbove = LINK_BYTES * (size(MAX_LINKS_ABOVE) + 1);
  const elementBytes = vectorOffset + dimensions * Float32Array.BYTES_PER_ELEMENT + LABEL_BYTES;
  const isConsistent =
    size(START) === 0 &&
    size(ROOM) === Math.max(1, count) &&
    size(MAX_LINKS_BELOW) === 2 * size(MAX_LINKS_ABOVE) &&
    vectorOffset === listBytesBelow &&
    size(ELEMENT_BYTES) === elementBytes;
  if (!isConsistent) fail('its header contradicts itself');
  return { bytes, count, vectorOffset, elementBytes, listBytesBelow, listBytesAbove, fail };
}

function readLevels({ bytes, count, elementBytes, listBytesAbove, fail }: VectorFile): Levels {
  const levels = new Uint8Array(count);
  const listsAbove: number[] = [];
  let end = HEADER_BYTES + count * elementBytes;
  for (let i = 0; i < count; i++) {
    if (end + LINK_BYTES > bytes.length) fail('it ends too early');
    const length = bytes.readUInt32LE(end);
    if (length % listBytesAbove !== 0) fail(`the links of vector ${i} have no whole size`);
    levels[i] = length / listBytesAbove;
    listsAbove.push(end + LINK_BYTES);
    end += LINK_BYTES + length;
  }
  if (end !== bytes.length) fail(`expected ${end} bytes, found ${bytes.length}`);
  if (count > 0 && levels[bytes.readUInt32LE(ENTRY)] !== bytes.readInt32LE(TOP_LEVEL))
    fail('its first vector is not on the highest level');
  return { levels, listsAbove };
}

function checkLinksOf(file: VectorFile, { levels, listsAbove }: Levels, i: number): void {
  const { bytes, count, listBytesBelow, listBytesAbove, fail } = file;
  const check = (at: number, listBytes: number, level: number): void => {
    const links = bytes.readUInt32LE(at);
    if (links >= listBytes / LINK_BYTES) fail(`vector ${i} has ${links} links`);
    for (let link = 1; link <= links; link++) {
      const to = bytes.readUInt32LE(at + link * LINK_BYTES);
      if (to >= count || levels[to]! < level) fail(`a link of vector ${i} leads nowhere`);
    }
  };
  check(elementAt(file, i), listBytesBelow, 0);
  for (let level = 1; level <= levels[i]!; level++)
    check(listsAbove[i]! + (level - 1) * listBytesAbove, listBytesAbove, level);
}

function checkVector(file: VectorFile, i: number, { buffer, byteOffset, byteLength }: Float32Array): void {
  const expected = new Uint8Array(buffer, byteOffset, byteLength);
  const start = elementAt(file, i) + file.vectorOffset;
  if (file.bytes.compare(expected, 0, byteLength, start, start + byteLength) !== 0)
    file.fail(`vector ${i} is not the one that was put in`);
}
