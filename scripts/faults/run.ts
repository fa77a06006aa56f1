/** `npm run test:faults`: kills, failing file operations and damage, and a table of what came of each. */
import { seededRandom } from '../../src/evaluation/metrics.ts';
import { readArguments, runCommand } from '../../src/terminal/command.ts';
import { startBar } from '../../src/terminal/progress.ts';
import { durationOf, killOnce } from './kills.ts';
import { forEachOf } from './processes.ts';
import { makeWorkplace } from './workplace.ts';

const HELP = `Usage: npm run test:faults -- [options]

Kills builds, rollbacks and swaps at random moments, and opens what is left in a fresh process. Ends with 1 where an index
is lost.

  --kills N           how many (300)
  --seed N            of the moments (the time)
  -h, --help          show this`;

const AT_ONCE = 2;

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  });
  console.log(`seed ${values.seed}`);
  const random = seededRandom(Number(values.seed));
  const workplace = await makeWorkplace(4);
  const failures: string[] = [];
  const kills = Number(values.kills);
  const bar = startBar('Killing', 'kills');
  const stages: Record<string, Record<string, number>> = {};
  let done = 0;
  for (const operation of workplace.operations) {
    const duration = await durationOf(operation, workplace);
    console.log(operation.name, duration);
    const each = Math.floor(kills / 3);
    const moments = Array.from({ length: each }, (_, i) => ((i + random()) / each) * duration);
    const reached: Record<string, number> = {};
    stages[operation.name] = reached;
    await forEachOf(moments, AT_ONCE, async (moment) => {
      try {
        const stage = await killOnce(operation, workplace, moment);
        reached[stage] = (reached[stage] ?? 0) + 1;
      } catch (error) {
        failures.push(`${operation.name} killed after ${moment.toFixed(1)} ms: ${(error as Error).message}`);
      }
      bar.update(++done, kills);
    });
  }
  bar.stop();
  console.table(stages);
  workplace.remove();
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length === 0 ? 0 : 1;
});
