import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { readQuestion } from '../../src/question/question.ts';
import type { FusionFeatures } from '../../src/retrieval/fuse.ts';
import { retrieve } from '../../src/retrieval/retrieve.ts';
import { scorePassages } from '../../src/retrieval/score.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const CORPUS = {
  'timetable.md': `---
title: Boats of the bay
---

## Timetable

| Boat | Leaves | Arrives |
| --- | --- | --- |
| Night ferry | 23:40 | 05:15 |
| Day ferry | 09:10 | 14:45 |

## Delays

In fog no boat leaves. A lamp at the pier tells how long it takes.
`,
  'fares.md': `---
title: Fares of the night ferry
---

## Cabins

A bunk costs twelve crowns. Blankets are in the locker.

## Bicycles

They stand on the car deck.
`,
  'grounding.txt': 'Ferry aground\nThe night ferry ran aground off the cape on Monday. Nobody was hurt.\n',
  'bakery.txt': 'Bakery opens\nThe bakery in Mill Lane opened yesterday and sells rye bread.\n',
  'orchids.txt': 'Orchid show\nNine hundred orchids stood in the greenhouse until Sunday.\n',
  'chess.txt': 'Chess school\nA teacher of chess opened a school for retired engineers.\n',
};

let engine: Engine<OpenIndex>;
beforeAll(async () => {
  engine = await openCorpus(makeFolder(CORPUS));
});

const NONE: FusionFeatures = {
  ...{ keyword: 0, dense: 0, sentence: 0, secondSentence: 0, articleKeyword: 0, articleDense: 0 },
};

async function queryOf(text: string) {
  return { ...readQuestion(text)!, vector: await engine.embedder.embedQuestion(text) };
}

/** Ids of passages, best first, where passages of either kind of article are ranked by these weights. */
async function ranked(
  text: string,
  { plain = {}, structured = {} }: Record<string, Partial<FusionFeatures>>,
): Promise<string[]> {
  const weights = { plain: { ...NONE, ...plain }, structured: { ...NONE, ...structured }, background: null };
  const { passages } = await retrieve(engine.index, weights, await queryOf(text), 10);
  return passages.map(({ passage }) => engine.index.passage(passage).id);
}

/** Every passage of the corpus, scored. */
async function scored(text: string) {
  const { index } = engine;
  const { terms, vector } = await queryOf(text);
  const numbers = Array.from({ length: index.manifest.passages }, (_, i) => i);
  return scorePassages(index, vector, index.meanVector, numbers, index.keywords.scores(terms));
}

const LEAVES = 'When does the night ferry leave?';

describe('passages ranked by one thing alone', () => {
  it.each<[keyof FusionFeatures, ...ids: string[]]>([
    [
      'keyword',
      'timetable#1', // night, ferry and leave
      'fares#2', // night and ferry, in its title; the shorter of the two
      'grounding#1', // night and ferry
      'fares#1', // as fares#2, and longer
      'timetable#2', // leaves alone
    ],
    [
      'dense',
      'timetable#1', // ferries, and times of day
      'grounding#1', // a night ferry, and a place it came to
      'fares#2', // its title, and a deck
      'fares#1', // its title, and much that is none of a ferry's times
      'timetable#2', // boats that do not leave
    ],
    [
      'sentence',
      'timetable#1', // the row of the night ferry
      'grounding#1', // the sentence with the night ferry; all others are farther than a passage like any other
    ],
    [
      'secondSentence',
      'grounding#1', // title and sentence are both about the ferry
      'timetable#1', // the row of the day ferry
    ],
    [
      'articleKeyword',
      'timetable#1', // the article with the best passage by words, in the order of its passages
      'timetable#2',
      'fares#1',
      'fares#2',
      'grounding#1',
    ],
    [
      'articleDense',
      'timetable#1', // the article with the best passage by vectors
      'timetable#2',
      'grounding#1',
      'fares#1',
      'fares#2',
    ],
  ])('%s', async (name, ...ids) => {
    const one = { [name]: 1 };
    expect(await ranked(LEAVES, { plain: one, structured: one })).toEqual(ids);
  });
});

describe('passages ranked by several things', () => {
  it('are those of plain articles and of articles with structure, each by weights of its own', async () => {
    const keyword = { keyword: 1 };
    expect(await ranked(LEAVES, { plain: keyword })).toEqual(['grounding#1']);
    expect(await ranked(LEAVES, { structured: keyword })).toEqual([
      'timetable#1',
      'fares#2',
      'fares#1',
      'timetable#2',
    ]);
    // .57 of the best by words, now twice of that: before all with structure but the best.
    expect(
      (await ranked(LEAVES, { plain: { keyword: 1.2 }, structured: { keyword: 0.6 } })).slice(0, 2),
    ).toEqual(['grounding#1', 'timetable#1']);
  });

  it('rise with what their article holds besides', async () => {
    const text = 'a lamp in the night';
    // "lamp"; then "night" in a title, the shorter passage first; "night" in one of many cells
    const alone = await ranked(text, { structured: { keyword: 1 } });
    expect(alone).toEqual(['timetable#2', 'fares#2', 'fares#1', 'timetable#1']);
    // The page of the lamp before the other.
    const both = await ranked(text, { structured: { keyword: 0.5, articleKeyword: 0.5 } });
    expect(both).toEqual(['timetable#2', 'timetable#1', 'fares#2', 'fares#1']);
  });
});

describe('what passages are ranked by', () => {
  it('is 1 for the best of each, at most, and as much for every passage of an article as for its best', async () => {
    const { passages } = await scored(LEAVES);
    const of = (name: keyof FusionFeatures) => passages.map(({ features }) => features[name]);
    for (const name of ['keyword', 'dense', 'sentence', 'articleKeyword', 'articleDense'] as const)
      expect(Math.max(...of(name))).toBe(1);
    for (const { features } of passages)
      expect(features.secondSentence).toBeLessThanOrEqual(features.sentence);
    const articleOf = ({ passage }: { passage: number }): number => engine.index.articleOf(passage);
    for (const one of passages) {
      const others = passages.filter((other) => articleOf(other) === articleOf(one));
      const best = (name: keyof FusionFeatures) => Math.max(...others.map(({ features }) => features[name]));
      expect(one.features.articleKeyword).toBe(best('keyword'));
      expect(one.features.articleDense).toBe(best('dense'));
    }
  });

  it('is the only sentence once more where there is no second', async () => {
    const { passages } = await scored('Where do bicycles stand?');
    const single = passages.find(({ passage }) => engine.index.passage(passage).id === 'fares#2')!;
    expect(engine.index.passage(single.passage).units).toHaveLength(1);
    expect(single.features.secondSentence).toBe(single.features.sentence);
  });

  it('names the articles that have headings, lists, tables or code', async () => {
    const { passages } = await scored(LEAVES);
    const structured = passages.filter(({ isStructured }) => isStructured).map(({ passage }) => passage);
    expect(structured.map((passage) => engine.index.passage(passage).id)).toEqual([
      'fares#1',
      'fares#2',
      'timetable#1',
      'timetable#2',
    ]);
  });

  it('is what the legs say, in the order of the candidates', async () => {
    const { terms, vector } = await queryOf(LEAVES);
    const { index } = engine;
    const keywords = index.keywords.scores(terms);
    const { passages } = scorePassages(index, vector, index.meanVector, [6, 2, 0], keywords);
    expect(passages.map(({ passage }) => passage)).toEqual([6, 2, 0]);
    for (const { passage, keyword, dense } of passages) {
      expect(keyword).toBe(keywords[passage]);
      expect(dense).toBe(index.similarity(vector, passage));
    }
  });

  it('tells nothing apart where no word matches and no vector is given', () => {
    const { index, embedder } = engine;
    const nothing = new Float32Array(embedder.dimensions);
    const { passages } = scorePassages(
      index,
      nothing,
      index.meanVector,
      [0, 1],
      index.keywords.scores(new Map()),
    );
    for (const { features } of passages) expect(features).toEqual(NONE);
    expect(
      scorePassages(index, nothing, index.meanVector, [], index.keywords.scores(new Map())).passages,
    ).toEqual([]);
  });
});
