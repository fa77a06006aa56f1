import type { JsonObject } from '../json.ts';
import type { Channel, Message, User } from '../world/nouns.ts';
import { nextSnowflake } from '../world/snowflakes.ts';
import { makeMember } from '../world/users.ts';
import type { InteractionPayload } from './interaction.ts';

const MAX_ATTACHMENT_BYTES = 10_485_760;
const CONTEXT = { guild: 0, botDirectMessage: 1 } as const;

/** Who does what, where. */
export interface Deed {
  readonly type: number;
  readonly data: JsonObject;
  readonly by: User;
  readonly channel: Channel;
  readonly locale: string;
  readonly permissions: string;
  readonly appPermissions: string;
  readonly source: Message | null;
}

/** The interaction as it goes over the gateway. */
export function makePayload(applicationId: string, token: string, deed: Deed): InteractionPayload {
  const { type, data, by, channel, locale, source } = deed;
  return {
    id: nextSnowflake(),
    application_id: applicationId,
    type,
    token,
    version: 1,
    data,
    locale,
    channel_id: channel.id,
    app_permissions: deed.appPermissions,
    entitlements: [],
    attachment_size_limit: MAX_ATTACHMENT_BYTES,
    ...(channel.guild_id === undefined
      ? inDirectMessages(channel, by)
      : inGuild(channel, channel.guild_id, deed)),
    ...(source && { message: structuredClone(source) }),
  };
}

function inGuild(channel: Channel, guildId: string, { by, permissions, appPermissions }: Deed) {
  return {
    context: CONTEXT.guild,
    authorizing_integration_owners: { 0: guildId },
    guild_id: guildId,
    guild_locale: 'en-US',
    guild: { id: guildId, locale: 'en-US', features: [] },
    channel: { ...channel, permissions: appPermissions },
    member: { ...makeMember(by), permissions },
  };
}

function inDirectMessages(channel: Channel, by: User) {
  return {
    context: CONTEXT.botDirectMessage,
    authorizing_integration_owners: { 0: '0' },
    channel,
    user: by,
  };
}
