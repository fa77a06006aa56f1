import { describe, expect, it } from 'vitest';
import { hasTerms, passageTerms, questionTerms } from '../../src/text/analyze.ts';
import { personNames } from '../../src/text/bridge.ts';
import { wordOf } from '../../src/text/lexicon.ts';
import { cutWords } from '../../src/text/words.ts';

const PUBLISHED = '2024-02-04';

/** Terms that a question and a passage share. */
function shared(question: string, passage: string, published: string | null = PUBLISHED): string[] {
  const inPassage = passageTerms(passage, published);
  return [...questionTerms(question, published).keys()].filter((term) => inPassage.has(term));
}

describe('an English question meets a Chinese passage', () => {
  it.each([
    ['a place', 'What happened in Liaoning?', '辽宁的港口开放了。', ['liaon']],
    ['a place inside a longer name', 'What happened in Liaoning?', '辽宁省政府发布通知。', ['liaon']],
    ['the full name of a person in pinyin', 'Who is Huo Bugang?', '霍步刚出席签约仪式。', ['huo', 'bugang']],
    [
      'a surname that is read in another way in a name',
      'Where did Shan Zhongde speak?',
      '单忠德在会上讲话。',
      ['shan', 'zhongd'],
    ],
    [
      'a university under its short name',
      'Northwestern Polytechnical University',
      '西工大举行典礼。',
      ['northwestern', 'polytechn', 'univers'],
    ],
    [
      'a name that segmentation cuts elsewhere',
      'What does Ziniu Yidong make?',
      '子牛亦东集成电路项目落户。',
      ['ziniu', 'yidong'],
    ],
    ['a thing through its gloss', 'a rocket', '火箭升空。', ['rocket']],
    ['a word that segmentation cuts', 'Zelensky', '泽连斯基签署法案。', ['zelenski']],
    ['a phrase of news', 'What is the stake?', '持股比例提高。', ['stake']],
    ['a date', 'What happened on January 31?', '1月31日，大桥通车。', ['d:01-31', 'd:2024-01-31']],
    ['a month for who says the day', 'What opened in January 2024?', '1月31日，大桥通车。', ['d:2024-01']],
    ['a number', 'Who paid 5 million?', '企业支付500万元。', ['n:5000000']],
    ['a percentage', 'Which output grew 12 percent?', '产量增长12%。', ['n:12%']],
  ])('by %s', (_, question, passage, terms) => {
    expect(shared(question, passage)).toEqual(expect.arrayContaining(terms));
  });

  it('shares nothing with a passage of something else', () => {
    expect(shared('Did Huo Bugang sign in Liaoning?', '火箭升空。')).toEqual([]);
  });
});

describe('a Chinese question meets an English passage', () => {
  it.each([
    ['a place', '辽宁发生了什么？', 'The harbour of Liaoning opened.', ['e:liaon']],
    ['a thing through its gloss', '火箭何时升空？', 'Two rockets were launched.', ['e:rocket']],
    [
      'an organisation',
      '西工大在哪里？',
      'Northwestern Polytechnical University held a ceremony.',
      ['e:northwestern', 'e:polytechn', 'e:univers'],
    ],
    ['a date', '1月31日发生了什么？', 'The bridge opened on January 31.', ['d:01-31', 'd:2024-01-31']],
    ['a number', '谁支付了500万元？', 'The firm paid 5 million yuan.', ['n:5000000']],
  ])('by %s', (_, question, passage, terms) => {
    expect(shared(question, passage)).toEqual(expect.arrayContaining(terms));
  });

  it('does not look for the glosses in the glosses of a Chinese passage', () => {
    expect(shared('火箭升空', '导弹发射').filter((term) => term.startsWith('e:'))).toEqual([]);
  });
});

describe('within one language', () => {
  it('meets Chinese by characters and pairs of characters', () => {
    expect(shared('大桥通车', '大桥今天通车。')).toEqual(
      expect.arrayContaining(['大', '桥', '大桥', '通车']),
    );
  });

  it('meets English by stems', () => {
    expect(shared('Which universities signed?', 'The university signs.')).toEqual(['univers', 'sign']);
  });

  it('meets an organisation under another of its Chinese names', () => {
    expect(shared('西北工业大学的典礼', '西工大举行典礼。')).toContain('o:西北工业大学');
  });

  it('gives Traditional and Simplified text the same terms', () => {
    expect(passageTerms('遼寧與臺灣簽署協議，１月３１日生效', PUBLISHED)).toEqual(
      passageTerms('辽宁与台湾签署协议，1月31日生效', PUBLISHED),
    );
    expect(questionTerms('遼寧簽署了什麼協議？')).toEqual(questionTerms('辽宁签署了什么协议？'));
  });

  it('counts what a passage repeats, and a word of an English question once', () => {
    expect(passageTerms('rocket rocket', null).get('rocket')).toBe(2);
    expect(questionTerms('rocket rocket').get('rocket')).toBe(1);
  });

  it('gives each word of a gloss of L words 1/L', () => {
    expect(passageTerms('纪委', null).get('inspect')).toBeCloseTo(1 / 3);
  });

  it('gives a proper word of an organisation’s English name 1, its other words 1/L', () => {
    const terms = passageTerms('西工大', null);
    expect(terms.get('polytechn')).toBe(1);
    expect(terms.get('univers')).toBeCloseTo(1 / 3);
  });
});

describe('dates and numbers', () => {
  it('names a day by its month and its year too', () => {
    expect([...passageTerms('2024年1月31日', null).keys()]).toEqual(
      expect.arrayContaining(['d:01-31', 'd:2024', 'd:2024-01', 'd:2024-01-31']),
    );
  });

  it('knows only day and month where nothing tells the year', () => {
    const dates = [...questionTerms('January 31').keys()].filter((term) => term.startsWith('d:'));
    expect(dates).toEqual(['d:01-31']);
  });

  it('takes the digits of a date for no number', () => {
    expect([...passageTerms('2024年1月31日', null).keys()].filter((term) => term.startsWith('n:'))).toEqual(
      [],
    );
  });

  it('reads relative dates from the day of publication', () => {
    expect(passageTerms('昨天', PUBLISHED).has('d:2024-02-03')).toBe(true);
    expect(questionTerms('yesterday', PUBLISHED).has('d:2024-02-03')).toBe(true);
  });
});

describe('what carries nothing', () => {
  it.each([
    'what is the',
    'who was it?',
    'Please tell me about these',
    '...?!',
    '🚀',
    '谁的什么呢？',
    '是谁吗？',
    '的',
  ])('finds no term in %s', (text) => {
    expect([...questionTerms(text)]).toEqual([]);
  });

  it('asks in English for what a Chinese word says that segmentation joins with another', () => {
    expect([...questionTerms('明天能休吗').keys()]).toContain('e:leav');
    expect([...questionTerms('几周能到').keys()]).toContain('e:week');
    expect([...questionTerms('怎么用审核日志').keys()]).toEqual(expect.arrayContaining(['e:audit', 'e:log']));
  });

  it('finds the unit that a word counts by its English, and takes no name apart', () => {
    expect([...passageTerms('每人一周三天', null).keys()]).toEqual(expect.arrayContaining(['week', 'day']));
    expect([...passageTerms('霍步刚出席', null).keys()]).not.toContain('step');
  });

  it('knows whether there is anything to look up', () => {
    expect(['a rocket', '火箭', '5', 'Ü'].every(hasTerms)).toBe(true);
    expect(['', '🚀🚀', '?!', 'the of'].some(hasTerms)).toBe(false);
  });

  it('gives every term a weight above 0, and no empty term', () => {
    for (const terms of [passageTerms("霍步刚3月's “—” 12%", null), questionTerms("霍步刚3月's “—” 12%")])
      for (const [term, weight] of terms) {
        expect(term).not.toBe('');
        expect(weight, term).toBeGreaterThan(0);
      }
  });
});

describe('personNames', () => {
  it('finds a name that segmentation tears apart', () => {
    expect(personNames(cutWords('霍步刚出席签约仪式').map(wordOf))).toContain('霍步刚');
  });

  it('takes no dictionary word for a name', () => {
    expect(personNames(cutWords('高兴地说').map(wordOf))).not.toContain('高兴');
  });
});
