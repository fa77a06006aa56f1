import { describe, expect, it } from 'vitest';
import { passageTerms, questionTerms, termsAmong } from '../../src/text/analyze.ts';
import { cutText } from '../../src/text/cut-text.ts';
import { wantedTerms } from '../../src/text/wanted-terms.ts';

const PUBLISHED = '2024-02-04';

const TEXTS = [
  '1月31日，西北工业大学与霍步刚领导的辽宁省港口签署协议，投资规模500万元，哈哈哈。',
  'On 31 January the harbour of Quell and CATL signed, for 5 million crowns, in Shenyang.',
  '遼寧與臺灣的鐵路：Ziniu Yidong 运营 Fenwick 2 号线，12% 属于子牛亦东。',
  'npm install --save 第三方库',
];
const QUESTIONS = [
  '西工大和辽宁港口哪天签的约？',
  'When did Liaoning sign with Northwestern Polytechnical University?',
  'who is Huo Bugang',
  '铁路的12%是谁的',
  '怎么安装 npm 库？哈哈',
  'How much did the harbour pay on 31 January 2024?',
];

describe('terms that are wanted', () => {
  it.each(QUESTIONS)('have the weights that they have among all: %s', (question) => {
    const asked = [...questionTerms(question, PUBLISHED).keys()];
    for (const text of TEXTS) {
      const all = passageTerms(text, PUBLISHED);
      const some = termsAmong(cutText(text), PUBLISHED, wantedTerms(asked));
      for (const term of asked)
        expect(some.get(term) ?? 0, `${term} in ${text}`).toBeCloseTo(all.get(term) ?? 0);
    }
  });

  it('are found however a text is written', () => {
    const wanted = wantedTerms(['辽宁', 'o:西北工业大学', 'd:2024-01-31', 'bugang', 'e:npm']);
    const found = TEXTS.map((text) => [...termsAmong(cutText(text), PUBLISHED, wanted).keys()]);
    expect(found.map((terms) => terms.filter((term) => term !== 'npm'))).toEqual([
      expect.arrayContaining(['o:西北工业大学', 'd:2024-01-31', 'bugang', '辽宁']),
      expect.arrayContaining(['d:2024-01-31']),
      expect.arrayContaining(['辽宁']),
      expect.arrayContaining(['e:npm']),
    ]);
  });
});
