/** `npm run index`: builds the index, or goes back to the one before. */
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run index -- [options]

Builds the index from the corpus and puts it in place of the one before. Passages that did not change keep what was made
of them. What cannot be used is listed at the end.

  --corpus PATH       read these articles instead (may be repeated; the index goes to a folder of its own)
  --embeddings DIR    keep the index here
  --cores N           embed with so many processes (BUILD_CORES, else one a core but one)
  --watch             go on, and build again whenever the articles change; Ctrl+C ends
  --full              take nothing over from the index before or from an interrupted build
  --rollback          build nothing: go back to the index before the current one; once more undoes it
  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    corpus: { type: 'string', multiple: true },
    embeddings: { type: 'string' },
    cores: { type: 'string' },
    watch: { type: 'boolean' },
    rollback: { type: 'boolean' },
    full: { type: 'boolean' },
  });
  if (positionals.length > 0)
    throw new UsageError(`Expected options only, found ${JSON.stringify(positionals[0])}.`);
  const chosen = (['watch', 'rollback', 'full'] as const).filter((option) => values[option]);
  if (chosen.length > 1)
    throw new UsageError(`Expected one of --watch, --rollback and --full, found ${chosen.length}.`);
  const { cores, ...places } = values;
  if (cores !== undefined && !/^[1-9]\d{0,2}$/.test(cores))
    throw new UsageError(`--cores: expected a number from 1 to 999, found ${JSON.stringify(cores)}.`);
  const config = { ...parseConfig(process.env), ...(cores !== undefined && { buildCores: Number(cores) }) };
  // Not before: help and a wrong option need neither model nor index.
  const { rebuildForCommand, rebuildOnChange, rollBackForCommand } = await import('../terminal/open.ts');
  if (values.rollback) await rollBackForCommand(config, places);
  else if (values.watch) await rebuildOnChange(config, places);
  else await rebuildForCommand(config, places, { isFull: values.full ?? false });
});
