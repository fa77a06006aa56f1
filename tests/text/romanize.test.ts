import { describe, expect, it } from 'vitest';
import {
  findNamesInPinyin,
  nameSyllables,
  romanizeName,
  romanizeWord,
  surnameLength,
  syllables,
} from '../../src/text/romanize.ts';

describe('romanize', () => {
  it.each([
    ['霍步刚', 'Huo Bugang'],
    ['单忠德', 'Shan Zhongde'],
    ['解晓东', 'Xie Xiaodong'],
    ['王伟', 'Wang Wei'],
    ['吕布', 'Lu Bu'],
    ['欧阳修', 'Ouyang Xiu'],
    ['诸葛亮', 'Zhuge Liang'],
  ])('writes %s like an English text', (name, romanized) => {
    expect(romanizeName(name)).toBe(romanized);
  });

  it('reads a character as a surname only at the head of a name', () => {
    expect(nameSyllables('单忠德')[0]).toBe('shan');
    expect(syllables('单位')[0]).toBe('dan');
  });

  it('writes ü as u, for lack of the key', () => {
    expect(syllables('吕')).toEqual(['lu']);
    expect(syllables('女')).toEqual(['nu']);
  });

  it('finds the names of people that a text writes apart, and no places', () => {
    const names = (text: string): string[] => findNamesInPinyin(text).map(({ name }) => name);
    expect(names('Did Yi Gang meet Huo Bugang in Hong Kong?')).toEqual(['yigang', 'huobugang']);
    expect(names('New York, Deep Blue and Li Smith')).toEqual([]);
  });

  it('writes a word in one piece', () => {
    expect(romanizeWord('辽宁')).toBe('Liaoning');
    expect(romanizeWord('重庆')).toBe('Chongqing');
  });

  it('tells surnames of one and of two characters from none', () => {
    expect(surnameLength('霍步刚')).toBe(1);
    expect(surnameLength('欧阳修')).toBe(2);
    expect(surnameLength('的确')).toBe(0);
    expect(surnameLength('')).toBe(0);
  });
});
