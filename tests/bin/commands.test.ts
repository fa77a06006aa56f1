import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer-types.ts';
import { ASK_FERRY, FERRY_LEAVES, makeFewArticles } from '../few-articles.ts';
import { makeFolder } from '../temporary-folder.ts';
import { type Result, run } from './run-command.ts';

/** A failure is told on stderr, without a stack trace, and nothing is left on stdout. */
function expectFailure({ status, stdout, stderr }: Result, expected: number): void {
  expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
  expect(stderr).not.toMatch(/^\s+at /m);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours begin with
const COLOUR = /\u001b\[/;

describe.concurrent('the life of an index', { timeout: 300_000 }, () => {
  it('is built by the first question, rebuilt for a changed corpus, refused when damaged, mended by index, and rolled back; one that is out of date answers where none can be built', async () => {
    const corpus = makeFewArticles();
    const env = { CORPUS: corpus, EMBEDDINGS: makeFolder() };

    const first = await run('ask', ['--json', ASK_FERRY], { env });
    expect(first.status).toBe(0);
    // Progress goes to stderr; stdout holds the object and nothing else.
    expect(first.stderr).toContain('Reading and embedding');
    expect(first.stderr).toContain('Index built: 3 articles');
    expect(first.stdout).toMatch(/^\{.*\}\n$/);
    const told = JSON.parse(first.stdout) as Answer;
    expect(told).toMatchObject({ question: ASK_FERRY, language: 'en', status: 'answered' });
    expect(told.answer).toContain(FERRY_LEAVES);

    writeFileSync(join(corpus, 'bakery.md'), '# The bakery\n\nThe bakery on the quay opens at 6:15.\n');
    const second = await run('ask', ['when does the bakery open'], { env });
    expect(second.status).toBe(0);
    expect(second.stderr).toMatch(/Index built: 4 articles, \d+ passages \(1 embedded, \d+ kept\)/);
    expect(second.stdout).toContain('6:15');
    expect(second.stdout).toContain('The bakery');
    // Neither stream is a terminal here.
    expect(second.stdout + second.stderr).not.toMatch(COLOUR);

    const { build } = JSON.parse(readFileSync(join(env.EMBEDDINGS, 'current.json'), 'utf8')) as {
      build: string;
    };
    const damaged = join(env.EMBEDDINGS, build, 'keywords.bin');
    const bytes = readFileSync(damaged);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(damaged, bytes);
    const third = await run('ask', [ASK_FERRY], { env });
    expectFailure(third, 1);
    expect(third.stderr).toContain('keywords.bin is damaged');
    expect(third.stderr).toContain('npm run index');

    const mended = await run('index', [], { env });
    expect(mended.status).toBe(0);
    expect(mended.stderr).toContain('Everything is built anew: ');
    expect(mended.stderr).toContain('Index built: 4 articles');

    const back = await run('index', ['--rollback'], { env });
    expect(back).toMatchObject({ status: 0, stdout: '' });
    expect(back.stderr).toMatch(/^Index rolled back: \S+ of \S+ is current now, instead of \S+; 3 articles/);

    const last = await run('start', [], {
      env,
      input: 'what does a lane of the pool cost\n\nwho lit the lamp?\n',
    });
    expect(last.status).toBe(0);
    expect(last.stderr).not.toContain('Index built');
    expect(last.stdout).not.toMatch(COLOUR);
    // The example, then an answer for each question, in the order asked; the empty line is none.
    expect(last.stdout.startsWith('? What does "The ferry" say?\n')).toBe(true);
    const places = ['The ferry', '12 crowns', 'Hedda Lund'].map((text) => last.stdout.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));

    const healthy = await run('doctor', [], { env });
    expect(healthy).toMatchObject({ status: 0, stderr: '' });
    expect(healthy.stdout).toMatch(/^(?:passed {2}.+: .+\n(?: {2}.+\n)*){10}$/);
    expect(healthy.stdout).toMatch(/index: .+, whole, 3 articles, .+; rolled back: the articles of /);
    expect(healthy.stdout).toContain('3 of 3 articles asked for by their title and beginning');
    // The build before stays for whoever still reads it; older ones are gone.
    expect(readdirSync(env.EMBEDDINGS)).toHaveLength(3);

    rmSync(corpus, { recursive: true });
    const outdated = await run('ask', [ASK_FERRY], { env });
    expect(outdated.status).toBe(0);
    expect(outdated.stderr).toMatch(
      /^The index could not be brought up to date, the one before answers: .+: no such/s,
    );
    expect(outdated.stdout).toContain(FERRY_LEAVES);
  });
});

describe.concurrent('doctor', () => {
  it('tells what to do about each thing that is wrong, ends with 1, and repeats no token', async () => {
    const env = {
      CORPUS: makeFolder(),
      EMBEDDING_MODEL: './models/none',
      RERANK_MODEL: './models/neither',
      DATABASE: makeFolder(),
      DISCORD_TOKEN: 'aVeryLong.secret.token',
      DISCORD_API: 'http://127.0.0.1:9/api',
    };
    const { status, stdout, stderr } = await run('doctor', [], { env });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '5 of 12 checks failed.\n' });
    expect(stdout.match(/^(passed|failed|skipped) {2}[^:]+/gm)).toEqual([
      'passed  Node',
      'passed  native addons',
      'failed  model',
      'skipped  vectors of the model',
      'failed  reranker',
      'failed  corpus',
      'passed  index folder',
      'skipped  index',
      'skipped  a question',
      'failed  database',
      'skipped  sources',
      'failed  Discord',
    ]);
    expect(stdout).toContain('Set EMBEDDING_MODEL to a folder');
    expect(stdout).toContain('Set RERANK_MODEL to a folder');
    expect(stdout).toContain('Set DATABASE to another file');
    expect(stdout).toContain('skipped  index: mend first: model, corpus\n');
    expect(stdout).toContain('The corpus is empty. Put Markdown');
    expect(stdout).toContain('Check the connection, the proxy and DISCORD_API');
    expect(stdout + stderr).not.toMatch(/aVeryLong|secret/);
  });
});

describe.concurrent('index --watch', () => {
  it('says why a build failed, builds when the articles change, and tries again where a file cannot be read or another builds', async () => {
    const corpus = makeFolder();
    const EMBEDDINGS = makeFolder();
    const lock = join(EMBEDDINGS, 'building.lock');
    let isLocked = false;
    const { stderr } = await run('index', ['--watch'], {
      env: { CORPUS: corpus, EMBEDDINGS },
      watch(told, child) {
        const waits = told.match(/Waiting for the articles to change/g)?.length ?? 0;
        if (waits === 1 && !isLocked) {
          isLocked = true;
          mkdirSync(lock, { recursive: true });
          writeFileSync(join(corpus, 'ferry.md'), '4月2日，临江轮渡停航。\n');
        }
        if (told.endsWith('read)\n')) {
          rmSync(lock, { recursive: true });
          writeFileSync(lock, JSON.stringify({ pid: process.pid, started: null, since: 'today' }));
        }
        if (isLocked && told.endsWith('building.lock.\n')) rmSync(lock);
        if (waits === 2) child.kill();
      },
    });
    expect(stderr).toMatch(
      /The corpus is empty.+Waiting for the articles.+lock cannot be read.+being built by process.+Index built: 1 article.+Waiting/s,
    );
  });
});

describe.concurrent('help', () => {
  it.each([
    ['ask', ['--json', '--corpus', '--embeddings']],
    ['index', ['--corpus', '--embeddings', '--cores', '--watch', '--rollback']],
    ['evaluate', ['--questions', '--squad', '--corpus', '--embeddings', '--json', '--misses']],
    ['models', ['--get']],
    ['start', []],
  ])('of %s names its options and ends with 0', async (command, options) => {
    const { status, stdout, stderr } = await run(command, ['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(command === 'start' ? 'Usage: npm start' : `Usage: npm run ${command}`);
    for (const option of [...options, '--help']) expect(stdout).toMatch(new RegExp(`^  .*${option} `, 'm'));
  });
});

describe.concurrent('a command called wrongly', () => {
  it.each([
    ['an unknown option', ['--jsonn', ASK_FERRY], "'--jsonn'"],
    ['no question', ['--json'], 'Expected a question, found none.'],
  ])('with %s ends with 2 and shows its usage', async (_, args, message) => {
    const result = await run('ask', args);
    expectFailure(result, 2);
    expect(result.stderr).toContain(message);
    expect(result.stderr).toContain('Usage: npm run ask');
  });

  it.each(['0', '1.5', 'all'])('with --cores %s ends with 2', async (cores) => {
    const result = await run('index', ['--cores', cores]);
    expectFailure(result, 2);
    expect(result.stderr).toContain(`--cores: expected a number from 1 to 999, found "${cores}".`);
  });
});

describe.concurrent('a command that cannot do its work ends with 1 and says what to do', () => {
  it('where the corpus is empty', async () => {
    const result = await run('ask', [ASK_FERRY], { env: { CORPUS: makeFolder() } });
    expectFailure(result, 1);
    expect(result.stderr).toContain('The corpus is empty. Put Markdown, text or JSON Lines files into it');
  });

  it('where the corpus is not there', async () => {
    const missing = join(makeFolder(), 'nowhere');
    const result = await run('ask', ['--corpus', missing, ASK_FERRY]);
    expectFailure(result, 1);
    expect(result.stderr).toContain(`${missing}: no such file or folder. Check the path`);
  });

  it('where the model is not there', async () => {
    // A path, not a name on the hub: nothing is to be looked for on the network.
    const result = await run('ask', [ASK_FERRY], { env: { EMBEDDING_MODEL: './models/none' } });
    expectFailure(result, 1);
    expect(result.stderr).toContain('models/none');
    expect(result.stderr).toContain('EMBEDDING_MODEL');
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('where settings have problems, all of them at once and no token repeated', async () => {
    const env = { DISCORD_TOKEN: 'not-a-token', DISCORD_GUILD_ID: 'guild' };
    const result = await run('start', [], { env });
    expectFailure(result, 1);
    expect(result.stderr).toContain('DISCORD_TOKEN: expected three parts joined by dots');
    expect(result.stderr).toContain('DISCORD_GUILD_ID: expected a server id');
    expect(result.stderr).not.toContain('not-a-token');
  });
});
