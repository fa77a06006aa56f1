import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../local-discord/start-local-discord.ts';
import { openStartingCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
const READY = /On Discord as .+ with \d+ articles/;

let discord: LocalDiscord;
const children: ChildProcessWithoutNullStreams[] = [];

beforeAll(async () => {
  await openStartingCorpus().engine;
  discord = await startLocalDiscord();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.length = 0;
});
afterAll(() => discord.stop());

/** `npm start` as a person with a token runs it, with the static model and the starting corpus. */
function start(token: string) {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, ['scripts/run.js', 'start'], {
    cwd: PROJECT_FOLDER,
    env: {
      PATH, HOME, TMPDIR, CORPUS: '', EMBEDDING_MODEL: 'models/zh-en-static', DISCORD_GUILD_ID: '', DEBUG: '',
      EMBEDDINGS: openStartingCorpus().embeddings, DATABASE: join(makeFolder(), 'state.db'), LOG_LEVEL: 'info', DISCORD_TOKEN: token, DISCORD_API: discord.api,
    }, // biome-ignore format: a table
  });
  children.push(child);
  let stderr = '';
  const ready = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (READY.test(stderr)) resolve();
    });
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ready, ended, told: () => stderr };
}

describe('npm start with a token', () => {
  it('answers /ask and a mention with evidence, pings nobody, and ends with 0 on SIGTERM', async () => {
    const { child, ready, ended, told } = start(discord.token);
    await ready;
    const english = await discord.slash('ask', { question: 'who signed with Liaoning and when' }).answered;
    const chinese = await discord.replyTo(
      discord.say(`<@${discord.bot.id}> 谁和辽宁签了约，什么时候？`, { author: discord.addPerson('bob') }),
    );
    expect(english.embeds[0]?.description).toContain('Northwestern Polytechnical University');
    expect(english.embeds[0]?.description).toContain('31 January 2024');
    expect(chinese.embeds[0]?.description).toContain('西北工业大学');
    expect(chinese.embeds[0]?.description).toContain('2024年1月31日');

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(told()).toContain(
      `Invite it with https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&`,
    );
    expect(told().match(/^\{"level":"info".*"event":"answered".*\}$/gm)).toHaveLength(2);
    expect(discord.violations).toEqual([]);
    expect(discord.liveMentionRisks).toEqual([]);
  });

  it('ends with 1 and one clear line where the token is wrong', async () => {
    const { ended, told } = start('not.the.token');
    expect(await ended).toBe(1);
    const line = told().trimEnd().split('\n').at(-1);
    expect(line).toMatch(/^Discord does not accept DISCORD_TOKEN\./);
    expect(told()).not.toMatch(/not\.the\.token|\n\s+at /);
  });
});
