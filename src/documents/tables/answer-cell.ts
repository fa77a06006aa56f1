/** The text of one cell as blocks: a line is a paragraph, lines that count up or have bullets are a list. */
import type { List, Paragraph, RootContent } from 'mdast';

const NUMBER = /^[(（]?(\d{1,3})(?:[.)）](?=\s|\D)|、|．)\s*(?=\S)/u;
const BULLET = /^[-*•●▪·–]\s+(?=\S)/u;

/** Paragraphs and lists of a cell's plain text; empty lines go. */
export function answerBlocks(cell: string): RootContent[] {
  const lines = cell
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const blocks: RootContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const list = listAt(lines, at);
    if (list !== null) blocks.push(list);
    else blocks.push(paragraph(lines[at]!));
    at += list?.children.length ?? 1;
  }
  return blocks;
}

/** The list that begins in a line; one line alone is none. */
function listAt(lines: readonly string[], from: number): List | null {
  const start = numberOf(lines[from]!);
  const isNext = (line: string, i: number): boolean =>
    start === null ? BULLET.test(line) : numberOf(line) === start + i;
  let end = from;
  while (end < lines.length && isNext(lines[end]!, end - from)) end++;
  if (end - from < 2) return null;
  const mark = start === null ? BULLET : NUMBER;
  const items = lines.slice(from, end).map((line) => line.replace(mark, ''));
  return {
    type: 'list',
    ordered: start !== null,
    ...(start === null ? {} : { start }),
    spread: false,
    children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
  };
}

const numberOf = (line: string): number | null => {
  const digits = NUMBER.exec(line)?.[1];
  return digits === undefined ? null : Number(digits);
};

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });
