import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { endGroup, endOf, forkProcess } from '../src/fork.ts';
import { makeFolder } from './temporary-folder.ts';

it('ends a process together with one that it has started and that is too busy to hear of it', async () => {
  const folder = makeFolder();
  const [leading, written] = [join(folder, 'leader.mjs'), join(folder, 'written')];
  const busy = `for (;;) require('node:fs').appendFileSync(${JSON.stringify(written)}, 'x')`;
  writeFileSync(
    leading,
    `import { spawn } from 'node:child_process';
     spawn(process.execPath, ['-e', ${JSON.stringify(busy)}]).once('spawn', () => process.send('started'));`,
  );
  const leader = forkProcess(pathToFileURL(leading), {}, { leadsGroup: true });
  const ended = endOf(leader);
  await once(leader, 'message');
  const sizeOf = (): number => statSync(written, { throwIfNoEntry: false })?.size ?? 0;
  await expect.poll(sizeOf, { timeout: 5_000 }).toBeGreaterThan(0);
  endGroup(leader);
  await ended;
  await expect
    .poll(async () => {
      const before = sizeOf();
      await wait(20);
      return sizeOf() - before;
    })
    .toBe(0);
  endGroup(leader);
});
