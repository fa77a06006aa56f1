/** Runs once around all tests: one folder for what they write, removed when they are done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly folder: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-'));
  project.provide('folder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
