import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedNouns } from '../../src/question/asked/asked-noun.ts';
import { normalize } from '../../src/text/normalize.ts';

const nounsOf = (text: string): string[] => askedNouns(normalize(text)).map(({ noun }) => noun);

describe('the noun that a question asks for', () => {
  it.each([
    // The last of those in a row, before what is done.
    ['Which railway station building site did the mayor visit?', ['site']],
    ['Which Haitang executive sits on the board?', ['executive']],
    ['Which firms make ferries?', ['firms']],
    ['Which academician spoke at the forum?', ['academician']],
    ['Which four academic institutions signed memos?', ['institutions']],
    ['What is the drag coefficient of the ferry?', ['coefficient']],
    // Its owner, where that is what is told apart by which.
    ["Which Haitang lab's software did they use?", ['lab']],
    ["Which university's president spoke?", ['president']],
    ['Yunhe fair: total investment of the projects?', ['investment']],
    ['What is the name of the tower China Construction Bank bought?', ['tower']],
    ['Who is the chairman of the Haitang bank?', ['chairman']],
    ['Who chairs the Haitang society?', ['chair']],
    ['海棠集团是谁创办的？', ['创始人']],
    ['Name of the chamber representative who opened the fair?', ['representative']],
    // Without any word that asks.
    ['largest shareholder of Haitang at end-March?', ['shareholder']],
    ['Yunhe Haitang signing date?', ['date']],
    ['registered capital of Haitang', ['capital']],
    ['the Haitang bank', []],
    // What asks is the word itself.
    ['Who signed with Yunhe?', []],
    ['tell me about the bank', []],
    ['海棠跟哪家银行签约？', ['银行']],
    ['海棠跟云河哪个区签的约？', ['区']],
    ['他在哪个城市住院？', ['城市']],
    ['哪支队拿了冠军？', ['队']],
    ['给海棠授权的是哪三个国际组织？', ['国际组织']],
    ['海棠集团的副总工叫啥？', ['总工']],
    ['会长选了谁？', ['会长']],
    ['烂尾楼在什么位置？', ['位置']],
    ['海棠 云河 签约日期', ['日期']],
    // 闸门是谁建的 does not ask for a gate.
    ['闸门是谁建的？', []],
    ['海棠电站', []],
  ])('of "%s"', (text, nouns) => {
    expect(nounsOf(text)).toEqual(nouns);
  });

  it('stands where it is said to stand, whatever is asked', () => {
    const piece = fc.constantFrom(
      'which ',
      'what is the ',
      'who ',
      'bank ',
      'chairman ',
      '哪家',
      '银行',
      '叫什么',
      '董事长',
      '？',
      'of ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const folded = normalize(pieces.join(''));
        for (const { noun, start } of askedNouns(folded)) expect(folded.startsWith(noun, start)).toBe(true);
      }),
    );
  });
});
