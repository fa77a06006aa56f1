/**
 * `npm test`: types and lint beside the tests, in the time that these wait for processes and answers. What one of them
 * finds is told below the tests. Arguments go to vitest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Runs a script of package.json behind the tests, and keeps what it tells. */
async function check(name) {
  const child = spawn(scripts[name], { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const told = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => told.push(bytes));
  const closed = once(child, 'close');
  try {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed, or it has ended already, it runs as the tests do.
  }
  const [code] = await closed;
  return { name, failed: code !== 0, told: Buffer.concat(told) };
}

const VITEST = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const options = ['--single-threaded-gc', VITEST, 'run', ...process.argv.slice(2)];
const tests = spawn(process.execPath, options, { stdio: 'inherit' });
const checks = (async () => [await check('types'), await check('lint')])();
const [[code], checked] = await Promise.all([once(tests, 'close'), checks]);

const failed = checked.filter((result) => result.failed);
for (const { name, told } of failed) {
  console.error(`\nnpm run ${name} failed:\n`);
  process.stderr.write(told);
}
process.exitCode = code !== 0 || failed.length > 0 ? 1 : 0;
