import { addChannel } from './channels.ts';
import type { Channel, Guild, User } from './nouns.ts';
import { nextSnowflake, timestampNow } from './snowflakes.ts';
import { makeMember } from './users.ts';
import type { World } from './world.ts';

/** What everyone may do in a new guild, as the bit set in a string that Discord sends; not "Manage Server". */
export const PERMISSIONS = '2248473465835073';

export const PERMISSION = {
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  manageThreads: 1n << 34n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** What the bot may do in a channel; a thread is like its channel. */
export const permissionsIn = ({ withheld, granted }: World, { id, parent_id }: Channel): bigint => {
  const setFor = (bits: ReadonlyMap<string, bigint>): bigint =>
    bits.get(id) ?? bits.get(String(parent_id)) ?? 0n;
  return (BigInt(PERMISSIONS) | setFor(granted)) & ~setFor(withheld);
};

/** The same with "Manage Server" (1 << 5). */
export const MANAGER_PERMISSIONS = String(BigInt(PERMISSIONS) | 32n);

/** A guild of everybody there is, with one text channel, `general`. */
export function addGuild(world: World, name: string): Guild {
  const id = nextSnowflake();
  const guild: Guild = {
    ...PLAIN_GUILD,
    id,
    name,
    owner_id: world.person.id,
    joined_at: timestampNow(),
    roles: [everyoneRole(id)],
    channels: [],
    threads: [],
    members: [],
    member_count: 0,
  };
  for (const user of world.people.values()) addMember(guild, user);
  world.guilds.set(id, guild);
  addChannel(world, guild, 'general');
  return guild;
}

export function addMember(guild: Guild, user: User): void {
  guild.members.push(makeMember(user));
  guild.member_count = guild.members.length;
}

/** The role of everyone has the id of its guild. */
function everyoneRole(guildId: string) {
  return {
    id: guildId,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: PERMISSIONS,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

const PLAIN_GUILD = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: 'en-US',
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  large: false,
  unavailable: false,
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
};
