/** `npm run index`: builds the index anew. */
import { parseConfig } from '../config.ts';
import { rebuild } from '../engine.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';
import { placesOf } from '../terminal/open.ts';
import { showBuild, summarizeBuild } from '../terminal/progress.ts';

const HELP = `Usage: npm run index -- [options]

Builds the index from the corpus and puts it in place of the one before. What cannot be used is listed at the end.

  --corpus PATH       read these articles instead (may be repeated; the index goes to a folder of its own)
  --embeddings DIR    keep the index here
  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    corpus: { type: 'string', multiple: true },
    embeddings: { type: 'string' },
  });
  if (positionals.length > 0)
    throw new UsageError(`Expected options only, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  const started = performance.now();
  const build = showBuild();
  try {
    const result = await rebuild({
      ...placesOf(config, values),
      model: config.embeddingModel,
      onProgress: build.onProgress,
    });
    build.finish();
    summarizeBuild(result, (performance.now() - started) / 1000);
  } finally {
    build.finish();
  }
});
