/** Asks Discord who the token belongs to. */
import { type APIApplication, type APIUser, ApplicationFlags, REST, Routes } from 'discord.js';
import { describeFailure } from './errors.ts';
import { restOptions } from './rest.ts';

/** Intents that need a switch on the Bot page; small bots have them as "limited". The bot uses Message Content where it is to answer without a mention, and no other. */
export const MESSAGE_CONTENT = 'Message Content';
const PRIVILEGED: Readonly<Record<string, number>> = {
  Presence: ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
  'Server Members': ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  [MESSAGE_CONTENT]: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
};

export interface BotAccount {
  readonly name: string;
  /** Names of the privileged intents that are switched on. */
  readonly privilegedIntents: readonly string[];
}

/** Names of the privileged intents that an application's flags switch on. */
export const privilegedIntentsOf = (flags: number): string[] =>
  Object.keys(PRIVILEGED).filter((name) => (flags & PRIVILEGED[name]!) !== 0);

/** Throws a `DiscordFailure` with a line for people, where Discord cannot be reached or refuses the token. */
export async function readBotAccount(token: string, api: string | null): Promise<BotAccount> {
  const rest = new REST(restOptions(api)).setToken(token);
  try {
    const user = (await rest.get(Routes.user())) as APIUser;
    const { flags } = (await rest.get(Routes.currentApplication())) as APIApplication;
    return { name: user.username, privilegedIntents: privilegedIntentsOf(flags) };
  } catch (error) {
    throw describeFailure(error, api, token);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
