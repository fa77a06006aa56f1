/** `npm run measure:memory`: asks 100,000 different questions, and prints the memory of both processes on the way. */
import { execFileSync } from 'node:child_process';
import { parseConfig } from '../src/config.ts';
import { embeddingsOf } from '../src/engine.ts';
import type { LiveLibrary } from '../src/library.ts';
import { startLibrary } from '../src/service/live-library.ts';
import { readArguments, runCommand } from '../src/terminal/command.ts';

const HELP = `Usage: npm run measure:memory -- [options]

Asks questions made of titles, stretches of text, invented words, names and numbers, and prints a line every tenth.

  --questions N       how many (100000)
  --corpus PATH       read these articles instead (the index goes to a folder of its own)
  -h, --help          show this`;

/** Articles that questions are cut from. */
const ARTICLES = 200;
const FIRST_HAN = 0x4e00;
const COMMON_HAN = 5_000;

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    questions: { type: 'string', default: '100000' },
    corpus: { type: 'string' },
  });
  const config = parseConfig(process.env);
  const corpus = values.corpus === undefined ? config.corpus : [values.corpus];
  const embeddings = values.corpus ? embeddingsOf(config.embeddings, corpus) : config.embeddings;
  const library = startLibrary({ corpus, embeddings, model: config.embeddingModel });
  try {
    await library.ready;
    const ask = await questionMaker(library);
    const total = Number(values.questions);
    console.log('questions | answering process, MiB | parent, MiB | ms a question');
    for (let asked = 0, started = performance.now(); asked <= total; asked++) {
      if (asked % Math.ceil(total / 10) === 0) {
        const perQuestion = asked === 0 ? 0 : (performance.now() - started) / asked;
        const memory = [library.processId()!, process.pid].map((id) => residentMiB(id).toFixed(0));
        console.log([asked, ...memory, perQuestion.toFixed(1)].join(' | '));
      }
      await library.ask(ask(asked));
    }
  } finally {
    await library.close();
  }
});

/** Resident memory of a process. */
function residentMiB(processId: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(processId)], { encoding: 'utf8' })) / 1024;
}

/** A different question for each number, the same ones in every run. */
async function questionMaker(library: LiveLibrary): Promise<(number: number) => string> {
  const sources = (await library.articles()).slice(0, ARTICLES);
  const views = await Promise.all(sources.map(({ id }) => library.article(id)));
  const texts = views.flatMap((view) => view?.passages.map(({ text }) => text) ?? []);
  const random = randomNumbers();
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const han = (length: number): string =>
    Array.from({ length }, () => String.fromCodePoint(FIRST_HAN + random(COMMON_HAN))).join('');
  const latin = (length: number): string =>
    Array.from({ length }, () => String.fromCodePoint(97 + random(26))).join('');
  const stretch = (): string => {
    const text = pick(texts);
    const start = random(text.length);
    return text.slice(start, start + 8 + random(40));
  };
  const makers: readonly ((number: number) => string)[] = [
    () => pick(sources).title,
    () => `${stretch()}？`,
    () => `${han(2 + random(2))}和${han(2 + random(6))}签署了什么？`,
    () => `who signed with ${latin(3 + random(9))} ${latin(3 + random(9))} and when`,
    (number) => `${stretch()} ${number} 1月${1 + random(28)}日`,
  ];
  return (number) => makers[number % makers.length]!(number);
}

/** Whole numbers in [0, limit), by xorshift (Marsaglia 2003). */
function randomNumbers(): (limit: number) => number {
  let state = 2_463_534_242;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
