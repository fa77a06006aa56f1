/** `npm run deploy`: registers the commands with Discord. */
import { parseArgs } from 'node:util';
import { config } from 'dotenv';
import { ConfigError, parseConfig } from '../config.ts';
import { deployCommands } from '../discord/deploy.ts';
import { DiscordFailure } from '../discord/errors.ts';

const HELP = `Registers the bot's commands with Discord.

Usage: npm run deploy

Reads DISCORD_TOKEN from .env or the environment. With DISCORD_GUILD_ID the commands go to that
server alone, otherwise to all servers of the bot.

Exit codes: 0 done, 1 failed, 2 wrong usage.`;

const USAGE_ERROR = 2;

/** The exit code. */
async function main(): Promise<number> {
  try {
    if (parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values.help) {
      console.log(HELP);
      return 0;
    }
  } catch (error) {
    console.error(`${messageOf(error)}. See npm run deploy -- --help`);
    return USAGE_ERROR;
  }
  try {
    config({ quiet: true });
    const { discordToken, discordApi, discordGuildId } = parseConfig(process.env);
    if (discordToken === '') {
      throw new ConfigError(['DISCORD_TOKEN: expected the token from the Bot page, found nothing']);
    }
    const { commands } = await deployCommands({
      token: discordToken,
      api: discordApi,
      guildId: discordGuildId,
    });
    const names = commands.map((name) => `/${name}`).join(', ');
    console.log(`Registered ${names} ${discordGuildId ? `in server ${discordGuildId}` : 'in all servers'}.`);
    return 0;
  } catch (error) {
    const isExpected = error instanceof ConfigError || error instanceof DiscordFailure;
    console.error(isExpected ? error.message : `The deployment failed: ${messageOf(error)}`);
    return 1;
  }
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

process.exitCode = await main();
