/** `npm run doctor`: checks everything that an answer needs. */
import pc from 'picocolors';
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run doctor

Checks Node, the packages with compiled code, the models, the articles and their sources, the index, answers, the database,
the language model and the bot's token where they are set. Each line says what was found, or what to do. Builds nothing, and leaves nothing behind.

  -h, --help          show this`;

const COLOURS = { passed: pc.green, warned: pc.yellow, failed: pc.red, skipped: pc.yellow } as const;

await runCommand(HELP, process.env, async () => {
  const { positionals } = readArguments(process.argv.slice(2), {});
  if (positionals.length > 0)
    throw new UsageError(`Expected no argument, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  // Not before: help checks nothing.
  const { runChecks } = await import('../doctor/checks.ts');
  let failed = 0;
  let all = 0;
  for await (const { name, outcome, message } of runChecks(config)) {
    all++;
    if (outcome === 'failed') failed++;
    console.log(`${COLOURS[outcome](outcome)}  ${name}: ${message}`);
  }
  if (failed > 0) throw new Error(`${failed} of ${all} checks failed.`);
});
