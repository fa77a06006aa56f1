import { describe, expect, it } from 'vitest';
import { englishReading } from '../../src/names/reading.ts';

describe('readings of people', () => {
  it.each([
    ['霍步刚', 'Huo Bugang'],
    ['张开富', 'Zhang Kaifu'],
    ['張開富', 'Zhang Kaifu'],
    ['马骏', 'Ma Jun'],
    // A surname of two characters stays in one piece.
    ['欧阳明哲', 'Ouyang Mingzhe'],
    // As a surname 单 is Shan, not Dan.
    ['单忠德', 'Shan Zhongde'],
    // ü is written u.
    ['吕梁', 'Lu Liang'],
    // A foreign name is not pinyin: the dictionary's, or none.
    ['普京', 'Vladimir Putin'],
    ['费尔南多·阿里亚斯', null],
  ])('%s is %s', (text, reading) => {
    expect(englishReading({ kind: 'person', text })).toBe(reading);
  });
});

describe('readings of organisations', () => {
  it.each([
    // Known by an English name, also by its short name and in Traditional characters.
    ['西北工业大学', 'Northwestern Polytechnical University'],
    ['西工大', 'Northwestern Polytechnical University'],
    ['西北工業大學', 'Northwestern Polytechnical University'],
    // Put together from the place and what the institution is called.
    ['辽宁省人民政府', 'Liaoning Provincial Government'],
    ['遼寧省人民政府', 'Liaoning Provincial Government'],
    ['青禾市人民政府', 'Qinghe Municipal Government'],
    ['清溪县人民政府', 'Qingxi County Government'],
    ['临江理工大学', 'Linjiang University of Technology'],
    ['云川银行', 'Yunchuan Bank'],
  ])('%s is %s', (text, reading) => {
    expect(englishReading({ kind: 'organisation', text })).toBe(reading);
  });

  it('hold no Chinese character', () => {
    for (const text of ['海蓝生物科技有限公司', '英国LGC集团', '人民政府', '大学', '坤鹏科技', '某某街道办'])
      expect(englishReading({ kind: 'organisation', text })).toMatch(/^[\p{Lu}][^\p{Script=Han}]+$/u);
  });
});
