/** Preloaded with `--import`: the n-th file operation of the process below some folders fails as the system would. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

export interface FailingOperation {
  /** Operations in these folders count. */
  readonly folders: readonly string[];
  /** Which one fails, from 1; 0 for none. */
  readonly place: number;
  readonly code: 'ENOSPC' | 'EIO' | 'EACCES';
  /** Where to write {@link FailureReport}, at the end. */
  readonly report: string;
}

export interface FailureReport {
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

const { folders, place, code, report } = JSON.parse(process.env.FAILING_OPERATION!) as FailingOperation;
const { writeFileSync } = fs;
const pathOf = new Map<number, string>();
let count = 0;
let failed: FailureReport['failed'] = null;
/** Node's functions call one another. */
let isInside = false;

process.on('exit', () => writeFileSync(report, JSON.stringify({ count, failed } satisfies FailureReport)));

type AnyFunction = (...args: unknown[]) => unknown;
const functions = fs as unknown as Record<string, AnyFunction>;

/** The file that counts, or null for one elsewhere. */
function watchedPath(target: unknown): string | null {
  const path = typeof target === 'number' ? pathOf.get(target) : String(target);
  return path !== undefined && folders.some((folder) => path.startsWith(folder)) ? path : null;
}

/** The error that the operation has to end with, or null. */
function errorOf(operation: string, path: string): NodeJS.ErrnoException | null {
  if (++count !== place) return null;
  failed = { operation, path };
  const syscall = operation.replace('Sync', '');
  const about = BY_DESCRIPTOR.includes(operation) ? '' : ` '${path}'`;
  const error = new Error(`${code}: ${MESSAGES[code]}, ${syscall}${about}`);
  return Object.assign(error, { code, syscall, errno: -constants.errno[code] });
}

for (const operation of [...BY_PATH, ...BY_DESCRIPTOR]) {
  const original = functions[operation]!;
  functions[operation] = (...args) => {
    const path = isInside ? null : watchedPath(args[0]);
    if (path === null) return original(...args);
    const error = errorOf(operation, path);
    if (error !== null) {
      // A close that fails has closed.
      if (operation === 'closeSync') original(...args);
      throw error;
    }
    isInside = true;
    try {
      const result = original(...args);
      if (operation === 'openSync') pathOf.set(result as number, path);
      if (operation === 'closeSync') pathOf.delete(args[0] as number);
      return result;
    } finally {
      isInside = false;
    }
  };
}
// What hangs on a function stays there: `realpathSync.native`.
for (const operation of CALLED_BACK) {
  const original = functions[operation]!;
  functions[operation] = (...args) => {
    const path = watchedPath(args[0]);
    const done = args.at(-1) as (error: Error | null, ...results: unknown[]) => void;
    const error = path === null ? null : errorOf(operation, path);
    if (path === null || typeof done !== 'function') return original(...args);
    if (error !== null) {
      if (operation === 'close') return original(args[0], () => done(error));
      return process.nextTick(done, error);
    }
    return original(...args.slice(0, -1), (failure: Error | null, ...results: unknown[]) => {
      if (operation === 'open' && failure === null) pathOf.set(results[0] as number, path);
      done(failure, ...results);
    });
  };
}
syncBuiltinESMExports();
