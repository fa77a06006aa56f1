/** The models that can be named in a setting, as a table. */
import pc from 'picocolors';
import type { Config } from '../../config.ts';
import { DEFAULT_MODEL, EMBEDDING_MODELS, type KnownModel, STATIC_MODEL } from '../../embedding/models.ts';
import { lookOnDisk, namesOnDisk } from '../../model/inventory.ts';
import { RERANK_MODELS } from '../../reranking/models.ts';

const HEAD = ['model', 'for', 'size', 'licence', 'languages', 'on disk'];

/** When to choose which of the models that the project carries. */
const ADVICE = [
  `${DEFAULT_MODEL} is the default: it reads whole sentences and finds best, in either language and across them.`,
  `${STATIC_MODEL} looks words up in a table: choose it where an index has to be built in seconds, as of tens of`,
  'thousands of passages (the default takes about a minute a thousand), or where a processor is slow.',
];

/** One line a model: those of the tables, then what else is on disk; the ones in use are marked. Advice below it. */
export function renderModels({ models, embeddingModel, rerank }: Config): string {
  const inUse = new Set([embeddingModel, rerank?.model]);
  const known = [
    ...EMBEDDING_MODELS.map((model) => ({ ...model, kind: 'embedding' })),
    ...RERANK_MODELS.map((model) => ({ ...model, kind: 'reranking' })),
  ];
  const others = [...new Set([...namesOnDisk(models), ...[...inUse].filter((name) => name !== undefined)])]
    .filter((name) => !known.some((model) => model.name === name))
    .map((name) => {
      const kind = name === embeddingModel ? 'embedding' : name === rerank?.model ? 'reranking' : '?';
      return { name, kind, licence: 'see its page', languages: '?', megabytes: 0 };
    });
  const rows = [...known, ...others].map((model) => toRow(model, models));
  const widths = HEAD.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd();
  return [
    pc.dim(`  ${line(HEAD)}`),
    ...rows.map((row) => {
      const text = `${inUse.has(row[0]) ? '*' : ' '} ${line(row)}`;
      return row.at(-1) === 'yes' ? pc.green(text) : row.at(-1) === 'no' ? text : pc.yellow(text);
    }),
    '',
    ...ADVICE.map((line) => pc.dim(line)),
  ].join('\n');
}

function toRow(
  { name, kind, licence, languages, megabytes }: KnownModel & { kind: string },
  models: string,
): string[] {
  const found = lookOnDisk(name, models);
  const whole = found !== null && found.missing.length === 0;
  const size = whole ? `${Math.round(found.bytes / 1e6)} MB` : megabytes > 0 ? `about ${megabytes} MB` : '?';
  const onDisk = whole ? 'yes' : found === null ? 'no' : `without ${found.missing.join(', ')}`;
  return [name, kind, size, licence, languages, onDisk];
}
