import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Written } from '../../src/answer-types.ts';
import type { LlmConfig } from '../../src/llm-config.ts';
import { openBudget } from '../../src/writing/budget.ts';
import { createWriter, type WriteOptions, type WriterNeeds } from '../../src/writing/write.ts';
import { type LlmReply, type LocalLlm, startLocalLlm } from '../local-llm/start-local-llm.ts';
import { makeFolder } from '../temporary-folder.ts';
import { answering, BUDGET, configOf } from './answering.ts';

let llm: LocalLlm;
beforeAll(async () => {
  llm = await startLocalLlm();
});
afterAll(() => llm.stop());

const POOL = 'The pool opens at 9:00 and closes at 21:30. A ticket costs 5 crowns.';
const ANSWER = answering([POOL], 'en', { title: 'The pool', date: '2024-05-01' });
const HOURS = 'The pool opens at 9:00 [1].';
const PRICE = 'A ticket costs 5 crowns [1].';

async function write(
  config: Partial<LlmConfig> = {},
  options: WriteOptions = {},
  needs: Partial<WriterNeeds> = {},
  answer = ANSWER,
) {
  const logged: unknown[] = [];
  const writer = createWriter(configOf(llm.url, config), {
    ...{ budget: BUDGET, ...needs },
    log: (event, details) => logged.push([event, details.reason]),
  });
  return { ...(await writer.write(answer, options)), logged };
}

describe('an answer that a language model writes', () => {
  it('is its statements with their passages, above the evidence as it was', async () => {
    llm.answer({
      pieces: ['The pool op', 'ens at 9:00 [', '1]. A ticket', ' costs 5 crowns [1].'],
      tokens: 321,
    });
    const { answer, writing, logged } = await write();
    const said = 'The pool opens at 9:00. [1] A ticket costs 5 crowns. [1]';
    expect(answer).toEqual({
      ...ANSWER,
      answer: said,
      written: {
        ...{ model: 'imitated', tells: true, blocks: [{ kind: 'text', text: said, depth: 0 }] },
        sources: [
          {
            number: 1,
            article: ANSWER.evidence[0]!.article,
            passage: 'notices#1',
            headings: [],
            anchor: null,
          },
        ],
      },
    });
    expect(writing).toMatchObject({ outcome: 'shown', tokens: 321 });
    expect(logged).toEqual([]);
  });

  it('is told statement by statement as it comes, each once it is checked', async () => {
    llm.answer({ pieces: [`${HOURS} `, 'Bob Zork swims there [1]. ', `${PRICE} `, 'The end '], pauseMs: 5 });
    const seen: string[] = [];
    await write(
      {},
      { onWritten: ({ blocks }: Written) => seen.push(blocks.map(({ text }) => text).join('\n')) },
    );
    expect(seen).toEqual([
      'The pool opens at 9:00. [1]',
      'The pool opens at 9:00. [1] A ticket costs 5 crowns. [1]',
    ]);
  });

  it('loses statements that do not hold, and says why', async () => {
    llm.say(`${HOURS} Bob Zork swims there [1]. ${PRICE}`);
    const { answer, writing } = await write();
    expect(answer.answer).not.toContain('Zork');
    expect(writing?.statements.map(({ cut }) => cut)).toEqual([
      null,
      { reason: 'name', what: 'Bob Zork' },
      null,
    ]);
  });

  it('is shown where half of it holds, and not where less does', async () => {
    llm.say(`${HOURS} Bob Zork swims there [1].`);
    expect((await write()).writing?.outcome).toBe('shown');
    llm.say(`${HOURS} Bob Zork swims there [1]. Ada Zork does, too [1].`);
    const { answer, writing, logged } = await write();
    expect(answer).toBe(ANSWER);
    expect(writing?.outcome).toBe('cut');
    expect(logged).toEqual([['an answer was not written', 'cut']]);
  });

  it.each(['NOT TOLD', ' "Not told."\n'])('may be that the passages do not tell: %s', async (said) => {
    llm.say(said);
    const { answer, writing } = await write();
    expect(writing?.outcome).toBe('not told');
    expect(answer.written).toMatchObject({ tells: false, sources: [] });
    expect(answer.evidence).toBe(ANSWER.evidence);
  });

  it('has nothing of what a model thinks aloud before it', async () => {
    llm.say('<think>Bob Zork? [1] No.', `</think>\n${HOURS}`);
    expect((await write()).answer.answer).toBe('The pool opens at 9:00. [1]');
  });

  it('asks with the question, the talk before it, and the passages with their titles and days', async () => {
    llm.say(HOURS);
    await write({ key: 'sk-0123' }, { before: 'where can I swim?' });
    const { body, headers, path } = llm.requests.at(-1)!;
    const all = body.messages!.map(({ content }) => content).join('\n');
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe('Bearer sk-0123');
    expect(body.model).toBe('imitated');
    for (const part of [ANSWER.question, 'where can I swim?', 'The pool (2024-05-01)', POOL])
      expect(all).toContain(part);
    expect(all).not.toContain('sk-0123');
    await write();
    expect(llm.requests.at(-1)!.headers.authorization).toBeUndefined();
  });

  it('asks nothing where there is no evidence', async () => {
    const before = llm.requests.length;
    for (const change of [
      { status: 'unanswered' },
      { status: 'chat' },
      { evidence: [] },
      { articles: [] },
    ] as const) {
      const { answer, writing } = await write({}, {}, {}, { ...ANSWER, ...change });
      expect([answer.written, writing]).toEqual([undefined, null]);
    }
    expect(llm.requests).toHaveLength(before);
  });

  it('asks again without its wishes where an endpoint takes none of them', async () => {
    llm.answer(({ body }) => (body.temperature === undefined ? { pieces: [HOURS] } : { status: 400 }));
    expect((await write()).writing?.outcome).toBe('shown');
  });

  it('ends where whoever asked stops it, with what holds by then', async () => {
    llm.answer({ pieces: [`${HOURS} `, `${PRICE} `, 'And'], end: 'silent' });
    const stopping = new AbortController();
    const { answer, writing, logged } = await write(
      {},
      { signal: stopping.signal, onWritten: () => stopping.abort() },
    );
    expect(writing?.outcome).toBe('stopped');
    expect(answer.answer).toBe('The pool opens at 9:00. [1]');
    expect(logged).toEqual([]);
  });
});

describe('where nothing can be written', () => {
  const rubbish = 'lorem \u0000 ipsum {"choices": [1]} ]] $$ <|end|> '.repeat(5);
  const FAULTS: readonly (readonly [string, LlmReply, string])[] = [
    ['never answers', { hangs: true }, 'late'],
    ['stops in the middle and says nothing', { pieces: [HOURS, ' A'], end: 'silent' }, 'late'],
    ['writes too slowly', { pieces: Array(500).fill(`${HOURS} `), pauseMs: 40 }, 'late'],
    ['breaks off', { pieces: [HOURS], end: 'broken' }, 'broken off'],
    ['has too many requests', { status: 429, headers: { 'Retry-After': '60' } }, 'status 429'],
    ['fails', { status: 500 }, 'status 500'],
    ['wants another key', { status: 401 }, 'status 401'],
    [
      'leads elsewhere',
      { status: 307, headers: { Location: 'http://127.0.0.1:1/v1/chat/completions' } },
      'unreachable',
    ],
    ['refuses', { refusal: 'I cannot help with that.' }, 'refused'],
    ['refuses in words', { pieces: ['I am sorry, but I cannot help with that.'] }, 'cut'],
    ['writes rubbish', { pieces: [rubbish] }, 'cut'],
    ['writes nothing', { pieces: ['', ' \n'] }, 'empty'],
    ['sends what is no stream', { bytes: '<html>Bad gateway</html>', type: 'text/html' }, 'empty'],
    ['sends a stream of what is no JSON', { bytes: 'data: {"choices": [{\n\ndata: nope\n\n' }, 'broken off'],
    ['writes for ever', { pieces: [`${HOURS} `.repeat(20)], end: 'endless' }, 'too long'],
    [
      'writes for ever without an end of a sentence',
      { pieces: ['word '.repeat(50)], end: 'endless' },
      'too long',
    ],
  ];

  it.each(FAULTS)(
    'as the endpoint %s, the answer from the evidence comes in time, and one line tells',
    async (_, reply, reason) => {
      llm.answer(reply);
      const started = performance.now();
      const { answer, writing, logged } = await write({ seconds: 1 });
      expect(performance.now() - started).toBeLessThan(1_100);
      expect(answer).toBe(ANSWER);
      expect(writing?.outcome.replace('unreachable', 'broken off')).toBe(
        reason.replace('unreachable', 'broken off'),
      );
      expect(logged).toEqual([['an answer was not written', writing?.outcome]]);
    },
  );

  it('as nothing listens there', async () => {
    const { answer, writing } = await write({ url: 'http://127.0.0.1:1/v1' });
    expect(answer).toBe(ANSWER);
    expect(writing?.outcome).toBe('unreachable');
  });

  it('as others are being written for, who asks beyond them does not wait', async () => {
    llm.answer({ hangs: true });
    const logged: unknown[] = [];
    const writer = createWriter(configOf(llm.url, { seconds: 1 }), {
      ...{ budget: BUDGET, atOnce: 1 },
      log: (_, { reason }) => logged.push(reason),
    });
    const [first, second] = [writer.write(ANSWER), writer.write(ANSWER)];
    expect((await second).writing?.outcome).toBe('busy');
    expect((await first).writing?.outcome).toBe('late');
    expect(logged).toEqual(['busy', 'late']);
  });

  it('as the tokens of the day are used up, in whatever program, until the next one', async () => {
    const file = join(makeFolder(), 'tokens.json');
    let day = '2024-05-01';
    const open = () => openBudget(2_500, file, () => day);
    llm.answer({ pieces: [HOURS], tokens: 2_000 });
    expect((await write({}, {}, { budget: open() })).writing?.outcome).toBe('shown');
    const asked = llm.requests.length;
    const { answer, writing, logged } = await write({}, {}, { budget: open() });
    expect([answer, writing?.outcome, logged.length]).toEqual([ANSWER, 'out of budget', 1]);
    expect(llm.requests).toHaveLength(asked);
    day = '2024-05-02';
    expect((await write({}, {}, { budget: open() })).writing?.outcome).toBe('shown');
  });
});
