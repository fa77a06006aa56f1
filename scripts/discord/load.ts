/** `npm run load`: many people ask the real bot at once on a local Discord; what they waited, and whether all got one answer. */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deployCommands } from '../../src/discord/deploy.ts';
import { startBar } from '../../src/terminal/progress.ts';
import { type LocalDiscord, startLocalDiscord } from '../../tests/local-discord/start-local-discord.ts';
import { type BotProcess, makeFolder, startBotProcess } from './bot-process.ts';

const HELP = `Usage: npm run load [-- --questions 1000 --at-once 50]

Asks the bot on a local Discord, by /ask and by mentions in turn, in Chinese and English, each question by another
person. Prints how long acknowledgement and answer took, and how long the bot's event loop was blocked. Ends with 1
where a question was lost or answered twice.

      --questions N   questions in all (1000)
      --at-once N     questions waiting at any time (50)`;

const TOPICS = [
  'Who signed with Liaoning, and when?',
  '谁和辽宁签了约，什么时候？',
  'When did Thermo Fisher and BeliefBioMed sign?',
  '太原和长治什么时候签约？',
  'Who won the football cup in Brazil?',
];
const PATIENCE_MS = 120_000;

interface Wait {
  readonly acknowledgedMs: number | null;
  readonly answeredMs: number;
}

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '1000' },
    'at-once': { type: 'string', default: '50' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(HELP);
else await run(Number(values.questions), Number(values['at-once']));

async function run(questions: number, atOnce: number): Promise<void> {
  const discord = await startLocalDiscord({ patienceMs: PATIENCE_MS });
  await deployCommands({ token: discord.token, api: discord.api, guildId: null });
  const bot = startBotProcess({ api: discord.api, token: discord.token, folder: makeFolder() }, [
    '--import',
    './scripts/discord/watch-event-loop.ts',
  ]);
  await bot.ready;
  bot.child.kill('SIGUSR2');
  const startedMs = performance.now();
  const waits = await askAll(discord, questions, atOnce);
  const seconds = (performance.now() - startedMs) / 1000;
  const blocked = await longestBlock(bot);
  bot.child.kill('SIGTERM');
  const code = await bot.ended;
  await discord.stop();
  report(waits, { discord, questions, seconds, blocked, code });
}

/** Question `number` is the only one with that number, so that its answers can be counted. */
function questionOf(number: number): string {
  return `${TOPICS[number % TOPICS.length]} (${number})`;
}

async function askAll(discord: LocalDiscord, questions: number, atOnce: number): Promise<Wait[]> {
  const bar = startBar('Asking', 'questions');
  const waits: Wait[] = [];
  let asked = 0;
  let done = 0;
  const askOn = async (): Promise<void> => {
    while (asked < questions) {
      asked += 1;
      const waited = await ask(discord, asked).catch(() => null);
      if (waited !== null) waits.push(waited);
      done += 1;
      bar.update(done, questions);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  bar.stop();
  return waits;
}

async function ask(discord: LocalDiscord, number: number): Promise<Wait> {
  const person = discord.addPerson(`person-${number}`);
  const startedMs = performance.now();
  const since = (): number => performance.now() - startedMs;
  if (number % 2 === 0) {
    await discord.replyTo(discord.say(`<@${discord.bot.id}> ${questionOf(number)}`, { author: person }));
    return { acknowledgedMs: null, answeredMs: since() };
  }
  const interaction = discord.slash('ask', { question: questionOf(number) }, { by: person });
  await interaction.acked;
  const acknowledgedMs = since();
  await interaction.answered;
  return { acknowledgedMs, answeredMs: since() };
}

async function longestBlock({ child, told }: BotProcess): Promise<string> {
  child.kill('SIGUSR2');
  for (let tries = 0; tries < 100; tries++) {
    const found = /event loop blocked for (\d+ ms)/.exec(told())?.[1];
    if (found) return found;
    await wait(50);
  }
  return 'unknown';
}

interface Outcome {
  readonly discord: LocalDiscord;
  readonly questions: number;
  readonly seconds: number;
  readonly blocked: string;
  readonly code: number | null;
}

function report(waits: readonly Wait[], { discord, questions, seconds, blocked, code }: Outcome): void {
  const asked = new Set(Array.from({ length: questions }, (_, place) => questionOf(place + 1)));
  const answers = discord
    .messagesIn()
    .map(({ embeds }) => embeds[0]?.footer?.text ?? '')
    .filter((question) => asked.has(question));
  const answered = new Set(answers);
  const acknowledged = waits.flatMap(({ acknowledgedMs }) => acknowledgedMs ?? []);
  const answeredMs = waits.map((waited) => waited.answeredMs);
  const doubled = answers.length - answered.size;
  const lost = questions - answered.size;
  console.table([
    { measure: 'questions', value: `${questions} in ${seconds.toFixed(1)} s` },
    { measure: 'lost', value: lost },
    { measure: 'doubled', value: doubled },
    { measure: 'refused by Discord', value: discord.violations.length },
    { measure: 'acknowledged, p50 and p99', value: spread(acknowledged) },
    { measure: 'answered, p50 and p99', value: spread(answeredMs) },
    { measure: 'longest block of the event loop', value: blocked },
    { measure: 'exit after SIGTERM', value: code },
  ]);
  process.exitCode = lost + doubled + discord.violations.length === 0 && code === 0 ? 0 : 1;
}

function spread(samples: readonly number[]): string {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)} ms`;
  return `${at(0.5)}, ${at(0.99)}`;
}
