import { describe, expect, it } from 'vitest';
import { markBlocks } from '../../../src/blocks.ts';
import { renderBlocks } from '../../../src/terminal/render/blocks.ts';
import type { Block } from '../../../src/types.ts';
import { byline, code, item, paragraph, step, table } from '../../make-blocks.ts';
import { withoutColour } from '../without-colour.ts';

const linesOf = (columns: number | null, ...blocks: readonly Block[]): string[] =>
  renderBlocks(markBlocks(blocks), '  ', columns).map(withoutColour);

describe('blocks in the terminal', () => {
  it('number steps as their author did, with their code between them', () => {
    expect(
      linesOf(
        null,
        paragraph('Then:'),
        step(3, 'Stop it.'),
        code('if a:\n\n\tb  *c*', 'sh', 1),
        paragraph('It says so.', 1),
        step(4, 'Choose'),
        item('one', 2),
        paragraph('Done.'),
      ),
    ).toEqual([
      '  Then:',
      '  3. Stop it.',
      '      if a:',
      '',
      '      \tb  *c*',
      '    It says so.',
      '  4. Choose',
      '    • one',
      '',
      '  Done.',
    ]);
  });

  it('put above a text who wrote it', () => {
    expect(linesOf(null, byline('a member'), paragraph('why?'), byline('another'), paragraph('so.'))).toEqual(
      ['  a member', '  why?', '', '  another', '  so.'],
    );
  });

  it('obey no control character of an article', () => {
    const shown = linesOf(null, paragraph('a\u001b[2Jb'), code('c\u001b[2Jd'), table(null, ['e\u009b2Jf']));
    expect(shown.join('')).not.toMatch(/\p{Cc}/u);
  });
});

describe('a table in the terminal', () => {
  const ranks = table(
    ['Rank', '说明'],
    ['白银骑士', 'may fly, and name itself anew'],
    ['Gold', '可以飞行，也可以改名字'],
  );

  it('is aligned under a rule, as wide as it is where the width is not known', () => {
    expect(linesOf(null, ranks)).toEqual([
      '  Rank      说明',
      '  --------  -----------------------------',
      '  白银骑士  may fly, and name itself anew',
      '  Gold      可以飞行，也可以改名字',
    ]);
  });

  it('is no wider than the terminal: its widest cells go on below', () => {
    expect(linesOf(41, ranks)).toHaveLength(4);
    expect(linesOf(30, ranks)).toEqual([
      '  Rank      说明',
      '  --------  ------------------',
      '  白银骑士  may fly, and name',
      '            itself anew',
      '  Gold      可以飞行，也可以改',
      '            名字',
    ]);
  });

  it('has a line a cell where its columns would be too narrow to read', () => {
    expect(linesOf(18, ranks)).toEqual([
      '  Rank: 白银骑士',
      '  说明: may fly, and name itself anew',
      '',
      '  Rank: Gold',
      '  说明: 可以飞行，也可以改名字',
    ]);
  });

  it('breaks a word only where it is very long', () => {
    expect(linesOf(23, table(null, ['a', 'abcdefghijklmnopqrstuvwx']))).toEqual([
      '  a  abcdefghijklmnopqr',
      '     stuvwx',
    ]);
    expect(linesOf(14, table(['Row', 'Word'], ['a', 'abcdefghijklmn']))).toEqual([
      '  Row: a',
      '  Word: abcdefghijklmn',
    ]);
  });
});
