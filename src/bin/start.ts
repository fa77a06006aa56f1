/** `npm start`: the bot where a Discord token is set, else an example and a chat in the terminal. */
import pc from 'picocolors';
import { answerQuestion } from '../answer/answer.ts';
import { type Config, parseConfig } from '../config.ts';
import { startBot } from '../discord/bot.ts';
import type { Engine } from '../engine.ts';
import { libraryOf } from '../library.ts';
import { createLog } from '../log.ts';
import { openServerState } from '../storage/server-state.ts';
import { chat } from '../terminal/chat.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';
import { openForCommand } from '../terminal/open.ts';
import { renderAnswer } from '../terminal/render-answer.ts';

const HELP = `Usage: npm start

Answers questions from the corpus: on Discord where DISCORD_TOKEN is set (in .env or the environment), else here in
the terminal, one question a line, until the end of the input. Builds the index where it is missing or out of date.

  -h, --help          show this`;

const EXAMPLE = 'who signed with Liaoning and when';

await runCommand(HELP, process.env, async () => {
  const { positionals } = readArguments(process.argv.slice(2), {});
  if (positionals.length > 0)
    throw new UsageError(`Expected no argument, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  const engine = await openForCommand(config, {});
  if (config.discordToken === '') await startChat(engine);
  else await serveDiscord(config, engine);
});

async function startChat(engine: Engine): Promise<void> {
  const { articles, passages } = engine.index.manifest;
  const ask = (text: string) => answerQuestion(engine, text);
  console.error(pc.dim(`${articles} articles, ${passages} passages. An example:`));
  console.log(`${pc.cyan('?')} ${EXAMPLE}\n${renderAnswer(await ask(EXAMPLE))}\n`);
  console.error(
    pc.dim('Ask in Chinese or English, one question a line; Ctrl+D ends. ') +
      pc.dim('To go on Discord, set DISCORD_TOKEN in .env (see README.md, "On Discord").'),
  );
  await chat(ask);
}

async function serveDiscord(config: Config, engine: Engine): Promise<void> {
  const { discordToken: token, discordApi: api } = config;
  const log = createLog({ level: config.logLevel, secrets: [token] });
  // Whatever slips through the bot's error boundary is told; the bot goes on.
  process.on('unhandledRejection', (error) => log.error('an error nobody waited for', { error }));
  const state = openServerState(config.database);
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(null));
  });
  // The first question loads the dictionary, half a second that nobody on Discord should wait for.
  await answerQuestion(engine, EXAMPLE);
  const started = startBot({ token, api, library: libraryOf(engine), state, log }).catch(endWith);
  const bot = await Promise.race([started, asked]);
  if (bot === null) process.exit(0);
  const { articles } = engine.index.manifest;
  console.error(`On Discord as ${bot.name}, with ${articles} articles. Ctrl+C ends.`);
  console.error(`Invite it with ${bot.invite}`);

  const failure = await Promise.race([asked, bot.ended]);
  await bot.stop();
  state.close();
  return failure === null ? process.exit(0) : endWith(failure);
}

/** Ends at once: a discord.js client that was refused goes on trying, and keeps the process alive. */
function endWith(failure: Error): never {
  console.error(pc.red(failure.message));
  process.exit(1);
}
