import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, splitIntoPassages } from '../../src/passages/split.ts';
import { splitsSurrogatePair } from '../../src/text/characters.ts';
import { anyString } from '../any-string.ts';
import { runs } from '../runs.ts';

const split = (text: string) => splitIntoPassages(text).map(({ start, end }) => text.slice(start, end));

/** Texts of pieces that matter to the cut: sentences, marks, emoji, characters of both scripts, long runs. */
const anyText = fc
  .array(
    fc.oneof(
      anyString({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '。',
        '！',
        '，',
        '. ',
        ', ',
        '\n\n',
        ' ',
        '”',
        '🚀',
        '𠮷',
        '👩‍👩‍👧',
        'e\u0301',
        '\uD83D',
        'It grew 3.5 percent. ',
      ),
      fc
        .constantFrom('港口', '今天开放', '𠮷野家', '🚀🚀', 'word ', 'x')
        .chain((piece) => fc.integer({ min: 1, max: 500 }).map((times) => piece.repeat(times))),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('properties of any text', () => {
  it('covers the text without gaps, each passage beginning and ending after the one before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = splitIntoPassages(text);
        fc.pre(spans.length > 0);
        expect(spans[0]!.start).toBe(0);
        expect(spans.at(-1)!.end).toBe(text.length);
        for (const [i, { start, end }] of spans.entries()) {
          expect(start).toBeLessThan(end);
          if (i === 0) continue;
          expect(start).toBeLessThanOrEqual(spans[i - 1]!.end);
          expect(start).toBeGreaterThan(spans[i - 1]!.start);
          expect(end).toBeGreaterThan(spans[i - 1]!.end);
        }
      }),
      runs(60),
    );
  });

  it('gives the text back when the overlaps are left out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.trim() !== '');
        let rebuilt = '';
        for (const { start, end } of splitIntoPassages(text))
          rebuilt += text.slice(Math.max(start, rebuilt.length), end);
        expect(rebuilt).toBe(text);
      }),
      runs(60),
    );
  });

  it('never cuts a surrogate pair in two', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ends = splitIntoPassages(text).flatMap(({ start, end }) => [start, end]);
        expect(ends.filter((end) => splitsSurrogatePair(text, end))).toEqual([]);
      }),
      runs(60),
    );
  });

  it('keeps every passage at the size of 350 Chinese characters or below, and overlaps at 80 or below', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = splitIntoPassages(text);
        for (const [i, { start, end }] of spans.entries()) {
          expect(measureText(text.slice(start, end))).toBeLessThanOrEqual(350 + 1e-6);
          if (i > 0) expect(measureText(text.slice(start, spans[i - 1]!.end))).toBeLessThanOrEqual(80 + 1e-6);
        }
      }),
      runs(60),
    );
  });

  it('keeps every passage within the characters that it may have', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 700 }), (text, most) => {
        const spans = splitIntoPassages(text, most);
        expect(spans.filter(({ start, end }) => end - start > most)).toEqual([]);
        expect(spans.at(-1)?.end ?? 0).toBe(spans.length === 0 ? 0 : text.length);
      }),
      runs(60),
    );
  });

  it('leaves no two neighbours that would have fitted into one passage', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = splitIntoPassages(text);
        for (const [i, { end }] of spans.slice(1).entries())
          expect(measureText(text.slice(spans[i]!.start, end))).toBeGreaterThan(350 - 1e-6);
      }),
      runs(60),
    );
  });
});

describe('where the cut goes', () => {
  it('keeps a short text whole, and one of exactly 350 characters', () => {
    expect(split('港口开放。')).toEqual(['港口开放。']);
    const full = `${'字'.repeat(199)}。${'句'.repeat(149)}。`;
    expect(measureText(full)).toBe(350);
    expect(split(full)).toEqual([full]);
  });

  it('cuts at the end of a Chinese sentence, after its closing quote', () => {
    const first = `他说：“${'好'.repeat(200)}。”`;
    const second = `${'人'.repeat(200)}。`;
    expect(split(first + second)).toEqual([first, second]);
  });

  it('cuts at the end of an English sentence, not at a decimal point or after Dr.', () => {
    const first = `Dr. Lane measured 3.5 metres ${'of rope '.repeat(100)}there. `;
    const second = `She left ${'once more '.repeat(60)}then.`;
    expect(split(first + second)).toEqual([first, second]);
  });

  it('repeats a short last sentence at the beginning of the next passage', () => {
    const long = `${'甲'.repeat(320)}。`;
    const short = '他是谁？';
    const after = `${'乙'.repeat(100)}。`;
    expect(split(long + short + after)).toEqual([long + short, short + after]);
  });

  it('repeats a sentence of 80 characters and none of 81', () => {
    const long = `${'甲'.repeat(249)}。`;
    const after = `${'乙'.repeat(100)}。`;
    const at80 = `${'丙'.repeat(79)}。`;
    const at81 = `${'丙'.repeat(80)}。`;
    expect(split(long + at80 + after)).toEqual([long + at80, at80 + after]);
    expect(split(long + at81 + after)).toEqual([long + at81, after]);
  });

  it('does not repeat a passage of one sentence as a whole', () => {
    const sentence = `${'甲'.repeat(300)}。`;
    expect(split(sentence + sentence)).toEqual([sentence, sentence]);
  });

  it('cuts a sentence that is too long after a comma', () => {
    const clause = `${'字'.repeat(99)}，`;
    expect(split(clause.repeat(8))).toEqual([clause.repeat(3), clause.repeat(3), clause.repeat(2)]);
  });

  it('cuts English without a full stop between two words', () => {
    const passages = split('harbour '.repeat(1000).trim());
    expect(passages.length).toBeGreaterThan(5);
    for (const passage of passages) expect(passage).toMatch(/^(harbour ?)+$/);
  });

  it('cuts a text without any mark between two characters', () => {
    expect(split('字'.repeat(800))).toEqual(['字'.repeat(350), '字'.repeat(350), '字'.repeat(100)]);
    expect(split('𠮷'.repeat(400))).toEqual(['𠮷'.repeat(350), '𠮷'.repeat(50)]);
  });

  it('finds no passage in white space', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n\t ')).toEqual([]);
  });
});

describe('measureText', () => {
  it('counts a letter, a digit and a space as 0.3 of a Chinese character', () => {
    expect(measureText('港口，𠮷')).toBe(4);
    expect(measureText('ab 12')).toBeCloseTo(1.5);
    expect(measureText('')).toBe(0);
  });
});
