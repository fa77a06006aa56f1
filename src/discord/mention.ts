/** Reads the question out of a message to the bot. */

/** Lines that quote somebody else, up to the end of the text behind `>>> `. */
const QUOTED = /^ *>>> [\s\S]*|^ *> .*$/gm;

/** Discord's marks for people, roles and channels, which hold no words. */
const MARKS = /<[@#][!&]?\d+>/g;

/** Said behind an answer, they ask nothing. */
const THANKS =
  /^(?:thanks?|thank you|thx|ty|ok(?:ay)?|great|谢谢|謝謝|多谢|多謝|感谢|感謝|好的?|明白了?|嗯)[\s\p{P}\p{S}]*$/iu;

/** What somebody writes in their own words, on one line: without quotes, and without marks of people. */
export const ownWords = (content: string): string => withoutMarks(content.replace(QUOTED, ''));

export const withoutMarks = (text: string): string => text.replace(MARKS, ' ').replace(/\s+/g, ' ').trim();

/**
 * Whether a person names the bot themselves: a reply pings it without naming it, and a quote names it in the words
 * of another.
 */
export const namesBot = (content: string, botId: string): boolean =>
  new RegExp(`<@!?${botId}>`).test(content.replace(QUOTED, ''));

export const isThanks = (words: string): boolean => THANKS.test(words);
