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
  const file = readWhole(path);
  const fail = (what: string): never => {
    throw new Error(`${path} is damaged: ${what}`);
  };
  const size = (at: number): number => Number(file.readBigUInt64LE(at));
  if (file.length < HEADER_BYTES) fail(`expected ${HEADER_BYTES} bytes or more, found ${file.length}`);
  const vectorOffset = size(VECTOR_OFFSET);
  const found = (size(LABEL_OFFSET) - vectorOffset) / Float32Array.BYTES_PER_ELEMENT;
  if (found !== dimensions)
    throw new Error(`${path}: expected vectors of ${dimensions} dimensions, found ${found}`);
  if (size(COUNT) !== count) throw new Error(`${path}: expected ${count} vectors, found ${size(COUNT)}`);
  const listBytesBelow = LINK_BYTES * (size(MAX_LINKS_BELOW) + 1);
  const listBytesAbove = LINK_BYTES * (size(MAX_LINKS_ABOVE) + 1);
  const elementBytes = vectorOffset + dimensions * Float32Array.BYTES_PER_ELEMENT + 8;
  const isConsistent =
    size(START) === 0 &&
    size(ROOM) === Math.max(1, count) &&
    size(MAX_LINKS_BELOW) === 2 * size(MAX_LINKS_ABOVE) &&
    vectorOffset === listBytesBelow &&
    size(ELEMENT_BYTES) === elementBytes;
  if (!isConsistent) fail('its header contradicts itself');

  const levels = new Uint8Array(count);
  const listsAbove: number[] = [];
  let end = HEADER_BYTES + count * elementBytes;
  for (let i = 0; i < count; i++) {
    if (end + LINK_BYTES > file.length) fail('it ends too early');
    const bytes = file.readUInt32LE(end);
    if (bytes % listBytesAbove !== 0) fail(`the links of vector ${i} have no whole size`);
    levels[i] = bytes / listBytesAbove;
    listsAbove.push(end + LINK_BYTES);
    end += LINK_BYTES + bytes;
  }
  if (end !== file.length) fail(`expected ${end} bytes, found ${file.length}`);
  if (count > 0 && levels[file.readUInt32LE(ENTRY)] !== file.readInt32LE(TOP_LEVEL))
    fail('its first vector is not on the highest level');

  const checkLinks = (i: number, at: number, listBytes: number, level: number): void => {
    const links = file.readUInt32LE(at);
    if (links >= listBytes / LINK_BYTES) fail(`vector ${i} has ${links} links`);
    for (let link = 1; link <= links; link++) {
      const to = file.readUInt32LE(at + link * LINK_BYTES);
      if (to >= count || levels[to]! < level) fail(`a link of vector ${i} leads nowhere`);
    }
  };
  for (let i = 0; i < count; i++) {
    const at = HEADER_BYTES + i * elementBytes;
    checkLinks(i, at, listBytesBelow, 0);
    for (let level = 1; level <= levels[i]!; level++)
      checkLinks(i, listsAbove[i]! + (level - 1) * listBytesAbove, listBytesAbove, level);
    if (size(at + elementBytes - 8) !== i) fail(`vector ${i} has the number ${size(at + elementBytes - 8)}`);
    if (vectors !== undefined) {
      const { buffer, byteOffset, byteLength } = vectors[i]!;
      const expected = new Uint8Array(buffer, byteOffset, byteLength);
      if (file.compare(expected, 0, byteLength, at + vectorOffset, at + vectorOffset + byteLength) !== 0)
        fail(`vector ${i} is not the one that was put in`);
    }
  }
}
