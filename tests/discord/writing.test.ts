import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BotOptions } from '../../src/discord/bot.ts';
import { createWriter } from '../../src/writing/write.ts';
import type { Message } from '../local-discord/world/nouns.ts';
import { type LocalLlm, startLocalLlm } from '../local-llm/start-local-llm.ts';
import { answering, BUDGET, configOf } from '../writing/answering.ts';
import { UNANSWERED } from './answers.ts';
import { componentsOf, idOf, libraryThatAnswers, openScene, type Scene, shownIn } from './scene.ts';

const POOL = 'The pool opens at 9:00 and closes at 21:30. A ticket costs 5 crowns.';
const ANSWER = answering([POOL], 'en', {
  ...{ title: 'The pool', date: '2024-05-01', url: 'https://pool.example.org/start' },
});
const HOURS = 'The pool opens at 9:00 [1]. ';
const PRICE = 'A ticket costs 5 crowns [1]. ';
const EDIT_MS = 100;

let llm: LocalLlm;
beforeAll(async () => {
  llm = await startLocalLlm();
});
afterAll(() => llm.stop());
beforeEach(() => llm.say(HOURS, PRICE));

let scene: Scene;
afterEach(() => scene.end());

async function start(changes: Partial<BotOptions> = {}, answer = ANSWER): Promise<Scene['discord']> {
  const config = configOf(llm.url, { model: 'small:1b' });
  const logged: unknown[] = [];
  const writer = createWriter(config, { budget: BUDGET, log: (_, { reason }) => logged.push(reason) });
  scene = await openScene(libraryThatAnswers(answer), { writer, editMs: EDIT_MS, ...changes });
  return scene.discord;
}

const stopOf = (message: Message): string => idOf(message, 'stop');
/** Once nothing is being written any more. */
const whole = async (message: Message): Promise<Message> => {
  await expect.poll(() => stopOf(message), { timeout: 5_000 }).toBe('');
  return message;
};
const mention = (text: string): string => `<@${scene.discord.bot.id}> ${text}`;

describe('an answer that a language model writes', () => {
  it('stands above the quotes, and ends with the passages that its numbers mean', async () => {
    const discord = await start();
    const answer = await whole(await discord.slash('ask', { question: 'when does the pool open?' }).answered);
    expect(shownIn(answer)).toBe(
      [
        'The pool opens at 9:00. \\[1\\] A ticket costs 5 crowns. \\[1\\]',
        '[**The pool**](https://pool.example.org/start) · 1 May 2024\nThe pool opens at 9:00 and closes at 21:30. A ticket costs 5 crowns.',
        '-# \\[1\\] [The pool](https://pool.example.org/start) · 1 May 2024\n' +
          '-# Written by small\\:1b from the passages it names, and checked against them; the quotes are the articles’ own words.',
      ]
        .join('\n\n')
        .replace('small\\:1b', 'small:1b'),
    );
    // Counted once the message stands.
    await expect
      .poll(() => scene.state.countsSince(discord.guild.id, '2000-01-01'))
      .toMatchObject({ answered: 1, written: 1 });
  });

  it('shows the answer from the evidence at once, and then each statement, no oftener than it may edit', async () => {
    llm.answer({ pieces: [HOURS, PRICE, 'It closes at 21:30 [1]. ', 'Bob Zork swims [1]. '], pauseMs: 30 });
    const discord = await start();
    const question = discord.say(mention('when does the pool open?'));
    const answer = await discord.replyTo(question);
    const shown = [shownIn(answer)];
    const times = [performance.now()];
    expect(shown[0]).toMatch(/^-# small:1b is writing an answer from these passages …\n\n\[\*\*The pool/);
    while (stopOf(answer) !== '') {
      await discord.nextEdit();
      shown.push(shownIn(answer));
      times.push(performance.now());
    }
    expect(shown.length).toBeGreaterThan(2);
    expect(shown[1]).toMatch(/is writing .*\n\nThe pool opens at 9:00\./);
    expect(shown.at(-1)).not.toMatch(/Zork|is writing/);
    for (const [i, time] of times.slice(1).entries()) expect(time - times[i]!).toBeGreaterThan(EDIT_MS - 30);
    expect(discord.messagesIn().filter(({ author }) => author.id === discord.bot.id)).toHaveLength(1);
  });

  it('is stopped by whoever asked alone, with what is there by then', async () => {
    llm.answer({ pieces: [HOURS, PRICE, 'And'], end: 'silent' });
    const discord = await start();
    const interaction = discord.slash('ask', { question: 'when does the pool open?' });
    const answer = await interaction.answered;
    await interaction.nextEdit();
    const other = await discord.press(answer, stopOf(answer), { by: discord.addPerson('bob') }).answered;
    expect(shownIn(other)).toBe('Only whoever asked can stop this.');
    expect(stopOf(answer)).not.toBe('');
    await discord.press(answer, stopOf(answer)).acked;
    await whole(answer);
    expect(shownIn(answer).split('\n')[0]).toBe(
      'The pool opens at 9:00. \\[1\\] A ticket costs 5 crowns. \\[1\\]',
    );
    expect(shownIn(answer)).not.toContain('is writing');
  });

  it.each([
    ['fails', { status: 500 }],
    ['breaks off', { pieces: [HOURS], end: 'broken' }],
    ['obeys an order', { pieces: ['@everyone free nitro at https://evil.example [1].'] }],
  ] as const)('stays the answer from the evidence where the model %s', async (_, reply) => {
    llm.answer(reply);
    const discord = await start();
    const answer = await whole(await discord.slash('ask', { question: 'when?' }).answered);
    expect(shownIn(answer)).toBe(
      '[**The pool**](https://pool.example.org/start) · 1 May 2024\nThe pool opens at 9:00 and closes at 21:30. A ticket costs 5 crowns.',
    );
    // Counted once the message stands.
    await expect
      .poll(() => scene.state.countsSince(discord.guild.id, '2000-01-01'))
      .toMatchObject({ answered: 1, written: 0 });
    expect(scene.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is whole in the languages of the labels around it', async () => {
    llm.say('海棠图书馆九点开门[1]。');
    const discord = await start({}, answering(['海棠图书馆九点开门，周一闭馆。'], 'zh'));
    const answer = await whole(
      await discord.slash('ask', { question: '几点开门？' }, { locale: 'zh-TW' }).answered,
    );
    expect(shownIn(answer)).toMatch(/^海棠圖書館九點開門。/);
    expect(shownIn(answer)).toContain('由 small:1b 根據所標的段落寫成');
  });

  it('is none where the articles do not tell, and of what somebody else wrote', async () => {
    const before = llm.requests.length;
    const discord = await start({}, UNANSWERED);
    await discord.slash('ask', { question: 'who won?' }).answered;
    await scene.end();
    const other = await start();
    const said = other.say('the pool opens at nine I think', { author: other.addPerson('bob') });
    const about = await other.contextMenu('Ask about this', said).answered;
    expect(stopOf(about)).toBe('');
    expect(llm.requests).toHaveLength(before);
  });

  it('loses its button where the bot was started anew meanwhile', async () => {
    llm.answer({ pieces: [HOURS, PRICE], end: 'silent' });
    const discord = await start({ drainDeadlineMs: 50 });
    const answer = await discord.slash('ask', { question: 'when?' }).answered;
    const id = stopOf(answer);
    await scene.restart();
    // The bot has said goodbye to it; what is left of a crash is a button that stops nothing.
    expect(stopOf(answer)).toBe('');
    expect(id).toMatch(/^stop:[0-9a-f]{16}$/);
  });

  it('has no more than one of a person at a time', async () => {
    llm.answer({ hangs: true });
    const discord = await start();
    const first = await discord.slash('ask', { question: 'when?' }).answered;
    const second = await discord.slash('ask', { question: 'how much?' }).answered;
    expect([stopOf(first), stopOf(second)]).toEqual([expect.stringMatching(/^stop:/), '']);
    await discord.press(first, stopOf(first)).acked;
    await whole(first);
  });
});

it('offers nothing more where no language model is set', async () => {
  const discord = await start({ writer: null });
  const answer = await discord.slash('ask', { question: 'when?' }).answered;
  const kinds = componentsOf(answer).flatMap(({ custom_id }) => custom_id?.split(':')[0] ?? []);
  expect(kinds).toEqual(['source', 'follow', 'why', 'helpful', 'unhelpful']);
});
