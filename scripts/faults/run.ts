/** `npm run test:faults`: kills, failing file operations and damage, and how often each came to what end. */
import { loadEmbedder } from '../../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { seededRandom } from '../../src/evaluation/metrics.ts';
import { readArguments, runCommand, UsageError } from '../../src/terminal/command.ts';
import { startBar } from '../../src/terminal/progress.ts';
import { type Case, damageCases, killCases, operationCases, syncCases } from './cases.ts';
import { forEachOf } from './processes.ts';
import { makeSyncWorkplace } from './sync-kills.ts';
import { bundleImport } from './sync-site.ts';
import { makeWorkplace } from './workplace.ts';

const HELP = `Usage: npm run test:faults -- [options]

Kills first and incremental builds, rollbacks and swaps at random moments; lets each file operation of the command fail;
damages each file of an index. Opens what is left in a fresh process every time. Imports pages that have changed of sites and to
disks that fail, kills imports, and takes them up again. Takes half an hour. Ends with 1 where an index or article is lost, a
process crashes, or a failure is not told of.

  --kills N           how many (300)
  --seed N            of their moments (another one each time)
  --only PART         kills, operations, damage or sync
  -h, --help          show this`;

/** Cases at a time. More than there are processors, and the moments of kills are no longer what was measured. */
const AT_ONCE = 2;
/** Copies of the starting corpus: large enough that a build takes a tenth of a second without the start. */
const COPIES = 4;

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  });
  const parts: Record<string, { copies: number; makeCases: typeof operationCases }> = {
    damage: { copies: COPIES, makeCases: async (workplace) => damageCases(workplace) },
    kills: {
      copies: COPIES,
      makeCases: (workplace) => killCases(workplace, Number(values.kills), seededRandom(Number(values.seed))),
    },
    operations: { copies: 0, makeCases: operationCases },
  };
  const names = [...Object.keys(parts), 'sync'];
  if (values.only !== undefined && !names.includes(values.only))
    throw new UsageError(`Expected --only ${names.join(', ')}, found ${values.only}.`);
  console.log(`Seed ${values.seed}`);
  let failures = 0;
  for (const [part, { copies, makeCases }] of Object.entries(parts)) {
    if (values.only !== undefined && part !== values.only) continue;
    const workplace = await makeWorkplace(copies, await loadEmbedder(STATIC_MODEL));
    try {
      failures += await runCases(part, await makeCases(workplace));
    } finally {
      workplace.remove();
    }
  }
  if (values.only === undefined || values.only === 'sync') {
    const { program, remove } = await bundleImport();
    const workplace = await makeSyncWorkplace(program, AT_ONCE);
    try {
      const random = seededRandom(Number(values.seed));
      failures += await runCases('sync', syncCases(workplace, program, Number(values.kills), random));
    } finally {
      workplace.remove();
      remove();
    }
  }
  console.log(
    failures === 0 ? 'Each was taken as it should be.' : `${failures} were not taken as they should be.`,
  );
  process.exitCode = failures === 0 ? 0 : 1;
});

/** Runs them and prints a table. Returns how many failed. */
async function runCases(part: string, cases: readonly Case[]): Promise<number> {
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  let done = 0;
  const bar = startBar(part, 'cases');
  await forEachOf(cases, AT_ONCE, async ({ group, name, run }) => {
    const end = await run().catch((error: Error) => {
      failures.push(`${group}, ${name}: ${error.message}`);
      return 'FAILED';
    });
    const key = `${group} | ${end}`;
    counts[key] = (counts[key] ?? 0) + 1;
    bar.update(++done, cases.length);
  });
  bar.stop();
  console.log(`\n${part}: ${cases.length} cases`);
  for (const key of Object.keys(counts).sort()) console.log(`${String(counts[key]).padStart(5)}  ${key}`);
  for (const failure of failures) console.error(failure);
  return failures.length;
}
