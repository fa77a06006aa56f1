/** `npm run import`: turns pages, feeds and files into articles of the corpus. */
import { statSync } from 'node:fs';
import pc from 'picocolors';
import { parseConfig } from '../config.ts';
import type { Outcome } from '../import/import.ts';
import { WEB_SETTINGS } from '../import/web.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run import -- SOURCE... [options]

Turns each source into Markdown articles in the corpus, and leaves out what is there already. A source is the address of
a page, PDF, Word document, table or feed (RSS, Atom), a file or folder of such, the JSON of a Discord thread or channel
(DiscordChatExporter), or a .txt file with an address on each line.

  --corpus DIR               put the articles here
  --limit N                  items read of one feed (100)
  --delay SECONDS            between two requests to one host (1); robots.txt may ask for more
  --allow-private HOST:PORT  a place in a private network that may be asked (may be repeated)
  -h, --help                 show this`;

const LINES: { readonly [K in Outcome['kind']]: (outcome: Extract<Outcome, { kind: K }>) => string } = {
  added: ({ file, article }) => `${pc.green('added')}   ${file}  ${pc.dim(article.url ?? '')}`,
  known: ({ what }) => pc.dim(`there   ${what}`),
  left: ({ reason }) => pc.yellow(`left    ${reason}`),
  failed: ({ reason }) => `${pc.red('failed')}  ${reason}`,
};

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    corpus: { type: 'string' },
    limit: { type: 'string' },
    delay: { type: 'string' },
    'allow-private': { type: 'string', multiple: true },
  });
  if (positionals.length === 0) throw new UsageError('Expected a source.');
  const folder = values.corpus ?? parseConfig(process.env).corpus[0]!;
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`Expected a folder to put articles into, found the file ${folder}.`);
  const settings = {
    ...WEB_SETTINGS,
    folder,
    maxItems: numberOf('--limit', values.limit, 100),
    delayMs: 1000 * numberOf('--delay', values.delay, WEB_SETTINGS.delayMs / 1000),
    allowPrivate: new Set((values['allow-private'] ?? []).map(place)),
  };
  // Not before: help and a wrong option go nowhere.
  const { importSources } = await import('../import/import.ts');
  const counts = { added: 0, known: 0, left: 0, failed: 0 };
  for await (const outcome of importSources(positionals, settings)) {
    counts[outcome.kind]++;
    console.log((LINES[outcome.kind] as (outcome: Outcome) => string)(outcome));
  }
  console.error(
    `${counts.added} added, ${counts.known} there already, ${counts.failed} failed.` +
      (counts.added > 0 ? ' npm run index brings the index up to them.' : ''),
  );
  if (counts.failed > 0) process.exitCode = 1;
});

function numberOf(option: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,6}(?:\.\d+)?$/.test(value))
    throw new UsageError(`Expected a number after ${option}, found ${JSON.stringify(value)}.`);
  return Number(value);
}

function place(value: string): string {
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i.test(value))
    throw new UsageError(
      `Expected host:port after --allow-private, such as intranet:8080, found ${JSON.stringify(value)}.`,
    );
  return value.toLowerCase();
}
