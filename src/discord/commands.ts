/** The commands as Discord is told of them. */
import {
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { LIMITS } from './limits.ts';

export const QUESTION = 'question';

export const ASK: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  name: 'ask',
  name_localizations: { 'zh-CN': '提问' },
  description: 'Ask the articles a question, in English or Chinese',
  description_localizations: { 'zh-CN': '用中文或英文向文章提问' },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: QUESTION,
      name_localizations: { 'zh-CN': '问题' },
      description: 'What you want to know',
      description_localizations: { 'zh-CN': '想知道什么' },
      required: true,
      max_length: LIMITS.question,
    },
  ],
};

export const COMMANDS = [ASK] as const;
