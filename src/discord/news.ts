/** What became of the articles of a server when their sources were asked again, for those who manage it. */
import type { Client } from 'discord.js';
import type { Synced } from '../terminal/sync.ts';
import { textsOfServer } from './asking/where.ts';
import { NO_PINGS } from './connection/pings.ts';
import type { Context } from './context.ts';
import { cut, LIMITS } from './render/limits.ts';
import { escapeText, oneLine } from './render/markdown.ts';
import type { Texts } from './texts/en.ts';

const MAX_REASON = 300;

/** A line to each channel that a digest goes to, where what the server sees has changed, or could not be read. */
export async function tellSynced(
  client: Client<true>,
  synced: readonly Synced[],
  { state, log }: Pick<Context, 'state' | 'log'>,
): Promise<void> {
  const time = new Date().toISOString().slice(0, 16);
  for (const { guildId, channelId } of await state.digests()) {
    const seen = synced.filter(({ server }) => server === null || server === guildId);
    try {
      // Another process may hear of the server; what is sent there needs none that does.
      const channel = await client.channels.fetch(channelId, { allowUnknownGuild: true });
      if (!channel?.isSendable() || channel.isDMBased()) continue;
      const texts = await textsOfServer(
        guildId,
        client.guilds.cache.get(guildId)?.preferredLocale ?? 'en-US',
        state,
      );
      const content = lineOf(seen, guildId, texts);
      if (content === '') continue;
      const nonce = `synced ${time}`;
      await channel.send({ content, allowedMentions: NO_PINGS, nonce, enforceNonce: true });
    } catch (error) {
      log.warn('a server could not be told of changed articles', { error });
    }
  }
}

/** '' where there is nothing to tell. Why a source failed that all share is for whoever runs the bot. */
function lineOf(seen: readonly Synced[], guildId: string, { editing }: Texts): string {
  const sum = (kind: keyof Synced['counts']): number =>
    seen.reduce((all, { counts }) => all + counts[kind], 0);
  const [added, changed, gone, failed] = [sum('added'), sum('changed'), sum('gone'), sum('failed')];
  const reason = seen.find(({ server }) => server === guildId)?.reason ?? null;
  return [
    ...(added + changed + gone > 0 ? [editing.synced(added, changed, gone)] : []),
    ...(failed > 0
      ? [
          editing.notSynced(
            failed,
            reason === null ? null : escapeText(cut(oneLine(editing.reason(reason)), MAX_REASON)),
          ),
        ]
      : []),
  ]
    .join('\n')
    .slice(0, LIMITS.content);
}
