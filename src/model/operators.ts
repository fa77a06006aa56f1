/** Which operators a network is made of, read from its file: ONNX is a protocol buffer, and no weight of it is looked at. */
import { closeSync, openSync, readSync } from 'node:fs';
import { remembered } from './remembered.ts';

/** Numbers of the fields on the way to a node's operator, as onnx.proto has them. */
const GRAPH = 7;
const NODE = 1;
const OPERATOR = 4;
/** A model may define operators of its own; what they are made of is not looked at. */
const OWN_OPERATOR = 25;

const BLOCK_BYTES = 1 << 16;

/** Operators of the network's graph, not of graphs within it; of a file that is no network, what could be read. */
export const operatorsOf = (path: string): ReadonlySet<string> =>
  new Set(
    remembered('operators', [path], () => [...readOperators(path)].join('\n'))
      .split('\n')
      .filter(Boolean),
  );

function readOperators(path: string): Set<string> {
  const file = openSync(path, 'r');
  try {
    const found = new Set<string>();
    const bytes = readerOf(file);
    for (const model of fieldsIn(bytes, 0, Number.POSITIVE_INFINITY)) {
      if (model.number === OWN_OPERATOR) found.add('an operator of its own');
      if (model.number !== GRAPH) continue;
      for (const graph of fieldsIn(bytes, model.start, model.end)) {
        if (graph.number !== NODE) continue;
        for (const node of fieldsIn(bytes, graph.start, graph.end))
          if (node.number === OPERATOR) found.add(textAt(bytes, node));
      }
    }
    return found;
  } finally {
    closeSync(file);
  }
}

/** The byte at a place of the file, or undefined behind its end. */
type ByteAt = (position: number) => number | undefined;

function readerOf(file: number): ByteAt {
  const block = Buffer.alloc(BLOCK_BYTES);
  let first = 0;
  let length = 0;
  return (position) => {
    if (position < first || position >= first + length) {
      first = position;
      length = readSync(file, block, 0, BLOCK_BYTES, position);
    }
    return position < first + length ? block[position - first] : undefined;
  };
}

/** A field that holds bytes: a text, or fields. */
interface Field {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Bytes of a field's value by its wire type, where that alone says so. */
const FIXED_BYTES: Readonly<Record<number, number>> = { 1: 8, 5: 4 };
const VARINT = 0;
const BYTES = 2;

/** Fields that hold bytes, until the end or the first that is none of a protocol buffer. */
function* fieldsIn(byteAt: ByteAt, start: number, end: number): Generator<Field> {
  let position = start;
  while (position < end) {
    const key = varintAt(byteAt, position);
    if (key === null) return;
    const type = key.value % 8;
    const value = type === VARINT || type === BYTES ? varintAt(byteAt, key.end) : null;
    if (type === BYTES && value !== null && value.end + value.value <= end) {
      yield { number: Math.floor(key.value / 8), start: value.end, end: value.end + value.value };
      position = value.end + value.value;
    } else if (type === VARINT && value !== null) position = value.end;
    else if (FIXED_BYTES[type] !== undefined) position = key.end + FIXED_BYTES[type];
    else return;
  }
}

/** A number in groups of seven bits, the lowest first; null where none ends within ten bytes. */
function varintAt(byteAt: ByteAt, start: number): { value: number; end: number } | null {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = byteAt(start + i);
    if (byte === undefined) return null;
    value += (byte % 128) * 128 ** i;
    if (byte < 128) return { value, end: start + i + 1 };
  }
  return null;
}

/** Names of operators are ASCII. */
const textAt = (byteAt: ByteAt, { start, end }: Field): string =>
  Array.from({ length: Math.min(end - start, 100) }, (_, i) =>
    String.fromCharCode(byteAt(start + i) ?? 0),
  ).join('');
