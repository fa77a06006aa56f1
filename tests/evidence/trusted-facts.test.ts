import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Engine } from '../../src/engine.ts';
import { chooseFacts, type FoundFact, trustedFacts } from '../../src/evidence/chosen-facts.ts';
import { investigate } from '../../src/evidence/investigate.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { readQuestion } from '../../src/question/question.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const SIGNED = '3月5日，海蓝集团与青禾公司在临江签署潮汐电站的协议。';
const CORPUS = {
  'news.md': `---\ntitle: 潮汐电站\ndate: 2024-03-06\n---\n\n${SIGNED}`,
  'guide.md': `---\ntitle: 渡口指南\ndate: 2024-03-06\n---\n\n## 闸门的协议\n\n4月2日，云川公司与远山大学签署闸门的协议。\n\n## 船票\n\n在窗口买票。`,
  'book.md': '---\ntitle: 新书\ndate: 2024-03-12\n---\n\n一部介绍江南园林的新书近日出版。',
};

let engine: Engine<OpenIndex>;
beforeAll(async () => {
  engine = await openCorpus(makeFolder(CORPUS));
});

/** What was found for a question, and the facts of its quotes out of that article. */
async function factsOf(text: string, id: string) {
  const question = readQuestion(text)!;
  const { found, texts, quotes } = await investigate(engine, question);
  const facts = chooseFacts(texts, question, quotes).filter(
    ({ quote }) => engine.index.article(quote.hit.article).id === id,
  );
  expect(facts.length).toBeGreaterThan(0);
  return { found, texts, facts };
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
    const { found, texts, facts } = await factsOf('海蓝集团与青禾公司哪天签署协议？', 'news');
    const weak = facts.map((fact) => withCover(fact, 0));
    expect(trustedFacts(texts, found, weak)).toEqual(weak);
  });

  it('are of guides those that their sentence is sure of; the passage is shown instead of others', async () => {
    const { found, texts, facts } = await factsOf('云川公司与远山大学哪天签署协议？', 'guide');
    const [fact] = facts;
    expect(trustedFacts(texts, found, [withCover(fact!, 1)])).toHaveLength(1);
    expect(trustedFacts(texts, found, [withCover(fact!, 0)])).toEqual([]);
    const both = [withCover(fact!, 0), withCover(fact!, 1)];
    expect(trustedFacts(texts, found, both)).toEqual([both[1]]);
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
