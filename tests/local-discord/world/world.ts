import type { InteractionRecord } from '../interactions/interaction.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Command, Guild, Message, User } from './nouns.ts';
import { makeUser } from './users.ts';

/** The scope of commands that are there in every guild; other scopes are ids of guilds. */
export const GLOBAL = 'global';

/** A file that somebody attaches to a command. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Buffer;
}

/** All that the local Discord knows; maps go from the id to the thing. */
export interface World {
  readonly bot: User;
  readonly application: JsonObject & { readonly id: string };
  /** Who speaks and asks where a test names nobody. */
  readonly person: User;
  /** Everybody, the bot included. */
  readonly people: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** In the order in which they were sent. */
  readonly messages: Map<string, Message>;
  /** From `global` or the id of a guild. */
  readonly commands: Map<string, readonly Command[]>;
  readonly interactions: Map<string, InteractionRecord>;
  /** Files that people attached, by their id. */
  readonly attachments: Map<string, Attachment>;
  /** Permissions that the bot lacks in a channel and its threads, as bits. */
  readonly withheld: Map<string, bigint>;
  /** Permissions that the bot has in a channel and its threads beside those of everyone, as bits. */
  readonly granted: Map<string, bigint>;
  /** Channels that the bot may not use, with the error code that says so. */
  readonly forbidden: Map<string, number>;
}

export function createWorld(): World {
  const bot = makeUser('answers', { isBot: true });
  const person = makeUser('ann');
  return {
    bot,
    application: { ...PLAIN_APPLICATION, id: bot.id },
    person,
    people: new Map([
      [bot.id, bot],
      [person.id, person],
    ]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    interactions: new Map(),
    attachments: new Map(),
    withheld: new Map(),
    granted: new Map(),
    forbidden: new Map(),
  };
}

const PLAIN_APPLICATION = {
  name: 'answers',
  icon: null,
  description: '',
  summary: '',
  type: null,
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  hook: true,
  integration_types_config: {},
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  team: null,
};
