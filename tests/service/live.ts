/** Libraries in processes of their own, over a copy of the starting corpus, and what they tell. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { rebuild } from '../../src/engine.ts';
import { currentBuild, publish } from '../../src/index/generations.ts';
import type { LiveLibrary } from '../../src/library.ts';
import { type LiveOptions, startLibrary } from '../../src/service/live-library.ts';
import { STARTING_CORPUS } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

export interface Places {
  readonly corpus: readonly [folder: string];
  readonly embeddings: string;
  readonly model: string;
}

/** Builds an index of a copy of the starting corpus, in this process. */
export async function buildPlaces(): Promise<Places> {
  const corpus = makeFolder();
  cpSync(STARTING_CORPUS, corpus, { recursive: true });
  const places: Places = { corpus: [corpus], embeddings: makeFolder(), model: DEFAULT_MODEL };
  await rebuild(places);
  return places;
}

export interface Live {
  readonly library: LiveLibrary;
  readonly places: Places;
  /** Lines that went to the log. */
  readonly log: string[];
}

/** Starts a library over a built index. */
export async function startLive(options: Partial<LiveOptions> = {}): Promise<Live> {
  const places = await buildPlaces();
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
