/** An export of a Discord thread or channel to a tree of messages, without the names of who wrote. */
import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { countHan, latinWords } from '../../text/characters.ts';
import { MAX_ARTICLE_CHARACTERS } from '../limits.ts';
import { decodeText } from '../shared/decode.ts';
import type { Reading } from '../shared/reading.ts';
import { UnusableText } from '../shared/unusable.ts';
import { heading } from '../tables/table-tree.ts';
import { acceptedIds, readSolved } from './accepted.ts';
import { messageParser, type ParseMessage } from './markdown.ts';
import { type DiscordExport, type ExportedMessage, parseExport } from './schema.ts';
import { MEMBER_WORDS, type MemberWords, type TellWords, tellingAttachments, wordsOf } from './words.ts';

export interface DiscordSettings {
  /** Shows who wrote, by the name on the server. */
  readonly showAuthors?: boolean;
}

/** Messages that a person wrote; 0 and 19 are their numbers where the exporter has no names for kinds. */
const WRITTEN = new Set(['Default', 'Reply', '0', '19']);
/** Discord shows messages of one author together as long as no longer pause is between them. */
const MAX_PAUSE_IN_MESSAGE_MS = 7 * 60_000;
/** After a longer pause a channel talks of something else. */
const MAX_PAUSE_IN_TALK_MS = 6 * 3_600_000;

/**
 * A thread or forum post as one talk, a channel as talks under headings with their days; messages of bots and of the
 * system are left out. Throws {@link UnusableText} where the file is no export, or nobody wrote in it.
 */
export async function readDiscordExport(
  bytes: Buffer,
  { showAuthors = false }: DiscordSettings = {},
): Promise<Reading> {
  const exported = parseExport(decodeText(bytes));
  const { guild, channel } = exported;
  const { read, left } = readable(exported.messages);
  const people = read.filter(isByPerson);
  if (people.length === 0)
    throw new UnusableText(
      `none of its ${exported.messages.length} messages is by a person and has words`,
      'Export a thread or channel in which people wrote, or remove the file',
    );
  const isThread = /Thread$|Forum$/.test(channel.type);
  const words = MEMBER_WORDS[isChinese(people) ? 'zh' : 'en'];
  const tell = wordsOf(exported, words, showAuthors);
  const { name, isSolved } = readSolved(channel.name);
  const parse = await messageParser();
  const scene: Scene = { words, tell, parse, showAuthors, isSolved };
  const topic = isThread || channel.topic === '' ? [] : parse(tell(channel.topic));
  const talks = isThread ? [read] : talksOf(read);
  return {
    title: tell(name) || null,
    date: isThread ? (people[0]!.day ?? null) : (people.at(-1)!.day ?? null),
    source: guild.name || null,
    url: addressOf(exported),
    tree: {
      type: 'root',
      children: [
        ...topic,
        ...talks.flatMap((talk) => [...(isThread ? [] : dayOf(talk)), ...talkBlocks(talk, scene)]),
      ],
    },
    ...(left !== undefined && {
      missing: {
        reason: `the export has more than ${MAX_ARTICLE_CHARACTERS} characters; the messages before ${nameOf(left)} are read`,
        remedy: 'Export it in parts, with --partition or --after and --before',
      },
    }),
  };
}

const nameOf = ({ day, id }: ExportedMessage): string => day ?? `message ${id}`;

/** How an export is told. */
interface Scene {
  readonly words: MemberWords;
  readonly tell: TellWords;
  readonly parse: ParseMessage;
  readonly showAuthors: boolean;
  readonly isSolved: boolean;
}

/** In the order of their times. Those of bots stay: one may say which answer was accepted. */
function readable(messages: readonly ExportedMessage[]): {
  read: ExportedMessage[];
  left: ExportedMessage | undefined;
} {
  const inOrder = [...messages].sort((a, b) => a.time - b.time || 0);
  let characters = 0;
  const end = inOrder.findIndex((message) => {
    characters += [message.content, ...message.embeds].join('\n').length + 1;
    return characters > MAX_ARTICLE_CHARACTERS;
  });
  if (end < 0) return { read: inOrder, left: undefined };
  const count = Math.max(1, end);
  return { read: inOrder.slice(0, count), left: inOrder[count] };
}

const isByPerson = (message: ExportedMessage): boolean =>
  !message.author.isBot &&
  WRITTEN.has(message.type) &&
  [message.content, ...message.embeds, ...tellingAttachments(message)].some((text) => text.trim() !== '');

const isChinese = (messages: readonly ExportedMessage[]): boolean => {
  const text = messages.map(({ content }) => content).join('\n');
  return countHan(text) > latinWords(text).length;
};

/** Ids of Discord have 17 digits or more; others lead nowhere. */
const addressOf = ({ guild, channel }: DiscordExport): string | null =>
  [guild.id, channel.id].every((id) => /^\d{17,20}$/.test(id))
    ? `https://discord.com/channels/${guild.id}/${channel.id}`
    : null;

/** Messages between long pauses. */
function talksOf(messages: readonly ExportedMessage[]): ExportedMessage[][] {
  const talks: ExportedMessage[][] = [];
  for (const [i, message] of messages.entries()) {
    const pause = i === 0 ? Number.POSITIVE_INFINITY : message.time - messages[i - 1]!.time;
    if (pause > MAX_PAUSE_IN_TALK_MS) talks.push([message]);
    else talks.at(-1)!.push(message);
  }
  return talks.filter((talk) => talk.some(isByPerson));
}

function dayOf(talk: readonly ExportedMessage[]): RootContent[] {
  const day = talk.find(isByPerson)?.day;
  return day ? [heading(day, 2)] : [];
}

function talkBlocks(talk: readonly ExportedMessage[], scene: Scene): ContainerDirective[] {
  const accepted = acceptedIds(
    talk.filter((message) => message.author.isBot || isByPerson(message)),
    scene.isSolved,
  );
  const groups: ExportedMessage[][] = [];
  for (const message of talk.filter(isByPerson)) {
    const group = groups.at(-1);
    if (group !== undefined && continues(message, group)) group.push(message);
    else groups.push([message]);
  }
  const asker = groups[0]![0]!.author.id;
  return groups.map((group) => messageNode(group, asker, accepted, scene)).filter(hasWords);
}

function continues(message: ExportedMessage, group: readonly ExportedMessage[]): boolean {
  const before = group.at(-1)!;
  const isReplyToOther =
    message.replyTo !== null && message.type !== 'Default' && !group.some(({ id }) => id === message.replyTo);
  return (
    message.author.id === before.author.id &&
    message.time - before.time <= MAX_PAUSE_IN_MESSAGE_MS &&
    !isReplyToOther
  );
}

function messageNode(
  group: readonly ExportedMessage[],
  asker: string,
  accepted: ReadonlySet<string>,
  { words, tell, parse, showAuthors }: Scene,
): ContainerDirective {
  const { author, day } = group[0]!;
  const reactions = group
    .flatMap((message) => message.reactions)
    .filter(({ emoji }) => emoji !== '')
    .map(({ emoji, count }) => `${/^\w+$/.test(emoji) ? `:${emoji}:` : emoji} ${count}`);
  const hidden = author.id === asker ? words.asker : words.member;
  return {
    type: 'containerDirective',
    name: 'message',
    attributes: {
      by: (showAuthors && author.names[0]) || hidden,
      ...(group.some(({ id }) => accepted.has(id)) && { accepted: '' }),
      ...(reactions.length > 0 && { reactions: reactions.join(', ') }),
      ...(day !== null && { date: day }),
    },
    children: group.flatMap((message) => contentOf(message, tell, parse)),
  };
}

function contentOf(
  message: ExportedMessage,
  tell: TellWords,
  parse: ParseMessage,
): (BlockContent | DefinitionContent)[] {
  const written = message.content.trim() === '' ? message.embeds : [message.content];
  const files = tellingAttachments(message).map(tell);
  return [
    ...written.flatMap((text) => parse(tell(text))),
    ...files.map((value) => ({
      type: 'paragraph' as const,
      children: [{ type: 'inlineCode' as const, value }],
    })),
  ];
}

const hasWords = ({ children }: ContainerDirective): boolean => children.length > 0;
