/** What stands below a message of the bot. */
import type { Message } from 'discord.js';
import { footerOfPlainText } from '../render/plain-text.ts';
import { type Asked, readAsked } from './asked.ts';

type Shown = Pick<Message, 'embeds' | 'content'>;

/** Its footer, also where it is plain text; '' where there is none. */
export const footerOf = ({ embeds, content }: Shown): string =>
  embeds[0]?.footer?.text ?? footerOfPlainText(content);

/** What it answers; null where it is no answer, is about a message, or has lost its footer. */
export const askedIn = (message: Shown): Asked | null => readAsked(footerOf(message));
