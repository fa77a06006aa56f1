/** The questions about the starting corpus ask for what stands in it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import { isProblem, readCorpus } from '../../src/documents/read.ts';
import { comparable } from '../../src/evaluation/metrics.ts';
import { readQuestions } from '../../src/evaluation/question-file.ts';
import { STARTING_CORPUS } from '../open-corpus.ts';

const FOLDER = fileURLToPath(new URL('../questions', import.meta.url));

const texts = new Map<string, string>();
const problems: string[] = [];
beforeAll(async () => {
  for await (const item of readCorpus(listCorpus([STARTING_CORPUS])))
    if (isProblem(item)) problems.push(`${item.where}: ${item.reason}`);
    else texts.set(item.id, comparable(item.text));
});

it('reads every file of the corpus', () => {
  expect(problems).toEqual([]);
});

const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));

it.each(FILES)('finds each accepted answer of %s in a right article, and one in each', (name) => {
  const asked = readQuestions(join(FOLDER, name));
  // The other files ask about corpora that are kept elsewhere.
  if (!asked.some(({ relevant }) => relevant.some((id) => texts.has(id)))) return;
  const missing = asked.flatMap(({ id, relevant, answers }) => [
    ...relevant.filter((article) => !texts.has(article)).map((article) => `${id}: no article ${article}`),
    ...answers
      .filter((answer) => !relevant.some((article) => texts.get(article)?.includes(comparable(answer))))
      .map((answer) => `${id}: "${answer}" stands in none of ${relevant.join(', ')}`),
    ...relevant
      .filter((article) => !answers.some((answer) => texts.get(article)?.includes(comparable(answer))))
      .map((article) => `${id}: no accepted answer stands in ${article}`),
  ]);
  expect(missing).toEqual([]);
});

it('has questions about the pages of the game server, some of them without an answer', () => {
  const asked = readQuestions(join(FOLDER, 'server.jsonl'));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  expect(asked.filter(({ relevant }) => relevant.length > 0).length).toBeGreaterThanOrEqual(60);
  expect(asked.filter(({ relevant }) => relevant.length === 0).length).toBeGreaterThanOrEqual(15);
});
