/**
 * `npm run test:scale`: tests against OpenSearch, fetched from Maven once and started on ports of this machine. With --short one
 * node only, and nothing is fetched. Where it cannot be started a line says why, and nothing fails.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { PROJECT } from '../bundle.js';
import { prepareNodes, startNodes } from './nodes.ts';
import { surviveLosses } from './survive.ts';

/** Of a node, in megabytes. */
const HEAP_MB = 768;

const { short = false } = parseArgs({ options: { short: { type: 'boolean' } } }).values;
const missing = prepareNodes(!short);
if (missing !== null) console.log(`Not tested against OpenSearch: ${missing}.`);
else {
  await testContract();
  if (!short) await surviveLosses(HEAP_MB);
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
