import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf } from '../../src/library.ts';
import { createWriter } from '../../src/writing/write.ts';
import { readEvents } from '../../web/src/events.ts';
import { type LocalLlm, startLocalLlm } from '../local-llm/start-local-llm.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';
import { BUDGET, configOf } from '../writing/answering.ts';
import { type Opened, openPage, violationsIn } from './dom.ts';
import { type Started, startPage } from './start.ts';

const GUIDE = `---
title: How to tame a lantern fox
date: 2024-03-05
---
## Taming

1. Wait for dusk at the moor.
2. Offer the lantern fox seven blueberries.
`;
const QUESTION = 'how do I tame a lantern fox?';
const STEP = 'Wait for dusk at the moor [1]. ';
const OTHER = 'Offer the lantern fox seven blueberries [1]. ';

let llm: LocalLlm;
let page: Started;
let without: Started;
const opened: Opened[] = [];
const open = (one: Started, hash = ''): Opened => {
  const shown = openPage(one.address, { hash });
  opened.push(shown);
  return shown;
};

beforeAll(async () => {
  llm = await startLocalLlm();
  const corpus = makeFolder();
  writeFileSync(join(corpus, 'foxes.md'), GUIDE);
  const library = libraryOf(await openCorpus(corpus));
  const writer = createWriter(configOf(llm.url, { model: 'small' }), { budget: BUDGET, log: () => {} });
  page = await startPage({}, { library, writer });
  without = await startPage({}, { library });
});
afterAll(async () => {
  for (const one of opened) one.close();
  await page.stop();
  await without.stop();
  await llm.stop();
});

const ask = (one: Started, headers: Readonly<Record<string, string>> = {}) =>
  one.send('/api/ask', { body: { question: QUESTION }, headers });

describe('the API, where a language model is set', () => {
  it('answers with what it wrote', async () => {
    llm.say(STEP, OTHER);
    const { answer, written, evidence } = await (await ask(page)).json();
    expect(written).toMatchObject({
      model: 'small',
      tells: true,
      sources: [{ number: 1, passage: 'foxes#1' }],
    });
    expect(answer).toBe('Wait for dusk at the moor. [1] Offer the lantern fox seven blueberries. [1]');
    expect(evidence[0].quote).toContain('seven blueberries');
    expect(await page.state.countsSince('page', '2000-01-01')).toMatchObject({ answered: 1, written: 1 });
  });

  it('tells the answer from the evidence first, then each statement, then the whole, as events', async () => {
    llm.answer({ pieces: [STEP, OTHER, 'Bob Zork told so [1]. '], pauseMs: 10 });
    const events: [string, { written?: object; blocks?: { text: string }[] }][] = [];
    const { body } = await ask(page, { Accept: 'text/event-stream' });
    for await (const { event, data } of readEvents(body!)) events.push([event, JSON.parse(data)]);
    expect(events.map(([event]) => event)).toEqual([
      ...['stage', 'stage', 'found', 'written', 'written', 'answer'],
    ]);
    expect(events[2]![1].written).toBeUndefined();
    expect(events[3]![1].blocks![0]!.text).toBe('Wait for dusk at the moor. [1]');
    expect(JSON.stringify(events)).not.toContain('Zork');
  });

  it('says of why an answer is as it is without asking it', async () => {
    const before = llm.requests.length;
    await page.send('/api/ask', { body: { question: QUESTION, explain: true } });
    expect(llm.requests).toHaveLength(before);
  });

  it('stops it when whoever asked goes away', async () => {
    llm.answer({ pieces: [STEP, OTHER], end: 'silent' });
    const left = llm.left();
    const leaving = new AbortController();
    const { body } = await page.send('/api/ask', {
      ...{ body: { question: QUESTION }, headers: { Accept: 'text/event-stream' } },
      signal: leaving.signal,
    });
    for await (const { event } of readEvents(body!)) if (event === 'written') break;
    leaving.abort();
    await expect.poll(() => llm.left(), { timeout: 5_000 }).toBe(left + 1);
  });
});

describe('the page, where a language model is set', () => {
  const hash = `#/ask?${new URLSearchParams({ q: QUESTION })}`;

  it('shows what it writes above the quotes, and what its numbers mean', async () => {
    llm.say(STEP, OTHER);
    const one = open(page, hash);
    await one.shows(/\d ms/);
    expect(one.document.querySelector('.written')?.textContent).toBe(
      'Wait for dusk at the moor. [1] Offer the lantern fox seven blueberries. [1]',
    );
    expect(one.document.querySelector('.evidence')?.textContent).toContain('seven blueberries');
    expect(one.document.querySelector('.sources')?.textContent).toContain(
      '[1]How to tame a lantern fox › Taming',
    );
    expect(await violationsIn(one)).toEqual([]);
  });

  it('can be told to stop, and keeps what is there', async () => {
    llm.answer({ pieces: [STEP, OTHER], end: 'silent' });
    const one = open(page, hash);
    await one.shows('Wait for dusk at the moor. [1]');
    expect(one.text()).toContain('A language model is writing');
    one.named('Stop').click();
    await one.shows(/\d ms/);
    expect(one.document.querySelector('.written')?.textContent).toContain('Wait for dusk at the moor. [1]');
    expect(one.text()).not.toContain('A language model is writing');
  });

  it('says where questions go, before one is asked', async () => {
    await open(page).shows('small on 127.0.0.1');
    const other = open(without);
    await other.shows('What I cannot answer is kept');
    expect(other.text()).not.toContain('language model');
  });
});
