import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/evaluation/evaluate.ts';
import { makeFolder } from '../temporary-folder.ts';
import { run } from './run-command.ts';

const POOL = makeFolder({
  'pool.txt': 'Opening hours of the pool\n\nThe pool is open from 9:30 to 22:30.\n',
});
const BAKERY = makeFolder({ 'bakery.txt': '面包店\n\n黑麦面包每天早上六点出炉。\n' });
const ask = (question: string, relevant: string, answer: string): string =>
  `${JSON.stringify({ lang: 'en', type: 'other', question, relevant: [relevant], answers: [answer] })}\n`;
const QUESTIONS = makeFolder({
  'hours.jsonl': ask('When is the pool open?', 'pool', '9:30 to 22:30'),
  'bread.jsonl': ask('黑麦面包几点出炉？', 'bakery', '早上六点'),
});
const HOURS = ['--questions', join(QUESTIONS, 'hours.jsonl'), '--corpus', POOL];
const BREAD = ['--questions', join(QUESTIONS, 'bread.jsonl'), '--corpus', BAKERY];
const env = { EMBEDDING_MODEL: 'models/zh-en-static' };

describe.concurrent('evaluate', () => {
  it('prints the figures of one set as they are', async () => {
    const { status, stdout } = await run('evaluate', ['--json', ...HOURS], { env });
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as Report;
    expect(report.articles).toBe(1);
    expect(report.all).toMatchObject({ questions: 1, 'passage@1': 1, 'passage@3': 1 });
    expect(report.all).toHaveProperty('quoteLength');
  });

  it('prints those of several sets under their names, each over its own articles', async () => {
    const { status, stdout } = await run('evaluate', ['--json', ...HOURS, ...BREAD, '--name', 'bakery'], {
      env,
    });
    expect(status).toBe(0);
    const { sets } = JSON.parse(stdout) as { sets: Record<string, Report> };
    expect(Object.keys(sets)).toEqual(['hours', 'bakery']);
    for (const { articles, all, skipped } of Object.values(sets))
      expect({ articles, skipped, passage: all['passage@1'] }).toEqual({
        articles: 1,
        skipped: 0,
        passage: 1,
      });
  });
});
