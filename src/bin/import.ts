/** `npm run import`: turns pages, feeds and files into articles of the corpus. */
import { statSync } from 'node:fs';
import { parseConfig } from '../config.ts';
import { WEB_SETTINGS } from '../import/web/web.ts';
import { MAX_PAGES } from '../import/work.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';
import { changedCorpus, showImport, summarizeImport } from '../terminal/render/import.ts';

const HELP = `Usage: npm run import -- SOURCE... [options]

Turns each source into Markdown articles in the corpus. A source that was imported before is asked only for what changed:
its articles are replaced, and those of pages that are gone are left out. A source is

  - the address of a page, PDF, Word document, table, feed (RSS, Atom), sitemap, or text with an address on each line
  - a public Git repository of Markdown: https://github.com/OWNER/NAME, the same with /tree/BRANCH/FOLDER, or
    https://HOST/PATH.git#BRANCH:FOLDER
  - a file or folder of such, the JSON of a Discord thread or channel (DiscordChatExporter), or a .txt file with an
    address on each line

  --corpus DIR               put the articles here
  --limit N                  pages read of one source (500)
  --delay SECONDS            between two requests to one host (1); robots.txt may ask for more
  --allow-private HOST:PORT  a place in a private network that may be asked (may be repeated)
  -h, --help                 show this`;

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    corpus: { type: 'string' },
    limit: { type: 'string' },
    delay: { type: 'string' },
    'allow-private': { type: 'string', multiple: true },
  });
  if (positionals.length === 0) throw new UsageError('Expected a source.');
  const config = parseConfig(process.env);
  const folder = values.corpus ?? config.corpus[0]!;
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`Expected a folder to put articles into, found the file ${folder}.`);
  const settings = {
    ...WEB_SETTINGS,
    folder,
    records: config.records,
    day: new Date().toISOString().slice(0, 10),
    maxItems: numberOf('--limit', values.limit, MAX_PAGES),
    delayMs: 1000 * numberOf('--delay', values.delay, WEB_SETTINGS.delayMs / 1000),
    allowPrivate: new Set((values['allow-private'] ?? []).map(place)),
  };
  // Not before: help and a wrong option go nowhere.
  const { importSources } = await import('../import/import.ts');
  const counts = await showImport(importSources(positionals, settings));
  console.error(
    `${summarizeImport(counts)}.${changedCorpus(counts) ? ' npm run index brings the index up to them.' : ''}`,
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
