import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Library, libraryOf } from '../../../src/library.ts';
import type { Message } from '../../local-discord/world/nouns.ts';
import { openStartingCorpus } from '../../open-corpus.ts';
import { openScene, readIn, type Scene } from '../scene.ts';

let library: Library;
let scene: Scene;
beforeAll(async () => {
  library = libraryOf(await openStartingCorpus().engine);
  scene = await openScene(library);
  // At first the bot knows of no article.
  await vi.waitFor(
    async () => expect(readIn(await scene.discord.slash('status', {}).answered)).toContain('**23**'),
    30_000,
  );
});
afterAll(() => scene.end());

const isEphemeral = ({ flags }: Message): boolean => (flags & 64) !== 0;

describe('what the bot tells of itself', () => {
  it.each([
    ['status', 'en-US', ['Articles: **23**', 'Search model: **', 'Articles read on: **20']],
    ['status', 'zh-CN', ['文章： **23**']],
    [
      'help',
      'en-US',
      [
        '“Ask about this”',
        '“Tell me when there is an answer”',
        'scope=bot+applications.commands&permissions=',
      ],
    ],
    ['help', 'zh-TW', ['「就此提問」', '討論串', '邀請']],
    ['privacy', 'en-US', ['no name, no id', 'until I have told them', 'without names']],
    ['privacy', 'zh-CN', ['一个例外', '不写名字', '30 天']],
  ])('/%s in %s', async (name, locale, told) => {
    const { discord } = scene;
    const answer = await discord.slash(name, {}, { locale }).answered;
    for (const text of told) expect(readIn(answer)).toContain(text);
    expect(isEphemeral(answer)).toBe(true);
  });

  it('/privacy names the machine that questions go to, where there is one', async () => {
    const said = async () => readIn(await scene.discord.slash('privacy', {}, { locale: 'en-US' }).answered);
    expect(await said()).toContain('your questions go to no other service');
    await scene.restart({ sendsTo: 'models.example' });
    expect(await said()).toContain('sent to the language model at models.example');
    expect(await said()).not.toContain('no other service');
  });

  it('shows the day of the index beside its name', async () => {
    const { builtAt } = await library.status();
    expect(JSON.stringify(scene.discord.presences)).toContain(`📚 ${builtAt.slice(0, 10)}`);
  });
});
