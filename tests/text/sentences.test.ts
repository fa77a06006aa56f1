import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitIntoSentences, trimSpan } from '../../src/text/sentences.ts';
import { anyString } from '../any-string.ts';
import { runs } from '../runs.ts';

const split = (text: string) => splitIntoSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitIntoSentences', () => {
  it.each([
    ['Chinese marks', ['第一。', '第二！', '第三？', '第四……', '第五']],
    ['English marks, the space with the sentence before it', ['Is it? ', 'Yes! ', 'It is. ', 'Good.']],
    [
      'closing quotes with the sentence that they close',
      ['他说：“好。”', '然后走了。', '“我来。”', '“你来？”', '（完。）', '「好。」', '她说。'],
    ],
    ['English closing quotes', ['“Good.” ', 'She left. ', '"Go on." ', 'It was so.) ', 'They went.']],
    ['lines, without a mark too', ['标题\n', '\n正文。\n\n'.trimStart(), '第二段']],
    ['mixed scripts', ['他去了Paris. ', '她没有。', 'He stayed. ', '后来走了。']],
  ])('ends sentences at %s', (_, sentences) => {
    expect(split(sentences.join(''))).toEqual(sentences);
  });

  it.each([
    'He met Dr. Smith and Mrs. Lane of Water Co. Ltd. Shanghai.',
    'It grew 3.5 percent to No. 5 of 7.',
    'The U.S. economy and J. Smith grew.',
    'On Jan. 31 and Sept. 5 it rained.',
    '价格为3.5元，见www.example.org/a.b，共3.',
  ])('does not end a sentence inside %s', (sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  it('finds no sentence in an empty text', () => {
    expect(split('')).toEqual([]);
  });

  it('gives sentences that joined are the text, none empty', () => {
    const text = fc
      .array(fc.oneof(anyString(), fc.constantFrom('。', '.', '. ', '”', '\n', ' ', '!?', 'Dr.', '港', 'A')))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const sentences = split(text);
        expect(sentences.join('')).toBe(text);
        expect(sentences).not.toContain('');
      }),
      runs(100),
    );
  });
});

describe('trimSpan', () => {
  it('leaves white space out at both ends', () => {
    const text = 'ab  c d \n ef';
    const { start, end } = trimSpan(text, { start: 2, end: 10 });
    expect(text.slice(start, end)).toBe('c d');
  });

  it('gives an empty span for white space only', () => {
    const { start, end } = trimSpan('a   b', { start: 1, end: 4 });
    expect(end).toBe(start);
  });
});
