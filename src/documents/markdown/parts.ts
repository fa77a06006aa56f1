/** Long Markdown in parts: the time of its parser grows with the square of the lists in what it is given. */
import { fenceBehind } from './source.ts';

/** Pages are parsed whole up to here: a second at most. */
const MAX_WHOLE = 100_000;
const PART = 2_000;
/** What references of other parts point to. */
const DEFINITION = /^ {0,3}\[([^[\]]+)\]:[ \t]*\S/;

/**
 * Parts of a text, cut before blocks that begin at the margin. Each ends with the definitions that it refers to; of a
 * note that stands elsewhere the definition is empty.
 */
export function divideMarkdown(text: string): string[] {
  if (text.length <= MAX_WHOLE) return [text];
  const parts: string[][] = [[]];
  const definitions = new Map<string, string>();
  let fence: string | null = null;
  let isComment = false;
  let size = 0;
  let isBlank = false;
  for (const line of text.split('\n')) {
    if (size > PART && isBlank && fence === null && !isComment && /^\S/.test(line)) {
      parts.push([]);
      size = 0;
    }
    fence = fenceBehind(fence, line);
    if (fence === null) {
      const comment = line.lastIndexOf('<!--');
      isComment = comment > line.lastIndexOf('-->') || (isComment && !line.includes('-->'));
      const name = DEFINITION.exec(line)?.[1];
      if (name !== undefined && !definitions.has(keyOf(name))) definitions.set(keyOf(name), line);
    }
    parts.at(-1)!.push(line);
    size += line.length + 1;
    isBlank = line.trim() === '';
  }
  return parts.map((lines) => withDefinitions(lines, definitions));
}

const keyOf = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

function withDefinitions(lines: readonly string[], definitions: ReadonlyMap<string, string>): string {
  const part = lines.join('\n');
  const own = new Set(lines.map((line) => keyOf(DEFINITION.exec(line)?.[1] ?? '')));
  const named = new Set([...part.matchAll(/\[([^[\]]+)\]/g)].map(([, name]) => keyOf(name!)));
  const missing = [...named].filter((name) => definitions.has(name) && !own.has(name));
  if (missing.length === 0) return part;
  const added = missing.map((name) => (name.startsWith('^') ? `[${name}]: <!-- -->` : definitions.get(name)));
  return `${part}\n\n${added.join('\n')}\n`;
}
