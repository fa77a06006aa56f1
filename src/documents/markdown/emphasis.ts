/** Strong words beside Chinese marks, which the rules of CommonMark for spaces and marks take for asterisks. */

/** Shows nothing, and is neither space nor mark to a parser. No text that is read has it. */
const JOINER = '\u2060';

/** Behind a mark, before asterisks that a letter follows; one of the two is Chinese. */
const CLOSING =
  /(?<=[\p{P}\p{S}])(?<![\\*])(?=\*\*(?!\*)\p{Script=Han})|(?<=[\u3000-\u303f\uff00-\uffef“”‘’…—])(?=\*\*(?!\*)[\p{L}\p{N}])/gu;
/** Behind asterisks that stand behind a letter, before a mark. */
const OPENING =
  /(?<=\p{Script=Han}\*\*)(?=[\p{P}\p{S}])(?!\*)|(?<=[\p{L}\p{N}]\*\*)(?=[\u3000-\u303f\uff00-\uffef“”‘’…—])/gu;

/** A line in which strong words end and begin beside Chinese marks as they do beside letters. */
export const joinEmphasis = (line: string): string =>
  line.includes('**') ? line.replace(CLOSING, JOINER).replace(OPENING, JOINER) : line;

/** What {@link joinEmphasis} put in, taken out. */
export const withoutJoiners = (text: string): string => text.replaceAll(JOINER, '');
