import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deployCommands } from '../../src/discord/deploy.ts';
import { type LocalDiscord, startLocalDiscord } from '../local-discord/start-local-discord.ts';

const TOKEN = 'local.discord.token';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord({ token: TOKEN });
});

afterEach(async () => {
  await discord.stop();
});

const ASK = {
  name: 'ask',
  name_localizations: { 'en-US': 'ask', 'zh-CN': '提问', 'zh-TW': '提問' },
  options: [{ name: 'question', required: true, max_length: 1000 }, {}, {}, {}],
};

const NAMES = ['/ask', '/articles', '/status', '/help', '/privacy', '/admin', '“Ask about this”'];

describe('deployCommands', () => {
  it('registers all commands for all servers', async () => {
    const deployment = await deployCommands({ token: TOKEN, api: discord.api, guildId: null });
    expect(deployment).toEqual({ guildId: null, commands: NAMES });
    expect(discord.commands()[0]).toMatchObject({ ...ASK, contexts: [0, 1] });
    expect(discord.commands(discord.guild)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('registers all commands for one server', async () => {
    await deployCommands({ token: TOKEN, api: discord.api, guildId: discord.guild.id });
    expect(discord.commands(discord.guild)[0]).toMatchObject(ASK);
    expect(discord.commands(discord.guild)).toHaveLength(NAMES.length);
    expect(discord.commands()).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('tells that the bot is not in the server', async () => {
    const deployment = deployCommands({ token: TOKEN, api: discord.api, guildId: '12345678901234567' });
    await expect(deployment).rejects.toThrow(/Check DISCORD_GUILD_ID/);
  });

  it('tells of a token in a form that no header takes, without repeating it', async () => {
    const failure = await deployCommands({ token: 'secret\nline', api: discord.api, guildId: null }).catch(
      String,
    );
    expect(failure).toMatch(/^DiscordFailure: /);
    expect(failure).not.toContain('secret');
  });
});

describe('npm run deploy', () => {
  /** Settings of the person who runs the tests do not reach the command. */
  const run = (environment: NodeJS.ProcessEnv, ...args: string[]) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      const env = {
        PATH: process.env.PATH,
        DISCORD_GUILD_ID: '',
        DISCORD_TOKEN: '',
        DISCORD_API: discord.api,
      };
      execFile(
        process.execPath,
        ['scripts/run.js', 'deploy', ...args],
        { env: { ...env, ...environment } },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });

  it('tells in one line what it did', async () => {
    expect(await run({ DISCORD_TOKEN: TOKEN })).toEqual({
      code: 0,
      stdout:
        'Registered /ask, /articles, /status, /help, /privacy, /admin, “Ask about this” in all servers.\n',
      stderr: '',
    });
    expect(discord.commands()).toHaveLength(NAMES.length);
  });

  it('tells in one line what failed, and ends with 1', async () => {
    const { code, stdout, stderr } = await run({ DISCORD_TOKEN: 'not.the.token' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Discord does not accept DISCORD_TOKEN\..*\n$/);
    expect(stderr).not.toContain('not.the.token');
  });

  it('ends with 2 where it is called in a wrong way', async () => {
    const { code, stderr } = await run({}, '--gild', '1');
    expect(code).toBe(2);
    expect(stderr).toMatch(/--gild[\s\S]*Usage: npm run deploy/);
  });

  it('asks for the token where there is none, and explains itself', async () => {
    const [missing, help] = await Promise.all([run({}), run({}, '--help')]);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('DISCORD_TOKEN: expected') });
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('DISCORD_GUILD_ID') });
  });
});
