/** The fields of a DiscordChatExporter JSON file (https://github.com/Tyrrrz/DiscordChatExporter) that are read. */
import { isDay } from '../../text/calendar.ts';
import { UnusableText } from '../shared/unusable.ts';

interface ExportedPerson {
  readonly id: string;
  /** The name shown on the server, then the account's, each as it is written. */
  readonly names: readonly string[];
  readonly isBot: boolean;
}

export interface ExportedMessage {
  readonly id: string;
  /** `Default`, `Reply`, or what the system tells. */
  readonly type: string;
  /** Milliseconds since 1970; NaN where the export does not tell. */
  readonly time: number;
  /** `YYYY-MM-DD` in the time zone of the export. */
  readonly day: string | null;
  readonly isPinned: boolean;
  readonly content: string;
  readonly author: ExportedPerson;
  /** Texts of the cards below it. */
  readonly embeds: readonly string[];
  /** Names of files. */
  readonly attachments: readonly string[];
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
  readonly mentions: readonly ExportedPerson[];
  /** Id of the message that it answers. */
  readonly replyTo: string | null;
}

export interface DiscordExport {
  readonly guild: { readonly id: string; readonly name: string };
  readonly channel: {
    readonly id: string;
    readonly type: string;
    readonly name: string;
    readonly topic: string;
  };
  readonly messages: readonly ExportedMessage[];
}

const REMEDY =
  'Export the thread or channel as JSON with DiscordChatExporter, write articles as .jsonl, or move the file out of the corpus';

/** An export from its text. Throws {@link UnusableText} for any other text; fields that are missing are empty. */
export function parseExport(text: string): DiscordExport {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UnusableText(
      `expected a Discord export, found text that is not JSON (${(error as Error).message})`,
      REMEDY,
      { cause: error },
    );
  }
  const { guild, channel, messages } = fieldsOf(json);
  if (!isObject(guild) || !isObject(channel) || !Array.isArray(messages))
    throw new UnusableText(
      `expected a Discord export with "guild", "channel" and "messages", found ${describe(json)}`,
      REMEDY,
    );
  return {
    guild: { id: idOf(guild.id), name: stringOf(guild.name) },
    channel: {
      id: idOf(channel.id),
      type: idOf(channel.type),
      name: stringOf(channel.name),
      topic: stringOf(channel.topic),
    },
    messages: messages.map((message) => toMessage(fieldsOf(message))),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function toMessage(message: Fields): ExportedMessage {
  const timestamp = stringOf(message.timestamp);
  const day = timestamp.slice(0, 10);
  const forwarded = fieldsOf(message.forwardedMessage);
  const replyTo = idOf(fieldsOf(message.reference).messageId);
  return {
    id: idOf(message.id),
    type: idOf(message.type),
    time: Date.parse(timestamp),
    day: isDay(day) ? day : null,
    isPinned: message.isPinned === true,
    content: stringOf(message.content) || stringOf(forwarded.content),
    author: toPerson(message.author),
    embeds: listOf(message.embeds).map(({ title, description }) =>
      [title, description].map(stringOf).filter(Boolean).join('\n'),
    ),
    attachments: listOf(message.attachments).map(({ fileName }) => stringOf(fileName)),
    reactions: listOf(message.reactions).map(({ emoji, count }) => ({
      emoji: stringOf(fieldsOf(emoji).name),
      count: typeof count === 'number' && count > 0 ? Math.floor(count) : 1,
    })),
    mentions: listOf(message.mentions).map(toPerson),
    replyTo: replyTo || null,
  };
}

function toPerson(value: unknown): ExportedPerson {
  const { id, nickname, name, isBot } = fieldsOf(value);
  const names = [nickname, name].map((field) => stringOf(field).trim()).filter((field) => field !== '');
  return { id: idOf(id), names: [...new Set(names)], isBot: isBot === true };
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Numbers too: ids of messages and kinds that the exporter has no name for. */
const idOf = (value: unknown): string => (typeof value === 'number' ? String(value) : stringOf(value));

const MAX_NAMED = 5;

function describe(json: unknown): string {
  if (Array.isArray(json)) return `a list of ${json.length}`;
  if (!isObject(json)) return json === null ? 'null' : `a ${typeof json}`;
  const names = Object.keys(json).map((name) => JSON.stringify(name.slice(0, 40)));
  if (names.length === 0) return 'an empty object';
  return `an object with ${names.slice(0, MAX_NAMED).join(', ')}${names.length > MAX_NAMED ? ' …' : ''}`;
}
