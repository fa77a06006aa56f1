/** Runs once around all tests: one folder for what they write, removed when they are done, and how deep they go. */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly folder: string;
    /** Times that a property is checked more often than among all tests. */
    readonly depth: number;
  }
}

/** Linux keeps what is here in memory. */
const MEMORY = '/dev/shm';
/** All tests together write less than half of it. */
const NEEDED_BYTES = 2 * 2 ** 30;

/** Indexes and databases wait for the disk at every step, hundreds of times: in memory that costs nothing. */
function fastFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= NEEDED_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(fastFolder(), 'corpus-answers-'));
  project.provide('folder', folder);
  project.provide('depth', project.vite.config.mode === 'properties' ? 40 : 1);
  // Of the tests' processes too, which inherit it.
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
