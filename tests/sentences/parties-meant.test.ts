import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/question/question.ts';
import { partiesReader } from '../../src/sentences/parties-meant.ts';
import { passageTerms } from '../../src/text/analyze.ts';

/** What each sentence means by "both sides": the terms, or null where it speaks of none. */
function readAll(asked: string, sentences: readonly string[]): (readonly string[] | null)[] {
  const read = partiesReader(readQuestion(asked)!);
  return sentences.map((sentence) => {
    const meant = read(sentence, passageTerms(sentence, '2024-02-01'));
    return meant && [...meant.terms.keys()];
  });
}

describe('both sides', () => {
  const told = '腾讯与南开大学座谈。';
  const signed = '1月5日，双方签署协议。';

  it('are the names of the question that stand before', () => {
    const [, meant] = readAll('腾讯和南开大学哪天签约？', [told, signed]);
    expect(meant).toEqual(expect.arrayContaining(['o:腾讯', '南开']));
  });

  it('are nobody before they are named, nor whom the question does not name', () => {
    expect(readAll('腾讯和南开大学哪天签约？', [signed, told])).toEqual([[], null]);
    expect(readAll('百度哪天签约？', [told, signed])).toEqual([null, []]);
  });

  it('are not who the sentence names itself', () => {
    const [, meant] = readAll('腾讯哪天签约？', [told, '1月5日，腾讯等双方签署协议。']);
    expect(meant).not.toContain('o:腾讯');
  });
});
