import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { currentBuild } from '../../src/index/generations.ts';
import { startLibrary } from '../../src/service/live-library.ts';
import { keepAsking } from '../faults/swap-and-kill.ts';
import { ASK_FERRY } from '../few-articles.ts';
import { buildCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';
import { damageBuild, isAlive, type Live, makePlaces, publishDamagedBuild, startLive } from './live.ts';

const BAKERY = '# The bakery\n\nThe bakery on the quay opens at 6:15.\n';
const ASK_BAKERY = 'when does the bakery on the quay open';
/** Few enough questions beside the processes that start. */
const ASKER_PAUSE_MS = 1_500;
/** As long as a process may take to start on a busy machine. */
const SOON = { timeout: 100_000, interval: 10 };

// The groups side by side, as they mostly wait for processes; the tests of the first two in order.
describe.concurrent('the answering process', () => {
  const MAX_WAITING = 3;
  /** Longer than an answer takes on a busy machine; the tests of the other groups go on meanwhile. */
  const HANG_MS = 4_000;
  let live: Live;
  let built: unknown;
  beforeAll(async () => {
    live = await startLive({ maxWaiting: MAX_WAITING, hangMs: HANG_MS, corpus: [makeFolder()] });
    built = await live.library.ready;
  });
  afterAll(() => live.library.close());
  const signal = (name: NodeJS.Signals): boolean => process.kill(live.library.processId()!, name);
  const ask = () => live.library.ask(ASK_FERRY);

  it.sequential('answers from an index that cannot be brought up to date, and says why', async () => {
    expect(built).toBeNull();
    expect(live.log.splice(0)).toEqual([
      expect.stringMatching(/^The index could not be brought up to date, .+: The corpus is empty/),
    ]);
    expect((await ask()).status).toBe('answered');
  });

  it.sequential('outlives Ctrl+C and SIGTERM, which reach its parent too', async () => {
    const before = live.library.processId();
    signal('SIGINT');
    signal('SIGTERM');
    expect((await ask()).status).toBe('answered');
    expect(live.library.processId()).toBe(before);
  });

  it.sequential('takes as many questions as may wait beside the one under way, and no more', async () => {
    signal('SIGSTOP');
    const taken = [ask()];
    // The first leaves the line as soon as the process has it.
    await nextTurn();
    taken.push(...Array.from({ length: MAX_WAITING }, ask));
    await expect(ask()).rejects.toMatchObject({
      reason: 'full',
      message: 'Too many questions are waiting. Ask again in a minute.',
    });
    signal('SIGCONT');
    const answers = await Promise.all(taken);
    expect(answers.map(({ status }) => status)).toEqual(Array(1 + MAX_WAITING).fill('answered'));
  });

  it.sequential('is ended when it hangs, and the next one answers the question', async () => {
    const before = live.library.processId()!;
    signal('SIGSTOP');
    expect((await ask()).status).toBe('answered');
    expect(isAlive(before)).toBe(false);
    expect(live.log).toEqual(['The answering process ended (SIGKILL); starting it again']);
  });

  it.sequential('ends with the library, which then fails what is asked', async () => {
    const processId = live.library.processId()!;
    await live.library.close();
    await vi.waitUntil(() => !isAlive(processId), SOON);
    await expect(ask()).rejects.toMatchObject({ reason: 'closed' });
  });
});

describe.concurrent('a running library', () => {
  let live: Live;
  const served: string[] = [];
  let asking: ReturnType<typeof keepAsking>;
  beforeAll(async () => {
    live = await startLive({ retryMs: 1, onServing: ({ index }) => served.push(index) });
    await live.library.ready;
    asking = keepAsking(live.library, ASK_BAKERY, 'bakery', ASKER_PAUSE_MS);
  });
  afterAll(() => live.library.close());

  it.sequential('refuses a damaged build with one line, and answers on from the one before, even after a death', async () => {
    const [first] = served;
    const damaged = publishDamagedBuild(live.places.embeddings);
    await vi.waitUntil(() => live.log.length === 1, SOON);
    expect(live.log[0]).toMatch(
      new RegExp(`^The index ${damaged} is refused, ${first} answers on: .+keywords.bin is damaged`),
    );
    process.kill(live.library.processId()!, 'SIGKILL');
    expect((await live.library.ask(ASK_FERRY)).index).toBe(first);
    expect(served).toEqual([first, first]);
    // The damaged one was not tried again.
    expect(live.log.slice(1)).toEqual(['The answering process ended (SIGKILL); starting it again']);
  });

  it.sequential('answers from a build that another program made, as soon as it is open', async () => {
    const [first] = served;
    writeFileSync(join(live.places.corpus[0], 'bakery.md'), BAKERY);
    await buildCorpus(live.places.corpus[0], live.places.embeddings);
    expect((await live.library.ask(ASK_FERRY)).index).toBe(first);
    await vi.waitUntil(() => served.length === 3, SOON);
    const answer = await live.library.ask(ASK_BAKERY);
    expect(answer.index).toBe(served[2]);
    expect(answer.answer).toContain('6:15');
    expect(live.log.at(-1)).toBe(`The index ${served[2]} answers now, instead of ${first}`);
    await asking.untilAnswered(5);
  });

  it.sequential('answers from the build before where its own is damaged on the disk and its process dies', async () => {
    const [first] = served;
    damageBuild(live.places.embeddings, served[2]!);
    process.kill(live.library.processId()!, 'SIGKILL');
    expect((await live.library.ask(ASK_FERRY)).index).toBe(first);
    expect(live.log.at(-1)).toMatch(
      new RegExp(`^The index ${served[2]} is refused, ${first} is to answer: .+keywords.bin is damaged`),
    );
  });

  it.sequential('tries a refused build again once its files are others', async () => {
    const { embeddings } = live.places;
    // The byte back as it was; only a change beside the builds is seen at once.
    damageBuild(embeddings, served[2]!);
    writeFileSync(join(embeddings, 'mended'), '');
    await vi.waitUntil(() => served.length === 5, SOON);
    expect((await live.library.ask(ASK_BAKERY)).index).toBe(served[2]);
    expect(live.log.at(-1)).toBe(`The index ${served[2]} answers now, instead of ${served[0]}`);
  });

  it.sequential('answers on where a new build fails, and says why', async () => {
    rmSync(live.places.corpus[0], { recursive: true });
    const reindexed = live.library.reindex();
    expect(live.library.reindex()).toBe(reindexed);
    await expect(reindexed).rejects.toThrow(/no such file or folder/);
    await expect(reindexed).rejects.toMatchObject({ why: { reason: 'empty' } });
    expect((await live.library.ask(ASK_FERRY)).status).toBe('answered');
  });

  it.sequential('answered every question that was asked meanwhile, each from exactly one build', async () => {
    const { answers, failures } = await asking.stop();
    expect(failures).toEqual({});
    expect(new Set(answers.map(({ index }) => index))).toEqual(new Set(served));
    for (const { index, text } of answers) expect(text !== '', index).toBe(index === served[2]);
  });
});

describe.concurrent('a library without an index', () => {
  it('fails a question that cannot wait for the build', async () => {
    const corpus = makeFolder({ 'bakery.md': BAKERY });
    const options = { corpus: [corpus], embeddings: makeFolder(), model: STATIC_MODEL };
    const library = startLibrary({ ...options, deadlineMs: 1 });
    await expect(library.ask(ASK_BAKERY)).rejects.toMatchObject({
      reason: 'building',
      message: expect.stringContaining('still being built'),
    });
    await library.close();
  });

  it('ends with the reason where none can be built', async () => {
    const options = { corpus: [makeFolder()], embeddings: makeFolder(), model: STATIC_MODEL };
    const library = startLibrary(options);
    const question = library.ask(ASK_BAKERY);
    await expect(question).rejects.toMatchObject({ reason: 'ended' });
    await expect(library.ready).rejects.toThrow('The corpus is empty');
    expect((await library.ended).message).toContain('The corpus is empty');
    await expect(library.ask(ASK_BAKERY)).rejects.toMatchObject({ reason: 'ended' });
  });
});

describe.concurrent('a library over an index', () => {
  it('fails a question that is not answered until its deadline', async () => {
    const { library } = await startLive({ deadlineMs: 1 });
    await expect(library.ask(ASK_FERRY)).rejects.toMatchObject({ reason: 'late' });
    await library.close();
  });

  it('ends with the reason where it is damaged and no other is there', async () => {
    const places = await makePlaces();
    damageBuild(places.embeddings, currentBuild(places.embeddings)!);
    const library = startLibrary(places);
    await expect(library.ready).rejects.toThrow(/keywords\.bin is damaged.+Run: npm run index/);
    await expect(library.ask(ASK_FERRY)).rejects.toMatchObject({ reason: 'ended' });
  });
});

describe('a library that is to build no more', () => {
  it('ends the build that is under way, begins no other, and answers on', async () => {
    const { library, places } = await startLive();
    try {
      await library.ready;
      const building = library.reindex();
      library.stopBuilding();
      await expect(building).rejects.toThrow(/ended|aborted/);
      await expect(library.reindex()).rejects.toThrow(/aborted/);
      expect((await library.ask(ASK_FERRY)).index).toBe(currentBuild(places.embeddings));
    } finally {
      await library.close();
    }
  });
});
