import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Context } from '../context.ts';

/** A command that people type, `/name`. */
export interface SlashCommand {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly run: (interaction: ChatInputCommandInteraction, context: Context) => Promise<void>;
  /** Choices for the option that somebody is typing in; from memory but for what was chosen there, as there are 3 seconds for it. */
  readonly complete?: (
    interaction: AutocompleteInteraction,
    context: Context,
  ) => Promise<ApplicationCommandOptionChoiceData[]>;
}

/** A command in the menu of each message. */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly run: (interaction: MessageContextMenuCommandInteraction, context: Context) => Promise<void>;
}
