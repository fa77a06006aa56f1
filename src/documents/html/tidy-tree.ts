/** What a converted page leaves in its tree that nobody reads: line ends inside paragraphs, empty nodes. */
import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The tree without empty nodes and pictures; a paragraph ends where a line of it does. Changes the tree. */
export function tidyTree(tree: Root): Root {
  tidyChildren(tree);
  return tree;
}

function tidyChildren(parent: Parents): void {
  const children = parent.children as RootContent[];
  parent.children = children.flatMap(tidy) as typeof parent.children;
}

function tidy(node: RootContent): RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return linesOf(node.children)
        .map((line) => trim(line))
        .filter((line) => textOf(line) !== '')
        .map((line) => ({ type: 'paragraph', children: line }));
    case 'heading':
      node.children = trim(linesOf(node.children).flatMap(withSpace));
      return textOf(node) === '' ? [] : [node];
    case 'tableCell':
      node.children = trim(linesOf(node.children).flatMap(withSpace));
      return [node];
    case 'code':
      return [node];
    case 'break':
    case 'image':
    case 'thematicBreak':
    case 'html':
      return [];
    default:
      if (!('children' in node)) return [node];
      tidyChildren(node);
      return node.children.length === 0 && node.type !== 'tableRow' ? [] : [node];
  }
}

const withSpace = (line: PhrasingContent[], place: number): PhrasingContent[] =>
  place === 0 ? line : [{ type: 'text', value: ' ' }, ...line];

/** The lines of a paragraph; those that a program broke to fit its width are one. */
function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [];
  for (const line of splitAtBreaks(nodes)) {
    const before = lines.at(-1);
    if (before && isBroken(textOf(before), textOf(line)))
      before.push({ type: 'text', value: isHan(textOf(line)) ? '' : ' ' }, ...line);
    else lines.push(line);
  }
  return lines;
}

function splitAtBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'image') continue;
    else if ('children' in node) {
      for (const [place, part] of splitAtBreaks(node.children).entries()) {
        if (place > 0) lines.push([]);
        if (textOf(part) !== '') lines.at(-1)!.push({ ...node, children: part });
      }
    } else lines.at(-1)!.push(node);
  }
  return lines;
}

/** A line shorter than this ends where its author ended it; a Chinese character is as wide as two letters. */
const MIN_BROKEN = 50;

const isHan = (text: string): boolean => /^\s*[\p{Script=Han}]/u.test(text);

/** True where a sentence runs on from a full line to the next. */
function isBroken(before: string, after: string): boolean {
  const width = before.trim().replace(/\p{Script=Han}/gu, '  ').length;
  if (width < MIN_BROKEN || /^\u3000/.test(after)) return false;
  return /[\p{Ll},]\s*$/u.test(before)
    ? /^\s*\p{Ll}/u.test(after)
    : /[\p{Script=Han}，、]\s*$/u.test(before) &&
        isHan(after) &&
        !/^\s*[一二三四五六七八九十]+、/.test(after);
}

/** Runs of white space as one space, none at the ends, no characters that show nothing. */
function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const line = mergeTexts(nodes);
  const clean = (node: PhrasingContent, isFirst: boolean, isLast: boolean): PhrasingContent => {
    if ('children' in node)
      return {
        ...node,
        children: node.children.map((child, place) =>
          clean(child, isFirst && place === 0, isLast && place === node.children.length - 1),
        ),
      } as PhrasingContent;
    if (!('value' in node)) return node;
    let value = node.value.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '').replace(/\s+/g, ' ');
    if (isFirst) value = value.trimStart();
    if (isLast) value = value.trimEnd();
    return { ...node, value };
  };
  const cleaned = line
    .map((node, place) => clean(node, place === 0, place === line.length - 1))
    .filter((node) => !('value' in node) || node.value !== '');
  // Of what was white space only, nothing is left, and its neighbour is at the end now.
  return cleaned.length < line.length ? trim(cleaned) : cleaned;
}

function mergeTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    else merged.push(node);
  }
  return merged;
}
