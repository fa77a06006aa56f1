import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Answer } from '../../src/answer-types.ts';
import type { Engine } from '../../src/engine.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import type { FactKind } from '../../src/types.ts';
import { anyString } from '../any-string.ts';
import { find, openStartingCorpus } from '../open-corpus.ts';
import { runs } from '../runs.ts';
import { articlesOf, expectConsistent } from './consistent.ts';

let engine: Engine<OpenIndex>;
beforeAll(async () => {
  engine = await openStartingCorpus().engine;
});

const ask = (text: string): Promise<Answer> => answerQuestion(engine, text);

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
