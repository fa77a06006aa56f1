/** Faults of requests that pass: the answer has to get through in spite of them, once. */
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalDiscord } from '../../../tests/local-discord/start-local-discord.ts';
import { type Fault, REQUEST } from './fault.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const ACKNOWLEDGED_ALREADY = 40060;

type Plan = Parameters<LocalDiscord['fault']>[0];
type Way = 'viaCommand' | 'viaMention';

/** A fault in the way of requests, and a question that has to be answered in spite of it. */
const onRest = (name: string, way: Way, plan: Plan, refusals: readonly number[] = []): Fault => ({
  name,
  exit: null,
  refusals,
  run: async (stage) => {
    const fault = stage.discord.fault(plan);
    await stage[way]();
    if (fault.hits === 0) throw new Error('the fault met no request');
  },
});

export const REST_FAULTS: readonly Fault[] = [
  onRest('429 on a callback', 'viaCommand', { match: REQUEST.callback, status: 429, retryAfterSeconds: 0.5 }),
  onRest('429 on the answer', 'viaCommand', { match: REQUEST.edit, status: 429, retryAfterSeconds: 1 }),
  onRest('429 on a reply', 'viaMention', { match: REQUEST.send, status: 429, retryAfterSeconds: 1 }),
  onRest('429 for all routes', 'viaMention', {
    match: REQUEST.send,
    status: 429,
    retryAfterSeconds: 1,
    isGlobal: true,
  }),
  ...[3, 4].flatMap((times) => [
    onRest(`500 × ${times} on a callback`, 'viaCommand', { match: REQUEST.callback, status: 500, times }),
    onRest(`500 × ${times} on the answer`, 'viaCommand', { match: REQUEST.edit, status: 500, times }),
    onRest(`500 × ${times} on a reply`, 'viaMention', { match: REQUEST.send, status: 500, times }),
  ]),
  onRest('a callback hangs', 'viaCommand', { match: REQUEST.callback, hang: true }),
  onRest('the answer hangs', 'viaCommand', { match: REQUEST.edit, hang: true }),
  onRest('a reply hangs', 'viaMention', { match: REQUEST.send, hang: true }),
  onRest('connection closed on a callback', 'viaCommand', { match: REQUEST.callback, reset: true, times: 2 }),
  onRest('connection closed on the answer', 'viaCommand', { match: REQUEST.edit, reset: true, times: 2 }),
  onRest('connection closed on a reply', 'viaMention', { match: REQUEST.send, reset: true, times: 2 }),
  onRest('reply took effect, its answer lost', 'viaMention', {
    match: REQUEST.send,
    reset: true,
    after: true,
  }),
  onRest('answer took effect, its answer lost', 'viaCommand', {
    match: REQUEST.edit,
    reset: true,
    after: true,
  }),
  onRest(
    'callback took effect, its answer lost',
    'viaCommand',
    { match: REQUEST.callback, reset: true, after: true },
    [ACKNOWLEDGED_ALREADY],
  ),
  onRest('truncated JSON behind a reply', 'viaMention', {
    match: REQUEST.send,
    status: 200,
    body: '{"id":',
    headers: JSON_TYPE,
    after: true, // biome-ignore format: one line
  }),
  onRest('truncated JSON behind the answer', 'viaCommand', {
    match: REQUEST.edit,
    status: 200,
    body: '{"id":',
    headers: JSON_TYPE,
    after: true, // biome-ignore format: one line
  }),
  onRest('typing fails', 'viaMention', { match: /typing$/, status: 500, times: 9 }),
  {
    name: '429 for longer than anybody waits',
    exit: null,
    run: async ({ discord, viaMention, viaCommand }) => {
      discord.fault({ match: REQUEST.send, status: 429, retryAfterSeconds: 3 });
      await viaMention();
      const long = discord.fault({ match: REQUEST.edit, status: 429, retryAfterSeconds: 60 });
      await Promise.race([viaCommand().catch(() => {}), wait(500)]);
      if (long.hits === 0) throw new Error('the fault met no request');
      await viaMention();
    },
  },
];
