/** "Ask about this" in the menu of a message: what it says is the question. */
import { ApplicationCommandType, InteractionContextType, type Message } from 'discord.js';
import { answerAsked } from '../asking/ask.ts';
import { type Asked, askPlain } from '../asking/asked.ts';
import { askedIn } from '../asking/asked-in.ts';
import { askerOf } from '../asking/asker.ts';
import { withoutMarks } from '../asking/mention.ts';
import { respond, textsFor } from '../connection/interaction.ts';
import { renderNotice } from '../render/rendered.ts';
import { localizations } from '../texts/locale.ts';
import type { MessageCommand } from './command.ts';

export const ASK_ABOUT_THIS: MessageCommand = {
  data: {
    type: ApplicationCommandType.Message,
    name: 'Ask about this',
    name_localizations: localizations('Ask about this', '就此提问'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
  run: async (interaction, context) => {
    const asked = askedOf(interaction.targetMessage);
    if (asked === null) await respond(interaction, renderNotice(textsFor(interaction).notices.noText));
    else await answerAsked(asked, await askerOf(interaction, asked.question, false, context), context);
  },
};

/**
 * An answer of the bot tells what was asked; of other messages it is their text, or that of the link they show: words of
 * whoever wrote it, which the answer only points to.
 */
function askedOf({ author, client, content, embeds, url }: Message): Asked | null {
  const [embed] = embeds;
  if (author.id === client.user.id) return askedIn({ embeds, content });
  const asked = askPlain(withoutMarks(content) || [embed?.title, embed?.description].join(' '));
  return asked.question === '' ? null : { ...asked, about: url };
}
