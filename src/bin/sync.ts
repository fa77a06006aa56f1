/** `npm run sync`: brings the articles of all sources up to date, and the index where they changed. */
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';
import { changedCorpus, showImport, summarizeImport } from '../terminal/render/import.ts';

const HELP = `Usage: npm run sync -- [options]

Imports each source of sources.yaml (SOURCES names another file), and each that was added on Discord, as npm run import does, asks only for what changed, and
builds the index where an article did. What fails is told, and leaves its articles as they are.

  --all               tell also of what is as it was
  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), { all: { type: 'boolean' } });
  if (positionals.length > 0)
    throw new UsageError(`Expected options only, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  // Not before: help and a wrong option go nowhere.
  const [{ startSync }, { sourcesOfServers }] = await Promise.all([
    import('../terminal/sync.ts'),
    import('../storage/server-state.ts'),
  ]);
  const counts = await showImport(
    startSync(config, await sourcesOfServers(config.stateServer ?? config.database)),
    {
      isQuiet: !values.all,
    },
  );
  console.error(`${summarizeImport(counts)}.`);
  if (counts.failed > 0) process.exitCode = 1;
  if (!changedCorpus(counts)) return;
  const { rebuildForCommand } = await import('../terminal/open.ts');
  await rebuildForCommand(config, {});
});
