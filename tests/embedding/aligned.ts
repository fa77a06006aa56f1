/** Texts to align, and where a network's tokens stand in them. */
import fc from 'fast-check';
import { alignTokens } from '../../src/embedding/align.ts';
import type { Network } from '../../src/model/network.ts';
import type { Span } from '../../src/types.ts';
import { anyString } from '../any-string.ts';

const WORDS = [
  ...['港口', '今天', '铁路', '12 月', '，', '。', '「', '」', '龘', '𠮷'],
  ...['The', 'port', 'opens', 'Café', 'NOËL', "don't", '3.14', '#include', '##', '▁'],
  ...['🚀', '👩‍👩‍👧', '❤️', '🇨🇳', 'ﬁ', '½', '①', '㍿', 'ＦＵＬＬ', 'ｶﾞ', 'İ', 'ẞ', 'e\u0301', '´', '…'],
  ...['\n', '\t', '\u00a0', '\u3000', '\u200d', '\ufeff', 'ꙮ', 'ไทย', 'ﷺ'],
];

/** Chinese and English with signs of all kinds, and now and then any character at all. */
export const MIXED_TEXT: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS, ' ') }, anyString({ maxLength: 3 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

/** Spans of the tokens that have one. */
export function spansOf(network: Network, text: string): Span[] {
  const pieces = network.pieces(network.encode(text));
  return alignTokens(text, pieces, network.isSpecial).filter((span) => span !== null);
}
