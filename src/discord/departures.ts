/** Servers that have removed the bot: what is kept of them goes after a month. */

import { type Client, Events } from 'discord.js';
import type { Log } from '../log.ts';
import type { ServerState } from '../storage/server-state.ts';
import { DAY_MS } from '../text/calendar.ts';
import { isOurs } from './sharing/shards.ts';

/** For as long somebody may have removed it by mistake. */
const KEPT_DAYS = 30;
/** A digest looks back a week. */
const COUNTED_DAYS = 30;
const SWEEP_MS = 3_600_000;

const dayOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);

/**
 * Notes which servers the bot leaves and comes back to, also while it was not running, and deletes what is kept of those it
 * left too long ago. A server that is away in an outage stays in the list of servers, and no such event tells of it.
 * `onForgotten` is called after each look. Returns what ends it.
 */
export function watchDepartures(
  client: Client<true>,
  state: ServerState,
  log: Log,
  onForgotten: () => void = () => {},
  now: () => number = Date.now,
): () => void {
  const attempt = (work: () => Promise<void>): void => {
    work().catch((error) => log.error('a server that was left could not be noted', { error }));
  };
  const sweep = (): void =>
    attempt(async () => {
      for (const guildId of (await state.guilds()).filter((id) => isOurs(client, id))) {
        if (client.guilds.cache.has(guildId)) await state.noteReturn(guildId);
        else await state.noteDeparture(guildId, dayOf(now()));
      }
      await state.forgetCounts(dayOf(now() - COUNTED_DAYS * DAY_MS));
      await state.forgetDeparted(dayOf(now() - KEPT_DAYS * DAY_MS));
      onForgotten();
    });
  client.on(Events.GuildDelete, ({ id }) => attempt(() => state.noteDeparture(id, dayOf(now()))));
  client.on(Events.GuildCreate, ({ id }) => attempt(() => state.noteReturn(id)));
  sweep();
  const sweeping = setInterval(sweep, SWEEP_MS).unref();
  return () => clearInterval(sweeping);
}
