import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { alignTokens } from '../../src/embedding/align.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { completeFolder, MODELS_FOLDER } from '../../src/model/folder.ts';
import { loadNetwork, type Network } from '../../src/model/network.ts';
import { makeFolder } from '../temporary-folder.ts';
import { tinyBert } from '../tiny-model/tiny-bert.ts';
import { MIXED_TEXT, spansOf } from './aligned.ts';

const SPECIAL = new Set(['<s>', '</s>', '<unk>', '[CLS]', '[SEP]', '[UNK]']);

/** The text of each token, null where it has no place. */
const align = (text: string, pieces: readonly string[]) =>
  alignTokens(text, pieces, (piece) => SPECIAL.has(piece)).map(
    (span) => span && text.slice(span.start, span.end),
  );

describe('the places of tokens', () => {
  it.each([
    ['of SentencePiece', 'The port opens', ['<s>', '▁The', '▁po', 'rt', '▁open', 's', '</s>']],
    [
      'of WordPiece, in small letters',
      'The Port opens',
      ['[CLS]', 'the', 'po', '##rt', 'open', '##s', '[SEP]'],
    ],
    ['of byte-level BPE in English', 'The port\nopens', ['<s>', 'The', 'Ġpo', 'rt', 'Ċ', 'opens', '</s>']],
  ])('%s are found without the marks of pieces', (_, text, pieces) => {
    expect(
      align(text, pieces)
        .filter((found) => found !== null)
        .join(''),
    ).toBe(text.replace(/\s/g, ''));
  });

  it.each([
    ['compatible forms', 'ﬁne ＦＵＬＬ ①②', ['▁fine', '▁FULL', '▁12'], ['ﬁne', 'ＦＵＬＬ', '①②']],
    ['a sign that is several letters', '㍿港', ['▁', '株式会社', '港'], [null, '㍿', '港']],
    ['several pieces in one sign', '½ 港', ['▁1', '⁄2', '▁港'], ['', '½', '港']],
    ['accents that are stripped', 'Café Noël', ['cafe', 'noel'], ['Café', 'Noël']],
    ['accents that are put together', 'Cafe\u0301 bar', ['▁Café', '▁bar'], ['Cafe\u0301', 'bar']],
    ['small letters of other lengths', 'İZMİR ΟΔΟΣ', ['izmir', 'οδος'], ['İZMİR', 'ΟΔΟΣ']],
    ['characters outside the plane', '🚀 𠮷野', ['▁🚀', '▁𠮷', '野'], ['🚀', '𠮷', '野']],
    ['signs that nobody sees', 'a\u200db\ufeffc', ['ab', 'c'], ['a\u200db', 'c']],
    ['no place for a space', '港 铁', ['▁', '港', '▁', '铁'], [null, '港', null, '铁']],
    ['signs that look like the mark of a piece', 'C ## #x', ['▁C', '▁##', '▁#', 'x'], ['C', '##', '#', 'x']],
  ])('are right for %s', (_, text, pieces, expected) => {
    expect(align(text, pieces)).toEqual(expected);
  });

  it('go on behind what is unknown, at the beginning and however long', () => {
    expect(align('ꙮ port', ['<s>', '▁', '<unk>', '▁port', '</s>'])).toEqual([null, null, null, 'port', null]);
    const text = `${'ꙮ'.repeat(300)} port`;
    expect(align(text, ['<unk>', '▁port'])).toEqual([null, 'port']);
  });

  it('go on behind what the tokenizer writes otherwise, and leave that out', () => {
    expect(align('colour of ports', ['▁kolor', '▁of', '▁ports'])).toEqual([null, 'of', 'ports']);
  });

  it('are none where nothing of the text is found again', () => {
    expect(align('港口', ['æ¸', '¯', 'åı£'])).toEqual([null, null, null]);
    expect(align('', ['<s>', '▁', '</s>'])).toEqual([null, null, null]);
  });
});

describe.each([
  ['the static model', () => loadNetwork(completeFolder(STATIC_MODEL, MODELS_FOLDER, ''), 'encoder', 8192)],
  [
    'a WordPiece model',
    () => {
      const words = Object.fromEntries([...'港口abcé', '##a', '##b', 'ab'].map((word) => [word, [1]]));
      return loadNetwork(makeFolder(tinyBert({ words, positions: 8 })), 'encoder', 8192);
    },
  ],
])('the tokens of %s', (_, load) => {
  let network: Network;

  beforeAll(async () => {
    network = await load();
  });

  it('share no character, stand in order, and each is what its piece says', () => {
    fc.assert(
      fc.property(MIXED_TEXT, (text) => {
        const spans = spansOf(network, text);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          end = span.end;
        }
      }),
    );
  });
});
