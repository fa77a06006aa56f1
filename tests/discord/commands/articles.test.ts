import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/library.ts';
import type { Message } from '../../local-discord/world/nouns.ts';
import { openStartingCorpus } from '../../open-corpus.ts';
import { componentsOf, openScene, type Scene, shownIn } from '../scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene(libraryOf(await openStartingCorpus().engine));
  // With the first answer the bot knows the titles.
  await scene.discord.slash('ask', { question: 'who signed with Liaoning?' }).answered;
});
afterAll(() => scene.end());

const isEphemeral = ({ flags }: Message): boolean => (flags & 64) !== 0;

describe('/articles', () => {
  it.each([
    ['西北工业', '辽宁省人民政府与西北工业大学签署战略合作框架协议'],
    ['liaoning', '辽宁省人民政府与西北工业大学签署战略合作框架协议'],
    ['LNS', '辽宁省人民政府与西北工业大学签署战略合作框架协议'],
    ['belief', 'BeliefBioMed'],
  ])('completes %s', async (typed, title) => {
    const { discord } = scene;
    const { data } = await discord.autocomplete('articles', { title: typed }, 'title').acked;
    expect(
      data.choices
        ?.map(({ name }) => name)
        .join('\n')
        .replaceAll(' ', ''),
    ).toContain(title);
    expect(data.choices?.length).toBeLessThan(23);
  });

  it('shows the newest first while nothing is typed, and nothing for what no title has', async () => {
    const { discord } = scene;
    const all = (await discord.autocomplete('articles', { title: '' }, 'title').acked).data.choices ?? [];
    const days = all.map(({ name }) => / · (\d{4}-\d\d-\d\d)$/.exec(name)?.[1] ?? '');
    expect(all).toHaveLength(23);
    expect(days).toEqual([...days].sort().reverse());
    const none = await discord.autocomplete('articles', { title: 'zzzz' }, 'title').acked;
    expect(none.data.choices).toEqual([]);
  });

  it('shows the chosen article page by page, and tells where a title is none', async () => {
    const { discord } = scene;
    const { data } = await discord.autocomplete('articles', { title: '西北工业' }, 'title').acked;
    const chosen = String(data.choices?.[0]?.value);
    const page = await discord.slash('articles', { title: chosen }, { locale: 'zh-CN' }).answered;
    expect(page.embeds[0]?.title).toContain('西北工业大学');
    expect(page.embeds[0]?.footer?.text).toMatch(/第 1 部分，共 \d+ 部分$/);
    const unknown = await discord.slash('articles', { title: 'zzzz' }).answered;
    expect(shownIn(unknown)).toBe('I have no article with these words in its title.');
  });

  it('without a title lists all, page by page, and opens one', async () => {
    const { discord } = scene;
    const first = await discord.slash('articles', {}, { locale: 'en-US' }).answered;
    expect(isEphemeral(first)).toBe(true);
    expect(shownIn(first).split('\n')).toHaveLength(10);
    expect(first.embeds[0]?.footer?.text).toBe('23 articles · page 1 of 3');
    await scene.restart();
    const second = await discord.press(first, 'list:2').answered;
    expect(second.embeds[0]?.footer?.text).toBe('23 articles · page 2 of 3');
    const third = await discord.press(second, 'list:3').answered;
    expect(shownIn(third).split('\n')).toHaveLength(3);
    const menu = componentsOf(third).find(({ custom_id }) => custom_id === 'source');
    const opened = await discord.choose(third, 'source', [menu?.options?.[0]?.value ?? '']).answered;
    expect(opened.embeds[0]?.footer?.text).toContain('Part 1 of');
  });

  it('lists those whose title has the words, and goes on with them on the next page', async () => {
    const { discord } = scene;
    const found = await discord.slash('articles', { title: '签' }, { locale: 'zh-CN' }).answered;
    expect(found.embeds[0]?.footer?.text).toMatch(/^🔎 签\n\d+ 篇 · 第 1 页，共 \d+ 页$/);
    expect(shownIn(found)).not.toContain('Wisp');
    const next = componentsOf(found).find(({ custom_id, disabled }) => custom_id === 'list:2' && !disabled);
    if (next) {
      const second = await discord.press(found, 'list:2', { locale: 'zh-CN' }).answered;
      expect(second.embeds[0]?.footer?.text).toMatch(/^🔎 签\n\d+ 篇 · 第 2 页/);
    }
  });
});
