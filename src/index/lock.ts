/** One build at a time: a lock file that says who holds it, and that a dead process does not keep. */
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { FileError, named } from '../file-error.ts';
import { isRunning } from '../fork.ts';
import { attempt, messageOf, remove, writeThrough } from './files.ts';

const LOCK = 'building.lock';
/** Locks that this process holds: one that it could not let go is not held. */
const held = new Set<string>();

/** Another process is at work on the index; the message says which and since when. */
export class LockedError extends Error {
  /** ISO 8601, as the lock says. */
  readonly since: string;

  constructor(holder: Holder, path: string) {
    super(describeHolder(holder, path));
    this.since = holder.since;
  }
}

interface Holder {
  readonly pid: number;
  /** Start of the process by the system's own clock, so that another process of the same id is told apart; or null. */
  readonly started: string | null;
  /** When the lock was taken, ISO 8601. */
  readonly since: string;
}

/**
 * Does work that changes the index while nobody else does. `notes` takes lines for the person; it gets one where the lock
 * cannot be let go. Throws {@link LockedError} where a living process holds it, FileError, and what the work throws.
 */
export async function withLock<T>(embeddings: string, work: (notes: string[]) => Promise<T>): Promise<T> {
  named(embeddings, 'made', () => mkdirSync(embeddings, { recursive: true }));
  const path = join(embeddings, LOCK);
  takeLock(path);
  held.add(path);
  const notes = messageOf(() => removeDeadClaims(embeddings));
  try {
    return await work(notes);
  } finally {
    held.delete(path);
    notes.push(...messageOf(() => remove(path)));
  }
}

/** Who builds now and since when, for a person; null where nobody does. Throws FileError. */
export function describeLock(embeddings: string): string | null {
  const path = join(embeddings, LOCK);
  const holder = readHolder(path);
  return holder !== 'gone' && isHeld(path, holder) ? describeHolder(holder, path) : null;
}

/** The lock of a dead process is taken over, by one of several that try. */
function takeLock(path: string): void {
  const claim = `${path}.${process.pid}.tmp`;
  const me: Holder = {
    pid: process.pid,
    started: processStart(process.pid),
    since: new Date().toISOString(),
  };
  try {
    writeThrough(claim, Buffer.from(`${JSON.stringify(me)}\n`));
    const other = take(path, claim);
    if (other !== null) throw new LockedError(other, path);
  } finally {
    attempt(() => remove(claim));
  }
}

/** Removes what processes left that ended between their claim and their lock. */
function removeDeadClaims(embeddings: string): void {
  for (const name of named(embeddings, 'listed', () => readdirSync(embeddings))) {
    const pid = Number(new RegExp(`^${LOCK}\\.(\\d+)\\.tmp`).exec(name)?.[1]);
    if (pid === process.pid || (pid > 0 && !isAlive({ pid, started: null, since: '' })))
      remove(join(embeddings, name));
  }
}

/** Puts a copy of the claim at `path`: null where that is done, else who holds it. */
function take(path: string, claim: string): Holder | null {
  // A link and not a new file: it appears with its contents, and fails where there is one.
  for (;;) {
    if (link(claim, path)) return null;
    const holder = readHolder(path);
    if (holder === 'gone') continue;
    if (isHeld(path, holder)) return holder;
    // Only who holds this second lock replaces a dead one, so that none replaces a living one by mistake.
    const guard = `${path}.takeover`;
    const other = take(guard, claim);
    if (other !== null) return other;
    try {
      const now = readHolder(path);
      if (now === 'gone') continue;
      if (isHeld(path, now)) return now;
      const own = `${claim}.own`;
      named(own, 'written', () => linkSync(claim, own));
      named(path, 'replaced', () => renameSync(own, path));
      return null;
    } finally {
      remove(guard);
    }
  }
}

function link(claim: string, path: string): boolean {
  try {
    linkSync(claim, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new FileError(path, 'written', error);
  }
}

/** Who holds a lock; null for one that is damaged, which is nobody's: it was written before it got its name. */
function readHolder(path: string): Holder | null | 'gone' {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder | null;
    return typeof holder?.pid === 'number' && Number.isSafeInteger(holder.pid) ? holder : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw new FileError(path, 'read', error);
  }
}

const isHeld = (path: string, holder: Holder | null): holder is Holder =>
  holder !== null && isAlive(holder) && (holder.pid !== process.pid || held.has(path));

function isAlive(holder: Holder): boolean {
  const started = processStart(holder.pid);
  if (started !== null) return holder.started === null || started === holder.started;
  return isRunning(holder.pid);
}

/** Places in /proc/<pid>/stat after the name in parentheses, which may hold anything. */
const STATE = 0;
const START_TIME = 19;

/** When a process started, in ticks since the system did; `ended`; or null where the system does not show it. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; its parent has not noticed.
    return fields[STATE] === 'Z' ? 'ended' : fields[START_TIME]!;
  } catch {
    return null;
  }
}

const describeHolder = ({ pid, since }: Holder, path: string): string =>
  `The index is being built by process ${pid}, since ${since}. Wait until it is done, or end that process; ` +
  `if it is another program, remove ${path}.`;
