/** The faults that the bot is put through, each with what has to come of it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalDiscord } from '../../tests/local-discord/start-local-discord.ts';
import type { BotProcess } from './bot-process.ts';

export interface Stage {
  readonly discord: LocalDiscord;
  readonly bot: BotProcess;
  /** Asks by a command, resolves once it is answered; each person asks once, so none has to pause. */
  readonly viaCommand: () => Promise<void>;
  /** The same by a mention. */
  readonly viaMention: () => Promise<void>;
}

export interface Fault {
  readonly name: string;
  /** Plants the fault, asks, and resolves once the question is answered. Rejects with what went wrong. */
  readonly run: (stage: Stage) => Promise<void>;
  /** How the process has to end; null where it goes on. */
  readonly exit: number | null;
  /** Codes of refusals that belong to the fault. */
  readonly refusals?: readonly number[];
}

const CALLBACK = /^POST \/interactions/;
const EDIT = /^PATCH \/webhooks/;
const SEND = /^POST \/channels\/\d+\/messages$/;
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

/** A fault of the gateway while an answer is on its way, and a question after it. */
const onGateway = (name: string, strike: (discord: LocalDiscord) => void): Fault => ({
  name,
  exit: null,
  run: async ({ discord, viaCommand, viaMention }) => {
    discord.fault({ match: EDIT, delayMs: 300 });
    const underWay = viaCommand();
    const next = Promise.race([discord.gateway.nextIdentify(), discord.gateway.nextResume()]);
    strike(discord);
    await underWay;
    await next;
    await viaMention();
  },
});

const NEVER_ON_REST: readonly Fault[] = [
  onGateway('socket dropped while answering', ({ gateway }) => gateway.drop()),
  {
    name: 'question asked while the socket is away',
    exit: null,
    run: async ({ discord, viaMention }) => {
      discord.gateway.drop();
      await viaMention();
    },
  },
  onGateway('session invalidated (op 9 false)', ({ gateway }) => gateway.invalidate(false)),
  onGateway('session to be resumed (op 9 true)', ({ gateway }) => gateway.invalidate(true)),
  onGateway('asked to reconnect (op 7)', ({ gateway }) => gateway.reconnect()),
  ...[4000, 4001, 4002, 4003, 4007, 4008, 4009].map((code) =>
    onGateway(`close code ${code}`, ({ gateway }) => gateway.drop(code)),
  ),
  {
    name: 'malformed interaction',
    exit: null,
    run: async ({ discord, viaCommand }) => {
      discord.gateway.sendRawEvent('INTERACTION_CREATE', { id: '1', type: 2, token: 'x' });
      discord.gateway.sendRawEvent('INTERACTION_CREATE', {});
      await viaCommand();
    },
  },
  {
    name: 'same interaction twice',
    exit: null,
    run: async ({ discord, viaCommand }) => {
      const asked = viaCommand();
      const [latest] = discord.interactions().slice(-1);
      discord.gateway.sendRawEvent('INTERACTION_CREATE', latest?.payload);
      await asked;
    },
  },
  {
    name: 'same message twice',
    exit: null,
    run: async ({ discord, viaMention }) => {
      const asked = viaMention();
      const [latest] = discord.messagesIn().slice(-1);
      discord.gateway.sendRawEvent('MESSAGE_CREATE', { ...latest, guild_id: discord.guild.id });
      await asked;
    },
  },
];

const ON_REST: readonly Fault[] = [
  onRest('429 on a callback', 'viaCommand', { match: CALLBACK, status: 429, retryAfterSeconds: 0.5 }),
  onRest('429 on the answer', 'viaCommand', { match: EDIT, status: 429, retryAfterSeconds: 1 }),
  onRest('429 on a reply', 'viaMention', { match: SEND, status: 429, retryAfterSeconds: 1 }),
  onRest('429 for all routes', 'viaMention', {
    match: SEND,
    status: 429,
    retryAfterSeconds: 1,
    isGlobal: true,
  }),
  ...[3, 4].flatMap((times) => [
    onRest(`500 × ${times} on a callback`, 'viaCommand', { match: CALLBACK, status: 500, times }),
    onRest(`500 × ${times} on the answer`, 'viaCommand', { match: EDIT, status: 500, times }),
    onRest(`500 × ${times} on a reply`, 'viaMention', { match: SEND, status: 500, times }),
  ]),
  onRest('a callback hangs', 'viaCommand', { match: CALLBACK, hang: true }),
  onRest('the answer hangs', 'viaCommand', { match: EDIT, hang: true }),
  onRest('a reply hangs', 'viaMention', { match: SEND, hang: true }),
  onRest('connection closed on a callback', 'viaCommand', { match: CALLBACK, reset: true, times: 2 }),
  onRest('connection closed on the answer', 'viaCommand', { match: EDIT, reset: true, times: 2 }),
  onRest('connection closed on a reply', 'viaMention', { match: SEND, reset: true, times: 2 }),
  onRest('reply took effect, its answer lost', 'viaMention', { match: SEND, reset: true, after: true }),
  onRest('answer took effect, its answer lost', 'viaCommand', { match: EDIT, reset: true, after: true }),
  onRest(
    'callback took effect, its answer lost',
    'viaCommand',
    { match: CALLBACK, reset: true, after: true },
    [ACKNOWLEDGED_ALREADY],
  ),
  onRest('truncated JSON behind a reply', 'viaMention', {
    match: SEND,
    status: 200,
    body: '{"id":',
    headers: JSON_TYPE,
    after: true, // biome-ignore format: one line
  }),
  onRest('truncated JSON behind the answer', 'viaCommand', {
    match: EDIT,
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
      discord.fault({ match: SEND, status: 429, retryAfterSeconds: 3 });
      await viaMention();
      const long = discord.fault({ match: EDIT, status: 429, retryAfterSeconds: 60 });
      await Promise.race([viaCommand().catch(() => {}), wait(500)]);
      if (long.hits === 0) throw new Error('the fault met no request');
      await viaMention();
    },
  },
];

/** The process has to end for these, so that a supervisor starts it anew. */
const FATAL: readonly Fault[] = [
  ...[4004, 4010, 4011, 4012, 4013, 4014].map(
    (code): Fault => ({
      name: `close code ${code}`,
      exit: 1,
      run: async ({ discord, viaCommand }) => {
        await viaCommand();
        discord.gateway.drop(code);
      },
    }),
  ),
  {
    name: 'token refused in the middle (401)',
    exit: 1,
    run: async ({ discord }) => {
      discord.fault({ match: SEND, status: 401, body: { message: '401: Unauthorized', code: 0 } });
      discord.say(`<@${discord.bot.id}> who?`);
    },
  },
  {
    name: 'SIGTERM while answering',
    exit: 0,
    run: async ({ discord, bot, viaCommand }) => {
      discord.fault({ match: EDIT, delayMs: 500 });
      const asked = viaCommand();
      await discord.interactions().at(-1)?.acked;
      bot.child.kill('SIGTERM');
      await asked;
    },
  },
  {
    name: 'SIGINT while Discord hangs',
    exit: 0,
    run: async ({ discord, bot, viaMention }) => {
      const fault = discord.fault({ match: SEND, hang: true, times: 99 });
      viaMention().catch(() => {});
      while (fault.hits === 0) await wait(20);
      bot.child.kill('SIGINT');
    },
  },
];

export const FAULTS: readonly Fault[] = [...NEVER_ON_REST, ...ON_REST, ...FATAL];

/** Faults at the start: planted before the bot is started; `exit` null where it gets on Discord in spite of it. */
export interface StartFault {
  readonly name: string;
  readonly plant: (discord: LocalDiscord) => unknown;
  readonly exit: number | null;
}

const GATEWAY = /\/gateway\/bot$/;

export const START_FAULTS: readonly StartFault[] = [
  { name: 'Discord down at start', exit: 1, plant: (discord) => discord.stop() },
  {
    name: '500 × 4 at start',
    exit: null,
    plant: ({ fault }) => fault({ match: GATEWAY, status: 500, times: 4 }),
  },
  {
    name: '500 × 5 at start',
    exit: 1,
    plant: ({ fault }) => fault({ match: GATEWAY, status: 500, times: 5 }),
  },
  { name: '401 at start', exit: 1, plant: ({ fault }) => fault({ match: GATEWAY, status: 401 }) },
  ...[4004, 4014].map(
    (code): StartFault => ({
      name: `close code ${code} at start`,
      exit: 1,
      plant: ({ gateway }) => {
        gateway.faults.failIdentify = code;
      },
    }),
  ),
  {
    name: 'gateway refuses WebSockets',
    exit: 1,
    plant: ({ gateway }) => {
      gateway.faults.refuseUpgrades = true;
    },
  },
];
