/** What was measured, as tables. */
import type { Size } from './corpus.ts';
import type { AskFigures, BuildFigures, StageFigures, Who } from './measure.ts';
import { STAGES } from './stages.ts';

export type Row =
  | { readonly who: Who; readonly built: BuildFigures; readonly asked: AskFigures }
  | { readonly who: Who; readonly failed: string };

/** All that was measured with so many articles. */
export interface Measured {
  readonly size: Size;
  readonly model: string;
  readonly passages: number;
  readonly rows: readonly Row[];
  readonly stages: StageFigures;
}

export const NAMES: Readonly<Record<Who, string>> = {
  search: 'this project, search',
  answer: 'this project, whole answer',
  langchain: 'LangChain.js HNSWLib',
  orama: 'Orama, hybrid',
  minisearch: 'MiniSearch, Chinese pairs',
  vectra: 'Vectra',
  hnswlib: 'hnswlib-node alone (bound)',
};

const INTRODUCTION = `Same articles, passages and questions for all; the peers are handed this project's passages and vectors, and the vector of each
question. So "search" is to be compared with them: reading the question's words, keywords and vectors, fusion, folding of reprints. "Whole answer" adds
embedding the question, sentences, facts and quotes. Every figure is from a process of its own. In brackets: times that of "search". Build is CPU without
the model, and memory after the last question, or at most while building. Where the load is above the number of cores, wall time tells what else the
machine did; CPU hardly does.`;

export function renderReport(measured: readonly Measured[], day: string, machine: string): string {
  return `${[
    '# Bench',
    `\`npm run bench\`, ${day}, ${machine}.`,
    INTRODUCTION,
    '![What a question takes, and memory, build and disk, by number of articles](bench.svg)',
    ...measured.flatMap(renderComparison),
    '## Stages of a question',
    'CPU, then wall time, p50 / p95 in ms.',
    renderStages(measured),
  ].join('\n\n')}\n`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const titleOf = ({ size, model, passages }: Measured): string =>
  `${size === 'start' ? 'The start corpus' : `${size} articles`}, ${passages} passages, ${model}`;

function renderComparison(measured: Measured): string[] {
  const own = measured.rows.find((row) => row.who === 'search' && 'asked' in row);
  const rows = measured.rows.map((row) => {
    if ('failed' in row) return [NAMES[row.who], `failed: ${row.failed.split('\n', 1)[0]}`];
    const against = (of: (row: Extract<Row, { asked: AskFigures }>) => number, digits = 1): string => {
      const value = of(row);
      const ratio = own !== undefined && 'asked' in own ? value / of(own) : Number.NaN;
      return `${value.toFixed(digits)} (${Number.isFinite(ratio) ? ratio.toPrecision(2) : '-'})`;
    };
    const { recall1, recall5, p95 } = row.asked;
    return [
      NAMES[row.who],
      `${share(recall1)} / ${share(recall5)}`,
      `${against(({ asked }) => asked.p50.wall, 2)} / ${p95.wall.toFixed(2)}`,
      against(({ asked }) => asked.p50.cpu, 2),
      against(({ built }) => (built.cpu - built.embedding.cpu) / 1000),
      `${against(({ asked }) => asked.residentMiB, 0)} / ${row.built.peakMiB.toFixed(0)}`,
      against(({ built }) => built.diskMiB),
      `${(row.asked.open.wall / 1000).toFixed(2)}`,
    ];
  });
  const head = [
    '', 'recall@1 / @5', 'ms p50 / p95', 'CPU ms p50', 'build, CPU s', 'MiB asking / building', 'disk MiB', 'open s',
  ]; // biome-ignore format: a list
  const built = own !== undefined && 'asked' in own ? own.built : null;
  const seconds = ((built?.embedding.cpu ?? 0) / 1000).toFixed(0);
  return [`## ${titleOf(measured)}`, `Embedding took ${seconds} s of CPU.`, table(head, rows)];
}

const share = (value: number): string => value.toFixed(3).replace(/^0/, '');

function renderStages(measured: readonly Measured[]): string {
  const head = ['', ...measured.map(titleOf)];
  const rows = [...STAGES, 'all' as const].map((stage) => [
    stage,
    ...measured.map(({ stages }) => {
      const { p50, p95 } = stages[stage];
      const both = (of: 'cpu' | 'wall'): string => `${p50[of].toFixed(1)} / ${p95[of].toFixed(1)}`;
      return `${both('cpu')}, ${both('wall')}`;
    }),
  ]);
  const memory = ['resident MiB', ...measured.map(({ stages }) => stages.residentMiB.toFixed(0))];
  return table(head, [...rows, memory]);
}
