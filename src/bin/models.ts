/** `npm run models`: which models there are, and fetching one ahead. */
import pc from 'picocolors';
import { parseConfig } from '../config.ts';
import { isHubName } from '../hub/hub.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';
import { fetchOne } from '../terminal/fetch-models.ts';
import { renderModels } from '../terminal/render/models.ts';

const HELP = `Usage: npm run models -- [options]

Lists the models that are known or on disk; * marks those that the settings name. Set EMBEDDING_MODEL to one for
embedding and RERANK_MODEL to one for reranking: what is not on disk is then fetched by the next command.

  --get NAME          fetch this model of the hub now; what is there of it is checked
  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), { get: { type: 'string' } });
  if (positionals.length > 0)
    throw new UsageError(`Expected options only, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  if (values.get !== undefined) {
    if (!isHubName(values.get))
      throw new UsageError(
        `Expected a name on the hub such as Xenova/bge-m3, found ${JSON.stringify(values.get)}.`,
      );
    await fetchOne(config, values.get);
  } else {
    console.log(renderModels(config));
    console.error(pc.dim('\nFetch one ahead: npm run models -- --get NAME'));
  }
});
