import { describe, expect, it } from 'vitest';
import { readStatements } from '../../src/writing/statements.ts';

const read = (text: string) => readStatements(text, true);
const brief = (text: string) => read(text).map(({ text, passages }) => [text, passages]);

describe('what a model wrote', () => {
  it('is statements with the passages behind each, whichever way they are written', () => {
    expect(brief('It opens at 9:00 [1]. It costs 5.[2][3] Version 1.20.4 works [1, 2].')).toEqual([
      ['It opens at 9:00.', [1]],
      ['It costs 5.', [2, 3]],
      ['Version 1.20.4 works.', [1, 2]],
    ]);
    expect(brief('九点开放。[1]每人五元【2】。最多十本［段落3］。')).toEqual([
      ['九点开放。', [1]],
      ['每人五元。', [2]],
      ['最多十本。', [3]],
    ]);
  });

  it('has entries of lists without their marks, and no marks of emphasis', () => {
    const [first, second] = read('1. Open **Settings** [1]\n- Press *Save* [2]');
    expect(first).toMatchObject({ text: 'Open Settings', isItem: true, passages: [1] });
    expect(second).toMatchObject({ text: 'Press Save', isItem: true, passages: [2] });
  });

  it('has code with the statement before it, and references in a line of their own with what stands above', () => {
    expect(read('Run this:\n```sh\nnpm ci [1]\n```\n[2]\n\nIt ends [1].')).toEqual([
      expect.objectContaining({
        text: 'Run this:',
        listing: { text: 'npm ci [1]', language: 'sh' },
        passages: [2],
      }),
      expect.objectContaining({ text: 'It ends.', listing: null, passages: [1] }),
    ]);
  });

  it('finds no reference and no end of a sentence within code', () => {
    expect(read('Take `list[0]. Then` so [1].')).toEqual([
      expect.objectContaining({ text: 'Take list[0]. Then so.', code: ['list[0]. Then'], passages: [1] }),
    ]);
  });

  it('takes no link for a reference', () => {
    expect(brief('Press [1](https://example.org).')).toEqual([['Press [1](https://example.org).', []]]);
  });

  it('holds the last statement back while more may come', () => {
    const text = 'It opens at nine [1]. It costs 5 crowns.[2] Run this: [3]\n```\nnpm ci\n```\n';
    const whole = read(text);
    for (let end = 0; end <= text.length; end++) {
      const early = readStatements(text.slice(0, end), false);
      expect(early).toEqual(whole.slice(0, early.length));
    }
    expect(readStatements(text, false)).toHaveLength(2);
  });
});
