import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServerState, type ServerState } from '../../src/storage/server-state.ts';
import { MANAGER_PERMISSIONS } from '../local-discord/world/guilds.ts';
import { type LocalState, startLocalState } from '../local-state/start-local-state.ts';
import { makeFolder } from '../temporary-folder.ts';
import { ANSWERED, UNANSWERED } from './answers.ts';
import { libraryThatAnswers, openScene, readIn, type Scene } from './scene.ts';

let server: LocalState;
let state: ServerState;
let scene: Scene;

beforeEach(async () => {
  server = await startLocalState(join(makeFolder(), 'state.db'));
  state = await openServerState({ url: server.url, token: '' });
});
afterEach(async () => {
  await scene.end();
  await state.close();
  await server.stop();
});

const MANAGER = { permissions: MANAGER_PERMISSIONS };

describe.each(['hangs', 'fails'] as const)('while the server of the state %s', (how) => {
  it('questions are answered, as the server had it set', async () => {
    scene = await openScene(libraryThatAnswers(ANSWERED), { state });
    const { discord } = scene;
    await state.choose(discord.guild.id, 'answers', 'private');
    expect((await discord.slash('ask', { question: 'who?' }).answered).flags).toBe(64);
    server.behave(how);
    const answers = [
      await discord.slash('ask', { question: 'who?' }).answered,
      await discord.slash('ask', { question: 'when?' }).answered,
    ];
    expect(answers.map(({ flags }) => flags)).toEqual([64, 64]);
  });

  it('what it has not seen yet is answered as if nothing were set, and nothing is kept', async () => {
    scene = await openScene(libraryThatAnswers(UNANSWERED), { state });
    server.behave(how);
    const { discord } = scene;
    const answer = await discord.replyTo(discord.say(`<@${discord.bot.id}> who?`));
    expect(readIn(answer)).not.toContain('Don’t keep this question');
    server.behave('answers');
    await expect
      .poll(() => state.gaps(discord.guild.id, 9).catch(() => null), { timeout: 5_000 })
      .toEqual([]);
  });

  it.each([
    ['en-US', 'cannot be read or changed just now'],
    ['zh-CN', '暂时无法读取或更改'],
    ['zh-TW', '暫時無法讀取或更改'],
  ])('those who manage a server are told so, in %s', async (locale, words) => {
    scene = await openScene(libraryThatAnswers(ANSWERED), { state });
    server.behave(how);
    const told = await scene.discord.slash('admin', { settings: {} }, { locale, ...MANAGER }).answered;
    expect(readIn(told) + told.content).toContain(words);
  });
});
