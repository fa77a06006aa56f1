/** What has to end the process. */
import { setTimeout as wait } from 'node:timers/promises';
import { MANAGER_PERMISSIONS } from '../../../tests/local-discord/world/guilds.ts';
import { type Fault, REQUEST } from './fault.ts';

/** The process has to end for these, so that a supervisor starts it anew. */
export const FATAL_FAULTS: readonly Fault[] = [
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
      discord.fault({ match: REQUEST.send, status: 401, body: { message: '401: Unauthorized', code: 0 } });
      discord.say(`<@${discord.bot.id}> who?`);
    },
  },
  {
    name: 'SIGTERM while answering',
    exit: 0,
    run: async ({ discord, bot, viaCommand }) => {
      // The index is open then.
      await viaCommand();
      discord.fault({ match: REQUEST.edit, delayMs: 500 });
      const asked = viaCommand();
      await discord.interactions().at(-1)?.acked;
      bot.child.kill('SIGTERM');
      await asked;
    },
  },
  {
    name: 'SIGTERM while the articles are indexed anew',
    exit: 0,
    run: async ({ discord, bot, viaCommand }) => {
      await viaCommand();
      await discord.slash('admin', { reindex: {} }, { permissions: MANAGER_PERMISSIONS }).answered;
      bot.child.kill('SIGTERM');
    },
  },
  {
    name: 'SIGINT while Discord hangs',
    exit: 0,
    run: async ({ discord, bot, viaMention }) => {
      const fault = discord.fault({ match: REQUEST.send, hang: true, times: 99 });
      viaMention().catch(() => {});
      while (fault.hits === 0) await wait(20);
      bot.child.kill('SIGINT');
    },
  },
];
