/** Three nodes, of which one is killed while a thousand questions are asked, and a builder is killed while it loads. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { parseSearchUrl } from '../../src/index/opensearch/place.ts';
import type { LiveLibrary } from '../../src/library.ts';
import { startLibrary } from '../../src/service/live-library.ts';
import { PROJECT } from '../bundle.js';
import { type Nodes, startNodes } from './nodes.ts';

const NODES = 3;
const ARTICLES = 400;
const QUESTIONS = 1_000;
/** Questions under way at once. */
const AT_ONCE = 8;
const SYLLABLES = ['bra', 'kel', 'mon', 'tir', 'vos', 'dun', 'fal', 'gri', 'hep', 'lor'];

/** Of ten thousand numbers each has a name of its own. */
const nameOf = (number: number): string =>
  [...String(number).padStart(4, '0')]
    .map((digit) => SYLLABLES[Number(digit)]!)
    .join('')
    .replace(/^./, (letter) => letter.toUpperCase());

const articleOf = (number: number): string =>
  `# The harbour of ${nameOf(number)}\n\nThe harbour of ${nameOf(number)} has ${number + 2} cranes.\n`;

/** Tells what came of it, and sets the exit code where something was lost. */
export async function surviveLosses(heapMb: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'survive-'));
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  for (let i = 0; i < ARTICLES; i++) writeFileSync(join(corpus, `${i}.md`), articleOf(i));
  const nodes = await startNodes(NODES, heapMb);
  const embeddings = join(folder, 'embeddings');
  const library = startLibrary({
    ...{ corpus: [corpus], embeddings, model: STATIC_MODEL },
    search: parseSearchUrl(nodes.url),
    log: (line) => console.log(line),
  });
  const build = (): ChildProcess =>
    spawn(process.execPath, [join(PROJECT, 'scripts/run.js'), 'index'], {
      ...{ cwd: PROJECT, detached: true, stdio: 'ignore' },
      env: {
        ...process.env,
        ...{ CORPUS: corpus, EMBEDDINGS: embeddings, EMBEDDING_MODEL: STATIC_MODEL, SEARCH_URL: nodes.url },
      },
    });
  try {
    await library.ready;
    const first = (await library.status()).index;
    writeFileSync(join(corpus, 'more.md'), articleOf(ARTICLES));
    const before = await indexesOf(nodes);
    const builder = build();
    while ((await indexesOf(nodes)) === before) await wait(20);
    process.kill(-builder.pid!, 'SIGKILL');
    await once(builder, 'exit');
    const stays = (await askAll(library, 50)).length === 0 && (await library.status()).index === first;
    check('a builder was killed while it loaded: the index before answers', stays);
    const [code] = (await once(build(), 'exit')) as [number];
    const until = performance.now() + 60_000;
    while ((await library.status()).index === first && performance.now() < until) await wait(200);
    const isAnswered = (await askAll(library, 50)).length === 0;
    const isNew = code === 0 && (await library.status()).index !== first && isAnswered;
    check('the next build comes into service', isNew);
    const killing = wait(2_000).then(() => nodes.kill(0));
    const wrong = await askAll(library, QUESTIONS);
    await killing;
    const right = QUESTIONS - wrong.length;
    check(
      `a node was killed meanwhile: ${right} of ${QUESTIONS} questions answered right`,
      right === QUESTIONS,
    );
    for (const line of wrong.slice(0, 5)) console.log(`  ${line}`);
  } finally {
    await library.close();
    await nodes.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function check(what: string, holds: boolean): void {
  console.log(`${holds ? 'passed' : 'FAILED'}: ${what}`);
  if (!holds) process.exitCode = 1;
}

/** Names of all indexes, as text. */
const indexesOf = async ({ url }: Nodes): Promise<string> =>
  (await fetch(`${url.split(',')[1]}/_cat/indices?h=index&s=index`)).text();

/** Asks for articles in turn, several at once; what was not answered right, in a line each. */
async function askAll(library: LiveLibrary, count: number): Promise<string[]> {
  const wrong: string[] = [];
  let next = 0;
  const ask = async (): Promise<void> => {
    while (next < count) {
      const number = next++ % ARTICLES;
      const question = `How many cranes has the harbour of ${nameOf(number)}?`;
      const answer = await library.ask(question).catch((error: Error) => error);
      const found = answer instanceof Error ? answer.message : (answer.passages[0]?.article ?? 'nothing');
      if (found !== String(number)) wrong.push(`${question} ${found}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return wrong;
}
