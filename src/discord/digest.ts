/** The weekly digest: what was asked in a server, for those who manage it, in the channel that they chose. */
import type { Client } from 'discord.js';
import { type GapGroup, groupedGaps } from '../gaps.ts';
import { addDays } from '../text/calendar.ts';
import { textsOfServer } from './asking/where.ts';
import { NO_PINGS } from './connection/pings.ts';
import { type Context, today } from './context.ts';
import { renderDigest } from './panels/digest.ts';
import { bodyOf } from './render/rendered.ts';

const LOOK_MS = 3_600_000;

/** Sends what is due: seven days after the last one, or after it was switched on. A channel that refuses it is tried the next day. */
async function sendDigests(client: Client<true>, context: Context, day = today()): Promise<void> {
  const { state, log, sharing, isOurs } = context;
  for (const { guildId, channelId, lastDay } of await state.digests()) {
    if (lastDay > addDays(day, -7) || !isOurs(guildId)) continue;
    if (!(await sharing.isFirst(`digest:${guildId}:${day}`))) continue;
    try {
      await sendDigest(client, guildId, channelId, day, context);
      await state.noteDigest(guildId, day);
    } catch (error) {
      log.warn('a digest could not be sent', { error });
    }
  }
}

/** Questions of a server without an answer, asked on `since` or later, in groups. */
export const gapsOfServer = (
  guildId: string,
  since: string,
  { state, library, log, unlessClosing }: Pick<Context, 'state' | 'library' | 'log' | 'unlessClosing'>,
): Promise<GapGroup[]> =>
  groupedGaps([guildId], since, {
    ...{ state, log },
    library: { group: (questions) => unlessClosing(library.group(questions)) },
  });

async function sendDigest(
  client: Client<true>,
  guildId: string,
  channelId: string,
  day: string,
  context: Context,
): Promise<void> {
  const channel = await client.channels.fetch(channelId);
  if (!channel?.isSendable() || channel.isDMBased())
    throw new Error('expected a channel that can be written to');
  const since = addDays(day, -7);
  const groups = await gapsOfServer(guildId, since, context);
  const counts = await context.state.countsSince(guildId, since);
  const texts = await textsOfServer(guildId, channel.guild.preferredLocale, context.state);
  const mayEmbed = channel.permissionsFor(client.user)?.has('EmbedLinks') ?? true;
  await channel.send({
    ...bodyOf(renderDigest(counts, groups, since, day, texts), mayEmbed),
    allowedMentions: NO_PINGS,
    nonce: `digest ${day}`,
    enforceNonce: true,
  });
}

/** Looks now and every hour; returns what ends it. */
export function watchDigests(client: Client<true>, context: Context): () => void {
  const look = (): void => {
    sendDigests(client, context).catch((error) => context.log.error('digests could not be sent', { error }));
  };
  look();
  const looking = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(looking);
}
