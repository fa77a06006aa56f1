import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryError, libraryOf, type PageLibrary } from '../../src/library.ts';
import { LINE_LIMITS } from '../../src/web/line.ts';
import { readEvents } from '../../web/src/events.ts';
import { createDeferred } from '../local-discord/waiting/deferred.ts';
import { openStartingCorpus } from '../open-corpus.ts';
import { AS_OWNER, type Started, startPage } from './start.ts';

const QUESTION = 'who signed with Liaoning and when';

type Told = [event: string, data: { readonly before?: number }];

async function eventsOf(response: Response, onEvent: (told: Told) => void = () => {}): Promise<Told[]> {
  const events: Told[] = [];
  for await (const { event, data } of readEvents(response.body!)) {
    events.push([event, JSON.parse(data)]);
    onEvent(events.at(-1)!);
  }
  return events;
}

/** Something that waits until it is let go. */
function hold(): { held: Promise<void>; release: () => void } {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { held, release };
}

const asEvents = { Accept: 'text/event-stream' };

describe('asking', () => {
  let page: Started;
  let library: PageLibrary;
  beforeAll(async () => {
    library = libraryOf(await openStartingCorpus().engine);
    page = await startPage({}, { library });
  });
  afterAll(() => page.stop());

  it('answers as the library does', async () => {
    const {
      receipt,
      elapsedMs: _,
      ...told
    } = await (await page.send('/api/ask', { body: { question: QUESTION } })).json();
    const { elapsedMs: __, ...expected } = await library.ask(QUESTION);
    expect(told).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(receipt.isKept).toBe(false);
  });

  it('tells the stages, then the answer, as events', async () => {
    const events = await eventsOf(
      await page.send('/api/ask', { body: { question: QUESTION }, headers: asEvents }),
    );
    expect(events.slice(0, 2)).toEqual([
      ['stage', { stage: 'searching' }],
      ['stage', { stage: 'reading' }],
    ]);
    expect(events.at(-1)).toEqual([
      'answer',
      expect.objectContaining({ status: 'answered', question: QUESTION }),
    ]);
  });

  it('takes over the subject of the question that it follows', async () => {
    const ask = async (body: object) => (await page.send('/api/ask', { body })).json();
    const alone = await ask({ question: 'and when?' });
    const further = await ask({ question: 'and when?', follows: 'who signed with Liaoning' });
    expect(alone.status).toBe('unanswered');
    expect(further.facts[0].date).toBe('2024-01-31');
  });

  it('says a problem as an event, too, in words for people', async () => {
    const failing = await startPage(
      {},
      { library: { ...library, ask: () => Promise.reject(new LibraryError('building')) } },
    );
    const [[event, problem]] = (await eventsOf(
      await failing.send('/api/ask', { body: { question: QUESTION }, headers: asEvents }),
    )) as [[string, { type: string; detail: string }]];
    expect(event).toBe('problem');
    expect(problem).toMatchObject({ type: 'urn:corpus-answers:not-answered', status: 503 });
    expect(problem.detail).toContain('still being built');
    await failing.stop();
  });

  it('tells nothing of an error of its own but that there was one', async () => {
    const failing = await startPage(
      {},
      { library: { ...library, ask: () => Promise.reject(new Error('/home/somebody/secret.db is broken')) } },
    );
    const response = await failing.send('/api/ask', { body: { question: QUESTION } });
    expect(response.status).toBe(500);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.text()).not.toContain('secret');
    expect(failing.log.join('')).toContain('secret.db');
    await failing.stop();
  });

  it.each([
    [{}, 'question: expected a value, found none'],
    [{ question: '  ' }, 'question: expected a text of 1 to 4000 characters'],
    [{ question: 7 }, 'question: expected a text'],
    [{ question: 'x', follows: null }, 'follows: expected a text'],
    [{ question: 'x', language: 'fr' }, 'language: expected one of en, zh'],
    [{ question: 'x', from: 'yesterday' }, 'from: expected a text like ^\\d{4}-\\d\\d-\\d\\d$'],
    [{ question: 'x', scope: { server: '1' } }, 'scope: not a field of this request'],
    [[], 'expected an object with fields'],
  ])('refuses %j and says why', async (body, error) => {
    const response = await page.send('/api/ask', { body });
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toEqual([error]);
  });

  it('refuses a body that is not JSON', async () => {
    expect((await page.send('/api/ask', { body: '{"question":' })).status).toBe(400);
  });

  it('keeps a question without an answer, until who asked takes it back', async () => {
    const question = 'who is the mayor of Atlantis';
    const { receipt } = await (await page.send('/api/ask', { body: { question } })).json();
    expect(receipt.isKept).toBe(true);
    const gapsOf = async () => (await page.state.gaps('page', 10)).map((gap) => gap.question);
    expect(await gapsOf()).toContain(question);
    const judge = async (verdict: string) =>
      (await page.send('/api/feedback', { body: { receipt: receipt.id, verdict } })).status;
    expect([await judge('forget'), await judge('forget')]).toEqual([204, 404]);
    expect(await gapsOf()).not.toContain(question);
    expect([await judge('unhelpful'), await judge('helpful')]).toEqual([204, 404]);
    expect(await page.state.feedback('page')).toEqual({ helpful: 0, unhelpful: 1 });
    expect(await page.state.wrongAnswers('page', 10)).toMatchObject([{ question, count: 1 }]);
  });

  it('lists what was not answered to those who are signed in, in groups, with a count a day', async () => {
    for (const question of ['who is the mayor of Atlantis', 'who was the mayor of Atlantis?'])
      await page.send('/api/ask', { body: { question } });
    const told = await (await page.send('/api/questions?days=7', { headers: AS_OWNER })).json();
    expect(told.days).toHaveLength(7);
    expect(told.days.at(-1).unanswered).toBeGreaterThan(1);
    expect(told.gaps[0]).toMatchObject({ question: 'who is the mayor of Atlantis', count: 2 });
  });

  it('neither counts nor keeps a question once more because somebody looks why', async () => {
    const question = 'who is the mayor of Lemuria';
    const ask = async (body = {}) => (await page.send('/api/ask', { body: { question, ...body } })).json();
    const { id } = (await ask()).receipt;
    await page.send('/api/feedback', { body: { receipt: id, verdict: 'forget' } });
    const counted = async () => (await page.send('/api/questions', { headers: AS_OWNER })).json();
    const before = await counted();
    const told = await ask({ explain: true, receipt: id });
    expect([told.receipt, told.explanation.length]).toEqual([null, 1]);
    expect(await counted()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain('Lemuria');
    expect((await ask({ receipt: 'of nothing' })).receipt).not.toBeNull();
  });

  it('explains on demand, with the same answer', async () => {
    const told = await (await page.send('/api/ask', { body: { question: QUESTION, explain: true } })).json();
    const [lookup] = told.explanation;
    expect(told.answer).toBe((await library.ask(QUESTION)).answer);
    expect(lookup.confidence.distance).toBeCloseTo(told.confidence - lookup.confidence.threshold);
    expect(lookup.passages).toContainEqual(expect.objectContaining({ final: 1, isQuoted: true }));
  });
});

/** The server tells each of them of every one that leaves. */
const MANY = 40;

describe('many who ask at once', () => {
  it('are answered in turn, told their place, and no more than two at once go to the library', async () => {
    let [underWay, most] = [0, 0];
    const { held, release } = hold();
    const library = libraryOf(await openStartingCorpus().engine);
    const page = await startPage(
      {},
      {
        library: {
          ...library,
          async ask(...asked) {
            most = Math.max(most, ++underWay);
            await held;
            const answer = await library.ask(...asked);
            underWay--;
            return answer;
          },
        },
      },
    );
    const all = await Promise.all(
      Array.from({ length: MANY }, async (_, i) =>
        eventsOf(
          await page.send('/api/ask', { body: { question: `hello ${i}` }, headers: asEvents }),
          // The last of the line has come.
          ([event, { before }]) => event === 'waiting' && before === MANY - 2 && release(),
        ),
      ),
    );
    expect(all.map((events) => events.at(-1)?.[0])).toEqual(Array(MANY).fill('answer'));
    expect(most).toBe(2);
    await page.stop();
  }, 60_000);

  it('are told that too many wait where they are more', async () => {
    const { held, release } = hold();
    const library = libraryOf(await openStartingCorpus().engine);
    const page = await startPage(
      {},
      {
        library: { ...library, ask: async (...asked) => held.then(() => library.ask(...asked)) },
        limits: { ...LINE_LIMITS, atOnce: 1, waiting: 2 },
      },
    );
    const ask = () => page.send('/api/ask', { body: { question: 'hello' }, headers: asEvents });
    const line = createDeferred<void>();
    const waiting = [ask(), ask(), ask()].map(async (response) =>
      // The last of the line has come.
      eventsOf(
        await response,
        ([event, { before }]) => event === 'waiting' && before === 2 && line.resolve(),
      ),
    );
    await line.promise;
    const refused = await page.send('/api/ask', { body: { question: 'hello' } });
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    release();
    const ends = (await Promise.all(waiting)).map((events) => events.at(-1)?.[0]);
    expect(ends).toEqual(['answer', 'answer', 'answer']);
    await page.stop();
  });

  it('make room when they go away', async () => {
    const { held, release } = hold();
    const library = libraryOf(await openStartingCorpus().engine);
    const asked: string[] = [];
    const page = await startPage(
      {},
      {
        library: {
          ...library,
          async ask(question, ...options) {
            asked.push(question);
            await held;
            return library.ask(question, ...options);
          },
        },
        limits: { ...LINE_LIMITS, atOnce: 1, waiting: 1 },
      },
    );
    const first = page.send('/api/ask', { body: { question: 'hello 1' }, headers: asEvents });
    const leaving = new AbortController();
    const second = await page.send('/api/ask', {
      body: { question: 'hello 2' },
      headers: asEvents,
      signal: leaving.signal,
    });
    leaving.abort();
    await second.text().catch(() => {});
    await expect
      .poll(async () => {
        const trial = new AbortController();
        const response = await page.send('/api/ask', {
          body: { question: 'hello 3' },
          headers: asEvents,
          signal: trial.signal,
        });
        const [one] = response.status === 503 ? [] : ['in line'];
        if (one === undefined) trial.abort();
        return one;
      })
      .toBe('in line');
    release();
    await (await first).text();
    expect(asked).not.toContain('hello 2');
    await page.stop();
  });
});
