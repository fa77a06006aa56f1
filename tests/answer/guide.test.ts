import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { chooseFacts, type FoundFact } from '../../src/answer/facts.ts';
import { passageConfidence, trustedFacts } from '../../src/answer/guide.ts';
import { investigate } from '../../src/answer/investigate.ts';
import { readQuestion } from '../../src/answer/question.ts';
import type { Engine } from '../../src/engine.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const SIGNED = '3月5日，海蓝集团与青禾公司在临江签署潮汐电站的协议。';
const CORPUS = {
  'news.md': `---\ntitle: 潮汐电站\ndate: 2024-03-06\n---\n\n${SIGNED}`,
  'guide.md': `---\ntitle: 渡口指南\ndate: 2024-03-06\n---\n\n## 闸门的协议\n\n4月2日，云川公司与远山大学签署闸门的协议。\n\n## 船票\n\n在窗口买票。`,
  'book.md': '---\ntitle: 新书\ndate: 2024-03-12\n---\n\n一部介绍江南园林的新书近日出版。',
};

let engine: Engine;
beforeAll(async () => {
  engine = await openCorpus(makeFolder(CORPUS));
});

/** What was found for a question, and the facts of its quotes out of that article. */
async function factsOf(text: string, id: string) {
  const question = readQuestion(text)!;
  const { found, quotes } = await investigate(engine, question);
  const facts = chooseFacts(engine.index, question, quotes).filter(
    ({ quote }) => engine.index.article(quote.hit.article).id === id,
  );
  expect(facts.length).toBeGreaterThan(0);
  return { found, facts };
}

/** A fact whose sentence has this share of the probability, and covers this much of the question. */
const withCover = (fact: FoundFact, cover: number): FoundFact => ({
  ...fact,
  score: 1,
  quote: {
    ...fact.quote,
    share: cover,
    sentences: fact.quote.sentences.map((sentence) => ({
      ...sentence,
      features: { ...sentence.features, focus: cover, context: cover },
    })),
  },
});

describe('facts that are told', () => {
  it('are all of plain articles, however little they say of the question', async () => {
    const { found, facts } = await factsOf('海蓝集团与青禾公司哪天签署协议？', 'news');
    const weak = facts.map((fact) => withCover(fact, 0));
    expect(trustedFacts(engine.index, found, weak)).toEqual(weak);
  });

  it('are of guides those that their sentence is sure of; the passage is shown instead of others', async () => {
    const { found, facts } = await factsOf('云川公司与远山大学哪天签署协议？', 'guide');
    const [fact] = facts;
    expect(trustedFacts(engine.index, found, [withCover(fact!, 1)])).toHaveLength(1);
    expect(trustedFacts(engine.index, found, [withCover(fact!, 0)])).toEqual([]);
    const both = [withCover(fact!, 0), withCover(fact!, 1)];
    expect(trustedFacts(engine.index, found, both)).toEqual([both[1]]);
  });

  it('stand with their short quote, a sentence of the page under its heading', async () => {
    const answer = await answerQuestion(
      { ...engine, minConfidence: 0 },
      '云川公司与远山大学哪天签署闸门的协议？',
    );
    expect(answer.facts[0]).toMatchObject({ kind: 'when', date: '2024-04-02', passage: 'guide#1' });
    expect(answer.evidence[0]).toMatchObject({
      headings: ['闸门的协议'],
      anchor: '闸门的协议',
      quote: '4月2日，云川公司与远山大学签署闸门的协议。',
      highlights: [[0, 4]],
    });
  });
});

describe('how sure passages are to answer', () => {
  it('is a probability that rises as passage and sentence come nearer', () => {
    const steps = [0, 0.25, 0.5, 0.75, 1];
    for (const passage of steps) {
      const along = steps.map((sentence) => passageConfidence({ passage, sentence }));
      const across = steps.map((sentence) => passageConfidence({ passage: sentence, sentence: passage }));
      for (const row of [along, across]) {
        expect(row).toEqual(row.toSorted((a, b) => a - b));
        expect(Math.min(...row)).toBeGreaterThan(0);
        expect(Math.max(...row)).toBeLessThan(1);
      }
    }
    expect(passageConfidence({ passage: 1, sentence: 1 })).toBeGreaterThan(0.5);
    expect(passageConfidence({ passage: 0, sentence: 0 })).toBeLessThan(0.5);
  });
});
