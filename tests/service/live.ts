/** Libraries in processes of their own, over a few articles, and what they tell. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { currentBuild, publish } from '../../src/index/generations.ts';
import type { LiveLibrary } from '../../src/library.ts';
import { type LiveOptions, startLibrary } from '../../src/service/live-library.ts';
import { makeFewArticles } from '../few-articles.ts';
import { buildCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

export interface Places {
  readonly corpus: readonly [folder: string];
  readonly embeddings: string;
  readonly model: string;
}

/** A few articles to do anything with, and their index. */
export async function makePlaces(): Promise<Places> {
  const corpus = makeFewArticles();
  const embeddings = makeFolder();
  await buildCorpus(corpus, embeddings);
  return { corpus: [corpus], embeddings, model: STATIC_MODEL };
}

export interface Live {
  readonly library: LiveLibrary;
  readonly places: Places;
  /** Lines that went to the log. */
  readonly log: string[];
}

/** Starts a library over a built index. */
export async function startLive(options: Partial<LiveOptions> = {}): Promise<Live> {
  const places = await makePlaces();
  const log: string[] = [];
  const library = startLibrary({ ...places, log: (line) => log.push(line), ...options });
  return { library, places, log };
}

/** Publishes a copy of the current build with one byte flipped; returns its name. */
export function publishDamagedBuild(embeddings: string): string {
  const previous = currentBuild(embeddings)!;
  const build = `${previous}-damaged`;
  cpSync(join(embeddings, previous), join(embeddings, build), { recursive: true });
  damageBuild(embeddings, build);
  publish(embeddings, { build, previous, rolledBack: false });
  return build;
}

/** Flips one byte of a build on the disk. */
export function damageBuild(embeddings: string, build: string): void {
  const file = join(embeddings, build, 'keywords.bin');
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
}

/** True while the system knows the process. */
export function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
