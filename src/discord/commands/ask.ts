/** `/ask`: a question, shown to all or to oneself, over all articles or those of some days. */
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import type { Period } from '../../types.ts';
import { answerAsked } from '../asking/ask.ts';
import { askPlain } from '../asking/asked.ts';
import { askerOf } from '../asking/asker.ts';
import { readDay } from '../asking/period.ts';
import { titlesAt } from '../asking/titles-at.ts';
import { respond, textsFor } from '../connection/interaction.ts';
import { today } from '../context.ts';
import { cut, LIMITS } from '../render/limits.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { localizations } from '../texts/locale.ts';
import type { SlashCommand } from './command.ts';

const OPTION = { question: 'question', private: 'private', from: 'from', to: 'to' } as const;
/** No date is longer. */
const MAX_DAY = 40;

export const ASK: SlashCommand = {
  data: {
    name: 'ask',
    name_localizations: localizations('ask', '提问'),
    description: 'Ask the articles a question, in English or Chinese',
    description_localizations: localizations(
      'Ask the articles a question, in English or Chinese',
      '用中文或英文向文章提问',
    ),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: OPTION.question,
        name_localizations: localizations('question', '问题'),
        description: 'What you want to know',
        description_localizations: localizations('What you want to know', '想知道什么'),
        required: true,
        max_length: LIMITS.question,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: OPTION.private,
        name_localizations: localizations('private', '仅自己可见'),
        description: 'Show the answer to me alone',
        description_localizations: localizations('Show the answer to me alone', '回答只有自己看得到'),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: OPTION.from,
        name_localizations: localizations('from', '起始日'),
        description: 'Only articles of this day or later, such as 2024-01-31',
        description_localizations: localizations(
          'Only articles of this day or later, such as 2024-01-31',
          '只查这一天及以后的文章，如 2024-01-31',
        ),
        max_length: MAX_DAY,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: OPTION.to,
        name_localizations: localizations('to', '截止日'),
        description: 'Only articles of this day or earlier, such as 2024-01-31',
        description_localizations: localizations(
          'Only articles of this day or earlier, such as 2024-01-31',
          '只查这一天及以前的文章，如 2024-01-31',
        ),
        max_length: MAX_DAY,
      },
    ],
  },
  complete: async (interaction, context) =>
    (await titlesAt(interaction, context))
      .suggest(interaction.options.getFocused(), LIMITS.choices)
      .map((text) => cut(oneLine(text) || '—', LIMITS.choice))
      .map((text) => ({ name: text, value: text })),
  run: async (interaction, context) => {
    const { options } = interaction;
    const texts = textsFor(interaction);
    const period = readPeriod(options.getString(OPTION.from), options.getString(OPTION.to), texts);
    if (typeof period === 'string') {
      await respond(interaction, renderNotice(period));
      return;
    }
    const asked = askPlain(options.getString(OPTION.question, true), period);
    const wantsPrivacy = options.getBoolean(OPTION.private) ?? false;
    await answerAsked(asked, await askerOf(interaction, asked.question, wantsPrivacy, context), context);
  },
};

/** The days between which articles count, null for all, or what is wrong with what was typed. */
function readPeriod(first: string | null, last: string | null, { notices }: Texts): Period | null | string {
  const from = first === null ? null : readDay(first, 'first', today());
  const to = last === null ? null : readDay(last, 'last', today());
  const wrong = first !== null && from === null ? first : last !== null && to === null ? last : null;
  if (wrong !== null) return notices.wrongDay(escapeText(oneLine(wrong)));
  if (from !== null && to !== null && from > to) return notices.wrongOrder(from, to);
  return from === null && to === null ? null : { from, to };
}
