import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOTHING_IMPORTED } from '../../src/terminal/render/import.ts';
import type { Synced } from '../../src/terminal/sync.ts';
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
    await state.countGap(discord.guild.id, 'an old question?', addDays(today, -8));
    await state.noteDigest(discord.guild.id, addDays(today, -7));
    await scene.restart();
    await expect.poll(digests).toHaveLength(1);
    const [sent] = digests();
    expect(shownIn(sent!)).toContain('Questions: **6**, of which I answered **2**');
    expect(shownIn(sent!)).toContain('not helpful: **1**');
    expect(shownIn(sent!)).toContain(`- who won the cup? (asked 3 times, last on ${today})\n  -# also: `);
    expect(shownIn(sent!)).not.toContain('old question');
    expect(sent).toMatchObject({ mentions: [], mention_everyone: false });
    await scene.restart();
    await ask('who signed?');
    expect(digests()).toHaveLength(1);
  });

  it('that cannot be sent costs nothing but a line in the log', async () => {
    const { discord, state } = scene;
    discord.withhold(channel, PERMISSION.sendMessages);
    await state.sendDigestTo(discord.guild.id, channel.id, addDays(today, -7));
    await scene.restart();
    await expect.poll(() => scene.logged.map(({ event }) => event)).toContain('a digest could not be sent');
    expect(discord.violations.splice(0).every(({ code }) => code === 50013)).toBe(true);
    await discord.choose(
      await discord.slash('admin', { digest: {} }, MANAGER).answered,
      'digest',
      [],
      MANAGER,
    ).answered;
    expect(await state.digests()).toEqual([]);
  });
});

describe('/admin gaps', () => {
  it('counts the same question in other words together', async () => {
    const { discord, state } = scene;
    for (const question of ['cup one?', 'cup one?', 'cup two?', 'cup three?'])
      await state.countGap(discord.guild.id, question, today);
    const gaps = await discord.slash('admin', { gaps: {} }, MANAGER).answered;
    expect(shownIn(gaps)).toMatch(
      /^- cup one\? \(asked 3 times, last on [\d-]+\)\n {2}-# also: cup t\w+\?\n- cup t\w+\? \(asked once/,
    );
  });
});

describe('a line on the articles', () => {
  const counts = (changes: Partial<Synced['counts']>) => ({ ...NOTHING_IMPORTED, ...changes });

  it('goes to the channel of the digest where what the server sees has changed or failed, of no other server', async () => {
    const { discord, state } = scene;
    await state.sendDigestTo(discord.guild.id, channel.id, today);
    scene.bot().tellSynced([
      { server: null, counts: counts({ added: 2, failed: 1 }), reason: 'http://intranet:8080 is away' },
      { server: '123456789012345678', counts: counts({ gone: 7, failed: 3 }), reason: 'theirs' },
      { server: discord.guild.id, counts: counts({ changed: 1 }), reason: null },
    ]);
    const [line] = await vi.waitFor(
      () => {
        expect(digests()).toHaveLength(1);
        return digests();
      },
      { timeout: 30_000 },
    );
    expect(line?.content).toBe(
      'The articles are up to date: 2 new, 1 changed, 0 gone.\nOne article or source could not be read and stays as it is.',
    );
  });

  it('is not sent where nothing happened, nor where no channel was chosen', async () => {
    const { discord, state } = scene;
    scene.bot().tellSynced([{ server: null, counts: counts({ added: 2 }), reason: null }]);
    await state.sendDigestTo(discord.guild.id, channel.id, today);
    scene.bot().tellSynced([{ server: null, counts: counts({ same: 9 }), reason: null }]);
    await ask('who signed?');
    expect(digests()).toEqual([]);
  });
});
