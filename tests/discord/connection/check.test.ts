import { afterAll, beforeAll, expect, it } from 'vitest';
import { privilegedIntentsOf, readBotAccount } from '../../../src/discord/connection/check.ts';
import { DiscordFailure } from '../../../src/discord/connection/errors.ts';
import { type LocalDiscord, startLocalDiscord } from '../../local-discord/start-local-discord.ts';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(() => discord.stop());

it('names the bot that a token belongs to, and the privileged intents that are on', async () => {
  expect(await readBotAccount(discord.token, discord.api)).toEqual({
    name: discord.bot.username,
    privilegedIntents: [],
  });
  expect(discord.violations).toEqual([]);
});

it('says what to do about a token that Discord refuses, without repeating it', async () => {
  const failure = await readBotAccount('not.the.token', discord.api).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DiscordFailure);
  expect((failure as Error).message).toMatch(/^Discord does not accept DISCORD_TOKEN\./);
  expect((failure as Error).message).not.toContain('not.the.token');
});

it.each([
  [0, []],
  [1 << 12, ['Presence']],
  [1 << 15, ['Server Members']],
  [1 << 19, ['Message Content']],
  [(1 << 13) | (1 << 14) | (1 << 18), ['Presence', 'Server Members', 'Message Content']],
  [(1 << 6) | (1 << 23), []],
])('reads the flags %i of an application as %j', (flags, names) => {
  expect(privilegedIntentsOf(flags)).toEqual(names);
});
