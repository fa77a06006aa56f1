import type { Message } from 'discord.js';
import { footerOfPlainText } from '../render/plain-text.ts';
import { type Asked, readAsked } from './asked.ts';

/** What a message of the bot answers; null where it is no answer, is about a message, or has lost its footer. */
export const askedIn = ({ embeds, content }: Pick<Message, 'embeds' | 'content'>): Asked | null =>
  readAsked(embeds[0]?.footer?.text ?? footerOfPlainText(content));
