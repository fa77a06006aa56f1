/** `npm run test:faults:discord`: the real bot through every fault of Discord, and a table of what came of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deployCommands } from '../../src/discord/deploy.ts';
import { type LocalDiscord, startLocalDiscord } from '../../tests/local-discord/start-local-discord.ts';
import type { Message } from '../../tests/local-discord/world/nouns.ts';
import { type BotProcess, makeFolder, startBotProcess } from './bot-process.ts';
import { FATAL_FAULTS } from './faults/fatal.ts';
import type { Fault, Stage, StartFault } from './faults/fault.ts';
import { GATEWAY_FAULTS } from './faults/gateway.ts';
import { PEOPLE_FAULTS } from './faults/people.ts';
import { REST_FAULTS } from './faults/rest.ts';
import { START_FAULTS } from './faults/start.ts';

const HELP = `Usage: npm run test:faults:discord [-- --only TEXT]

Puts the bot through every fault on a local Discord: none may cost an answer that can be given, double one, or leave the
process in another state than expected. Takes some minutes. Ends with 1 where something is not as it should be.

      --only TEXT     only the faults whose name contains TEXT`;

const PATIENCE_MS = 30_000;
/** The process has to have ended this long after a signal. */
const EXIT_DEADLINE_MS = 5_000;
/** And this long after what ends it by itself: the bot waits 30 s for Discord to let it in. */
const END_DEADLINE_MS = 40_000;

interface Row {
  readonly name: string;
  readonly answered: string;
  readonly doubled: number;
  readonly seconds: string;
  readonly exit: string;
  readonly problem: string;
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) console.log(HELP);
else await runAll(values.only ?? '');

async function runAll(only: string): Promise<void> {
  const folder = makeFolder();
  const rows: Row[] = [];
  const all = [...GATEWAY_FAULTS, ...REST_FAULTS, ...PEOPLE_FAULTS, ...FATAL_FAULTS, ...START_FAULTS].filter(
    ({ name }) => name.includes(only),
  );
  for (const [place, fault] of all.entries()) {
    process.stderr.write(`${place + 1}/${all.length} ${fault.name}\n`);
    rows.push('run' in fault ? await putThrough(fault, folder) : await startInto(fault, folder));
  }
  console.table(rows);
  const failed = rows.filter(({ problem }) => problem !== '');
  console.log(`${rows.length - failed.length} of ${rows.length} faults were taken as they should be.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

async function openDiscord(): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ patienceMs: PATIENCE_MS });
  await deployCommands({ token: discord.token, api: discord.api, guildId: null });
  return discord;
}

/** A question nobody else asks, so that its answers can be counted by their footer. */
function makeStage(discord: LocalDiscord, bot: BotProcess) {
  let asked = 0;
  const questions: string[] = [];
  const nextQuestion = (): string => {
    asked += 1;
    questions.push(`Who signed with Liaoning, and when?${'!'.repeat(asked)}`);
    return questions.at(-1)!;
  };
  const expectAnswer = ({ embeds }: Message): void => {
    const shown = embeds[0]?.description ?? '';
    if (!shown.includes('Northwestern Polytechnical University')) throw new Error(`answered with: ${shown}`);
  };
  const stage: Stage = {
    discord,
    bot,
    viaCommand: async () => {
      const by = discord.addPerson('somebody');
      expectAnswer(await discord.slash('ask', { question: nextQuestion() }, { by }).answered);
    },
    viaMention: async () => {
      const author = discord.addPerson('somebody');
      expectAnswer(await discord.replyTo(discord.say(`<@${discord.bot.id}> ${nextQuestion()}`, { author })));
    },
  };
  const answersTo = (question: string): number =>
    discord.messagesIn().filter(({ embeds }) => embeds[0]?.footer?.text === question).length;
  return { stage, counts: () => questions.map(answersTo) };
}

async function putThrough(fault: Fault, folder: string): Promise<Row> {
  const discord = await openDiscord();
  const bot = startBotProcess({ api: discord.api, token: discord.token, folder });
  await bot.ready;
  const { stage, counts } = makeStage(discord, bot);
  const startedMs = performance.now();
  const problems: string[] = [];
  await fault.run(stage).catch((error: Error) => problems.push(error.message));
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  // What is doubled comes a moment later.
  if (fault.exit === null) await wait(300);
  const { exit, problem } = await endOf(bot, fault.exit);
  const unexpected = discord.violations.filter(({ code }) => !fault.refusals?.includes(Number(code)));
  await discord.stop();
  const answers = counts();
  const doubled = answers.filter((count) => count > 1).length;
  if (doubled > 0) problems.push(`${doubled} answered twice`);
  for (const { request, message } of unexpected) problems.push(`${request}: ${message}`);
  if (problem) problems.push(problem);
  const answered = `${answers.filter((count) => count > 0).length} of ${answers.length}`;
  return { name: fault.name, answered, doubled, seconds, exit, problem: problems.join('; ') };
}

async function startInto(fault: StartFault, folder: string): Promise<Row> {
  const discord = await openDiscord();
  await fault.plant(discord);
  const startedMs = performance.now();
  const bot = startBotProcess({ api: discord.api, token: discord.token, folder });
  const problems: string[] = [];
  if (fault.exit === null) await bot.ready.catch((error: Error) => problems.push(error.message));
  const { exit, problem } = await endOf(bot, fault.exit);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  await discord.stop();
  if (problem) problems.push(problem);
  return { name: fault.name, answered: '-', doubled: 0, seconds, exit, problem: problems.join('; ') };
}

/** Waits for the end that a fault has to bring, or ends a process that has to go on by SIGTERM. */
async function endOf(bot: BotProcess, expected: number | null): Promise<{ exit: string; problem: string }> {
  const unhandled = bot.told().includes('an error nobody waited for')
    ? ', one error of discord.js logged'
    : '';
  if (expected === null) {
    const wentOn = bot.child.exitCode === null;
    bot.child.kill('SIGTERM');
    const code = await endWithin(bot, EXIT_DEADLINE_MS);
    const problem = !wentOn ? `ended with ${code}` : code === 0 ? '' : `SIGTERM ended it with ${code}`;
    return { exit: `goes on${unhandled}`, problem };
  }
  const code = await endWithin(bot, expected === 0 ? EXIT_DEADLINE_MS : END_DEADLINE_MS);
  return {
    exit: String(code),
    problem: code === expected ? '' : `expected to end with ${expected}, was ${code}`,
  };
}

async function endWithin({ child, ended }: BotProcess, deadlineMs: number): Promise<number | string | null> {
  const code = await Promise.race([ended, wait(deadlineMs, 'still running' as const, { ref: false })]);
  if (code === 'still running') child.kill('SIGKILL');
  return code;
}
