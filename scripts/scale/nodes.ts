/** Nodes of OpenSearch for tests, on ports of this machine: fetched from Maven once, started, and ended. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PROJECT } from '../bundle.js';

const SOURCES = join(import.meta.dirname, 'opensearch');
/** What is fetched stays: some 60 MB. */
const FOLDER = join(PROJECT, 'node_modules', '.cache', 'opensearch-2.19.6');
/** A node of a small machine is up in a quarter of this. */
const START_MS = 120_000;

/** Why no node can be started here, or null. Without `mayFetch` only what Maven has kept on this machine is taken. */
export function prepareNodes(mayFetch: boolean): string | null {
  const version = versionOf('java', '-version');
  if (version === null || version < 17) return 'Java 17 or newer is missing';
  if (existsSync(FOLDER)) return null;
  if (versionOf('mvn', '-version') === null) return 'Maven is missing';
  const unfinished = `${FOLDER}.${process.pid}.part`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const options = ['-q', '-B', ...(mayFetch ? [] : ['-o']), '-f', join(SOURCES, 'pom.xml')];
    const goals = GOALS.map((goal) => `dependency:${goal}`);
    execFileSync('mvn', [...options, `-Dto=${unfinished}`, ...goals], {
      stdio: mayFetch ? 'inherit' : 'ignore',
    });
    const jars = `${join(unfinished, 'lib')}/*`;
    execFileSync('javac', ['-d', unfinished, '-cp', jars, join(SOURCES, 'StartNode.java')]);
    renameSync(unfinished, FOLDER);
    return null;
  } catch (error) {
    if (mayFetch) throw error;
    return 'Maven has not kept it on this machine (npm run test:scale fetches it)';
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Executions of the project file, which has no code of its own to package. */
const GOALS = ['copy-dependencies@jars', 'unpack@plugin'];

/** First number that a program tells of itself; null where there is none. */
function versionOf(program: string, option: string): number | null {
  try {
    const told = execFileSync(program, [option], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return Number(/(\d+)\./.exec(told)?.[1] ?? 17);
  } catch {
    return null;
  }
}

export interface Nodes {
  /** Addresses, with commas between them, as `SEARCH_URL` has them. */
  readonly url: string;
  readonly processIds: readonly number[];
  /** Ends a node at once, as a power cut would. */
  kill(number: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts nodes that find each other, and waits until they answer. */
export async function startNodes(count: number, heapMb: number): Promise<Nodes> {
  const folder = mkdtempSync(join(tmpdir(), 'opensearch-'));
  const ports = await freePorts(2 * count);
  const http = ports.slice(0, count);
  const transport = ports.slice(count);
  const names = transport.map((_, i) => `node-${i + 1}`);
  const children = http.map((port, i) => {
    const home = join(folder, names[i]!);
    mkdirSync(join(home, 'config'), { recursive: true });
    const settings = {
      'cluster.name': `test-${process.pid}`,
      'node.name': names[i]!,
      'path.home': home,
      'network.host': '127.0.0.1',
      'http.port': port,
      'transport.port': transport[i]!,
      ...(count === 1
        ? { 'discovery.type': 'single-node' }
        : {
            'discovery.seed_hosts': transport.map((one) => `127.0.0.1:${one}`).join(','),
            'cluster.initial_cluster_manager_nodes': names.join(','),
          }),
      'cluster.routing.allocation.disk.threshold_enabled': 'false',
    };
    const java = [`-Xms${heapMb}m`, `-Xmx${heapMb}m`, '-cp', `${FOLDER}:${FOLDER}/lib/*`, 'StartNode'];
    const args = [...java, ...Object.entries(settings).map((pair) => pair.join('='))];
    return spawn('java', args, { stdio: ['pipe', 'ignore', 'ignore'], cwd: home });
  });
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilUp(http, count);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: http.map((port) => `http://127.0.0.1:${port}`).join(','),
    processIds: children.map(({ pid }) => pid!),
    kill: (number) => end(children[number]!),
    stop,
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function untilUp(ports: readonly number[], count: number): Promise<void> {
  const until = performance.now() + START_MS;
  for (const port of ports)
    for (;;) {
      const health = await fetch(`http://127.0.0.1:${port}/_cluster/health`).then(
        (response) => response.json() as Promise<{ number_of_nodes: number }>,
        () => null,
      );
      if (health?.number_of_nodes === count) break;
      if (performance.now() > until) throw new Error(`No node answers on port ${port}`);
      await wait(250);
    }
}

/** Ports that nobody uses now. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
