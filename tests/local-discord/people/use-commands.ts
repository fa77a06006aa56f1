import { type GivenOption, INTERACTION, type Interaction } from '../interactions/interaction.ts';
import { openInteraction } from '../interactions/open-interaction.ts';
import { COMMAND } from '../rules/command.ts';
import { OPTION } from '../rules/option-kinds.ts';
import type { State } from '../state.ts';
import { PERMISSIONS } from '../world/guilds.ts';
import type { Channel, Command, Message } from '../world/nouns.ts';
import { nextSnowflake } from '../world/snowflakes.ts';
import { GLOBAL } from '../world/world.ts';
import { fillInOptions, type OptionValues } from './given-options.ts';
import type { WhoAndWhere } from './interaction-options.ts';

/** A person sends a slash command: the registered one, or before any was registered one of that name. */
export function useSlashCommand(
  state: State,
  name: string,
  values: OptionValues,
  who: WhoAndWhere,
): Interaction {
  const data = slashData(state, name, values, who.channel);
  return openInteraction(state, { ...who, type: INTERACTION.command, data, source: null });
}

/** A person types in an option that completes itself; `acked` brings the choices. */
export function typeInOption(
  state: State,
  name: string,
  values: OptionValues,
  focused: string,
  who: WhoAndWhere,
): Interaction {
  const data = slashData(state, name, values, who.channel, focused);
  return openInteraction(state, { ...who, type: INTERACTION.autocomplete, data, source: null });
}

/** A person picks a command from the menu of a message. */
export function useMessageCommand(
  state: State,
  name: string,
  target: Message,
  who: WhoAndWhere,
): Interaction {
  const command = findCommand(state, name, COMMAND.message, who.channel);
  const data = {
    ...identify(command, name, COMMAND.message),
    target_id: target.id,
    resolved: { messages: { [target.id]: structuredClone(target) } },
  };
  return openInteraction(state, { ...who, type: INTERACTION.command, data, source: null });
}

function slashData(state: State, name: string, values: OptionValues, channel: Channel, focused?: string) {
  const command = findCommand(state, name, COMMAND.slash, channel);
  const options = fillInOptions(command, values, focused);
  const channels = Object.fromEntries(resolveChannels(state, options));
  const attachments = Object.fromEntries(resolveAttachments(state, options));
  return {
    ...identify(command, name, COMMAND.slash),
    options,
    resolved: { channels, attachments },
  };
}

/** Discord sends the channels that options name, with what the person may do there. */
function resolveChannels(state: State, options: readonly GivenOption[]): [string, object][] {
  return options.flatMap(({ type, value, options: nested = [] }): [string, object][] => {
    const channel = type === OPTION.channel ? state.world.channels.get(String(value)) : undefined;
    const { id, name, type: kind } = channel ?? {};
    const resolved: [string, object][] =
      channel === undefined ? [] : [[channel.id, { id, name, type: kind, permissions: PERMISSIONS }]];
    return [...resolved, ...resolveChannels(state, nested)];
  });
}

/** Discord sends where it keeps the files that options name. */
function resolveAttachments(state: State, options: readonly GivenOption[]): [string, object][] {
  return options.flatMap(({ type, value, options: nested = [] }): [string, object][] => {
    const id = String(value);
    const file = type === OPTION.attachment ? state.world.attachments.get(id) : undefined;
    const url = `http://127.0.0.1:${state.port}/attachments/${id}`;
    const resolved: [string, object][] =
      file === undefined
        ? []
        : [[id, { id, filename: file.name, size: file.bytes.length, url, proxy_url: url }]];
    return [...resolved, ...resolveAttachments(state, nested)];
  });
}

function identify(command: Command | null, name: string, type: number) {
  return {
    id: command?.id ?? nextSnowflake(),
    name,
    type,
    ...(command?.guild_id !== undefined && { guild_id: command.guild_id }),
  };
}

/** Null only while no command is registered at all; a name that is not among them is a mistake. */
function findCommand({ world }: State, name: string, type: number, channel: Channel): Command | null {
  const inGuild = world.commands.get(channel.guild_id ?? '') ?? [];
  const commands = [...inGuild, ...(world.commands.get(GLOBAL) ?? [])];
  const command = commands.find((candidate) => candidate.name === name && candidate.type === type);
  if (command || commands.length === 0) return command ?? null;
  const names = commands.map((candidate) => candidate.name).join(', ');
  throw new Error(`Expected a registered command (${names}), got ${name}`);
}
