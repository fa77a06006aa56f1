/** Starts one of our TypeScript files as a process of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** By its path: Node looks up `--import tsx` from the working folder, which may be anywhere. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * The process gets `options` as its first argument, in JSON. Its errors go to our stderr, its stdout nowhere.
 * @param nodeOptions for Node itself, such as limits
 */
export const forkProcess = (file: URL, options: object, nodeOptions: readonly string[] = []): ChildProcess =>
  fork(fileURLToPath(file), [JSON.stringify(options)], {
    execArgv: ['--import', TSX, ...nodeOptions],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

/** How a process ended, in words, after its last message; resolves for one that could not even be started, too. */
export const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    // Not once: a message to a process that is just ending is an error event of its own.
    child.on('error', (error) => resolve(error.message));
    // Not `exit`, which may overtake the last message.
    child.once('close', (code, signal) => resolve(signal ?? `exit status ${code}`));
  });
