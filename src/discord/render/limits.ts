/** Lengths that Discord allows, and cutting to them. */
import { wholeCharacterOffset } from '../../text/characters.ts';
import { splitIntoSentences } from '../../text/sentences.ts';

/** In characters. Discord counts code points; `.length` is never less, so holding to it is on the safe side. */
export const LIMITS = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFooter: 2048,
  /** Over all texts of all embeds of a message. */
  embedsTotal: 6000,
  customId: 100,
  selectOptions: 25,
  /** Label, value and description of an option of a select, and name of a choice while typing. */
  choice: 100,
  choices: 25,
  question: 1000,
} as const;

/** `text`, or its beginning with an ellipsis, in at most `max` (1 or more) UTF-16 units; splits no surrogate pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, wholeCharacterOffset(text, max - 1)).trimEnd()}…`;
}

/** Like {@link cut}, at the end of a sentence where one ends in the second half of what fits. */
export function cutAtSentence(text: string, max: number): string {
  if (text.length <= max) return text;
  const whole = splitIntoSentences(text).findLast(({ end }) => end <= max - 1);
  return whole && whole.end >= max / 2 ? `${text.slice(0, whole.end).trimEnd()}…` : cut(text, max);
}

/** Joins parts for as long as they fit whole into `max` UTF-16 units; the first that does not fit ends it. */
export function joinWithin(parts: readonly string[], separator: string, max: number): string {
  let joined = '';
  for (const part of parts) {
    const longer = joined === '' ? part : joined + separator + part;
    if (longer.length > max) break;
    joined = longer;
  }
  return joined;
}
