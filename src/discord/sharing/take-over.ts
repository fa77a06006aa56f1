/** Messages that a process was to answer when it died: whoever hears of their server answers them. */
import type { Client, Message } from 'discord.js';
import type { Log } from '../../log.ts';
import type { ClaimState } from '../../storage/claim-state.ts';
import { isOurs } from './shards.ts';

/**
 * Where Discord was told of an answer that the dead process could not note any more, it takes the same one for a repeat for
 * some minutes only.
 */
const NEWER_THAN_MS = 3 * 60_000;
const LOOK_MS = 5_000;

/** Of a message `server/channel`. */
export const placeOf = ({ guildId, channelId }: Pick<Message, 'guildId' | 'channelId'>): string =>
  `${guildId ?? ''}/${channelId}`;

/** Looks now and then for such messages; returns what ends it. */
export function watchAbandoned(
  client: Client<true>,
  state: Pick<ClaimState, 'abandoned'>,
  takeMessage: (message: Message) => void,
  log: Log,
): () => void {
  const look = async (): Promise<void> => {
    for (const { what, place } of await state.abandoned(NEWER_THAN_MS)) {
      const [guildId = '', channelId = ''] = place.split('/');
      if (!isOurs(client, guildId === '' ? null : guildId)) continue;
      const channel = await client.channels.fetch(channelId);
      if (channel?.isTextBased()) takeMessage(await channel.messages.fetch({ message: what, force: true }));
    }
  };
  const attempt = (): void => {
    look().catch((error) => log.debug('what another process has left could not be taken over', { error }));
  };
  attempt();
  const looking = setInterval(attempt, LOOK_MS).unref();
  return () => clearInterval(looking);
}
