/** An evaluation as tables, and what came instead of the right article, evidence or fact. */

import pc from 'picocolors';
import { counted } from '../terminal/counted.ts';
import {
  CAUSES,
  evidenceHit,
  type Figures,
  factHit,
  LEGS,
  type Outcome,
  type Report,
  WITH_INTERVAL,
} from './evaluate.ts';
import type { WrittenReport } from './written.ts';

const COLUMNS = [
  'recall@1', 'recall@5', 'recall@10', 'mrr@10', 'ndcg@10', 'passage@1', 'passage@3',
  'answered', 'evidence@1', 'evidence@3', 'quoteLength', 'fact', 'date',
] as const; // biome-ignore format: a table
const BAR_WIDTH = 20;

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
const cell = (name: (typeof COLUMNS)[number], value: number | null): string =>
  name === 'quoteLength' && value !== null ? value.toFixed(0) : share(value);
const bar = (value: number): string =>
  pc.cyan('█'.repeat(Math.round(value * BAR_WIDTH)).padEnd(BAR_WIDTH, '░'));

export function renderReport(report: Report): string {
  const rows = [
    ['all', report.all],
    ...Object.entries(report.byLanguage),
    ...Object.entries(report.byType),
  ] as [string, Figures][];
  const table = [
    ['', 'questions', ...COLUMNS],
    ...rows.map(([name, figures]) => [
      name,
      String(figures.questions),
      ...COLUMNS.map((name) => cell(name, figures[name])),
    ]),
  ];
  const { intervals } = report.all;
  const legs = LEGS.map((leg) => {
    const { 'recall@1': recall, 'mrr@10': mrr } = report.legs[leg];
    return `  ${leg.padEnd(8)} recall@1 ${share(recall)}  mrr@10 ${share(mrr)} ${bar(mrr)}`;
  });
  const interval = (name: (typeof WITH_INTERVAL)[number]): string => {
    const found = intervals[name];
    return `${name} ${found === null ? '–' : `[${share(found[0])}, ${share(found[1])}]`}`;
  };
  return [
    `${counted(report.articles, 'article')}, ${counted(report.passages, 'passage')}, model ${report.model}, ${counted(report.skipped, 'question')} skipped`,
    '',
    ...alignColumns(table),
    '',
    `95 % intervals: ${WITH_INTERVAL.map(interval).join(', ')}`,
    `Misses: ${CAUSES.map((cause) => `${cause} ${report.misses[cause]}`).join(', ')}`,
    'Legs:',
    ...legs,
    `Unanswerable: ${counted(report.unanswerable.questions, 'question')}, ${share(report.unanswerable.answered)} answered`,
    `Latency: p50 ${report.latencyMs.p50.toFixed(1)} ms, p95 ${report.latencyMs.p95.toFixed(1)} ms`,
  ].join('\n');
}

/** What the language model makes of the set, in a few lines. */
export function renderWrittenReport(report: WrittenReport): string {
  const { model, answers, outcomes, statements, cut, cutBy, evidence, said, answered, answeredWrongly } =
    report;
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  const compared = (name: string, { without, with: now }: WrittenReport['evidence']): string =>
    `  ${name.padEnd(24)} without ${share(without)}  with ${share(now)}`;
  const { p50, p95 } = report.secondsToWrite;
  return [
    `Written by ${model}: ${counted(answers, 'answer')} (${counts(outcomes)})`,
    `  ${counted(statements, 'statement')}, cut ${cut} (${share(statements === 0 ? null : cut / statements)}): ${counts(cutBy)}`,
    compared('evidence', evidence),
    `  ${'accepted answer in text'.padEnd(24)} ${share(said)}`,
    compared('answered', answered),
    compared('unanswerable, answered', answeredWrongly),
    `  p50 ${p50.toFixed(1)} s, p95 ${p95.toFixed(1)} s, ${counted(report.tokens, 'token')}`,
  ].join('\n');
}

function alignColumns(table: readonly (readonly string[])[]): string[] {
  const widths = table[0]!.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  return table.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
  );
}

/** One block a question that went wrong: what was expected and what came. */
export function renderMisses(outcomes: readonly Outcome[]): string {
  return outcomes.flatMap(describeMiss).join('\n\n');
}

function describeMiss(outcome: Outcome): string[] {
  const { gold, answer, ranking, ranks } = outcome;
  if (gold.relevant.length === 0)
    return answer.status === 'answered'
      ? [missBlock(outcome, ['answered, but the corpus does not tell'])]
      : [];
  const misses: string[] = [];
  if (ranks.hybrid > 1)
    misses.push(`article: rank ${ranks.hybrid}, first came ${ranking[0]?.join(', ') ?? 'nothing'}`);
  if (answer.status === 'unanswered') misses.push('refused');
  else {
    if (gold.answers.length > 0 && !evidenceHit(outcome, 1))
      misses.push(
        `evidence${evidenceHit(outcome, 3) ? ' (second or third)' : ''}: ${answer.evidence[0]?.quote}`,
      );
    if (['who', 'when', 'where', 'number'].includes(gold.type) && !factHit(outcome))
      misses.push(
        `fact: ${answer.facts.map(({ kind, text, date }) => `${kind} ${date ?? text}`).join(' | ') || 'none'}`,
      );
  }
  return misses.length === 0 ? [] : [missBlock(outcome, misses)];
}

const missBlock = ({ gold }: Outcome, misses: readonly string[]): string =>
  [
    `${pc.bold(gold.question)} (${gold.id}, ${gold.type})`,
    `  expected: ${[gold.answers.join(' / '), gold.date, gold.relevant.join(', ')].filter(Boolean).join(' · ') || 'no answer'}`,
    ...misses.map((miss) => `  ${miss}`),
  ].join('\n');
