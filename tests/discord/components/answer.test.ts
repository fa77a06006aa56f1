import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Library, libraryOf } from '../../../src/library.ts';
import type { Message } from '../../local-discord/world/nouns.ts';
import { openStartingCorpus } from '../../open-corpus.ts';
import { componentsOf, idOf, openScene, type Scene, shownIn } from '../scene.ts';

const CHINESE = '谁和辽宁签了约，什么时候？';
const ENGLISH = 'who signed with Liaoning and when';

let library: Library;
let scene: Scene;
beforeAll(async () => {
  library = libraryOf(await openStartingCorpus().engine);
  scene = await openScene(library);
});
afterAll(() => scene.end());
beforeEach(() => {
  scene.asked.length = 0;
});

const mention = (text: string): string => `<@${scene.discord.bot.id}> ${text}`;
const isEphemeral = ({ flags }: Message): boolean => (flags & 64) !== 0;

describe('a question without an answer', () => {
  const question = 'Which comet passed Nowhereville in 1702?';
  const kept = async () =>
    (await scene.state.gaps(scene.discord.guild.id, 99)).find((gap) => gap.question === question)?.count;

  it('is deleted by whoever asked it, once, and by nobody else', async () => {
    const { discord } = scene;
    const other = discord.addPerson('nosy');
    const viaCommand = await discord.slash('ask', { question }).answered;
    const viaMention = await discord.replyTo(discord.say(mention(question)));
    expect(await kept()).toBe(2);
    for (const answer of [viaCommand, viaMention])
      expect(shownIn(await discord.press(answer, 'unkeep', { by: other }).answered)).toMatch(
        /^Only whoever asked/,
      );
    expect(await kept()).toBe(2);
    const before = structuredClone(viaCommand);
    const after = await discord.press(viaCommand, 'unkeep').answered;
    expect(componentsOf(after).map(({ custom_id }) => custom_id)).not.toContain('unkeep');
    await discord.press(before, 'unkeep').answered;
    expect(await kept()).toBe(1);
    await discord.press(viaMention, 'unkeep').answered;
    expect(await kept()).toBeUndefined();
  });

  it('offers that only where it is kept', async () => {
    const { discord } = scene;
    const alone = await discord.slash('ask', { question, private: true }).answered;
    const direct = await discord.replyTo(discord.say(question, { channel: discord.directChannel() }));
    const about = await discord.contextMenu('Ask about this', discord.say(question)).answered;
    for (const answer of [alone, direct, about])
      expect(componentsOf(answer).map(({ custom_id }) => custom_id)).not.toContain('unkeep');
    expect(await kept()).toBeUndefined();
  });
});

describe('under an answer', () => {
  it.each([
    ['en-US', 'Thank you!', 'Why this answer?', 'Part '],
    ['zh-CN', '谢谢！', '为什么这样回答？', '第 '],
  ])('everything works after a restart, in %s', async (locale, thanks, why, page) => {
    const { discord } = scene;
    const viaCommand = await discord.slash('ask', { question: CHINESE }, { locale }).answered;
    const viaMention = await discord.replyTo(discord.say(mention(CHINESE)));
    await scene.restart();
    for (const answer of [viaCommand, viaMention]) {
      const explained = await discord.press(answer, idOf(answer, 'why'), { locale }).answered;
      expect(explained.embeds[0]?.title).toBe(why);
      expect(shownIn(explained)).toMatch(/\*\*1\*\* .*西北工业大学[\s\S]*1/);
      expect(isEphemeral(explained)).toBe(true);

      const menu = componentsOf(answer).find(({ custom_id }) => custom_id === 'source');
      const opened = await discord.choose(answer, 'source', [menu?.options?.[0]?.value ?? ''], { locale })
        .answered;
      expect(opened.embeds[0]?.title).toContain('西北工业大学');
      expect(opened.embeds[0]?.footer?.text).toContain(page);
      expect(isEphemeral(opened)).toBe(true);

      const helped = await discord.press(answer, 'helpful', { locale }).answered;
      expect(shownIn(helped)).toContain(thanks);
      const form = (await discord.press(answer, 'follow', { locale }).acked).data;
      await scene.restart();
      const further = await discord.submit(form, { question: '那是什么时候？' }, { source: answer, locale })
        .answered;
      expect(shownIn(further)).not.toBe('');
      expect(scene.asked.at(-1)).toEqual(['那是什么时候？', { follows: CHINESE }]);
    }
    expect(await scene.state.feedback(discord.guild.id)).toEqual({ helpful: 2, unhelpful: 0 });
    await scene.state.reset(discord.guild.id);
  });

  it('pages can be turned after a restart, as far as there are pages', async () => {
    const { discord } = scene;
    const articles = await library.articles();
    const views = await Promise.all(articles.map(({ id }) => library.article(id)));
    const long = views.find((view) => view && view.passages.length > 1)!;
    let page = await discord.slash('articles', { title: long.title }).answered;
    await scene.restart();
    for (let number = 2; number <= long.passages.length; number++) {
      const [back, on] = componentsOf(page).filter(({ type }) => type === 2);
      expect(back?.disabled).toBe(number === 2);
      page = await discord.press(page, on?.custom_id ?? '').answered;
      expect(page.embeds[0]?.footer?.text).toContain(`Part ${number} of ${long.passages.length}`);
    }
    const [back, on] = componentsOf(page).filter(({ type }) => type === 2);
    expect([back?.disabled, on?.disabled]).toEqual([false, true]);
  });

  it('feedback of one person counts once', async () => {
    const { discord } = scene;
    const answer = await discord.slash('ask', { question: ENGLISH }).answered;
    for (const verdict of ['unhelpful', 'unhelpful', 'helpful'])
      await discord.press(answer, verdict).answered;
    await discord.press(answer, 'helpful', { by: discord.addPerson('bob') }).answered;
    const channel = discord.directChannel();
    const direct = await discord.replyTo(discord.say(ENGLISH, { channel }));
    expect(shownIn(await discord.press(direct, 'helpful').answered)).toMatch(/^Thank you!/);
    expect(await scene.state.feedback(discord.guild.id)).toEqual({ helpful: 1, unhelpful: 1 });
  });

  it('a source of an index that is gone, and a question that was removed, are told kindly', async () => {
    const { discord } = scene;
    const answer = await discord.slash('ask', { question: ENGLISH }).answered;
    const menu = componentsOf(answer).find(({ custom_id }) => custom_id === 'source');
    const page = await discord.slash('articles', { title: (await library.articles())[0]?.title ?? '' })
      .answered;
    await scene.restart({
      library: {
        ...library,
        status: async () => ({ ...(await library.status()), index: 'another' }),
        articles: async () => [],
        article: async () => null,
      },
    });
    const gone = 'That article is no longer here. Please ask again.';
    const source = await discord.choose(answer, 'source', [menu?.options?.[0]?.value ?? '']).answered;
    expect(shownIn(source)).toBe(gone);
    const on = componentsOf(page).find(
      ({ custom_id, disabled }) => custom_id?.startsWith('page') && !disabled,
    );
    if (on) expect(shownIn(await discord.press(page, on.custom_id ?? '').answered)).toBe(gone);
    await scene.restart({
      library: { ...library, ask: async (...a) => ({ ...(await library.ask(...a)), index: 'another' }) },
    });
    const why = await discord.press(answer, idOf(answer, 'why')).answered;
    expect(shownIn(why)).toMatch(/^The articles have been updated since this answer/);

    const bare = { ...answer, embeds: [] };
    const told = await discord.press(bare, idOf(answer, 'why')).answered;
    expect(shownIn(told)).toBe('I can no longer see what the question was. Please ask it again with `/ask`.');
    await scene.restart();
    const form = (await discord.press(bare, 'follow').acked).data;
    await discord.submit(form, { question: 'and where?' }, { source: bare }).answered;
    expect(scene.asked.at(-1)).toEqual(['and where?', {}]);
  });
});
