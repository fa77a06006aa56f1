/** `npm run fuzz`: thousands of things that people do in any order; none may be lost, doubled, or ping anybody. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBot } from '../../src/discord/bot.ts';
import { deployCommands } from '../../src/discord/deploy.ts';
import { openEngine } from '../../src/engine.ts';
import { libraryOf } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { type LocalDiscord, startLocalDiscord } from '../../tests/local-discord/start-local-discord.ts';
import type { Message } from '../../tests/local-discord/world/nouns.ts';
import { makeFolder } from './bot-process.ts';
import { createActs } from './fuzz-acts.ts';

const HELP = `Usage: npm run fuzz [-- --events 5000 --seed 1]

Asks, mentions, replies, presses, chooses, reacts and manages at random on a local Discord. Ends with 1 where an
interaction got no answer, a message two, Discord refused something, or anybody was pinged.

      --events N      things that people do (5000)
      --seed N        the same order again (1)`;

const MESSAGE_CONTENT = 1 << 15;
/**
 * A message that is deleted while the bot looks at it, and an acknowledgement that is said again: here the model works in the
 * same process, so the answer to the first may come late.
 */
const HARMLESS: readonly unknown[] = [10008, 40060];
/** Done at the same time. */
const AT_ONCE = 8;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(HELP);
else process.exit(await run(Number(values.events), Number(values.seed)));

async function run(events: number, seed: number): Promise<number> {
  const folder = makeFolder();
  const engine = await openEngine({
    corpus: ['corpus'],
    embeddings: join(folder, 'embeddings'),
    model: 'models/zh-en-static',
  });
  const discord = await startLocalDiscord({ privilegedIntents: MESSAGE_CONTENT, patienceMs: 60_000 });
  const { token, api } = discord;
  await deployCommands({ token, api, guildId: null });
  const failures: unknown[] = [];
  const log = createLog({
    level: 'error',
    secrets: [token],
    write: (line) => failures.push(JSON.parse(line)),
  });
  process.on('unhandledRejection', (error) => failures.push(String(error)));
  const state = await openServerState(join(folder, 'state.db'));
  const bot = await startBot({
    ...{ token, api, library: libraryOf(engine), state, log },
    manners: { cooldownMs: 0 },
    reindex: async () => {},
    articles: {
      ...{ corpus: join(folder, 'corpus'), records: join(folder, 'sources'), copies: join(folder, 'copies') },
    },
    readsMessages: true,
    helperWaitMs: 20,
  });
  const problems = await act(discord, events, seed);
  await bot.stop();
  await discord.stop();
  await state.close();
  return report(discord, events, problems, failures);
}

/** What went wrong, as messages. */
async function act(discord: LocalDiscord, events: number, seed: number): Promise<string[]> {
  const acts = createActs(discord, seed);
  const problems: string[] = [];
  let done = 0;
  const worker = async (): Promise<void> => {
    while (done < events) {
      done += 1;
      if (done % 500 === 0) process.stderr.write(`${done} of ${events}\n`);
      await acts().catch((error: Error) => problems.push(error.message));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const last = discord.say(`<@${discord.bot.id}> who signed with Liaoning and when`, {
    author: discord.addPerson('last'),
  });
  await discord.replyTo(last).catch((error: Error) => problems.push(error.message));
  return problems;
}

function report(
  discord: LocalDiscord,
  events: number,
  problems: readonly string[],
  failures: readonly unknown[],
): number {
  const refused = discord.violations.filter(({ code }) => !HARMLESS.includes(code));
  const unacknowledged = discord
    .interactions()
    .filter((one) => (one as { state?: string }).state !== 'acknowledged');
  const table = {
    events: events,
    'without an answer': problems.length + unacknowledged.length,
    'answered twice': doubled(discord),
    pinged: discord.messagesIn().filter(isPing).length,
    'refused by Discord': refused.length,
    'mentions left to Discord': discord.liveMentionRisks.length,
    'errors in the log': failures.length,
  };
  console.table(table);
  for (const problem of [...problems, ...refused, ...failures].slice(0, 10)) console.log(problem);
  return Object.entries(table).every(([name, count]) => name === 'events' || count === 0) ? 0 : 1;
}

function isPing({ author, mentions, mention_everyone, mention_roles }: Message): boolean {
  return author.bot && (mentions.length > 0 || mention_everyone || mention_roles.length > 0);
}

function doubled(discord: LocalDiscord): number {
  const replied = discord
    .messagesIn()
    .flatMap(({ author, message_reference: to }) =>
      author.id === discord.bot.id && to ? [to.message_id] : [],
    );
  return replied.length - new Set(replied).size;
}
