/** What every command does: read its options, end with a status, tell errors in one line on stderr. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { config as readDotenv } from 'dotenv';
import pc from 'picocolors';

/** The command was called in a way it does not know; exit status 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and positional arguments of a command line. Throws {@link UsageError}; `--help` is always known. */
export function readArguments<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: 'boolean', short: 'h' } } as T & { help: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n', 1)[0], { cause: error });
  }
}

/**
 * Runs a command and ends the process: status 0, 1 where it failed, 2 where it was called wrongly.
 * Reads `.env` into the environment first. A failure is one message without a stack trace; `DEBUG=1` adds the trace.
 */
export async function runCommand(
  help: string,
  environment: NodeJS.ProcessEnv,
  main: () => Promise<void>,
): Promise<void> {
  readDotenv({ quiet: true });
  // Reading the output with `head` closes the pipe: that is an end, not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(help);
    return;
  }
  try {
    await main();
  } catch (error) {
    const usage = error instanceof UsageError;
    console.error(pc.red((error as Error).message || String(error)));
    if (usage) console.error(`\n${help}`);
    else if (environment.DEBUG === '1') console.error(error);
    process.exitCode = usage ? 2 : 1;
  }
}
