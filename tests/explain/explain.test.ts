import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import { explainAnswer } from '../../src/explain/explain.ts';
import type { Lookup } from '../../src/explain/explanation.ts';
import { libraryOf, type PageLibrary } from '../../src/library.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const MARKET = `---
title: The harbour market
date: 2024-05-02
---
The harbour market opens on 12 May 2024. The hall was painted on 3 April 2024. Marta Lund runs the market for the town of Ostvik.
`;
const LIGHT = `---
title: The lighthouse
date: 2024-05-02
---
## Visiting

The lighthouse is open to visitors on Sundays. A ticket costs 4 crowns, and 2 crowns for children.
`;

let engine: Engine;
let library: PageLibrary;
beforeAll(async () => {
  const corpus = makeFolder();
  writeFileSync(join(corpus, 'market.md'), MARKET);
  writeFileSync(join(corpus, 'lighthouse.md'), LIGHT);
  engine = await openCorpus(corpus);
  library = libraryOf(engine);
});

const explain = async (question: string): Promise<Lookup> => {
  const [lookup] = (await explainAnswer(engine, question)).explanation;
  return lookup!;
};

describe('an explanation', () => {
  it.each([
    'When does the harbour market open?',
    'What does a ticket cost?',
    'Who painted the moon?',
    'hello',
  ])('changes nothing of the answer to %j', async (question) => {
    const { explanation: _, elapsedMs: __, ...told } = await library.explain(question);
    const { elapsedMs: ___, ...expected } = await library.ask(question);
    expect(told).toEqual(expected);
  });

  it('has nothing for small talk, and a lookup for each part of a question', async () => {
    expect((await library.explain('hello')).explanation).toEqual([]);
    const both = 'When does the harbour market open, and what does a ticket to the lighthouse cost?';
    expect((await library.explain(both)).explanation.length).toBeGreaterThanOrEqual(2);
  });

  it('tells what its confidence is made of: a logistic curve over the sum of the features', async () => {
    const { confidence } = await explain('When does the harbour market open?');
    const sum = confidence.features.reduce((all, { value, weight }) => all + value * weight, confidence.bias);
    expect(confidence.value).toBeCloseTo(1 / (1 + Math.exp(-sum)), 10);
    expect(confidence.distance).toBeCloseTo(confidence.value - confidence.threshold, 10);
  });

  it('tells what the score of each passage is made of, and its place by each leg', async () => {
    const { passages } = await explain('When does the harbour market open?');
    expect(passages[0]).toMatchObject({ article: 'market', both: { rank: 1 }, final: 1, isQuoted: true });
    for (const { both, features } of passages)
      expect(features.reduce((all, { value, weight }) => all + value * weight, 0)).toBeCloseTo(both.score, 5);
    for (const leg of ['keyword', 'dense', 'both'] as const) {
      const ranked = passages
        .filter((one) => one[leg].rank !== null)
        .sort((a, b) => a[leg].rank! - b[leg].rank!);
      const scores = ranked.map((one) => one[leg].score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it('tells the facts that were considered, those told first, and why the others were not', async () => {
    const { facts } = await explain('When does the harbour market open?');
    expect(facts[0]).toMatchObject({ kind: 'when', date: '2024-05-12', outcome: 'told' });
    expect(facts.find(({ date }) => date === '2024-04-03')?.outcome ?? 'weaker').not.toBe('told');
  });

  it('is plain data, which another process could have sent', async () => {
    const told = await library.explain('What does a ticket cost?');
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  it('tells the stages of a question in their order', async () => {
    const stages: string[] = [];
    await library.ask('When does the harbour market open?', {}, (stage) => stages.push(stage));
    expect(stages).toEqual(['searching', 'reading']);
  });
});
