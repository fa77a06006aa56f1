/** What is left of an operation that did not come to its end: which stage it had reached, and whether it is sound. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { forkProcess } from '../../src/fork.ts';
import { readPointer } from '../../src/index/generations.ts';
import { isWhole } from '../../src/index/manifest.ts';
import { messageOf } from './processes.ts';
import type { Reopened, ReopenOptions } from './reopen.ts';

/** The last file that is there tells how far a build has come. */
const STAGES = [
  ['manifest.json', 'reading back'],
  ['vectors.hnsw', 'vectors linked'],
  ['passages.bin', 'passages written'],
  ['keywords.bin', 'terms written'],
  ['articles.jsonl', 'reading and embedding'],
] as const;

/** How far an operation came in a folder whose current build was `before`. */
export function stageOf(embeddings: string, before: string | null): string {
  const names = readdirSync(embeddings);
  const isLocked = names.includes('building.lock');
  const pointer = readPointer(embeddings);
  if (pointer !== null && pointer.build !== before) return isLocked ? 'published' : 'done';
  if (!isLocked) return 'before the lock';
  const folder = names.find((name) => /^\d{14}-/.test(name) && name !== before && name !== pointer?.previous);
  if (folder === undefined) return 'locked';
  const files = readdirSync(join(embeddings, folder));
  return STAGES.find(([file]) => files.includes(file))?.[1] ?? 'locked';
}

/** Opens the folder in a fresh process. Throws where that ends without a word, as by a crash. */
export const reopen = (options: ReopenOptions): Promise<Reopened> =>
  messageOf<Reopened>(forkProcess(new URL('./reopen.ts', import.meta.url), options));

/**
 * Opens the folder in a fresh process, which builds once more. Throws where what is current is none of `allowed`, does
 * not answer its canaries, or where the next build fails or leaves anything else behind.
 */
export async function assertSound(
  embeddings: string,
  corpus: string,
  isAllowed: (build: string | null) => boolean,
): Promise<void> {
  const before = readPointer(embeddings);
  const found = await reopen({ embeddings, corpus });
  assert.ok(!('refused' in found), `refused: ${(found as { refused: string }).refused}`);
  assert.ok(isAllowed(found.build), `${found.build} is current, which was not to be`);
  const { build, previous } = readPointer(embeddings)!;
  assert.equal(build, found.next);
  // One that changed nothing keeps what is gone back to; without a pointer a whole build that a kill left stands in.
  const isLeft = before === null && previous !== null && isWhole(join(embeddings, previous));
  assert.ok(
    previous === found.build || previous === before?.previous || isLeft,
    `${previous} is gone back to`,
  );
  const expected = ['current.json', build, previous].filter((name) => name !== null);
  assert.deepEqual(readdirSync(embeddings).sort(), expected.sort());
}
