/** Discord's marks for people, roles, channels, emoji and times as words. */
import { type HiddenNames, hideNames, namesOf } from './names.ts';
import type { DiscordExport, ExportedMessage } from './schema.ts';

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
  const hidden = namesOf(exported);
  return (text) => {
    const plain = tellMarks(withoutSpokenTo(text, hidden)).replace(/@Unknown\b/g, words.someone);
    return hideNames(plain, hidden, words.someone);
  };
}

/** Without whom a message speaks to first, which says nothing of its matter. */
function withoutSpokenTo(text: string, { mentioned }: HiddenNames): string {
  let rest = text.trimStart();
  for (;;) {
    const mark = /^<@!?\d{1,20}>/.exec(rest)?.[0].length ?? 0;
    const name = rest.startsWith('@') ? mentioned(rest, 1) : 0;
    const length = mark || (name && name + 1);
    if (length === 0) return rest;
    rest = rest.slice(length).replace(/^[\s,，:：]+/, '');
  }
}

function inWords(seconds: number): string | null {
  const time = new Date(seconds * 1_000);
  return Number.isNaN(time.valueOf()) ? null : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Names of files that say what is in them, rather than when or by what they were made. */
export const tellingAttachments = ({ attachments }: ExportedMessage): string[] =>
  attachments.filter(
    (name) =>
      !/^(?:SPOILER_)?(?:image|img|unknown|untitled|photo|dsc|pxl|screen ?shot|screen|capture|video|voice-message|message|file|tmp)?[\d\W_]*(?:[\da-f]{8,}[\da-f-]*)?\.?\w{0,5}$/i.test(
        name,
      ),
  );
