import { describe, expect, it } from 'vitest';
import { composeAnswer } from '../../src/answer/compose.ts';
import type { Fact, Source } from '../../src/answer-types.ts';

const source: Source = { id: 'bridge', title: '跨江大桥通车', date: '2025-03-05', url: null };
const who: Fact = {
  kind: 'who',
  text: '云川银行',
  gloss: 'Yunchuan Bank',
  passage: 'bridge#1',
  sources: [source],
};
const when: Fact = {
  kind: 'when',
  text: '3月5日',
  date: '2025-03-05',
  passage: 'bridge#1',
  sources: [source],
};

describe('the sentence of an answer', () => {
  it('puts the reading before the Chinese name in English, and the name alone in Chinese', () => {
    expect(composeAnswer([who, when], source, 'en', true)).toContain('Yunchuan Bank (云川银行)');
    const { gloss: _, ...withoutGloss } = who;
    expect(composeAnswer([withoutGloss, when], source, 'zh', true)).toContain('云川银行');
  });

  it('tells the date that the words of the text mean', () => {
    expect(composeAnswer([who, when], source, 'en', true)).toContain('on 5 March 2025');
    expect(composeAnswer([when], source, 'zh', true)).toContain('2025年3月5日');
  });

  it('says "in" before a month or a year', () => {
    expect(composeAnswer([{ ...when, date: '2025-03' }], source, 'en', true)).toContain('in March 2025');
    expect(composeAnswer([{ ...when, date: '2025' }], source, 'en', true)).toContain('in 2025');
  });

  it('says of news that it was so, and of a guide that it is', () => {
    expect(composeAnswer([who], source, 'en', true)).toMatch(/^It was /);
    expect(composeAnswer([who], source, 'en', false)).toMatch(/^It is /);
  });

  it('points to the article where there is no fact to tell', () => {
    expect(composeAnswer([], source, 'en', true)).toContain('跨江大桥通车');
    expect(composeAnswer([], source, 'zh', true)).toContain('跨江大桥通车');
    expect(composeAnswer([], { ...source, date: null }, 'en', false)).not.toMatch(/null|\d/);
  });
});
