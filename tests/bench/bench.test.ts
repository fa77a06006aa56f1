import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../../scripts/bench/corpus.ts';
import {
  readBenchQuestions,
  readPassages,
  writeBenchQuestions,
  writePassages,
} from '../../scripts/bench/data.ts';
import { articlesOf } from '../../scripts/bench/engine.ts';
import type { AskFigures, BuildFigures, StageFigures } from '../../scripts/bench/measure.ts';
import { drawPlot } from '../../scripts/bench/plot.ts';
import { type Measured, renderReport } from '../../scripts/bench/report.ts';
import { STAGES, stageClock } from '../../scripts/bench/stages.ts';
import { makeFolder } from '../temporary-folder.ts';

const readLines = (path: string): { id: string; text: string }[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const cost = (milliseconds: number) => ({ cpu: milliseconds, wall: 2 * milliseconds });
const built: BuildFigures = { ...cost(3_000), passages: 9, peakMiB: 200, diskMiB: 4, embedding: cost(1_000) };
const asked = (milliseconds: number): AskFigures => ({
  ...{ p50: cost(milliseconds), p95: cost(2 * milliseconds), questions: 3, recall1: 2 / 3, recall5: 1 },
  ...{ open: cost(500), residentMiB: 150, peakMiB: 170 },
});
const stages = Object.fromEntries(
  [...STAGES, 'all'].map((stage) => [stage, { p50: cost(1), p95: cost(2) }]),
) as unknown as StageFigures;
const MEASURED: Measured = {
  ...{ size: 100, model: 'models/some', passages: 9, stages: { ...stages, residentMiB: 300 } },
  rows: [
    { who: 'search', built, asked: asked(2) },
    { who: 'vectra', built, asked: asked(8) },
    { who: 'orama', failed: 'Invalid string length\n  at …' },
  ],
};

describe('the articles of the bench', () => {
  it('are variants of those there are where more are wanted, each with an id and a text of its own', async () => {
    const folder = makeFolder();
    const { paths, questions } = await makeCorpus(60, join(folder, 'nowhere'), folder);
    const lines = readLines(paths[0]!);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(60);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(60);
    expect(questions.length).toBeGreaterThan(50);
  });

  it('begin with those that are asked about, and ask for nothing that is left out', async () => {
    const line = (id: string) =>
      `${JSON.stringify({ id, title: id, date: null, text: `the text of ${id}` })}\n`;
    const question = (relevant: string[]) => `${JSON.stringify({ question: 'who?', relevant })}\n`;
    const folder = makeFolder({
      'signing/articles.jsonl': ['a', 'b', 'c'].map(line).join(''),
      'signing/questions.jsonl': [['a'], ['c'], ['c', 'b'], []].map(question).join(''),
    });
    const { paths, questions } = await makeCorpus(2, folder, folder);
    expect(readLines(paths[0]!).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(questions.map(({ relevant }) => relevant)).toEqual([['a'], ['c', 'b']]);
  });
});

it('hands over passages and questions with the vectors they had', () => {
  const folder = makeFolder();
  const vectors = [Float32Array.of(0.1, 0.2), Float32Array.of(0.3, -0.4)];
  const passages = { texts: ['one', '二'], articles: ['a', 'b'], vectors, dimensions: 2 };
  writePassages(folder, passages);
  expect(readPassages(folder)).toEqual(passages);
  const questions = [{ text: 'which?', relevant: ['a'], vector: vectors[0]! }];
  writeBenchQuestions(folder, questions);
  expect(readBenchQuestions(folder)).toEqual(questions);
});

it('counts an article once, at its best passage', () => {
  expect(articlesOf(['b', 'a', 'b', 'c', 'a'])).toEqual([['b'], ['a'], ['c']]);
});

it('counts what runs within a stage for the inner one alone', () => {
  let time = 0;
  const { within, spent } = stageClock(() => ({ cpu: time, wall: 2 * time }));
  within('fusion', () => {
    time += 10;
    within('keywords', () => {
      time += 40;
    });
    time += 5;
  });
  expect([...spent]).toEqual([
    ['fusion', cost(15)],
    ['keywords', cost(40)],
  ]);
});

describe('the report', () => {
  const report = renderReport([MEASURED], '2026-01-02', 'a machine');

  it('tells each figure beside how many times that of this project it is', () => {
    expect(report).toContain('| Vectra | .667 / 1.000 | 16.00 (4.0) / 32.00 | 8.00 (4.0) | 2.0 (1.0) |');
  });

  it('names what failed, by its first line', () => {
    expect(report).toContain('| Orama, hybrid | failed: Invalid string length |');
  });

  it('has a row for each stage', () => {
    for (const stage of STAGES) expect(report).toContain(`| ${stage} | 1.0 / 2.0, 2.0 / 4.0 |`);
  });
});

it('draws a line for each that was measured, within the picture', () => {
  const larger = { ...MEASURED, size: 1_000 };
  const picture = drawPlot([MEASURED, larger]);
  expect(picture.match(/class="line"/g)).toHaveLength(8);
  expect(picture).not.toMatch(/NaN|Infinity|="-/);
});
