/** A part of `/admin`, by its second or third word. */
import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Context } from '../context.ts';
import { localizations } from '../texts/locale.ts';

export interface Subcommand {
  /** True for what concerns all servers, which is for whoever runs the bot. */
  readonly isForOperators?: boolean;
  /** True where the answer is a form, which has to be the first that Discord hears. */
  readonly opensForm?: boolean;
  readonly data: APIApplicationCommandSubcommandOption;
  readonly run: (
    interaction: ChatInputCommandInteraction,
    guildId: string,
    context: Context,
  ) => Promise<void>;
}

export function subcommand(
  name: string,
  chineseName: string,
  description: string,
  chineseDescription: string,
): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(name, chineseName, description, chineseDescription),
  };
}

/** Names and descriptions in all languages. */
export const named = (
  name: string,
  chineseName: string,
  description: string,
  chineseDescription: string,
) => ({
  name,
  name_localizations: localizations(name, chineseName),
  description,
  description_localizations: localizations(description, chineseDescription),
});
