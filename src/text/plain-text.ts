/** Text as it is kept: without what nobody sees, and a title where nothing states one. */
import type { Root } from 'mdast';

const MAX_DERIVED_TITLE = 60;

/** Characters that show nothing but may turn the text around them, or end it for a reader. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/** Without control and bidirectional characters, lines ended by a line feed; lone surrogates become U+FFFD. */
export const withoutHidden = (content: string): string =>
  content
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, '')
    .replace(/\p{Cs}/gu, '\ufffd');

/** As {@link withoutHidden}, without white space at either end. */
export const cleanText = (content: string): string => withoutHidden(content).trim();

/** The first line of a text, cut where it is long. */
export function titleOf(text: string): string {
  const line = text.split('\n', 1)[0]!.trim();
  // Twice as many units hold as many characters: of a text without a line end not every character is taken apart.
  const characters = [...line.slice(0, 2 * (MAX_DERIVED_TITLE + 1))];
  return characters.length <= MAX_DERIVED_TITLE
    ? line
    : `${characters.slice(0, MAX_DERIVED_TITLE).join('')}…`;
}

/** A web address, or null: anything else could not be shown as a link. */
export function readUrl(value: string | undefined | null): string | null {
  return value && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
}

/** Plain text as a tree: a paragraph a line, whatever looks like a mark of Markdown in it. */
export const plainTree = (text: string): Root => ({
  type: 'root',
  children: text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
});
