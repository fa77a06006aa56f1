/** Tells Discord which commands there are. */
import {
  type APIApplication,
  type APIApplicationCommand,
  ApplicationCommandType,
  REST,
  Routes,
} from 'discord.js';
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from './commands/table.ts';
import { describeFailure } from './connection/errors.ts';
import { restOptions } from './connection/rest.ts';

export interface DeployOptions {
  readonly token: string;
  /** Base address of Discord's API, or null for Discord's own. */
  readonly api: string | null;
  /** Server to deploy to, or null for all. */
  readonly guildId: string | null;
}

export interface Deployment {
  /** Null for all servers. */
  readonly guildId: string | null;
  /** As Discord has registered them: `/ask`, or `“Ask about this”` in the menu of a message. */
  readonly commands: readonly string[];
}

const COMMANDS = [...SLASH_COMMANDS, ...MESSAGE_COMMANDS].map(({ data }) => data);

const nameForPeople = ({ type, name }: APIApplicationCommand): string =>
  type === ApplicationCommandType.ChatInput ? `/${name}` : `“${name}”`;

/** A command of one server is there only; Discord refuses to be told of other places. */
const withoutContexts = ({ contexts, ...data }: (typeof COMMANDS)[number]) => data;

/** Replaces the commands of one server, or of all. Throws a `DiscordFailure` with a line for people. */
export async function deployCommands({ token, api, guildId }: DeployOptions): Promise<Deployment> {
  const rest = new REST(restOptions(api)).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const route =
      guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
    const body = guildId === null ? COMMANDS : COMMANDS.map(withoutContexts);
    const registered = (await rest.put(route, { body })) as APIApplicationCommand[];
    return { guildId, commands: registered.map(nameForPeople) };
  } catch (error) {
    throw describeFailure(error, api, token);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
