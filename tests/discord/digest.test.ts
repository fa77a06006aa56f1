import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/text/calendar.ts';
import { MANAGER_PERMISSIONS, PERMISSION } from '../local-discord/world/guilds.ts';
import type { Channel, Message } from '../local-discord/world/nouns.ts';
import { ANSWERED, UNANSWERED } from './answers.ts';
import { libraryThatAnswers, openScene, type Scene, shownIn } from './scene.ts';

const MANAGER = { permissions: MANAGER_PERMISSIONS };
const today = new Date().toISOString().slice(0, 10);

let scene: Scene;
let channel: Channel;
beforeEach(async () => {
  scene = await openScene({
    ...libraryThatAnswers(ANSWERED),
    ask: async (question) => ({ ...(question.includes('cup') ? UNANSWERED : ANSWERED), question }),
    // The first and the third are alike.
    group: async (questions) => (questions.length < 3 ? questions.map((_, i) => [i]) : [[0, 2], [1]]),
  });
  channel = scene.discord.addChannel('digests');
});
afterEach(() => scene.end());

const digests = (): Message[] =>
  scene.discord.messagesIn(channel).filter(({ author }) => author.id === scene.discord.bot.id);
const ask = (question: string) => scene.discord.slash('ask', { question }).answered;

describe('the weekly digest', () => {
  it('is switched on for a channel, and sent once a week with what was asked', async () => {
    const { discord, state } = scene;
    const off = await discord.slash('admin', { digest: {} }, MANAGER).answered;
    expect(shownIn(off)).toMatch(/^Choose a channel, and once a week/);
    expect(shownIn(await discord.choose(off, 'digest', [channel.id]).answered)).toMatch(/Manage Server/);
    const on = await discord.choose(off, 'digest', [channel.id], MANAGER).answered;
    expect(shownIn(on)).toBe(`Once a week I send a digest to <#${channel.id}>. Choose none to stop that.`);
    await scene.restart();
    expect(digests()).toEqual([]);

    for (const question of [
      'who signed?',
      'who won the cup?',
      'who won the cup?',
      'what **cup**?',
      'the cup winner?',
    ])
      await ask(question);
    const answer = await ask('who else signed?');
    await discord.press(answer, 'unhelpful').answered;
    state.countGap(discord.guild.id, 'an old question?', addDays(today, -8));
    state.noteDigest(discord.guild.id, addDays(today, -7));
    await scene.restart();
    await expect.poll(digests).toHaveLength(1);
    const [sent] = digests();
    expect(shownIn(sent!)).toContain('Questions: **6**, of which I answered **2**');
    expect(shownIn(sent!)).toContain('not helpful: **1**');
    expect(shownIn(sent!)).toContain(`- who won the cup? (3 ×, last on ${today})\n  -# also: `);
    expect(shownIn(sent!)).not.toContain('old question');
    expect(sent).toMatchObject({ mentions: [], mention_everyone: false });
    await scene.restart();
    await ask('who signed?');
    expect(digests()).toHaveLength(1);
  });

  it('that cannot be sent costs nothing but a line in the log', async () => {
    const { discord, state } = scene;
    discord.withhold(channel, PERMISSION.sendMessages);
    state.sendDigestTo(discord.guild.id, channel.id, addDays(today, -7));
    await scene.restart();
    await expect.poll(() => scene.logged.map(({ event }) => event)).toContain('a digest could not be sent');
    expect(discord.violations.splice(0).every(({ code }) => code === 50013)).toBe(true);
    await discord.choose(
      await discord.slash('admin', { digest: {} }, MANAGER).answered,
      'digest',
      [],
      MANAGER,
    ).answered;
    expect(state.digests()).toEqual([]);
  });
});

describe('/admin gaps', () => {
  it('counts the same question in other words together', async () => {
    const { discord, state } = scene;
    for (const question of ['cup one?', 'cup one?', 'cup two?', 'cup three?'])
      state.countGap(discord.guild.id, question, today);
    const gaps = await discord.slash('admin', { gaps: {} }, MANAGER).answered;
    expect(shownIn(gaps)).toMatch(
      /^- cup one\? \(3 ×, last on [\d-]+\)\n {2}-# also: cup t\w+\?\n- cup t\w+\? \(1 ×/,
    );
  });
});
