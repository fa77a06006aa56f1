/** Reads the question out of a message that names the bot. */

/** Lines that quote somebody else, up to the end of the text behind `>>> `. */
const QUOTED = /^ *>>> [\s\S]*|^ *> .*$/gm;

/**
 * What a person asks in their own words, without the mention and without what they quote.
 *
 * Null where they do not name the bot themselves: a reply pings it without naming it, and a quote names it
 * in the words of another. Empty where they write nothing beside the mention.
 */
export function questionBesideMention(content: string, botId: string): string | null {
  const own = content.replace(QUOTED, '');
  const question = own.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ');
  return question === own ? null : question.replace(/\s+/g, ' ').trim();
}
