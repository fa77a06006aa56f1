/** The real command, in which one file operation fails. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { readPointer } from '../../src/index/generations.ts';
import type { FailingOperation, FailureReport } from './fail-operation.ts';
import { assertSound } from './look.ts';
import type { PreloadOptions } from './preload.ts';
import type { Operation, Workplace } from './workplace.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export const CODES: readonly FailingOperation['code'][] = ['ENOSPC', 'EIO', 'EACCES'];

export interface Failing {
  readonly operation: Operation;
  readonly place: number;
  readonly code: FailingOperation['code'];
}

/** `stopped`: nothing changed, told, status 1; `told`: done, with a line about it; `unnoticed`: done without one. */
export interface Outcome {
  readonly outcome: 'stopped' | 'told' | 'unnoticed';
  readonly failed: NonNullable<FailureReport['failed']>;
}

async function runCommand(
  embeddings: string,
  { operation, place, code }: Failing,
  { corpus }: Workplace,
): Promise<FailureReport & { status: number | null; stderr: string }> {
  const report = `${embeddings}.report`;
  const failing: PreloadOptions = { folders: [embeddings, corpus], place, code, report };
  const preload = new URL('./preload.ts', import.meta.url).href;
  const rollback = operation.kind === 'rollback' ? ['--rollback'] : [];
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', '--import', preload, 'src/bin/index.ts', ...rollback],
      ...['--embeddings', embeddings, '--corpus', corpus],
    ],
    {
      cwd: PROJECT,
      env: {
        ...process.env,
        EMBEDDING_MODEL: STATIC_MODEL,
        RERANK_MODEL: '',
        FAILING_OPERATION: JSON.stringify(failing),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (!existsSync(report)) throw new Error(`ended with ${status ?? child.signalCode}: ${stderr}`);
  const told = JSON.parse(readFileSync(report, 'utf8')) as FailureReport;
  rmSync(report);
  return { status: status as number | null, stderr, ...told };
}

/** File operations of the undisturbed command. */
export async function countOperations(operation: Operation, workplace: Workplace): Promise<number> {
  const embeddings = workplace.copy(operation.before);
  const { status, stderr, count } = await runCommand(
    embeddings,
    { operation, place: 0, code: 'EIO' },
    workplace,
  );
  assert.equal(status, 0, stderr);
  rmSync(embeddings, { recursive: true });
  return count;
}

/**
 * Runs the command with one operation that fails; what it still made is opened in a fresh process.
 * Throws where the status, the message or what is left is not as it has to be.
 */
export async function failOnce(failing: Failing, workplace: Workplace): Promise<Outcome> {
  const { operation, code } = failing;
  const embeddings = workplace.copy(operation.before);
  const { status, stderr, failed } = await runCommand(embeddings, failing, workplace);
  if (failed === null) throw new Error(`no operation failed: ${stderr}`);
  const what = `${failed.operation} of ${basename(failed.path)}`;
  const isTold = stderr.includes(code) && stderr.includes(failed.path);
  const isSame = isUntouched(embeddings, operation.before);
  if (status === 0) assert.ok(!isSame, `${what}: status 0, but nothing was done: ${stderr}`);
  else {
    assert.equal(status, 1, `${what}: ${stderr}`);
    assert.ok(isSame, `${what}: status 1, but the current build changed: ${stderr}`);
    assert.ok(isTold, `${what}: not told of: ${stderr}`);
  }
  if (status === 0) {
    assert.ok(isTold || isTriedAgain(failed), `${what}: not told of: ${stderr}`);
    const now = readPointer(embeddings)?.build ?? null;
    await assertSound(embeddings, workplace.corpus, (build) => build === now);
  }
  rmSync(embeddings, { recursive: true });
  return { outcome: status !== 0 ? 'stopped' : isTold ? 'told' : 'unnoticed', failed };
}

/** The claim to the lock is removed once more a moment later; only what stays then has to be told of. */
export const isTriedAgain = ({ operation, path }: NonNullable<FailureReport['failed']>): boolean =>
  operation === 'rmSync' && /building\.lock\.\d+\.tmp$/.test(path);

/** True where the pointer and every build that it names are, to the byte, as they were. */
export function isUntouched(embeddings: string, before: string): boolean {
  const bytesOf = (folder: string, name: string): Buffer | null =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null;
  const isSame = (name: string): boolean => {
    const [now, then] = [bytesOf(embeddings, name), bytesOf(before, name)];
    return now === null || then === null ? now === then : now.equals(then);
  };
  const pointer = readPointer(before);
  const builds = [pointer?.build, pointer?.previous].filter((build) => typeof build === 'string');
  const files = builds.flatMap((build) => readdirSync(join(before, build)).map((name) => join(build, name)));
  return ['current.json', ...files].every(isSame);
}
