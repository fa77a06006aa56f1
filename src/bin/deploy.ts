/** `npm run deploy`: registers the commands with Discord. */
import { ConfigError, parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run deploy

Registers the bot's commands with Discord. Reads DISCORD_TOKEN from .env or the environment. With DISCORD_GUILD_ID the
commands go to that server alone, otherwise to all servers of the bot.

  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { positionals } = readArguments(process.argv.slice(2), {});
  if (positionals.length > 0)
    throw new UsageError(`Expected no argument, found ${JSON.stringify(positionals[0])}.`);
  const { discordToken: token, discordApi: api, discordGuildId: guildId } = parseConfig(process.env);
  if (token === '')
    throw new ConfigError(['DISCORD_TOKEN: expected the token from the Bot page, found nothing']);
  // Not before: help and a missing token need no Discord.
  const { deployCommands } = await import('../discord/deploy.ts');
  const { commands } = await deployCommands({ token, api, guildId });
  console.log(`Registered ${commands.join(', ')} ${guildId ? `in server ${guildId}` : 'in all servers'}.`);
});
