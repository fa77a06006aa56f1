/** Options of a script that needs no settings of the bot. */
import type { ParseArgsConfig } from 'node:util';
import { readArguments } from '../src/terminal/command.ts';

/** Those that were given. Shows `help` and ends with 0 where it is asked for, with 2 where one is unknown. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(help: string, options: T) {
  try {
    const { values, positionals } = readArguments(process.argv.slice(2), options);
    if (!(values as { help?: boolean }).help) return { values, positionals };
    console.log(help);
    process.exit(0);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    process.exit(2);
  }
}
