import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Answer } from '../../src/answer-types.ts';
import type { Engine } from '../../src/engine.ts';
import { mostCharacters } from '../../src/evidence/clip.ts';
import { investigate } from '../../src/evidence/investigate.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { readQuestion } from '../../src/question/question.ts';
import { findDates } from '../../src/text/find-dates.ts';
import type { Article, FactKind } from '../../src/types.ts';
import { anyString } from '../any-string.ts';
import { find, openCorpus, openStartingCorpus } from '../open-corpus.ts';
import { runs } from '../runs.ts';
import { makeFolder } from '../temporary-folder.ts';

let engine: Engine<OpenIndex>;
beforeAll(async () => {
  engine = await openStartingCorpus().engine;
});

const ask = (text: string): Promise<Answer> => answerQuestion(engine, text);

const articlesOf = ({ index }: Engine<OpenIndex>): Map<string, Article> =>
  new Map(
    Array.from({ length: index.manifest.articles }, (_, i) => {
      const article = index.article(i);
      return [article.id, article];
    }),
  );

const factsOf = ({ facts }: Answer, kind: FactKind) => facts.filter((fact) => fact.kind === kind);

describe('the question that started the project', () => {
  it('is answered in English with the party and the day', async () => {
    const answer = await ask('who signed with Liaoning and when');
    expect(answer.language).toBe('en');
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain('Northwestern Polytechnical University (西北工业大学)');
    expect(answer.answer).toContain('31 January 2024');
    expect(answer.facts).toContainEqual({
      kind: 'who',
      text: '西北工业大学',
      gloss: 'Northwestern Polytechnical University',
      passage: 'liaoning-npu#1',
      sources: [expect.objectContaining({ id: 'liaoning-npu' })],
    });
    expect(factsOf(answer, 'when')[0]).toEqual({
      kind: 'when',
      text: '1月31日',
      date: '2024-01-31',
      passage: 'liaoning-npu#1',
      sources: [expect.objectContaining({ id: 'liaoning-npu' })],
    });
    expect(answer.evidence[0]?.article.id).toBe('liaoning-npu');
    expect(answer.evidence[0]?.quote).toContain('1月31日，辽宁省人民政府与西北工业大学');
  });

  it('is answered in Chinese with the same facts, without glosses', async () => {
    const answer = await ask('谁和辽宁签了约，什么时候？');
    expect(answer.language).toBe('zh');
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain('西北工业大学');
    expect(answer.answer).toContain('2024年1月31日');
    expect(factsOf(answer, 'who')[0]?.text).toBe('西北工业大学');
    expect(factsOf(answer, 'when')[0]?.date).toBe('2024-01-31');
    expect(answer.facts.every(({ gloss }) => gloss === undefined)).toBe(true);
  });

  it('tells the facts in the order in which they were asked for', async () => {
    const answer = await ask('When did Liaoning sign, and with whom?');
    const kinds = answer.facts.map(({ kind }) => kind);
    expect(kinds[0]).toBe('when');
    expect(kinds.lastIndexOf('when')).toBeLessThan(kinds.indexOf('who'));
  });
});

describe('questions across languages and scripts', () => {
  it.each([
    ['西工大 signed with which province?', 'en', '辽宁省'],
    ['遼寧跟哪所大學簽了協議', 'zh', '西北工业大学'],
  ])('"%s" is answered from the article of Liaoning', async (text, language, name) => {
    const answer = await ask(text);
    expect(answer.language).toBe(language);
    expect(answer.status).toBe('answered');
    expect(answer.evidence[0]?.article.id).toBe('liaoning-npu');
    expect(answer.facts[0]?.text).toContain(name);
    expect(answer.answer).toContain(name);
  });

  it.each([
    ['Who is the party secretary of Changzhi Medical College?', '李华荣', 'Li Huarong'],
    ['Who is the general manager of NanoMicro?', '牟一萍', 'Mou Yiping'],
  ])('"%s" gives a person with the reading of the name', async (text, name, gloss) => {
    const answer = await ask(text);
    expect(factsOf(answer, 'who')[0]).toMatchObject({ text: name, gloss });
    expect(answer.answer).toContain(`${gloss} (${name})`);
  });

  it.each([
    ['西安石油大学是哪天签约的？', '2023-10-27'],
    [
      'When did Nanjing Medical University sign with Nanjing University of Aeronautics and Astronautics?',
      '2024-01-08',
    ],
    ['長治醫學院什麼時候簽的約', '2023-12-01'],
    ['When did NanoMicro sign?', '2024-01-26'],
  ])('"%s" gives the day %s', async (text, date) => {
    expect(factsOf(await ask(text), 'when')[0]?.date).toBe(date);
  });

  it('does not tell a part of a name behind the whole', async () => {
    const names = factsOf(await ask('西工大跟哪个省签的协议'), 'who').map((fact) => fact.text);
    expect(names).toEqual(['辽宁省人民政府']);
  });

  it('does not give back the party that the question names', async () => {
    for (const [text, given, other] of [
      ['西湖大学和谁签了协议？', '西湖大学', '上海交通大学'],
      ['Who signed with Xi’an Shiyou University?', '西安石油大学', '西北大学'],
    ] as const) {
      const names = factsOf(await ask(text), 'who').map((fact) => fact.text);
      expect(names).toContain(other);
      expect(names).not.toContain(given);
    }
  });
});

describe('what the corpus does not tell', () => {
  it.each([
    'What is the boiling point of tungsten?',
    'How many goals did Messi score in the World Cup?',
    'How do I bake sourdough bread?',
    '长江上有多少座水电站？',
    '黑洞是怎么形成的？',
    '誰畫了蒙娜麗莎？',
  ])('is not answered: "%s"', async (text) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ status: 'unanswered', answer: null, facts: [], evidence: [] });
    // The titles of the nearest three are told instead.
    const { articles } = await find(engine, text);
    const titles = articles.slice(0, 3).map(({ article }) => engine.index.article(article).title);
    expect(titles.length).toBeGreaterThan(0);
    expect(answer.closest).toEqual(titles);
  });

  it.each(['', '  ', '？？？'])('is not looked for where there are no words: "%s"', async (text) => {
    expect(await ask(text)).toMatchObject({
      question: text,
      status: 'unanswered',
      answer: null,
      facts: [],
      evidence: [],
      passages: [],
      closest: [],
    });
  });
});

/** What holds of every answer, whatever was asked. */
function expectConsistent(
  { index }: Engine<OpenIndex>,
  articles: Map<string, Article>,
  text: string,
  answer: Answer,
): void {
  expect(answer.question).toBe(text);
  expect(answer.passages.length).toBeLessThanOrEqual(10);
  expect(answer.passages.map(({ rank }) => rank)).toEqual(answer.passages.map((_, i) => i + 1));
  for (const { article, text, blocks } of answer.passages) {
    expect(articles.get(article)!.text).toContain(text);
    expect(blocks.map((block) => block.text).join('\n')).toBe(text);
  }
  const titles = [...articles.values()].map(({ title }) => title);
  for (const title of answer.closest) expect(titles).toContain(title);

  if (answer.status === 'unanswered') {
    expect(answer).toMatchObject({ answer: null, facts: [], evidence: [] });
    return;
  }
  expect(answer.answer).not.toBe('');
  if (answer.status === 'chat') return;
  expect(answer.evidence.length).toBeGreaterThan(0);
  expect(answer.evidence.length).toBeLessThanOrEqual(3);
  const passages = new Map(
    Array.from({ length: index.manifest.passages }, (_, i) => {
      const { id, kind, section, text, blocks } = index.passage(i);
      const { headings, anchor } = section;
      return [id, { text, blocks, place: { headings, anchor, kind } }];
    }),
  );
  for (const { article, quote, passage, blocks, highlights, ...rest } of answer.evidence) {
    const { title, date, url, text: whole } = articles.get(article.id)!;
    expect(article).toEqual({ id: article.id, title, date, url });
    expect(quote.trim()).not.toBe('');
    // A table may begin with an empty cell, code with an indented line.
    for (const { kind, text: own } of blocks)
      if (kind !== 'table' && kind !== 'code') expect(own.trim()).toBe(own);
    expect(quote).toBe(blocks.map((block) => block.text).join('\n'));
    const quoted = passages.get(passage)!;
    expect(rest).toMatchObject(quoted.place);
    expect(whole).toContain(quote);
    expect(quoted.text).toContain(quote);
    if (answer.facts.length > 0) expect(quote.length).toBeLessThanOrEqual(mostCharacters(quote, false));
    else {
      // Whole blocks, one after the other.
      const first = quoted.blocks.findIndex((block) => quote.startsWith(block.text));
      expect(blocks).toEqual(quoted.blocks.slice(first, first + blocks.length));
      const isStructured = blocks.some((block) => block.kind === 'code' || block.kind === 'table');
      if (blocks.length > 1) expect(quote.length).toBeLessThanOrEqual(isStructured ? 1_200 : 700);
      expect(highlights).toEqual([]);
    }
    expect(quote).not.toMatch(/\p{Surrogate}/u);
    const facts = answer.facts.map((fact) => fact.text);
    for (const [start, end] of highlights) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(quote.length);
      const dates = findDates(quote).map((date) => quote.slice(date.start, date.end));
      expect([...facts, ...dates]).toContain(quote.slice(start, end));
    }
    expect(highlights.map(([start]) => start)).toEqual(
      highlights.map(([start]) => start).toSorted((a, b) => a - b),
    );
  }
  for (const fact of answer.facts) {
    // Every fact stands in a quote, and is marked there.
    const marked = answer.evidence.some(
      ({ passage, quote, highlights }) =>
        passage === fact.passage && highlights.some(([start, end]) => quote.slice(start, end) === fact.text),
    );
    expect(marked).toBe(true);
    // An hour has no day.
    if (fact.kind === 'when' && fact.date !== undefined) expect(fact.date).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
    if (fact.kind === 'who' && answer.language === 'en' && /\p{Script=Han}/u.test(fact.text))
      expect(fact.gloss).toMatch(/^[^\p{Script=Han}]+$/u);
    // A Chinese reader has only what is not Chinese explained.
    if (answer.language === 'zh' && /\p{Script=Han}/u.test(fact.text)) expect(fact.gloss).toBeUndefined();
  }
}

/** Words of the corpus and words that ask, in any order: most of these questions are answered. */
const NAMES = [
  'Liaoning', '辽宁', '遼寧', '西工大', 'Huo Bugang', '西北大学', 'Westlake University', 'SCIEX', 'LGC', '南京医科大学',
  'Beihang University', 'Belief BioMed', '纳微科技', '长治医学院', '赛默飞世尔科技', '李言荣', '1月8日', 'gene therapy', '进口博览会',
]; // biome-ignore format: a list
const ASKING = [
  'who',
  'when',
  'where',
  'how many',
  'signed with',
  '谁',
  '什么时候',
  '哪里',
  '多少',
  '签了约',
  '是',
  '?',
  '？',
];

describe('any question', () => {
  it('of names and words that ask gets quotes and facts that stand in the articles', async () => {
    const articles = articlesOf(engine);
    let answered = 0;
    const words = fc.array(fc.constantFrom(...ASKING, ...NAMES), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), words, async (name, others) => {
        const text = [...others, name].join(' ');
        const answer = await ask(text);
        expectConsistent(engine, articles, text, answer);
        if (answer.status === 'answered') answered++;
      }),
      { ...runs(20), seed: 1 },
    );
    // Or else nothing was checked above.
    expect(answered).toBeGreaterThan(5);
  });

  it('whatsoever is taken, and gets a consistent answer', async () => {
    const articles = articlesOf(engine);
    const piece = fc.oneof(
      anyString({ maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        ...NAMES,
        ...ASKING,
        '\ud83d',
        '\udc00',
        '\0',
        '\n',
        '𠮷',
        '2024-13-45',
        '99月99日',
        '`@everyone`',
      ),
      fc.constantFrom('辽', 'a', '😀', '（', '1').map((character) => character.repeat(3_000)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const text = pieces.join('');
        expectConsistent(engine, articles, text, await ask(text));
      }),
      runs(20),
    );
  });
});

describe('quotes of articles with long sentences', () => {
  /** Sentences of some 300 characters around a fact, most of two UTF-16 units, with and without clauses. */
  const texts = Object.fromEntries(
    [0, 1, 2, 3].flatMap((shift) => [
      [
        `run-${shift}.txt`,
        `潮汐${'x'.repeat(shift)}${'𠮷'.repeat(60)}电站于2024年5月28日在云川市建成${'😀'.repeat(100)}叶轮。`,
      ],
      [
        `clauses-${shift}.txt`,
        `${'𠮷'.repeat(30 + shift)}，船坞${'𠮷'.repeat(50)}，${'😀x'.repeat(40)}，船坞的闸门由海蓝集团建造${'𠮷'.repeat(45)}。`,
      ],
    ]),
  );

  it('are cut between characters', async () => {
    const harbour = await openCorpus(makeFolder(texts));
    const articles = articlesOf(harbour);
    for (const text of ['潮汐电站何时在哪里建成？', '船坞的闸门由谁建造？']) {
      const answer = await answerQuestion(harbour, text);
      expect(answer.status).toBe('answered');
      expect(answer.facts).not.toEqual([]);
      expectConsistent(harbour, articles, text, answer);
    }
  });

  it('keep the clause that holds the fact, wherever in the sentence it stands', async () => {
    const filler = '工人们每天清晨检查水位并记录在册，'.repeat(12);
    const yard = await openCorpus(
      makeFolder({
        'end.txt': `${filler}大坝由云川水利集团建造。`,
        'start.txt': `渡口由海蓝航运集团经营，${filler}风雨无阻。`,
      }),
    );
    for (const [text, name] of [
      ['大坝是谁建造的？', '云川水利集团'],
      ['渡口由谁经营？', '海蓝航运集团'],
    ] as const) {
      const answer = await answerQuestion({ ...yard, minConfidence: 0 }, text);
      expect(answer.evidence[0]?.quote).toContain(name);
      expect(answer.answer).toContain(name);
      expectConsistent(yard, articlesOf(yard), text, answer);
    }
  });

  it('give no fact that they had to leave out', async () => {
    const clause = `${'码头的工人每天清晨检查水位并记录'.repeat(14)}而闸门由青禾机械公司建造。`;
    const gate = await openCorpus(makeFolder({ 'gate.txt': clause, 'other.txt': '别的事情。' }));
    const text = '闸门是谁建造的？';
    const answer = await answerQuestion(gate, text);
    expect(answer.evidence[0]?.article.id).toBe('gate');
    expectConsistent(gate, articlesOf(gate), text, answer);
  });

  it('read the beginning of an article, whatever passages of it were found', async () => {
    const talk =
      '他说，海蓝集团与青禾公司的合作框架协议要落到实处，海蓝集团与青禾公司的框架协议带来机会。'.repeat(40);
    const yard = await openCorpus(
      makeFolder({
        'yard.md': `---\ntitle: 简讯\ndate: 2024-06-03\n---\n\n5月28日，海蓝与青禾正式签约。${talk}`,
        'other.txt': '别的事情。',
      }),
    );
    const question = readQuestion('海蓝集团与青禾公司的合作框架协议是哪天的？')!;
    const { found, sentences } = await investigate(yard, question);
    expect(found.passages.some(({ passage }) => passage === 0)).toBe(false);
    expect(sentences.some(({ candidates }) => candidates.some(({ date }) => date === '2024-05-28'))).toBe(
      true,
    );
  });

  it('say which day 当天 is, where another sentence says it', async () => {
    const filler = '海风很大，渔民们把船系得更紧。'.repeat(30);
    const quay = await openCorpus(
      makeFolder({
        'quay.md': `---\ntitle: 码头\ndate: 2024-06-03\n---\n\n5月28日上午，渡轮首航。${filler}当天，海蓝集团与青禾公司签约。`,
        'other.txt': '别的事情。',
      }),
    );
    const answer = await answerQuestion(quay, '海蓝集团与青禾公司哪天签约？');
    expect(answer.facts[0]).toMatchObject({ text: '当天', date: '2024-05-28' });
    // In the order of reading.
    const [first, second] = answer.evidence;
    expect(first?.quote).toBe('5月28日上午，渡轮首航。');
    expect(first?.highlights).toEqual([[0, 5]]);
    expect(second?.quote).toContain('当天，海蓝集团与青禾公司签约。');
  });

  it.each([159, 160, 161])('is whole up to 160 characters where it tells a fact: %i', async (length) => {
    const begin = '海蓝集团与青禾公司签署潮汐电站的协议';
    const sentence = `${begin}${'水'.repeat(length - begin.length - 1)}。`;
    const one = await openCorpus(makeFolder({ 'one.txt': `${sentence}\n别的事情。` }));
    const { facts, evidence } = await answerQuestion(one, '谁和海蓝集团签署了潮汐电站的协议？');
    expect(facts[0]?.text).toBe('青禾公司');
    expect(evidence[0]?.quote).toBe(length <= 160 ? sentence : sentence.slice(0, 160));
  });
});
