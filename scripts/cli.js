#!/usr/bin/env node
/** `corpus-answers ask …`: a command of an installed package, from the bundle that came with it. */
import { existsSync, readdirSync } from 'node:fs';

const RELEASE = new URL('../dist/release/', import.meta.url);
if (!existsSync(RELEASE)) {
  console.error('Expected an installed package, found none. In the repository run: npm run');
  process.exit(1);
}
const commands = readdirSync(RELEASE)
  .flatMap((file) => /^bin-(.+)\.js$/.exec(file)?.[1] ?? [])
  .sort();
const [, , command = 'start'] = process.argv;
const usage = `Usage: corpus-answers [COMMAND] [options]

  corpus-answers ask ./docs "question"   one answer from the articles of a folder
  corpus-answers                         the bot where DISCORD_TOKEN is set, else a chat on the articles in ./corpus
  corpus-answers COMMAND --help          what a command does and takes

Commands: ${commands.join(', ')}`;

if (commands.includes(command)) {
  process.argv.splice(2, 1);
  await import(new URL(`bin-${command}.js`, RELEASE).href);
} else {
  const isAsked = command === '--help' || command === '-h';
  if (!isAsked) console.error(`Expected a command, found ${JSON.stringify(command)}.\n`);
  console[isAsked ? 'log' : 'error'](usage);
  process.exitCode = isAsked ? 0 : 2;
}
