import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answer, startSite } from '../../import/local-site.ts';
import type { Message } from '../../local-discord/world/nouns.ts';
import { componentsOf, idOf, readIn, shownIn } from '../scene.ts';
import { type EditingScene, MANAGER, openEditing } from './editing-scene.ts';

// Each change builds an index.
vi.setConfig({ testTimeout: 60_000 });

let scene: EditingScene;
afterEach(() => scene.end());

const FERRY = '# Ferry\n\nThe night ferry to Brackwater leaves at 23:40 from pier seven.\n';
const QUESTION = 'When does the night ferry to Brackwater leave?';

const ask = async (question = QUESTION): Promise<string> =>
  shownIn(await scene.discord.slash('ask', { question }).answered);
const articles = (values: Record<string, unknown>, options: object = MANAGER) =>
  scene.discord.slash('admin', { articles: values } as never, options);
const addFile = (name: string, content: string | Buffer): Promise<Message> =>
  scene.finished(articles({ add: { file: scene.discord.attach(name, content) } }));
const filesOfServer = (): string[] => {
  try {
    return readdirSync(join(scene.corpus, 'servers', scene.discord.guild.id));
  } catch {
    return [];
  }
};

describe('a file that a manager adds', () => {
  it('is answered from in that server alone once it is read, listed, removed, and there again after undo', async () => {
    scene = await openEditing();
    const { discord } = scene;
    expect(await ask()).toMatch(/^Sorry/);
    const told = await addFile('ferry.md', FERRY);
    expect(shownIn(told)).toBe('Added: Ferry.\nI’ve read them: you can ask about them now.');
    expect(await ask()).toContain('23:40');
    const elsewhere = discord.addGuild('There').channels[0]!;
    const there = await discord.slash('ask', { question: QUESTION }, { channel: elsewhere }).answered;
    expect(shownIn(there)).toMatch(/^Sorry/);
    const direct = { channel: discord.directChannel() };
    expect(shownIn(await discord.slash('ask', { question: QUESTION }, direct).answered)).toMatch(/^Sorry/);

    const list = await articles({ list: {} }).answered;
    expect(shownIn(list)).toMatch(/^- Ferry · in use · of \d{4}-\d\d-\d\d$/);
    const value = componentsOf(list)[1]?.options?.[0]?.value ?? '';
    const removing = discord.choose(list, 'remove:here', [value], MANAGER);
    const removed = await scene.finished(removing);
    expect(shownIn(removed)).toMatch(/^Removed: \*\*ferry-[0-9a-f]{8}\.md\*\*\./);
    expect(await ask()).toMatch(/^Sorry/);

    await scene.restart();
    await scene.finished(discord.press(removed, idOf(removed, 'undo'), MANAGER));
    expect(await ask()).toContain('23:40');
    const changes = shownIn(await articles({ changes: {} }).answered).split('\n');
    expect(changes.map((line) => line.replace(/^.* · /, ''))).toEqual([
      expect.stringMatching(new RegExp(`^<@${discord.person.id}> undid a change of \\*\\*ferry-`)),
      expect.stringMatching(/ removed \*\*ferry-/),
      expect.stringMatching(/ added \*\*ferry\.md\*\*$/),
    ]);
  });

  it('leaves no copies behind where the server forgets who changed what', async () => {
    scene = await openEditing();
    const { discord } = scene;
    await addFile('ferry.md', FERRY);
    await addFile('ferry.md', FERRY.replace('23:40', '22:15'));
    const copies = join(scene.corpus, '../state/copies');
    expect(readdirSync(copies).filter((name) => name !== 'uploads')).toHaveLength(1);
    const question = await discord.slash('admin', { reset: {} }, MANAGER).answered;
    await discord.press(question, 'reset', MANAGER).answered;
    expect(readdirSync(copies)).toEqual([]);
    expect(filesOfServer()).toHaveLength(1);
  });

  it('replaces what was added under its name before, and undo brings that back', async () => {
    scene = await openEditing();
    const { discord } = scene;
    await addFile('ferry.md', FERRY);
    await addFile('ferry.md', FERRY.replace('23:40', '22:15'));
    expect(filesOfServer()).toHaveLength(1);
    expect(await ask()).toContain('22:15');
    const changes = await articles({ changes: {} }).answered;
    const [newest] = componentsOf(changes)[1]?.options ?? [];
    await scene.finished(discord.choose(changes, 'changes:here', [newest!.value], MANAGER));
    expect(await ask()).toContain('23:40');
  });

  it('is not taken where it cannot be read or is there already, and nothing is built', async () => {
    scene = await openEditing();
    const { discord } = scene;
    const noPdf = await articles({ add: { file: discord.attach('map.pdf', 'no PDF at all') } }).answered;
    expect(shownIn(noPdf)).toMatch(/^Not added:\n- map\.pdf: /);
    const unknown = await articles({ add: { file: discord.attach('a.exe', 'x') } }).answered;
    expect(shownIn(unknown)).toMatch(/^Not added:\n- a\.exe: this kind of file is not read/);
    expect(filesOfServer()).toEqual([]);
    const before = scene.built();
    await addFile('ferry.md', FERRY);
    const twin = await articles({ add: { file: discord.attach('copy.md', FERRY) } }).answered;
    expect(shownIn(twin)).toBe('One was already there.');
    expect(scene.built()).toBe(before + 1);
    expect(shownIn(await articles({ add: {} }).answered)).toMatch(/^Give me a file or an address/);
  });

  it('stays within its folder, whatever its name', async () => {
    scene = await openEditing();
    await addFile('../../../hall.md', FERRY);
    expect(filesOfServer()).toEqual([expect.stringMatching(/^hall-[0-9a-f]{8}\.md$/)]);
    expect(readdirSync(scene.corpus).sort()).toEqual(['hall.md', 'servers']);
  });
});

describe('another server', () => {
  it('sees nothing of files, changes, addresses and questions without an answer', async () => {
    scene = await openEditing();
    const { discord, state } = scene;
    await addFile('ferry.md', FERRY);
    await discord.slash('ask', { question: 'Who painted the narwhal bridge?' }).answered;
    await state.addSource(discord.guild.id, 'https://example.org/brackwater');
    const channel = discord.addGuild('There').channels[0]!;
    const there = { ...MANAGER, by: discord.addPerson('bob'), channel };
    const home = await articles({ list: {} }).answered;
    const value = componentsOf(home)[1]?.options?.[0]?.value ?? '';
    const seen = [
      await articles({ list: {} }, there).answered,
      await articles({ changes: {} }, there).answered,
      await discord.slash('admin', { gaps: {} }, there).answered,
      // A menu and a button of the other server, used from here.
      await discord.choose(home, 'remove:here', [value], there).answered,
    ];
    for (const message of seen) expect(JSON.stringify(message)).not.toMatch(/ferry|brackwater|narwhal/i);
    expect(filesOfServer()).toHaveLength(1);
    expect(await state.sources(discord.guild.id)).toHaveLength(1);
  });
});

describe('an address that a manager adds', () => {
  it('is read, listed with its state, kept up to date, and goes with all that came of it', async () => {
    const page =
      '<title>Ferry</title><main><h1>Ferry</h1><p>The night ferry to Brackwater leaves at 23:40.</p></main>';
    const site = await startSite(() => ({ '/ferry': { body: page } }));
    scene = await openEditing([site.place]);
    const { discord, state } = scene;
    const address = `${site.origin}/ferry`;
    const told = await scene.finished(articles({ add: { address } }));
    expect(shownIn(told)).toMatch(/^Added: Ferry\.\nI’ll look at this address again/);
    expect(await ask()).toContain('23:40');
    expect(await state.sources(discord.guild.id)).toEqual([address]);
    const list = await articles({ list: {} }).answered;
    expect(shownIn(list)).toMatch(/ferry · 1 article, looked at on \d{4}-\d\d-\d\d$/);
    const value = componentsOf(list)[1]?.options?.[0]?.value ?? '';
    const removed = await scene.finished(discord.choose(list, 'remove:here', [value], MANAGER));
    expect(await state.sources(discord.guild.id)).toEqual([]);
    expect(filesOfServer()).toEqual([]);
    await scene.finished(discord.press(removed, idOf(removed, 'undo'), MANAGER));
    expect(await state.sources(discord.guild.id)).toEqual([address]);
    expect(await ask()).toContain('23:40');
  });

  it('brings back what went as it was added again, once that is undone', async () => {
    const page = (name: string, words: string) =>
      `<title>${name}</title><main><h1>${name}</h1><p>${words}</p></main>`;
    const answers: Record<string, Answer> = {
      '/quay': { body: page('Quay', 'The quay of Brackwater is shut in March.') },
    };
    const site = await startSite(() => answers);
    answers['/map'] = { body: `${site.origin}/ferry\n${site.origin}/quay`, type: 'text/plain' };
    answers['/ferry'] = { body: page('Ferry', 'The night ferry to Brackwater leaves at 23:40.') };
    scene = await openEditing([site.place]);
    const add = () => scene.finished(articles({ add: { address: `${site.origin}/map` } }));
    await add();
    const before = filesOfServer().sort();
    // The one is what the other is now.
    answers['/ferry'] = answers['/quay']!;
    expect(shownIn(await add())).toMatch(/ferry/);
    expect(filesOfServer().filter((name) => !name.startsWith('.'))).toHaveLength(1);
    const changes = await articles({ changes: {} }).answered;
    const value = componentsOf(changes).at(-1)?.options?.[0]?.value ?? '';
    await scene.finished(scene.discord.choose(changes, 'changes:here', [value], MANAGER));
    expect(
      filesOfServer()
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual(before);
    expect(await ask()).toContain('23:40');
  });

  it('is refused where it leads into a private network, or to a file', async () => {
    const site = await startSite(() => ({ '/ferry': { body: FERRY } }));
    scene = await openEditing();
    for (const address of [`${site.origin}/ferry`, '/etc/passwd', 'file:///etc/passwd'])
      expect(shownIn(await articles({ add: { address } }).answered)).toMatch(/^Not added:\n- /);
    expect(site.asked).toEqual([]);
    expect(await scene.state.sources(scene.discord.guild.id)).toEqual([]);
  });
});

describe('a text that a manager writes', () => {
  it('becomes an article', async () => {
    scene = await openEditing();
    const { discord } = scene;
    const form = (await articles({ write: {} }).acked).data;
    const values = { title: 'Ferry', text: 'The night ferry to Brackwater leaves at **23:40**.' };
    expect(shownIn(await scene.finished(discord.submit(form, values, MANAGER)))).toMatch(
      /^Saved: \*\*Ferry\*\*\./,
    );
    expect(await ask()).toContain('23:40');
    expect(shownIn(await discord.submit(form, values).answered)).toMatch(/Manage Server/);
  });
});

describe('what all servers share', () => {
  it('is changed by whoever runs the bot alone', async () => {
    scene = await openEditing();
    const { discord } = scene;
    const manager = { ...MANAGER, by: discord.addPerson('bob') };
    const file = discord.attach('ferry.md', FERRY);
    const refused = await articles({ add: { file, everywhere: true } }, manager).answered;
    expect(shownIn(refused)).toMatch(/^The articles that all servers share are for whoever runs the bot/);
    await scene.finished(articles({ add: { file, everywhere: true } }));
    const elsewhere = discord.addGuild('There').channels[0]!;
    const there = await discord.slash('ask', { question: QUESTION }, { channel: elsewhere }).answered;
    expect(shownIn(there)).toContain('23:40');
    const list = await articles({ list: { everywhere: true } }).answered;
    expect(shownIn(list).split('\n')).toHaveLength(2);
    const value = componentsOf(list)[1]?.options?.[0]?.value ?? '';
    const forged = await discord.choose(list, 'remove:all', [value], manager).answered;
    expect(shownIn(forged)).toMatch(/whoever runs the bot/);
  });
});

describe('a question without an answer', () => {
  it('is answered once by a manager, and who wanted to know is told', async () => {
    scene = await openEditing();
    const { discord, state } = scene;
    const bob = discord.addPerson('bob');
    const refusal = await discord.slash('ask', { question: QUESTION }, { by: bob }).answered;
    expect(readIn(refusal)).toContain('Tell me when there is an answer');
    const press = async () => shownIn(await discord.press(refusal, 'tell', { by: bob }).answered);
    expect(await press()).toMatch(/^I will write to you/);
    expect(await press()).toMatch(/^All right, I won’t/);
    expect(await press()).toMatch(/^I will write to you/);
    expect(shownIn(await discord.press(refusal, 'tell').answered)).toMatch(/^I will write/);
    discord.forbid(discord.directChannel(), 50007);

    const gaps = await discord.slash('admin', { gaps: {} }, MANAGER).answered;
    const value = componentsOf(gaps)[1]?.options?.[0]?.value ?? '';
    const form = (await discord.choose(gaps, 'answer', [value], MANAGER).acked).data;
    const answer = { text: 'It leaves at **23:40** from pier seven.' };
    const told = await scene.finished(discord.submit(form, answer, { ...MANAGER, source: gaps }));
    expect(shownIn(told)).toMatch(
      /^Saved as an article: \*\*When does .*2 people who waited for it are told\./,
    );
    expect(await ask()).toContain('23:40');
    expect(await state.gaps(discord.guild.id, 9)).toEqual([]);
    await scene.bot().stop();
    const [written] = discord.messagesIn(discord.directChannel(bob));
    expect(written?.content).toMatch(/^You wanted to know in Home: “When does .*”[\s\S]*23:40/);
    expect(shownIn(await articlesAfterRestart())).toMatch(/ answered \*\*When does/);
    // That of a person who takes no messages is what this test is about.
    expect(discord.violations.splice(0).map(({ code }) => code)).toEqual([50007]);
  });
  const articlesAfterRestart = async (): Promise<Message> => {
    await scene.restart();
    return articles({ changes: {} }).answered;
  };

  it('has nobody waiting once it is kept no more', async () => {
    scene = await openEditing();
    const { discord, state } = scene;
    const refusal = await discord.slash('ask', { question: QUESTION }).answered;
    await discord.press(refusal, 'tell').answered;
    await discord.press(refusal, 'unkeep').answered;
    expect(await state.closeGaps(discord.guild.id, [QUESTION])).toEqual([]);
    expect(shownIn(await discord.press(refusal, 'tell').answered)).toMatch(
      /^This question is no longer kept/,
    );
  });
});
