/** Lengths that Discord allows, and cutting to them. */
import { wholeCharacterOffset } from '../text/characters.ts';

/** In characters. Discord counts code points; `.length` is never less, so holding to it is on the safe side. */
export const LIMITS = {
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  /** Over all texts of all embeds of a message. */
  embedsTotal: 6000,
  question: 1000,
} as const;

/** `text`, or its beginning with an ellipsis, in at most `max` (1 or more) UTF-16 units; splits no surrogate pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, wholeCharacterOffset(text, max - 1)).trimEnd()}…`;
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
