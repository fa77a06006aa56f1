/** `npm run load:web`: many people ask the page of `npm run web` at once; what they waited, what it took, whether all were answered. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from '../discord/bot-process.ts';
import { readOptions } from '../options.ts';

const { values } = readOptions('Usage: npm run load:web [-- --questions 1000 --at-once 100]', {
  questions: { type: 'string', default: '1000' },
  'at-once': { type: 'string', default: '100' },
});

const TOPICS = [
  'Who signed with Liaoning, and when?',
  '谁和辽宁签了约，什么时候？',
  'How do I install the Wisp client on Linux?',
  'Who won the football cup in Brazil?',
];

const folder = makeFolder();
const child = spawn(
  process.execPath,
  ['--import', 'tsx', '--import', './scripts/discord/watch-event-loop.ts', 'src/bin/web.ts'],
  {
    env: {
      ...process.env,
      ...{ WEB: '127.0.0.1:0', WEB_TOKEN: 'a-token-for-the-load', LOG_LEVEL: 'error' },
      ...{ EMBEDDINGS: join(folder, 'embeddings'), DATABASE: join(folder, 'state.db') },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  },
);
let told = '';
child.stderr.setEncoding('utf8').on('data', (text: string) => {
  told += text;
});
const find = async (pattern: RegExp): Promise<string> => {
  for (;;) {
    const found = pattern.exec(told)?.[1];
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(told);
    await wait(20);
  }
};
const address = await find(/The page: \S*?(http:\/\/[\d.:]+)\//);

/** Waits for the whole answer, told as events; resolves with milliseconds, or null where there was none. */
async function ask(question: string): Promise<number | null> {
  const begun = performance.now();
  const response = await fetch(`${address}/api/ask`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      Authorization: 'Bearer a-token-for-the-load',
    },
    body: JSON.stringify({ question }),
  });
  const text = await response.text();
  return text.includes('event: answer') ? performance.now() - begun : null;
}
/** Of the program itself; megabytes. */
const memory = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;

// Until the index is built and opened.
while ((await ask(TOPICS[0]!)) === null) await wait(500);
const alone: number[] = [];
for (let tried = 0; tried < 20; tried++)
  alone.push((await ask(TOPICS[tried % TOPICS.length]!)) ?? Number.NaN);
const before = memory();
let most = before;
const watching = setInterval(() => {
  most = Math.max(most, memory());
}, 100);
child.kill('SIGUSR2');
const questions = Number(values.questions);
const begun = performance.now();
const waits: number[] = [];
const lost: number[] = [];
let asked = 0;
await Promise.all(
  Array.from({ length: Number(values['at-once']) }, async () => {
    while (asked < questions) {
      const number = asked++;
      const waited = await ask(`${TOPICS[number % TOPICS.length]} (${number})`).catch(() => null);
      if (waited === null) lost.push(number);
      else waits.push(waited);
    }
  }),
);
const seconds = (performance.now() - begun) / 1000;
clearInterval(watching);
child.kill('SIGUSR2');
const blocked = await find(/event loop blocked for (\d+ ms)/);
child.kill('SIGTERM');

const median = (times: number[]): string =>
  `${[...times].sort((a, b) => a - b)[times.length >> 1]?.toFixed(0)} ms`;
console.table([
  { measure: 'questions', value: `${questions} in ${seconds.toFixed(1)} s` },
  { measure: 'without an answer', value: lost.length },
  { measure: 'median wait, alone', value: median(alone) },
  { measure: 'median wait, all at once', value: median(waits) },
  { measure: 'memory before, at most', value: `${before.toFixed(0)} MB, ${most.toFixed(0)} MB` },
  { measure: 'longest block of the event loop', value: blocked },
]);
process.exitCode = lost.length === 0 ? 0 : 1;
