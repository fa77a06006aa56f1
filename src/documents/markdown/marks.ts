/** Marks of tools that a parser of Markdown leaves in the words, or behind the name of a language. */
import type { Blockquote, Heading, PhrasingContent, RootContent } from 'mdast';
import '../shared/reading.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** The name alone: tools put numbers of lines and names of files behind it. */
export const languageOf = (written: string | null | undefined): string | null =>
  /[\p{L}\p{N}][\p{L}\p{N}+#._-]*/u.exec(written ?? '')?.[0] ?? null;

/** Of a group that readers choose from: the words of its tab above it. */
export function labelledCode(node: RootContent): RootContent[] {
  const label = node.type === 'code' ? /\[([^\]]+)\]/.exec(node.meta ?? '')?.[1] : undefined;
  return label === undefined
    ? [node]
    : [{ type: 'paragraph', children: [{ type: 'text', value: label }] }, node];
}

const ATTRIBUTES = /^\{:?\s*(?:(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))\s*)+\}/;

/**
 * Texts that follow each other as one, without attributes (`{: .wide target="_blank"}`) behind what they are for, and with
 * pictures by name as characters. Those of a heading name it.
 */
export function plainLine(nodes: readonly PhrasingContent[], isHeading: boolean): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = line.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else line.push(node);
  }
  for (const [i, node] of line.entries()) {
    if (node.type !== 'text') continue;
    if (/^(?:link|strong)$/.test(line[i - 1]?.type ?? '')) node.value = node.value.replace(ATTRIBUTES, '');
    node.value = withoutShortcodes(isHeading ? node.value : node.value.replace(CLASSES, ''));
  }
  return line;
}

/** What a tool makes look otherwise: `{.dark-only}`, also where the picture before it is gone. No name begins with a digit. */
const CLASSES = /(?<![^\s>])\{\s*\.[a-z_-][\w-]*(?:\s+[.#][\w-]+)*\s*\}[ \t]*/gi;

/** True for the words of a picture that tell something: a sentence or a label, no name of a file and no badge. */
export const says = (alt: string | null | undefined, url: string): boolean =>
  /\S+\s+\S+\s+\S|\p{Script=Han}{4}/u.test(alt ?? '') &&
  !/\.\w{3,4}$/.test(alt!) &&
  !/badge|shields\.io/i.test(url);

/** `{#name .question}` behind the words of a heading becomes its data. Changes the heading. */
export function readAttributes(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const match = /(?<!\s)\s*\{:?\s*([#.][^\s{}]+(?:\s+[#.][^\s{}]+)*)\s*\}\s*$/.exec(last.value);
  if (match === null) return;
  last.value = last.value.slice(0, match.index);
  const names = match[1]!.split(/\s+/);
  const id = names.find((name) => name.startsWith('#'))?.slice(1);
  heading.data = {
    ...heading.data,
    ...(id !== undefined && { id }),
    ...(names.includes('.question') && { isQuestion: true }),
  };
}

/** `[!NOTE]` of GitHub and Obsidian goes; the title that may stand behind it is a line of its own. Changes the quote. */
export function readAlert({ children: [first] }: Blockquote): void {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const mark = text?.type === 'text' ? /^\s*\[![\w-]+(?:\|[^\]\n]*)?\][+-]?[ \t]*/.exec(text.value) : null;
  if (first?.type !== 'paragraph' || text?.type !== 'text' || mark === null) return;
  const [title = '', ...body] = text.value.slice(mark[0].length).split('\n');
  first.children = [
    ...(title === '' ? [] : [{ type: 'text' as const, value: title }]),
    ...(title === '' || body.length === 0 ? [] : [{ type: 'break' as const }]),
    { type: 'text', value: body.join('\n') },
    ...first.children.slice(1),
  ];
}
