/** Bytes to text, in the encodings that Chinese and English texts are kept in. */
import { UnusableText } from './unusable.ts';

const REMEDY = 'Save it as UTF-8';

const BYTE_ORDER_MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Text of bytes in UTF-8, UTF-16, GB18030 or Big5, without a byte order mark.
 * @param declared what the file says of itself, such as a page's charset; the bytes are looked at where it is wrong
 * Throws {@link UnusableText} for what is no text in any of them.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  const candidates = [marked, declared, guessEncoding(bytes)].filter((encoding) => encoding !== undefined);
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding);
    if (text !== null) return text;
  }
  throw new UnusableText('neither UTF-8 nor UTF-16, GB18030 or Big5', REMEDY);
}

/** Null where the bytes are not of the encoding, or the encoding is not known. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function guessEncoding(bytes: Uint8Array): string {
  if (bytes.includes(0)) return guessByteOrder(bytes);
  return tryDecode(bytes, 'utf-8') !== null ? 'utf-8' : guessChinese(bytes);
}

/** Of text in UTF-16, this share of the characters is Chinese, ASCII or their punctuation in the right byte order. */
const MIN_PLAUSIBLE = 0.9;
const PLAUSIBLE = /[\t\n\r -~\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u2027]/gu;
/** Enough of a file to tell. */
const SAMPLE_BYTES = 65_536;

function guessByteOrder(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = new TextDecoder(encoding).decode(sample);
    if ((text.match(PLAUSIBLE)?.length ?? 0) >= MIN_PLAUSIBLE * text.length) return encoding;
  }
  throw new UnusableText('binary, not text', 'Convert it to text in UTF-8');
}

/** Of Chinese text in Big5 two characters in five have a second byte below 0x7f, in GB2312 none has. */
const MIN_LOW_SECOND_BYTES = 0.1;

/** Simplified text is written in GB18030, traditional in Big5, whose first bytes begin at 0xa1. */
function guessChinese(bytes: Uint8Array): 'gb18030' | 'big5' {
  let pairs = 0;
  let low = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    if (bytes[i]! < 0xa1) return 'gb18030';
    pairs++;
    if (bytes[i + 1]! < 0x7f) low++;
    i++;
  }
  return low >= MIN_LOW_SECOND_BYTES * pairs ? 'big5' : 'gb18030';
}
