/** Finds the names of the people of an export in its texts, and takes them out. */
import { containsHan, isHan, wholeCharacterOffset } from '../../text/characters.ts';
import type { DiscordExport } from './schema.ts';

/** Length of the name that stands at a place of a text, or 0. */
type FindName = (text: string, at: number) => number;

export interface HiddenNames {
  /** Names as they stand behind an @. */
  readonly mentioned: FindName;
  /** Names that stand for a person wherever they occur. */
  readonly plain: FindName;
}

/** Names of who wrote or was mentioned, those of bots aside. */
export function namesOf({ messages }: DiscordExport): HiddenNames {
  const bearers = new Map<string, string>();
  const textsOf = new Map<string, string>();
  for (const { author, mentions, content } of messages) {
    textsOf.set(author.id, `${textsOf.get(author.id) ?? ''}\n${content}`);
    for (const { id, names, isBot } of [author, ...mentions])
      if (!isBot) for (const name of names.flatMap(formsOf)) bearers.set(name, id);
  }
  const plain = [...bearers].filter(
    ([name, id]) => isLongEnough(name) && !isOrdinaryWord(name, textsOf.get(id) ?? ''),
  );
  return { mentioned: finderOf([...bearers.keys()]), plain: finderOf(plain.map(([name]) => name)) };
}

/** A name as written, and without what people hang on it: brackets, bars, pictures. */
function formsOf(name: string): string[] {
  const bare = name
    .replace(/[[(（【].*?[\])）】]/gu, ' ')
    .split(/[|｜/•~·]/u)[0]!
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}_.]+$/gu, '');
  return bare === '' || bare === name ? [name] : [name, bare];
}

const isLongEnough = (name: string): boolean =>
  containsHan(name) ? name.length >= 2 : (name.match(/\p{L}/gu)?.length ?? 0) >= 3;

/** What stands before a name where somebody tells it, or where it is part of a path. */
const TELLS_NAME: readonly RegExp[] = [
  /\b(?:i['’]?m|i am|name is|this is|call me)\s*$/i,
  /(?:我是|我叫|叫我)\s*$/,
  /[-—~@/\\]\s*$/,
];

/** People seldom write of themselves by name: a plain name that its own bearer uses is a word of the language. */
function isOrdinaryWord(name: string, ownText: string): boolean {
  if (/[\d_.]|\p{Ll}\p{Lu}/u.test(name)) return false;
  const find = finderOf([name]);
  for (let at = 0; at < ownText.length; at++)
    if (find(ownText, at) > 0) {
      const before = ownText.slice(Math.max(0, at - 20), at);
      if (!TELLS_NAME.some((telling) => telling.test(before))) return true;
    }
  return false;
}

/** Units of a name by which it is looked up. */
const KEY_LENGTH = 3;

/** Finds whole names in any case, the longest that fits; between Chinese characters no word ends. */
function finderOf(names: readonly string[]): FindName {
  const byKey = new Map<string, string[]>();
  for (const name of new Set(names.map((written) => written.toLowerCase()))) {
    const key = name.slice(0, KEY_LENGTH);
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [name]);
    else others.push(name);
  }
  for (const group of byKey.values()) group.sort((a, b) => b.length - a.length);
  return (text, at) => {
    // A name may be shorter than its key.
    for (let length = KEY_LENGTH; length > 0; length--)
      for (const name of byKey.get(text.slice(at, at + length).toLowerCase()) ?? []) {
        const end = at + name.length;
        if (text.slice(at, end).toLowerCase() === name && isEdge(text, at) && isEdge(text, end))
          return name.length;
      }
    return 0;
  };
}

const isWord = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);

/** True where a word begins or ends, or a Chinese character is on either side. */
function isEdge(text: string, at: number): boolean {
  const before = text.slice(wholeCharacterOffset(text, at - 1), at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return at === 0 || isHan(before) || isHan(after) || !isWord(before) || !isWord(after);
}

/** A text with `someone` for each name. An address with another word in it would lead nowhere: its names stay. */
export function hideNames(text: string, { mentioned, plain }: HiddenNames, someone: string): string {
  const address = /https?:\/\/\S+/iy;
  let shown = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    address.lastIndex = at;
    if (text[at]!.toLowerCase() === 'h' && address.test(text)) {
      at = address.lastIndex - 1;
      continue;
    }
    const name = text[at] === '@' ? mentioned(text, at + 1) : plain(text, at);
    if (name === 0) continue;
    const end = at + name + Number(text[at] === '@');
    shown += text.slice(from, at) + someone;
    from = end;
    at = end - 1;
  }
  return shown + text.slice(from);
}
