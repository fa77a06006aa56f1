import type { BlockContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as plain } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readDiscordExport } from '../../../src/documents/discord/export.ts';
import { MAX_ARTICLE_CHARACTERS } from '../../../src/documents/limits.ts';

const ASKER = { id: '501', name: 'juno.reed', nickname: 'Juno', isBot: false };
const HELPER = { id: '502', name: 'brackenfox', nickname: 'Bracken Fox [Mod]', isBot: false };
const OTHER = { id: '503', name: 'tarn7', nickname: null, isBot: false };
const BOT = { id: '504', name: 'Clerk', isBot: true };

let count = 0;
/** A message an hour after the one before it, with what is given in place of the rest. */
const message = (author: object, content: string, more: object = {}) => {
  count++;
  return {
    id: String(9_000 + count),
    type: 'Default',
    timestamp: new Date(Date.UTC(2025, 2, 1, count)).toISOString(),
    isPinned: false,
    content,
    author,
    embeds: [],
    attachments: [],
    reactions: [],
    mentions: [],
    ...more,
  };
};
const thread = (messages: readonly unknown[], more: object = {}) => ({
  guild: { id: '12', name: 'Fernwood' },
  channel: { id: '34', type: 'GuildPublicThread', category: 'help', name: 'map stays black', topic: null },
  messages,
  ...more,
});
const read = (exported: unknown, settings = {}) =>
  readDiscordExport(
    Buffer.from(typeof exported === 'string' ? exported : JSON.stringify(exported)),
    settings,
  );

/** A block as one line. */
const line = (node: RootContent | BlockContent): string => {
  if (node.type === 'list')
    return node.children
      .map((item, i) => `${node.ordered ? (node.start ?? 1) + i : '-'} ${plain(item)}`)
      .join(' | ');
  if (node.type === 'code') return `\`${node.lang ?? ''}\` ${node.value}`;
  if (node.type === 'blockquote') return `> ${plain(node)}`;
  return plain(node);
};
const isMessage = (node: RootContent): node is ContainerDirective =>
  node.type === 'containerDirective' && node.name === 'message';
const told = async (messages: readonly object[], settings = {}, more = {}) =>
  (await read(thread(messages, more), settings)).tree.children
    .filter(isMessage)
    .map(
      ({ attributes, children }) =>
        [attributes!, ...children.map((child) => line(child as BlockContent))] as const,
    );
const linesOf = async (content: string, more = {}) =>
  (await told([message(HELPER, content, more)]))[0]!.slice(1);
/** Whether each message after the question was accepted. */
const accepted = async (messages: readonly object[], more = {}) =>
  (
    await told(
      [message(ASKER, 'The map stays black.', { timestamp: '2025-01-01T00:00:00Z' }), ...messages],
      {},
      more,
    )
  )
    .slice(1)
    .map(([{ accepted: mark }]) => mark === '');

describe('an export of a thread', () => {
  it('is the question and its answers, named by the thread, of the day of its first message', async () => {
    const reading = await read(thread([
      message(ASKER, 'The map stays black.', { timestamp: '2025-01-31T23:50:00+01:00' }),
      message(HELPER, 'Delete the folder `cache`.', { type: 'Reply', timestamp: '2025-02-01T08:00:00+01:00', reactions: [{ emoji: { name: '👍' }, count: 3 }, { emoji: { name: 'party_fern' }, count: 1 }] }),
    ]));
    expect(reading).toMatchObject({ title: 'map stays black', date: '2025-01-31', source: 'Fernwood', url: null });
    expect(reading.tree.children.filter(isMessage).map(({ attributes, children }) => [attributes, ...children.map((child) => plain(child))])).toEqual([
      [{ by: 'The one who asked', date: '2025-01-31' }, 'The map stays black.'],
      [{ by: 'A member', reactions: '👍 3, :party_fern: 1', date: '2025-02-01' }, 'Delete the folder cache.'],
    ]);
  });

  it('has an address where its ids are those of Discord', async () => {
    const exported = thread([message(ASKER, 'Hm?')], {
      guild: { id: '112233445566778899', name: 'x' },
      channel: { id: '998877665544332211', type: 'GuildPublicThread', name: 'y' },
    });
    expect((await read(exported)).url).toBe('https://discord.com/channels/112233445566778899/998877665544332211');
  });

  it('leaves out bots and what the system tells', async () => {
    const lines = await told([
      message(OTHER, 'Tarn started a thread.', { type: 'ThreadCreated' }),
      message(ASKER, 'The map stays black.'),
      message(BOT, 'Please wait.'),
      message(HELPER, 'Pinned a message.', { type: 'ChannelPinnedMessage' }),
      message(OTHER, '', { attachments: [{ fileName: 'image.png' }] }),
    ]);
    expect(lines.map(([, ...text]) => text)).toEqual([['The map stays black.']]);
  });

  it('joins what one person writes within minutes, but not what answers another', async () => {
    const at = (minute: number) => ({ timestamp: `2025-03-01T10:${String(minute).padStart(2, '0')}:00Z` });
    const lines = await told([
      message(ASKER, 'Black map.', at(0)),
      message(ASKER, 'Since noon.', { ...at(7), reactions: [{ emoji: { name: '👀' }, count: 1 }] }),
      message(ASKER, 'Still.', at(15)),
      message(ASKER, 'Yes.', { ...at(16), type: 'Reply', reference: { messageId: '1' } }),
    ]);
    expect(lines.map(([, ...text]) => text)).toEqual([['Black map.', 'Since noon.'], ['Still.'], ['Yes.']]);
    expect(lines[0]![0].reactions).toBe('👀 1');
  });

  it('in Chinese names nobody in Chinese', async () => {
    const lines = await told([message(ASKER, '地图一直是黑的'), message(HELPER, '删除缓存文件夹，@Juno 再试一次')]);
    expect(lines.map(([{ by }, text]) => [by, text])).toEqual([['提问者', '地图一直是黑的'], ['一位成员', '删除缓存文件夹，一位成员 再试一次']]);
  });

  it('tells the words of a card and the name of a file where they say something', async () => {
    expect(await linesOf('', { embeds: [{ title: 'Black maps', description: 'Delete **cache**.' }], attachments: [{ fileName: 'map-crash-report.log' }, { fileName: '20250301_101500.jpg' }, { fileName: 'SPOILER_image0.png' }] })).toEqual(['Black maps', 'Delete cache.', 'map-crash-report.log']);
  });
}); // biome-ignore format: long lines of one shape

describe('an export of a channel', () => {
  it('is cut into talks by long pauses, under headings with their days', async () => {
    const at = (timestamp: string) => ({ timestamp });
    const exported = thread([
      message(ASKER, 'When is the fair?', at('2025-03-01T10:00:00Z')),
      message(HELPER, 'At nine.', at('2025-03-01T16:00:00Z')),
      message(OTHER, 'Who sells wool?', at('2025-03-02T09:00:00Z')),
      message(HELPER, 'The shop.', at('2025-03-02T09:30:00Z')),
    ], { channel: { id: '1', type: 'GuildTextChat', name: 'market', topic: 'Where **trade** is talked of' } });
    const { title, date, tree } = await read(exported);
    expect([title, date]).toEqual(['market', '2025-03-02']);
    expect(tree.children.map((node) => (isMessage(node) ? `${node.attributes!.by}: ${plain(node)}` : `${node.type} ${plain(node)}`))).toEqual([
      'paragraph Where trade is talked of',
      'heading 2025-03-01', 'The one who asked: When is the fair?', 'A member: At nine.',
      'heading 2025-03-02', 'The one who asked: Who sells wool?', 'A member: The shop.',
    ]);
  });
}); // biome-ignore format: long lines of one shape

describe('the names of who wrote', () => {
  it.each([
    ['@Juno: try this, not what @brackenfox says', 'try this, not what a member says'],
    ['<@501> <@!502>, try this', 'try this'],
    ['ask <@999>, he knows', 'ask a member, he knows'],
    ['thanks Juno, and Bracken Fox too', 'thanks a member, and a member too'],
    ['as BRACKENFOX\'s guide says', "as a member's guide says"],
    ['Junoesque stays, so does tarn70', 'Junoesque stays, so does tarn70'],
    ['see https://example.org/brackenfox/map by tarn7', 'see https://example.org/brackenfox/map by a member'],
    ['@Unknown told @everyone', 'a member told everyone'],
  ])('are taken out of %s', async (content, line) => {
    const lines = await told([message(ASKER, 'The map stays black.'), message(HELPER, 'Why?'), message(OTHER, content)]);
    expect(lines[2]![1]).toBe(line);
  });

  it('are taken out of the title, code and file names', async () => {
    const channel = { id: '1', type: 'GuildPublicThread', name: "Juno's map" };
    expect((await read(thread([message(ASKER, 'Hm?')], { channel }))).title).toBe("a member's map");
    expect(await linesOf('`C:\\Users\\brackenfox\\map`', { attachments: [{ fileName: 'log of tarn7 crash.txt' }], mentions: [OTHER] })).toEqual(['C:\\Users\\a member\\map', 'log of a member crash.txt']);
  });

  it('stay where a name is a word that its bearer uses too', async () => {
    const named = { id: '505', name: 'shader', nickname: 'Shader', isBot: false };
    const lines = await told([message(named, 'The shader fails.'), message(HELPER, '@Shader update the shader')]);
    expect(lines[1]![1]).toBe('update the shader');
    const introduced = await told([message(named, "I'm Shader, hello"), message(HELPER, 'welcome shader')]);
    expect(introduced.map(([, text]) => text)).toEqual(["I'm a member, hello", 'welcome a member']);
  });

  it('are shown where the owner wants it', async () => {
    const lines = await told([message(ASKER, 'Hm?'), message(OTHER, 'Ask <@501>, Juno', { mentions: [ASKER] })], { showAuthors: true });
    expect(lines.map(([{ by }, text]) => [by, text])).toEqual([['Juno', 'Hm?'], ['tarn7', 'Ask @Juno, Juno']]);
  });
}); // biome-ignore format: long lines of one shape

describe('what a person wrote', () => {
  it.each([
    ['one\ntwo', ['one', 'two']],
    ['# Big\n-# small', ['Big', 'small']],
    ['do:\n1. open\n2. close', ['do:', '1 open | 2 close']],
    ['5. fifth\n6. sixth', ['5 fifth | 6 sixth']],
    ['||it was **me**|| and a || b', ['||it was me|| and a || b']],
    ['||it was **me**||', ['it was me']],
    ['look: ```ini\na=1\n  b=||2||\n``` done', ['look:', '`ini` a=1\n  b=||2||', 'done']],
    ['<:fern:123456789012345678> at <t:1735689600:F> in <#34>, not <#35>, ask <@&77>', [':fern: at 2025-01-01 00:00 UTC in #map stays black, not a channel, ask a role']],
    ['[the guide](https://example.org/x) says <b>no</b> & &lt;', ['the guide says <b>no</b> & &lt;']],
    ['> quoted\n\nanswer', ['> quoted', 'answer']],
    ['a | b\n--- | ---\n1 | 2', ['a | b', '--- | ---', '1 | 2']],
  ])('is read as Discord shows it: %j', async (content, lines) => {
    expect(await linesOf(content)).toEqual(lines);
  });

  it('is plain where its marks are nested without end, or it is longer than a message', async () => {
    expect(await linesOf(`${'> '.repeat(5_000)}deep`)).toHaveLength(1);
    expect(await linesOf(`${'- '.repeat(3_000)}deep`)).toHaveLength(1);
    expect(await linesOf(`**${'x'.repeat(9_000)}**`)).toEqual([`**${'x'.repeat(9_000)}**`]);
  });
}); // biome-ignore format: long lines of one shape

describe('an answer', () => {
  it.each([
    ['with a mark of any kind', [message(HELPER, 'Delete it.', { reactions: [{ emoji: { name: '✅' }, count: 1 }] }), message(OTHER, 'Hm.', { reactions: [{ emoji: { name: '👍' }, count: 9 }] })], [true, false]],
    ['with a mark of the server', [message(HELPER, 'Delete it.', { reactions: [{ emoji: { name: 'solved', id: '1' }, count: 1 }] })], [true]],
    ['that is pinned', [message(HELPER, 'Hm.'), message(OTHER, 'Delete it.', { isPinned: true })], [false, true]],
    ['that who asked thanks for', [message(HELPER, 'Delete it.'), message(ASKER, 'Thanks, that worked!')], [true, false]],
    ['that who asked thanks for, in Chinese', [message(HELPER, '删除缓存'), message(ASKER, '谢谢，搞定了')], [true, false]],
    ['that did not help, for all the thanks', [message(HELPER, 'Delete it.'), message(ASKER, "Thanks, but it doesn't work.")], [false, false]],
    ['that another thanks for', [message(HELPER, 'Delete it.'), message(OTHER, 'Thanks, works')], [false, false]],
    ['that a bot names', [message(HELPER, 'Delete it.', { id: '777' }), message(OTHER, 'Or not.'), message(BOT, 'This post was marked as solved', { reference: { messageId: '777' } })], [true, false]],
    ['that a bot links', [message(HELPER, 'Delete it.', { id: '778' }), message(OTHER, 'Or not.'), message(BOT, '', { embeds: [{ description: 'Accepted answer: https://discord.com/channels/1/2/778' }] })], [true, false]],
  ])('%s', async (_, messages, marks) => {
    expect(await accepted(messages)).toEqual(marks);
  });

  it('is the last one of another where only the name of the thread says that it is solved', async () => {
    const channel = { id: '1', type: 'GuildPublicThread', name: '[Solved] black map' };
    expect(await accepted([message(HELPER, 'Hm.'), message(OTHER, 'Delete it.'), message(ASKER, 'Oh.')], { channel })).toEqual([false, true, false]);
    expect((await read(thread([message(ASKER, 'Hm.')], { channel }))).title).toBe('black map');
  });
}); // biome-ignore format: long lines of one shape

describe('a file that is no export', () => {
  it.each([
    ['{"a":1,"b":2}', 'expected a Discord export with "guild", "channel" and "messages", found an object with "a", "b"'],
    ['[1,2]', 'found a list of 2'],
    ['null', 'found null'],
    ['{"guild":', 'found text that is not JSON'],
    [JSON.stringify(thread([message(BOT, 'hello')])), 'none of its 1 messages is by a person'],
    [JSON.stringify(thread([null, 3, { author: [], content: {}, reactions: [null] }])), 'none of its 3 messages'],
  ])('is told: %s', async (text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });

  it('is read up to the limit where it is too long, and says until when', async () => {
    const long = 'word '.repeat(MAX_ARTICLE_CHARACTERS / 20 - 1);
    const messages = Array.from({ length: 5 }, (_, i) => message(ASKER, long, { timestamp: `2025-04-0${i + 1}T10:00:00Z` }));
    const { tree, missing } = await read(thread(messages));
    expect(tree.children).toHaveLength(4);
    expect(missing?.reason).toContain('the messages before 2025-04-05 are read');
  });
}); // biome-ignore format: long lines of one shape
