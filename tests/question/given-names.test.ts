import { describe, expect, it } from 'vitest';
import { namesGiven } from '../../src/question/names/given-names.ts';

/** The names of a question, each with when a text lacks it. */
const read = (text: string): Record<string, string> =>
  Object.fromEntries(namesGiven(text).map(({ whole, lacks }) => [whole, lacks()]));

describe('the names that a question gives', () => {
  it('count as missing wherever a dictionary would lead to them', () => {
    expect(read('who signed with Rotterdam')).toEqual({ rotterdam: 'always' });
    expect(read('谁和腾讯签约')).toEqual({ 'o:腾讯': 'always' });
  });

  it('count as missing only where other texts have them, of a spelling that no dictionary has', () => {
    expect(read('who signed with Qilomar')).toEqual({ qilomar: 'ifKnown' });
  });

  it('never count as missing where they are words that may be glossed otherwise', () => {
    expect(read('when was the Galaxy shown')).toEqual({ galaxi: 'never' });
  });

  it('are names where they are written in capitals, also when they are words: HMM', () => {
    expect(read('who leads HMM')).toEqual({ hmm: 'ifKnown' });
  });

  it('are Latin words in a Chinese question, which the texts write the same way', () => {
    // By the word itself, not by what it means.
    expect(read('Rust的生命周期是什么')).toEqual({ 'e:rust': 'always' });
  });

  it('are a person in one, where English writes surname and name apart', () => {
    expect(read('when did Yi Gang resign')).toEqual({ yigang: 'ifKnown' });
    expect(read('is R&D done there')).toEqual({});
  });

  it('stand beside an "and" that segmentation takes for a part of them, and are not what is done', () => {
    expect(read('云河集团跟市总工会签约')).toHaveProperty('o:市总工会');
    expect(read('准备跟海棠集团签约')).not.toHaveProperty('o:准备');
  });

  it('include years and editions, and no words that only point or bear a title', () => {
    expect(read('2021年的第三届云河展览办在哪？')).toMatchObject({
      'd:2021': 'always',
      'o:第三届': 'always',
    });
    expect(read('云河竞赛2025有几支队')).toHaveProperty('d:2025');
    expect(read('Honglan 3.0 launch date')).toMatchObject({ 'n:3': 'always' });
    expect(read('那封信是什么时候写的？')).toEqual({});
    expect(read('张院长什么时候走的？')).toEqual({});
  });

  it('are no month', () => {
    expect(read('6月份和腾讯签约的是谁？')).toEqual({ 'o:腾讯': 'always' });
  });

  it('are looked for by their Chinese part, where they have two', () => {
    const [name] = namesGiven('qilo便利店和谁签约');
    expect(name?.parts).toEqual(['便利', '利店']);
  });
});
