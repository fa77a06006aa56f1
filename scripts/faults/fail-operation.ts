/** Lets the n-th file operation below some folders fail as the system would. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

export interface FailingOperation {
  /** Operations in these folders count. */
  readonly folders: readonly string[];
  /** Which one fails, from 1; 0 for none. */
  readonly place: number;
  readonly code: 'ENOSPC' | 'EIO' | 'EACCES';
}

export interface FailureReport {
  /** Operations so far. */
  readonly count: number;
  /** The operation that failed, and the file it was for. */
  readonly failed: { readonly operation: string; readonly path: string } | null;
}

const MESSAGES = { ENOSPC: 'no space left on device', EIO: 'i/o error', EACCES: 'permission denied' };
const BY_PATH = [
  ...['openSync', 'readFileSync', 'mkdirSync', 'readdirSync', 'renameSync', 'linkSync', 'rmSync'],
  ...['copyFileSync', 'statSync', 'lstatSync', 'realpathSync'],
];
const BY_DESCRIPTOR = ['writeSync', 'readSync', 'fsyncSync', 'ftruncateSync', 'closeSync'];
/** What a stream uses; the last argument is called back. */
const CALLED_BACK = ['open', 'read', 'close'];

type AnyFunction = (...args: unknown[]) => unknown;
const functions = fs as unknown as Record<string, AnyFunction>;

/** Puts itself before the functions of `node:fs`. `restore` takes it away, and tells what was seen. */
export function failOperation(failing: FailingOperation): { restore(): FailureReport } {
  const originals = new Map<string, AnyFunction>();
  const seen = watchFiles(failing);
  const replace = (
    operation: string,
    around: (operation: string, original: AnyFunction, seen: Seen) => AnyFunction,
  ): void => {
    const original = functions[operation]!;
    originals.set(operation, original);
    // With what hangs on it, as `realpathSync.native` does.
    functions[operation] = Object.assign(around(operation, original, seen), original);
  };
  for (const operation of [...BY_PATH, ...BY_DESCRIPTOR]) replace(operation, failAtOnce);
  for (const operation of CALLED_BACK) replace(operation, failCalledBack);
  syncBuiltinESMExports();
  return {
    restore() {
      for (const [operation, original] of originals) functions[operation] = original;
      syncBuiltinESMExports();
      return seen.report();
    },
  };
}

type Seen = ReturnType<typeof watchFiles>;

/** The operations so far, and the files that are open. */
function watchFiles({ folders, place, code }: FailingOperation) {
  const pathOf = new Map<number, string>();
  let count = 0;
  let failed: FailureReport['failed'] = null;
  return {
    pathOf,
    /** Files open to be read. Those of an index are closed when garbage is collected: to count that would count by chance. */
    read: new Set<number>(),
    /** Node's functions call one another. */
    isInside: false,
    /** The file that counts, or null for one elsewhere. */
    watchedPath(target: unknown): string | null {
      const path = typeof target === 'number' ? pathOf.get(target) : String(target);
      return path !== undefined && folders.some((folder) => path.startsWith(folder)) ? path : null;
    },
    /** The error that the operation has to end with, or null. */
    errorOf(operation: string, path: string): NodeJS.ErrnoException | null {
      if (++count !== place) return null;
      failed = { operation, path };
      const syscall = operation.replace('Sync', '');
      const about = BY_DESCRIPTOR.includes(operation) ? '' : ` '${path}'`;
      const error = new Error(`${code}: ${MESSAGES[code]}, ${syscall}${about}`);
      return Object.assign(error, { code, syscall, errno: -constants.errno[code] });
    },
    report: (): FailureReport => ({ count, failed }),
  };
}

const failAtOnce =
  (operation: string, original: AnyFunction, seen: Seen): AnyFunction =>
  (...args) => {
    const { pathOf, read } = seen;
    const closesRead = operation === 'closeSync' && read.delete(args[0] as number);
    const path = seen.isInside || closesRead ? null : seen.watchedPath(args[0]);
    if (closesRead) pathOf.delete(args[0] as number);
    if (path === null) return original(...args);
    const error = seen.errorOf(operation, path);
    if (error !== null) {
      // A close that fails has closed.
      if (operation === 'closeSync') original(...args);
      throw error;
    }
    seen.isInside = true;
    try {
      const result = original(...args);
      if (operation === 'openSync') {
        pathOf.set(result as number, path);
        if ((args[1] ?? 'r') === 'r') read.add(result as number);
      }
      if (operation === 'closeSync') pathOf.delete(args[0] as number);
      return result;
    } finally {
      seen.isInside = false;
    }
  };

const failCalledBack =
  (operation: string, original: AnyFunction, { pathOf, watchedPath, errorOf }: Seen): AnyFunction =>
  (...args) => {
    const path = watchedPath(args[0]);
    const done = args.at(-1) as (error: Error | null, ...results: unknown[]) => void;
    const error = path === null ? null : errorOf(operation, path);
    if (path === null) return original(...args);
    if (error !== null && operation === 'close') return original(args[0], () => done(error));
    if (error !== null) return process.nextTick(done, error);
    return original(...args.slice(0, -1), (failure: Error | null, ...results: unknown[]) => {
      if (operation === 'open' && failure === null) pathOf.set(results[0] as number, path);
      done(failure, ...results);
    });
  };
