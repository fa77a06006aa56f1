/**
 * The articles of the news that tell of a signing in their beginning: the corpus of `tests/questions/news.jsonl`.
 * `npm run signings -- FILE` writes them, to be evaluated on.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readArguments, runCommand, UsageError } from '../../src/terminal/command.ts';

const questionsOf = (name: string): string =>
  fileURLToPath(new URL(`../../tests/questions/${name}`, import.meta.url));
export const NEWS_QUESTIONS = questionsOf('news.jsonl');
/** Further questions about the articles of `signing`. */
export const MORE_QUESTIONS = questionsOf('signing.jsonl');

const TELLS_OF_A_SIGNING = /签约|签署|签订|合作协议|战略合作|备忘录/;
const BEGINNING = 300;

/** Writes them as JSON Lines. Returns how many. Throws {@link UsageError} where `data` has no news. */
export function writeSignings(data: string, file: string): number {
  const news = join(data, 'news', 'articles.jsonl.gz');
  if (!existsSync(news)) throw new UsageError(`Expected the news in ${news}, found no such file.`);
  const lines = gunzipSync(readFileSync(news)).toString('utf8').split('\n').filter(Boolean);
  const chosen = lines.filter((line) => {
    const { text } = JSON.parse(line) as { text: string };
    return TELLS_OF_A_SIGNING.test(text.slice(0, BEGINNING));
  });
  writeFileSync(file, `${chosen.join('\n')}\n`);
  return chosen.length;
}

const HELP = `Usage: npm run signings -- FILE [--data DIR]

Writes the articles of the news that tell of a signing to FILE (JSON Lines). Evaluate on them with
npm run evaluate -- --questions tests/questions/news.jsonl --corpus FILE.

  --data DIR          the evaluation data (../shared/data)
  -h, --help          show this`;

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await runCommand(HELP, process.env, async () => {
    const { values, positionals } = readArguments(process.argv.slice(2), {
      data: { type: 'string', default: '../shared/data' },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1)
      throw new UsageError(`Expected one file to write to, found ${positionals.length}.`);
    console.log(`${writeSignings(values.data, file)} articles written to ${file}`);
  });
