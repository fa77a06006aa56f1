/** Two servers with articles of their own: neither ever sees a title, quote, count or suggestion of the other. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { articleKey, customId, passageKey } from '../../src/discord/custom-id.ts';
import { type Library, libraryOf } from '../../src/library.ts';
import { createDeferred } from '../local-discord/waiting/deferred.ts';
import { MANAGER_PERMISSIONS } from '../local-discord/world/guilds.ts';
import type { Channel, Message } from '../local-discord/world/nouns.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';
import { componentsOf, openScene, type Scene, shownIn } from './scene.ts';

type Side = 'here' | 'there';
const OTHER = { here: 'there', there: 'here' } as const;
/** What only one server's articles say; no question below has these words. */
const OWN: Readonly<Record<Side, RegExp>> = {
  here: /Quillfort|Zebrawick|“quokka”|\b3174\b/i,
  there: /Marrowgate|Yttrium|“ocelot”|\b4796\b/i,
};
const DIGEST = 'The last seven days';
const ANIMAL = { here: 'quokka', there: 'ocelot' } as const;
const TITLE = { here: 'Quillfort census', there: 'Marrowgate census' } as const;

const article = (id: string, title: string, text: string): string =>
  `${JSON.stringify({ id, title, date: '2026-03-06', source: `${title.split(' ')[0]} Herald`, text })}\n`;

let scene: Scene;
const channels = {} as Record<Side, Channel>;
const idOf = (side: Side): string => `servers/${channels[side].guild_id}/a`;

beforeAll(async () => {
  const opened = createDeferred<Library>();
  const { promise } = opened;
  scene = await openScene({
    ask: async (...question) => (await promise).ask(...question),
    status: async () => (await promise).status(),
    articles: async (...places) => (await promise).articles(...places),
    article: async (...wanted) => (await promise).article(...wanted),
    group: async (questions) => (await promise).group(questions),
    close: async () => {},
  });
  const { discord } = scene;
  channels.here = discord.channel;
  channels.there = discord.addGuild('There').channels[0]!;
  const corpus = makeFolder({
    'hall.md': '# Lantern Hall\n\nThe Lantern Hall opens at nine in the morning.\n',
    'rules/quiet.md': '# Quiet hours\n\nQuiet hours in the Lantern Hall begin at ten in the evening.\n',
    [`servers/${channels.here.guild_id}/census.jsonl`]:
      article(
        'a',
        TITLE.here,
        'The quokka census was led by Ada Zebrawick on 4 March 2026. It counted 3174 quokkas.',
      ) + article('b', 'Quillfort notes', 'Quillfort keeps its quokkas in a garden behind the mill.'),
    [`servers/${channels.there.guild_id}/census.jsonl`]:
      article(
        'a',
        TITLE.there,
        'The ocelot census was led by Bo Yttrium on 5 March 2026. It counted 4796 ocelots.',
      ) +
      article('b', 'Marrowgate notes', 'Marrowgate keeps its ocelots in a garden behind the mill.') +
      article('c', 'Marrowgate weather', 'It rained in Marrowgate all week.'),
  });
  opened.resolve(libraryOf(await openCorpus(corpus)));
  await discord.slash('ask', { question: 'when does the Lantern Hall open?' }).answered;
});
afterAll(() => scene.end());

/** All that a message shows, without what was asked. */
const seenIn = ({ content, embeds, ...message }: Message): string =>
  JSON.stringify([
    content,
    embeds.map(({ footer: _, ...embed }) => embed),
    componentsOf({ content, embeds, ...message }),
  ]);

describe.each(['here', 'there'] as const)('a server %s', (side) => {
  const at = () => ({ channel: channels[side], permissions: MANAGER_PERMISSIONS });
  const mention = (text: string): Message =>
    scene.discord.say(`<@${scene.discord.bot.id}> ${text}`, { channel: channels[side] });
  const ask = (question: string): Promise<Message> => scene.discord.slash('ask', { question }, at()).answered;

  it('is answered from its own articles and those that all share', async () => {
    expect(seenIn(await ask(`Who led the ${ANIMAL[side]} census?`))).toMatch(OWN[side]);
    expect(seenIn(await ask('When does the Lantern Hall open?'))).toContain('nine in the morning');
    expect(seenIn(await ask('What articles do you have?'))).toMatch(OWN[side]);
  });

  it('sees nothing of the other server, however it asks', async () => {
    const { discord } = scene;
    const animal = ANIMAL[OTHER[side]];
    const questions = [
      `Who led the ${animal} census?`,
      `how many ${animal}s did the census count`,
      `谁负责了${animal}的普查？`,
      `${animal.slice(0, 3)}${animal.slice(4)} census`,
      'Who led the census?',
      'What articles do you have?',
      'How many articles are there?',
      'what’s new?',
      'What is the newest article?',
      `Do you have anything on ${animal}s?`,
      'the garden behind the mill and the weather',
    ];
    for (const question of questions) {
      const viaCommand = await ask(question);
      const said = mention(question);
      const seen = [viaCommand, await discord.replyTo(said)];
      seen.push(await discord.contextMenu('Ask about this', said, at()).answered);
      const why = componentsOf(viaCommand).find(({ custom_id }) => custom_id?.startsWith('why'))?.custom_id;
      if (why !== undefined) seen.push(await discord.press(viaCommand, why, at()).answered);
      const form = (await discord.press(viaCommand, 'follow', at()).acked).data;
      const further = discord.submit(form, { question: 'and when?' }, { source: viaCommand, ...at() });
      seen.push(await further.answered);
      const [source] =
        componentsOf(viaCommand).find(({ custom_id }) => custom_id === 'source')?.options ?? [];
      if (source !== undefined)
        seen.push(await discord.choose(viaCommand, 'source', [source.value], at()).answered);
      for (const message of seen) expect(seenIn(message)).not.toMatch(OWN[OTHER[side]]);
    }
    const gaps = await discord.slash('admin', { gaps: {} }, at()).answered;
    expect(seenIn(gaps)).not.toMatch(OWN[OTHER[side]]);
  });

  it('opens no article of the other by its title, its key or a button that was forged', async () => {
    const { discord } = scene;
    const id = idOf(OTHER[side]);
    for (const title of [TITLE[OTHER[side]], articleKey(id)]) {
      const told = await discord.slash('articles', { title }, at()).answered;
      expect(shownIn(told)).toMatch(/^I have no article with these words/);
    }
    const answer = await ask('When does the Lantern Hall open?');
    const custom_id = customId('page', articleKey(id), 1);
    const button = { type: 2, style: 1, label: 'x', custom_id };
    const forged = { ...answer, components: [{ type: 1, components: [button] }] };
    expect(shownIn(await discord.press(forged, custom_id, at()).answered)).toMatch(
      /^That article is no longer/,
    );
    const options = [{ label: 'x', value: passageKey(id, 1) }];
    const menu = {
      ...answer,
      components: [{ type: 1, components: [{ type: 3, custom_id: 'source', options }] }],
    };
    const opened = await discord.choose(menu, 'source', [options[0]!.value], at()).answered;
    expect(shownIn(opened)).toMatch(/^That article is no longer/);
    expect(seenIn(await discord.slash('articles', { title: TITLE[side] }, at()).answered)).toMatch(OWN[side]);
  });

  it('is offered its own titles, folders and counts', async () => {
    const { discord } = scene;
    for (const typed of ['', 'census', 'weather', TITLE[OTHER[side]]]) {
      const titles = discord.autocomplete('articles', { title: typed }, 'title', at());
      const questions = discord.autocomplete('ask', { question: typed }, 'question', at());
      for (const { acked } of [titles, questions])
        expect(JSON.stringify((await acked).data.choices)).not.toMatch(OWN[OTHER[side]]);
    }
    const { data } = await discord.autocomplete('ask', { question: 'census' }, 'question', at()).acked;
    expect(JSON.stringify(data.choices)).toContain(TITLE[side]);
    const status = await discord.slash('status', {}, at()).answered;
    expect(shownIn(status)).toContain(`Articles: **${side === 'here' ? 4 : 5}**`);
    const panel = await discord.slash('admin', { corpus: {} }, at()).answered;
    expect(seenIn(panel)).toMatch(OWN[side]);
    expect(seenIn(panel)).not.toMatch(OWN[OTHER[side]]);
  });
});

describe('what was asked in one server', () => {
  it('shows in no panel, list, notice or digest of the other', async () => {
    const { discord, state } = scene;
    const asked = { here: 'who repaired the pelican clock?', there: 'who painted the narwhal bridge?' };
    const words = { here: /pelican/i, there: /narwhal/i };
    for (const side of ['here', 'there'] as const) {
      const at = { channel: channels[side], permissions: MANAGER_PERMISSIONS };
      await discord.slash('ask', { question: asked[side] }, at).answered;
      await state.sendDigestTo(channels[side].guild_id!, channels[side].id, '2026-01-01');
    }
    const counts = { here: 0, there: 0 };
    for (const side of ['here', 'there'] as const) {
      const at = { channel: channels[side], permissions: MANAGER_PERMISSIONS };
      const panels = ['gaps', 'settings', 'channels', 'corpus', 'solved', 'digest', 'reset'];
      const seen = [
        ...panels.map((name) => discord.slash('admin', { [name]: {} }, at)),
        ...['help', 'privacy', 'status', 'articles'].map((name) => discord.slash(name, {}, at)),
      ];
      for (const { answered } of seen) {
        const shown = JSON.stringify(await answered);
        expect(shown).not.toMatch(words[OTHER[side]]);
        expect(shown).not.toMatch(OWN[OTHER[side]]);
        if (words[side].test(shown)) counts[side] += 1;
      }
    }
    expect(counts).toEqual({ here: 1, there: 1 });
    await scene.restart();
    for (const side of ['here', 'there'] as const) {
      const digest = await vi.waitFor(
        () => {
          const sent = discord.messagesIn(channels[side]).find(({ embeds }) => embeds[0]?.title === DIGEST);
          expect(sent).toBeDefined();
          return JSON.stringify(sent);
        },
        { timeout: 30_000 },
      );
      expect(digest).toMatch(words[side]);
      expect(digest).not.toMatch(words[OTHER[side]]);
    }
  });
});

describe('direct messages', () => {
  it('see what all share', async () => {
    const { discord } = scene;
    const channel = discord.directChannel();
    for (const side of ['here', 'there'] as const) {
      const told = await discord.replyTo(discord.say(`Who led the ${ANIMAL[side]} census?`, { channel }));
      expect(seenIn(told)).not.toMatch(OWN.here);
      expect(seenIn(told)).not.toMatch(OWN.there);
    }
    const told = await discord.replyTo(discord.say('When does the Lantern Hall open?', { channel }));
    expect(seenIn(told)).toContain('nine in the morning');
    expect(shownIn(await discord.slash('status', {}, { channel }).answered)).toContain('Articles: **2**');
  });
});

describe('a channel that is limited', () => {
  it('sees the folders and sources that were chosen for it, its threads with it, and no other channel does', async () => {
    const { discord } = scene;
    const at = { channel: discord.addChannel('rules'), permissions: MANAGER_PERMISSIONS };
    const panel = await discord.slash('admin', { corpus: {} }, at).answered;
    const custom_id = customId('parts', at.channel.id);
    const menu = componentsOf(panel).find((component) => component.custom_id === custom_id);
    expect(menu?.options?.map(({ label }) => label)).toEqual(['Quillfort Herald', 'rules/']);
    const rules = menu?.options?.find(({ label }) => label === 'rules/')?.value ?? '';
    expect(shownIn(await discord.choose(panel, custom_id, [rules]).answered)).toMatch(/Manage Server/);
    const saved = await discord.choose(panel, custom_id, [rules], at).answered;
    expect(shownIn(saved)).toBe(`Done: in <#${at.channel.id}> I use only rules/.`);

    const places = [at.channel, discord.addThread('of rules', at.channel)];
    for (const channel of places) {
      const hidden = await discord.slash('ask', { question: 'Who led the quokka census?' }, { channel })
        .answered;
      expect(seenIn(hidden)).not.toMatch(/Quillfort|Zebrawick/);
      const told = await discord.slash('ask', { question: 'When do quiet hours begin?' }, { channel })
        .answered;
      expect(seenIn(told)).toContain('ten in the evening');
      expect(shownIn(await discord.slash('status', {}, { channel }).answered)).toContain('Articles: **1**');
    }
    const elsewhere = await discord.slash('ask', { question: 'Who led the quokka census?' }).answered;
    expect(seenIn(elsewhere)).toMatch(/Zebrawick/);

    const again = await discord.slash(
      'admin',
      { corpus: { channel: at.channel.id } },
      { ...at, channel: channels.here },
    ).answered;
    expect(
      componentsOf(again).find((component) => component.custom_id === custom_id)?.options?.[0],
    ).toMatchObject({
      label: 'rules/',
      default: true,
    });
    await discord.choose(again, custom_id, [], at).answered;
    const open = await discord.slash('ask', { question: 'Who led the quokka census?' }, at).answered;
    expect(seenIn(open)).toMatch(/Zebrawick/);
  });
});
