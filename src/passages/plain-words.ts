/** Words of a line of a document as a person reads them, without marks. */
import type { Nodes } from 'mdast';
import { isHan } from '../text/characters.ts';

/** Plain text of what stands in a line. A line break of the author's stays, one of the editor's is a space, between Chinese characters nothing. */
export const plainWords = (node: Nodes): string =>
  rawWords(node)
    // First, as looking for the space before a line end takes the square of what there is.
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, (_, at: number, text: string) => joint(text, at))
    .replace(/ ?\ue000 ?/g, '\n')
    .trim();

/** With the lines of the source: a line feed for each, whoever broke it. */
export const wordsByLine = (node: Nodes): string[] =>
  rawWords(node)
    .split(/[\n\ue000]/)
    .map((line) => line.replace(/\s+/g, ' ').trim());

/** An author's line break is a character of private use until the editor's are gone. */
function rawWords(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\ue000';
  // What is struck out holds no more.
  if (node.type === 'delete' || node.type === 'footnoteReference' || node.type === 'image') return '';
  return 'children' in node ? (node.children as Nodes[]).map(rawWords).join('') : '';
}

/** Chinese marks and characters of full width stand without spaces, too. */
const isWide = (character: string): boolean =>
  isHan(character) ||
  (character >= '\u3000' && character <= '\u30ff') ||
  (character >= '\uff00' && character <= '\uffef');

/** Marks that Chinese shares with other languages. */
const isShared = (character: string): boolean => /^[“”‘’…—·]$/.test(character);

function joint(text: string, at: number): string {
  const before = text.slice(0, at).trimEnd().slice(-1);
  const after = text.slice(at).trimStart().slice(0, 1);
  const isChinese =
    (isWide(before) && (isWide(after) || isShared(after))) || (isShared(before) && isWide(after));
  return isChinese ? '' : ' ';
}
