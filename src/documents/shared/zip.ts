/** The files of a zip archive, each inflated only as far as it may be: a bomb says of itself that it is small. */
import { inflateRawSync } from 'node:zlib';
import { UnusableText } from './unusable.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MAX_COMMENT_BYTES = 65_535;
const STORED = 0;
const BROKEN = 'Open it in a word processor and save it again';

/**
 * Throws {@link UnusableText} where the archive (PKWARE APPNOTE 4.3) is broken or its files have more than `maxBytes`
 * together.
 */
export function checkZip(bytes: Buffer, maxBytes: number): void {
  let left = maxBytes;
  try {
    for (const { method, data } of entriesOf(bytes)) {
      left -=
        method === STORED ? data.length : inflateRawSync(data, { maxOutputLength: Math.max(1, left) }).length;
      if (left < 0) throw new RangeError();
    }
  } catch (error) {
    if (error instanceof UnusableText) throw error;
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' || error instanceof RangeError
      ? new UnusableText(
          `it unpacks to more than ${maxBytes} bytes`,
          'Save it without pictures, or copy its text',
          { cause: error },
        )
      : new UnusableText(`the archive is broken (${(error as Error).message})`, BROKEN, { cause: error });
  }
}

function* entriesOf(bytes: Buffer): Generator<{ method: number; data: Buffer }> {
  const from = Math.max(0, bytes.length - MAX_COMMENT_BYTES - 22);
  const end = bytes.subarray(from).lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) + from;
  if (end < from || bytes.length < end + 22 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new UnusableText('not a zip archive', BROKEN);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new UnusableText('the archive is cut off', BROKEN);
    const local = bytes.readUInt32LE(at + 42);
    const size = bytes.readUInt32LE(at + 20);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    yield { method: bytes.readUInt16LE(at + 10), data: bytes.subarray(start, start + size) };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
