/** Starts one of our files as a process of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** By its path: Node looks up `--import tsx` from the working folder, which may be anywhere. */
const tsx = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** A file of `src/` that is started by itself, by its path without ending; in a bundle it lies beside this one. */
export const programUrl = (name: string): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL(`./${name}.ts`, import.meta.url)
    : new URL(`./${name.replace('/', '-')}.js`, import.meta.url);

interface ForkSettings {
  /** For Node itself, such as limits. */
  readonly nodeOptions?: readonly string[];
  /** True where it starts processes of its own, which {@link endGroup} ends with it. */
  readonly leadsGroup?: boolean;
}

/** Windows has no groups of processes. */
const HAS_GROUPS = process.platform !== 'win32';

/** The process gets `options` as its first argument, in JSON. Its errors go to our stderr, its stdout nowhere. */
export const forkProcess = (
  file: URL,
  options: object,
  { nodeOptions = [], leadsGroup = false }: ForkSettings = {},
): ChildProcess =>
  fork(fileURLToPath(file), [JSON.stringify(options)], {
    execArgv: [...(file.href.endsWith('.ts') ? ['--import', tsx()] : []), ...nodeOptions],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: leadsGroup && HAS_GROUPS,
  });

/**
 * Ends a process that leads a group, and those that it has started: one that is at work hears too late that its parent is
 * gone, and holds our stderr open until then.
 */
export function endGroup(child: ChildProcess): void {
  try {
    if (HAS_GROUPS && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** How a process ended, in words, after its last message; resolves for one that could not even be started, too. */
export const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    // Not once: a message to a process that is just ending is an error event of its own.
    child.on('error', (error) => resolve(error.message));
    // Not `exit`, which may overtake the last message.
    child.once('close', (code, signal) => resolve(signal ?? `exit status ${code}`));
  });

/** Whether a process of this number runs, maybe another than the one that had it. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, for somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
