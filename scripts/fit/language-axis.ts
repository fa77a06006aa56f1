/** `npm run axis`: finds how the vectors of a text in Chinese and of the same in English differ, for the default model. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseConfig } from '../../src/config.ts';
import { loadEmbedder } from '../../src/embedding/embedder.ts';
import { lastPart } from '../../src/embedding/models.ts';
import { readArguments, runCommand } from '../../src/terminal/command.ts';

const HELP = `Usage: npm run axis

Embeds the sentences of scripts/fit/two-languages.tsv, which say the same in English and in Chinese, and writes the mean
difference to src/embedding/language-axes.json, for the model that is set.

  -h, --help          show this`;

const SENTENCES = new URL('two-languages.tsv', import.meta.url);
const AXES = new URL('../../src/embedding/language-axes.json', import.meta.url);
/** Sentences of a text: the difference depends on the length, and passages are what it is taken from. */
const TOGETHER = 3;

await runCommand(HELP, process.env, async () => {
  readArguments(process.argv.slice(2), {});
  const embedder = await loadEmbedder(parseConfig(process.env).embeddingModel);
  const rows = readFileSync(SENTENCES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string]);
  const sum = new Float64Array(embedder.dimensions);
  for (let at = 0; at + TOGETHER <= rows.length; at += TOGETHER) {
    const some = rows.slice(at, at + TOGETHER);
    const texts = [some.map(([, chinese]) => chinese).join(''), some.map(([english]) => english).join(' ')];
    const [chinese, english] = await embedder.embedPassages(texts.map((text) => ({ text, units: [] })));
    for (let i = 0; i < sum.length; i++) sum[i]! += chinese!.vector[i]! - english!.vector[i]!;
  }
  const length = Math.hypot(...sum);
  const axes = JSON.parse(readFileSync(AXES, 'utf8'));
  axes[lastPart(embedder.model)] = Array.from(sum, (value) => Math.round((1e4 * value) / length) / 1e4);
  writeFileSync(AXES, `${JSON.stringify(axes)}\n`);
  console.log(`${rows.length} pairs of sentences, ${sum.length} numbers. Run npm run format.`);
});
