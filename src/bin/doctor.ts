/** `npm run doctor`: checks everything that an answer needs. */
import pc from 'picocolors';
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run doctor

Checks Node, the packages with compiled code, the model, the articles, the index, an answer, and the bot's token where
one is set. Each line says what was found, or what to do. Builds and changes nothing.

  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { positionals } = readArguments(process.argv.slice(2), {});
  if (positionals.length > 0)
    throw new UsageError(`Expected no argument, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  // Not before: help checks nothing.
  const { CHECKS } = await import('../doctor/checks.ts');
  let failed = 0;
  for (const { name, run } of CHECKS) {
    try {
      console.log(`${pc.green('passed')}  ${name}: ${await run(config)}`);
    } catch (error) {
      failed++;
      console.log(`${pc.red('failed')}  ${name}: ${(error as Error).message}`);
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${CHECKS.length} checks failed.`);
});
