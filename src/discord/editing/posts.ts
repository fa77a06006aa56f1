/** Posts of a forum, or one thread, and what of them is worth keeping: the question and the answer that was accepted. */
import {
  type AnyThreadChannel,
  ChannelType,
  type Client,
  ForumChannel,
  type Message,
  PermissionFlagsBits,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
} from 'discord.js';
import { acceptedIds, readSolved } from '../../documents/discord/accepted.ts';
import { type ExportedMessage, parseExport } from '../../documents/discord/schema.ts';
import { parseApart } from '../../documents/parse-apart.ts';
import { UnusableText } from '../../documents/shared/unusable.ts';
import { renderMarkdown } from '../../import/article-file.ts';
import { isRefusedWith } from '../connection/interaction.ts';

/** Posts of one forum that are read, the newest. */
const MAX_POSTS = 500;
/** Messages of one post that are read, the first of them. */
const MAX_MESSAGES = 300;
/** As many as Discord gives at once. */
const PAGE = 100;

export type Learnable = ForumChannel | PublicThreadChannel;

/** A forum or public thread that the bot sees; null for what is none, or is there no more. Throws where Discord has trouble. */
export async function learnableOf({ channels }: Client, id: string): Promise<Learnable | null> {
  const channel = await channels.fetch(id).catch((error) => {
    if (GONE.some((code) => isRefusedWith(error, code))) return null;
    throw error;
  });
  if (channel instanceof ForumChannel) return channel;
  return channel?.type === ChannelType.PublicThread ? channel : null;
}

const GONE = [RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.MissingAccess];

const READING = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory] as const;

/** Whether everybody in the server may read it. */
export function isForAll(channel: Learnable): boolean {
  const place = channel.isThread() ? channel.parent : channel;
  return place?.permissionsFor(channel.guild.roles.everyone).has(READING) ?? false;
}

/** Of a forum its posts, closed ones too; a thread itself. */
export async function postsOf(channel: Learnable): Promise<AnyThreadChannel[]> {
  if (channel.isThread()) return [channel];
  const { threads: active } = await channel.threads.fetchActive();
  const posts = [...active.values()].filter(({ parentId }) => parentId === channel.id);
  let before: AnyThreadChannel | undefined;
  while (posts.length < MAX_POSTS) {
    const { threads, hasMore } = await channel.threads.fetchArchived({
      type: 'public',
      limit: PAGE,
      ...(before && { before }),
    });
    posts.push(...threads.values());
    before = threads.last();
    if (!hasMore || before === undefined) break;
  }
  return posts.slice(0, MAX_POSTS);
}

/** The question and the accepted answer of a post as an article, Markdown with front matter; null where nothing was accepted. */
export async function articleOfPost(
  post: AnyThreadChannel,
  solvedTag: string | null,
): Promise<string | null> {
  const messages = (await messagesOf(post)).map(toExport);
  const { messages: read } = parseExport(exportOf(post, messages));
  const [question] = read.filter(({ author }) => !author.isBot);
  if (question === undefined) return null;
  const isSolved =
    readSolved(post.name).isSolved || (solvedTag !== null && post.appliedTags.includes(solvedTag));
  const accepted = acceptedIds(read, isSolved);
  if (accepted.size === 0) return null;
  const asked = beginningOf(read, question.author.id);
  const isKept = ({ id }: { readonly id: string }): boolean => asked.has(id) || accepted.has(id);
  // Names of all who took part are hidden in what is kept.
  const people = messages.map(({ author }) => author);
  const kept = messages.filter(isKept).map((message) => ({
    ...message,
    isPinned: accepted.has(message.id),
    mentions: [...message.mentions, ...people],
  }));
  try {
    const bytes = Buffer.from(exportOf(post, kept));
    const { article, markdown = '' } = await parseApart('.json', post.id, bytes, { markdown: true });
    return renderMarkdown({ ...article, markdown });
  } catch (error) {
    if (error instanceof UnusableText) return null;
    throw error;
  }
}

/** In the order of their times. */
async function messagesOf(post: AnyThreadChannel): Promise<Message[]> {
  const messages: Message[] = [];
  let after = '0';
  while (messages.length < MAX_MESSAGES) {
    const page = await post.messages.fetch({ limit: PAGE, after, cache: false });
    const inOrder = [...page.values()].sort(
      (a, b) => a.createdTimestamp - b.createdTimestamp || (BigInt(a.id) < BigInt(b.id) ? -1 : 1),
    );
    messages.push(...inOrder);
    after = inOrder.at(-1)?.id ?? '';
    if (page.size < PAGE) break;
  }
  return messages;
}

/** Ids of what whoever asked wrote before anybody else did. */
function beginningOf(messages: readonly ExportedMessage[], asker: string): Set<string> {
  const people = messages.filter(({ author }) => !author.isBot);
  const other = people.findIndex(({ author }) => author.id !== asker);
  return new Set(people.slice(0, other < 0 ? undefined : other).map(({ id }) => id));
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly nickname: string;
  readonly isBot: boolean;
}

const toPerson = ({ id, username, displayName, bot }: Message['author']): Person => ({
  id,
  name: username,
  nickname: displayName,
  isBot: bot,
});

/** As DiscordChatExporter writes it. */
const toExport = (message: Message) => ({
  id: message.id,
  type: message.type,
  timestamp: message.createdAt.toISOString(),
  isPinned: message.pinned,
  content: message.content,
  author: toPerson(message.author),
  embeds: [],
  attachments: message.attachments.map(({ name }) => ({ fileName: name })),
  reactions: message.reactions.cache.map(({ emoji, count }) => ({ emoji: { name: emoji.name }, count })),
  mentions: message.mentions.users.map(toPerson),
  reference: { messageId: message.reference?.messageId ?? '' },
});

const exportOf = ({ guild, id, name }: AnyThreadChannel, messages: readonly object[]): string =>
  JSON.stringify({
    guild: { id: guild.id, name: guild.name },
    channel: { id, type: 'GuildPublicThread', name },
    messages,
  });
