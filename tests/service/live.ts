/** Libraries in processes of their own, over a copy of the starting corpus, and what they tell. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { rebuild } from '../../src/engine.ts';
import type { LiveLibrary } from '../../src/library.ts';
import { type LiveOptions, startLibrary } from '../../src/service/live-library.ts';
import { STARTING_CORPUS } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

export interface Live {
  readonly library: LiveLibrary;
  readonly corpus: string;
  readonly embeddings: string;
  /** Lines that went to the log. */
  readonly log: string[];
}

/** Builds an index in this process, and starts a library over it. */
export async function startLive(options: Partial<LiveOptions> = {}): Promise<Live> {
  const corpus = makeFolder();
  cpSync(STARTING_CORPUS, corpus, { recursive: true });
  const embeddings = makeFolder();
  await rebuild({ corpus: [corpus], embeddings, model: DEFAULT_MODEL });
  const log: string[] = [];
  const library = startLibrary({
    corpus: [corpus],
    embeddings,
    model: DEFAULT_MODEL,
    log: (line) => log.push(line),
    ...options,
  });
  return { library, corpus, embeddings, log };
}

/** Publishes a copy of the current build with one byte flipped; returns its name. */
export function publishDamagedBuild(embeddings: string): string {
  const pointer = join(embeddings, 'current.json');
  const { build } = JSON.parse(readFileSync(pointer, 'utf8')) as { build: string };
  const damaged = `${build}-damaged`;
  cpSync(join(embeddings, build), join(embeddings, damaged), { recursive: true });
  const file = join(embeddings, damaged, 'keywords.bin');
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
  writeFileSync(pointer, JSON.stringify({ build: damaged }));
  return damaged;
}

/** True while the system knows the process. */
export function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
