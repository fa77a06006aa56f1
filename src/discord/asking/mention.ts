/** Reads the question out of a message to the bot. */
import { isAsking } from '../../question/parts.ts';
import { readMessage } from '../../question/talk/message.ts';

/** Lines that quote somebody else, up to the end of the text behind `>>> `. */
const QUOTED = /^ *>>> [\s\S]*|^ *> .*$/gm;

/** Discord's marks for people, roles and channels, which hold no words. */
const MARKS = /<[@#][!&]?\d+>/g;

/** What somebody writes in their own words, on one line: without quotes, and without marks of people. */
export const ownWords = (content: string): string => withoutMarks(content.replace(QUOTED, ''));

export const withoutMarks = (text: string): string => text.replace(MARKS, ' ').replace(/\s+/g, ' ').trim();

/**
 * Whether a person names the bot themselves: a reply pings it without naming it, and a quote names it in the words
 * of another.
 */
export const namesBot = (content: string, botId: string): boolean =>
  new RegExp(`<@!?${botId}>`).test(content.replace(QUOTED, ''));

/** Greetings, thanks and the like ask nothing of the articles: the reply is for whoever wrote them alone. */
export const isSmallTalk = (words: string): boolean => readMessage(words).talk !== null;

/** Whether a message that is not for the bot asks for something that articles may tell. */
export function asksSomething(words: string): boolean {
  const { intent, asked, language } = readMessage(words);
  return intent === 'question' && (/[?？]/u.test(words) || isAsking(asked.toLowerCase(), language));
}

/** Said behind an answer, thanks and assent ask nothing and want no reply. */
export function isThanks(words: string): boolean {
  const { talk } = readMessage(words);
  return talk === 'thanks' || talk === 'assent' || talk === 'praise' || talk === 'laughter';
}
