/** Discord's marks for people, roles, channels, emoji and times as words, and the names of people taken out. */
import { containsHan, isHan } from '../text/characters.ts';
import type { DiscordExport, ExportedMessage } from './discord-schema.ts';

/** Words for who is not named. */
export interface MemberWords {
  readonly asker: string;
  readonly member: string;
  /** In the middle of a sentence. */
  readonly someone: string;
  readonly role: string;
  readonly channel: string;
}

export const MEMBER_WORDS = {
  en: {
    asker: 'The one who asked',
    member: 'A member',
    someone: 'a member',
    role: 'a role',
    channel: 'a channel',
  },
  zh: { asker: '提问者', member: '一位成员', someone: '一位成员', role: '某个身份组', channel: '某个频道' },
} as const satisfies Readonly<Record<string, MemberWords>>;

/** A text with marks as words; where names are hidden, those of the people of the export become a word for someone. */
export type TellWords = (text: string) => string;

/** How texts of an export are told. */
export function wordsOf(exported: DiscordExport, words: MemberWords, showAuthors: boolean): TellWords {
  const names = namesOf(exported);
  const nameOfId = new Map(
    exported.messages.flatMap(({ author, mentions }) =>
      [author, ...mentions].map(({ id, names: [name] }) => [id, name ?? words.someone] as const),
    ),
  );
  const tellPerson = (id: string): string =>
    showAuthors ? `@${nameOfId.get(id) ?? words.someone}` : words.someone;
  const tellMarks = (text: string): string =>
    text
      .replace(/<@!?(\d{1,20})>/g, (_, id: string) => tellPerson(id))
      .replace(/<@&\d{1,20}>/g, words.role)
      .replace(/<#(\d{1,20})>/g, (_, id: string) =>
        id === exported.channel.id ? `#${exported.channel.name}` : words.channel,
      )
      .replace(/<a?(:\w{1,32}:)\d{1,20}>/g, '$1')
      .replace(/<t:(-?\d{1,12})(?::[a-zA-Z])?>/g, (mark, seconds: string) => inWords(Number(seconds)) ?? mark)
      .replace(/@(?=(?:everyone|here)\b)/g, '');
  if (showAuthors) return tellMarks;
  const mentioned = pattern(names.all, '@');
  const plain = pattern(names.plain, '');
  // Whom a message speaks to first says nothing of its matter.
  const spokenTo = new RegExp(
    `^(?:\\s*(?:<@!?\\d{1,20}>|${mentioned?.source ?? '(?!)'})[\\s,，:：]*)+`,
    'iu',
  );
  return (text) => {
    const told = tellMarks(text.replace(spokenTo, '')).replace(/@Unknown\b/g, words.someone);
    const unmentioned = mentioned === null ? told : told.replace(mentioned, words.someone);
    if (plain === null) return unmentioned;
    // An address with another word in it leads nowhere.
    return unmentioned.replace(new RegExp(`https?:\\/\\/\\S+|${plain.source}`, 'giu'), (found) =>
      /^https?:\/\//i.test(found) ? found : words.someone,
    );
  };
}

function inWords(seconds: number): string | null {
  const time = new Date(seconds * 1_000);
  return Number.isNaN(time.valueOf()) ? null : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

interface Names {
  /** All that people are called, behind an @. */
  readonly all: readonly string[];
  /** Those that stand for a person wherever they occur. */
  readonly plain: readonly string[];
}

/** Names of who wrote or was mentioned, bots' aside. */
function namesOf({ messages }: DiscordExport): Names {
  const all = new Map<string, string>();
  for (const { author, mentions } of messages)
    for (const { id, names, isBot } of [author, ...mentions])
      if (!isBot) for (const name of names.flatMap(formsOf)) all.set(name, id);
  const textsOf = new Map<string, string>();
  for (const { author, content } of messages)
    textsOf.set(author.id, `${textsOf.get(author.id) ?? ''}\n${content}`);
  const plain = [...all].filter(
    ([name, id]) => isLongEnough(name) && !isOrdinaryWord(name, textsOf.get(id) ?? ''),
  );
  return { all: [...all.keys()], plain: plain.map(([name]) => name) };
}

/** A name as written, and without what people hang on it: brackets, bars, pictures. */
function formsOf(name: string): string[] {
  const bare = name
    .replace(/[[(（【].*?[\])）】]/gu, ' ')
    .split(/\s*[|｜/•~·]\s*/u)[0]!
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
  const used = pattern([name], '');
  if (used === null || /[\d_.]|\p{Ll}\p{Lu}/u.test(name)) return false;
  return [...ownText.matchAll(used)].some(({ index }) => {
    const before = ownText.slice(Math.max(0, index - 20), index);
    return !TELLS_NAME.some((telling) => telling.test(before));
  });
}

/** Any of the names as whole words, the longest first; null without one. Between Chinese characters no word ends. */
function pattern(names: readonly string[], before: string): RegExp | null {
  if (names.length === 0) return null;
  const alternatives = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const start = before === '' && !isHan(name[0]!) ? '(?<![\\p{L}\\p{N}_])' : '';
      const end = isHan(name.at(-1)!) ? '' : '(?![\\p{L}\\p{N}_])';
      return `${start}${name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+')}${end}`;
    });
  return new RegExp(`${before}(?:${alternatives.join('|')})`, 'giu');
}

/** Names of files that say what is in them, rather than when or by what they were made. */
export const tellingAttachments = ({ attachments }: ExportedMessage): string[] =>
  attachments.filter(
    (name) =>
      !/^(?:SPOILER_)?(?:image|img|unknown|untitled|photo|dsc|pxl|screen ?shot|screen|capture|video|voice-message|message|file|tmp)?[\d\W_]*(?:[\da-f]{8,}[\da-f-]*)?\.?\w{0,5}$/i.test(
        name,
      ),
  );
