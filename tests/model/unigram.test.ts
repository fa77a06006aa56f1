import { AutoTokenizer, env } from '@xenova/transformers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MODELS_FOLDER } from '../../src/model/folder.ts';
import { openUnigram } from '../../src/model/unigram.ts';
import { anyString } from '../any-string.ts';

type Cut = (text: string) => string[];

describe.each(['zh-en-static', 'e5-small-zh-en'])('the vocabulary of %s', (name) => {
  let own: Cut;
  let theirs: Cut;

  beforeAll(async () => {
    env.allowRemoteModels = false;
    env.useFSCache = false;
    env.localModelPath = MODELS_FOLDER;
    const { model } = (await AutoTokenizer.from_pretrained(name)) as unknown as {
      model: { vocab: string[]; scores: number[]; unk_token_id: number; tokenize: Cut };
    };
    const pieces = model.vocab.map((piece, i) => [piece, model.scores[i]!] as const);
    // The library has put the score of what is unknown into its list.
    const known = pieces.map(([piece, score], i) => [piece, i === model.unk_token_id ? 0 : score] as const);
    own = openUnigram(known, model.unk_token_id).cut;
    theirs = (text) => model.tokenize(text);
  });

  it.each([
    ['a word', 'signing'],
    ['words behind the mark of a space', '▁the▁library▁is▁open▁until▁late'],
    ['Chinese', '图书馆周末几点开门，几点关门？'],
    ['both', '▁Node.js▁的v20.1版本'],
    ['halves of pairs', 'a😀b𠮷野家'],
    ['marks', 'e\u0301te\u0301'],
    ['what no piece has', '\u0007ꙮꙮ\u{1f9ff}'],
    ['nothing', ''],
  ])('cuts %s as the library does', (_, text) => {
    expect(own(text)).toEqual(theirs(text));
  });

  it('cuts any text as the library does', () => {
    const letter = fc.oneof(
      fc.constantFrom(...'▁▁aeinorst.,1 的一是不了在人有我'),
      anyString({ size: 'small' }),
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 60 }), (letters) => {
        const text = letters.join('');
        expect(own(text)).toEqual(theirs(text));
      }),
    );
  });
});

describe('a vocabulary', () => {
  it('takes the cut with the best sum, and of two as good the one with the longer beginning', () => {
    const { cut } = openUnigram([['?', 0], ['a', -1], ['b', -1], ['ab', -2], ['c', -1], ['bc', -1.5]], 0); // biome-ignore format: a table
    expect(cut('abc')).toEqual(['a', 'bc']);
    expect(cut('ab')).toEqual(['ab']);
    expect(cut('ax')).toEqual(['a', 'x']);
  });
});
