/** What has to be right before questions are answered, from what everything needs to what one place needs. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { listCorpus } from '../corpus/list.ts';
import { CorpusError, describeProblems, type Problem } from '../corpus/problem.ts';
import { isProblem, readCorpus } from '../corpus/read.ts';
import { findEmbedder, loadEmbedder } from '../embedding/embedder.ts';
import { currentBuild } from '../index/generations.ts';
import { isCurrent } from '../index/is-current.ts';
import { IndexError } from '../index/manifest.ts';
import { openIndex } from '../index/open.ts';
import { startAnswerer } from '../service/answerer.ts';
import type { Answer } from '../types.ts';

export interface Check {
  readonly name: string;
  /** What was found, for a check that passed. Throws an error that says what to do. */
  readonly run: (config: Config) => string | Promise<string>;
}

export const CHECKS: readonly Check[] = [
  { name: 'Node', run: () => checkNode(process.versions.node) },
  { name: 'native addons', run: checkAddons },
  { name: 'model', run: checkModel },
  { name: 'corpus', run: checkCorpus },
  { name: 'index folder', run: ({ embeddings }) => checkWritable(embeddings, 'EMBEDDINGS') },
  { name: 'index', run: checkIndex },
  { name: 'a question', run: checkQuestion },
  { name: 'database', run: ({ database }) => checkWritable(dirname(database), 'DATABASE') },
  { name: 'Discord', run: checkDiscord },
];

/** As `engines` of package.json says. */
const MIN_NODE = [20, 12] as const;

/** Throws for a version below {@link MIN_NODE}. */
export function checkNode(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1]))
    throw new Error(`Expected Node ${MIN_NODE.join('.')} or later, found ${version}. Install a newer one.`);
  return version;
}

/** Packages with compiled code, and the package that brings them where it is not this one. */
const ADDONS: readonly { readonly name: string; readonly from?: string }[] = [
  { name: 'hnswlib-node' },
  { name: '@node-rs/jieba' },
  { name: 'onnxruntime-node', from: '@xenova/transformers' },
  { name: 'libsql' },
];

function checkAddons(): string {
  const here = createRequire(import.meta.url);
  for (const { name, from } of ADDONS) {
    try {
      (from === undefined ? here : createRequire(here.resolve(from)))(name);
    } catch (error) {
      throw new Error(
        `${name} cannot be loaded (${(error as Error).message.split('\n', 1)[0]}). ` +
          'Run npm ci with this Node; hnswlib-node needs python3, make and a C++ compiler then.',
        { cause: error },
      );
    }
  }
  return ADDONS.map(({ name }) => name).join(', ');
}

async function checkModel({ embeddingModel, models }: Config): Promise<string> {
  const { model, dimensions, fingerprint } = await loadEmbedder(embeddingModel, models);
  return `${model}, ${dimensions} dimensions, sha256 ${fingerprint.slice(0, 12)}…`;
}

async function checkCorpus({ corpus }: Config): Promise<string> {
  const problems: Problem[] = [];
  let articles = 0;
  for await (const item of readCorpus(listCorpus(corpus))) {
    if (isProblem(item)) problems.push(item);
    else articles++;
  }
  if (articles === 0) throw new CorpusError(problems);
  return [`${articles} articles, ${problems.length} problems`, ...describeProblems(problems)].join('\n  ');
}

/** Throws where a folder cannot be written in; for one that is still to be made, its parent counts. */
export function checkWritable(folder: string, setting: string): string {
  try {
    let existing = resolve(folder);
    while (!existsSync(existing)) existing = dirname(existing);
    if (!statSync(existing).isDirectory()) throw new Error(`${existing} is not a folder`);
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `${folder} cannot be written (${(error as Error).message}). Change its permissions, or set ${setting}.`,
      { cause: error },
    );
  }
  return `${folder} can be written`;
}

function checkIndex(config: Config): string {
  const { build, manifest } = openIndex(
    config.embeddings,
    findEmbedder(config.embeddingModel, config.models),
  );
  if (!isCurrent(config)) throw new IndexError(`The articles have changed since ${build} was built`);
  return `${build}, whole and current, ${manifest.articles} articles, ${manifest.passages} passages`;
}

/** A process that takes this long for one question answers none. */
const QUESTION_DEADLINE_MS = 25_000;

/** Asks the first title, in a process of its own, as the bot and the chat do. */
async function checkQuestion({ embeddings, embeddingModel: model, models }: Config): Promise<string> {
  const build = currentBuild(embeddings);
  if (build === null) throw new IndexError(`There is no index in ${embeddings}`);
  const closing = new AbortController();
  const answerer = await startAnswerer(
    { embeddings, model, models, build },
    QUESTION_DEADLINE_MS,
    closing.signal,
  );
  try {
    const [article] = (await answerer.call({ method: 'articles', args: [] })) as { title: string }[];
    const answer = (await answerer.call({ method: 'ask', args: [article!.title] })) as Answer;
    return `${JSON.stringify(article!.title)} found ${answer.passages.length} passages in ${answer.elapsedMs} ms`;
  } finally {
    closing.abort();
  }
}

async function checkDiscord({ discordToken, discordApi }: Config): Promise<string> {
  if (discordToken === '') return 'no DISCORD_TOKEN is set: npm start is a chat in the terminal';
  const { readBotAccount } = await import('../discord/check.ts');
  const { name, privilegedIntents } = await readBotAccount(discordToken, discordApi);
  if (privilegedIntents.length === 0) return `the token belongs to ${name}; no privileged intent is on`;
  return `the token belongs to ${name}; switched on and not needed: ${privilegedIntents.join(', ')}`;
}
