import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Engine } from '../../src/engine.ts';
import { chooseFacts, type FoundFact } from '../../src/evidence/chosen-facts.ts';
import { passageConfidence, trustedFacts } from '../../src/evidence/guide.ts';
import { investigate } from '../../src/evidence/investigate.ts';
import { MIN_PASSAGE_CONFIDENCE } from '../../src/evidence/weights.ts';
import { readQuestion } from '../../src/question/question.ts';
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
  const best = { passage: 0, article: 0, rank: 1, score: 1 };
  /** Confidence where the nearest stand so near, and the best passage has these ranks by either leg. */
  const confidence = (passage: number, sentence: number, keywordRank = 2, denseRank = 1): number =>
    passageConfidence({
      passages: [{ ...best, keywordRank, denseRank }],
      articles: [],
      nearest: { passage, sentence },
    });

  it('is a probability that rises as passage and sentence come nearer', () => {
    const steps = [0, 0.25, 0.5, 0.75, 1];
    for (const one of steps) {
      for (const row of [
        steps.map((other) => confidence(one, other)),
        steps.map((other) => confidence(other, one)),
      ]) {
        expect(row).toEqual(row.toSorted((a, b) => a - b));
        expect(Math.min(...row)).toBeGreaterThan(0);
        expect(Math.max(...row)).toBeLessThan(1);
      }
    }
    expect(confidence(1, 1)).toBeGreaterThan(MIN_PASSAGE_CONFIDENCE);
    expect(confidence(0, 0)).toBeLessThan(MIN_PASSAGE_CONFIDENCE);
  });

  it('is higher where both legs put the same passage first', () => {
    expect(confidence(0.4, 0.4, 1, 1)).toBeGreaterThan(confidence(0.4, 0.4, 2, 1));
    expect(confidence(0.4, 0.4, 1, 2)).toBe(confidence(0.4, 0.4, 2, 1));
  });

  it('is enough for a small folder to answer from, and too little for what it does not tell', async () => {
    const folder = makeFolder({
      'pool.md':
        '---\ntitle: Questions about the pool\n---\n\n## How do I book a lane?\n\nCall the desk before noon and name the hour.\n\n## Can I bring my dog?\n\nDogs wait outside.\n',
    });
    const pool = await openCorpus(folder);
    expect((await answerQuestion(pool, 'How do I book a lane?')).evidence[0]?.quote).toContain(
      'Call the desk',
    );
    expect((await answerQuestion(pool, 'Which volcano erupted in Iceland?')).status).toBe('unanswered');
  });
});
