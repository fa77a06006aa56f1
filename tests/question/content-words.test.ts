import { describe, expect, it } from 'vitest';
import { contentWords } from '../../src/question/content-words.ts';

const wordsOf = (text: string) => contentWords(text).map(({ ways }) => ways[0]!.join('+'));

describe('the words that say what a question is about', () => {
  it.each([
    ['how do I reset the printer', ['reset', 'printer']],
    ['门票多少钱', ['门票']],
    ['灯笼节在哪里买纪念品', ['灯笼', '纪念+念品']],
    ['怎么退款', ['退款']],
    ['docker 怎么换端口', ['端口', 'docker']],
    ['what is it', []],
  ])('are found in "%s"', (text, words) => {
    expect(wordsOf(text)).toEqual(expect.arrayContaining(words));
    expect(wordsOf(text)).toHaveLength(words.length);
  });

  it('may be said in English by all words of a gloss', () => {
    const [word] = contentWords('怎么换端口');
    expect(word!.ways.slice(1).every((way) => way.every((term) => term.startsWith('e:')))).toBe(true);
    expect(word!.ways.length).toBeGreaterThan(1);
  });

  it('may be written out where they are more than two letters', () => {
    expect(contentWords('perms of vc').map(({ beginning }) => beginning)).toEqual(['perm', null]);
  });

  it('are Chinese verbs, too, which count where a text is in Chinese', () => {
    expect(contentWords('怎么退款').map(({ isChineseVerb }) => isChineseVerb)).toEqual([true]);
    expect(contentWords('门票 refund').map(({ isChineseVerb }) => isChineseVerb)).toEqual([false, false]);
  });

  it.each([
    ['Does the mill grind Zorblax?', ['zorblax']],
    ['how to run ZorBlax', ['zorblax']],
    ['Mill hours in Norway', []],
    ['zorblax 怎么换 printer', ['zorblax']],
    ['vps 怎么换端口', []],
  ])('are names where no dictionary has them or a capital says so: %s', (text, names) =>
    expect(contentWords(text).flatMap(({ isName, ways }) => (isName ? ways[0]! : []))).toEqual(names),
  );
});
