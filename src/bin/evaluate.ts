/** `npm run evaluate`: measures retrieval and answers on one set of questions or several. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.ts';
import type { Outcome, Report } from '../evaluation/evaluate.ts';
import type { GoldQuestion } from '../evaluation/question-file.ts';
import { type NamedValue, type QuestionSet, readSets } from '../evaluation/sets.ts';
import type { WrittenReport } from '../evaluation/written.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run evaluate -- --questions FILE [--corpus PATH]... [options]
       npm run evaluate -- --squad FILE [options]
       npm run evaluate -- --questions FILE --corpus PATH --questions FILE --corpus PATH ... [options]

Asks every question of a set and measures retrieval, passages, evidence, facts and refusal. Of several sets in one run,
each --questions or --squad begins one, and the --corpus and --name behind it are of it; --json then prints
{"sets": {NAME: figures}} instead of the figures of the only set.

  --questions FILE    JSON Lines: {"id", "lang", "type", "question", "relevant", "answers", "date"}
  --squad FILE        a SQuAD-format set: each paragraph is an article
  --corpus PATH       the articles (may be repeated; the index goes to a folder of its own)
  --name NAME         what the set is called, instead of the name of its file (or of the folder of "questions.jsonl")
  --embeddings DIR    keep the index here; of several sets, in a folder below it for each
  --json              print the figures as one JSON object
  --plot FILE         draw answered against wrongly answered questions over all thresholds, as SVG; of all sets together
  --llm               have each answer written by the language model that is set (LLM_URL), too: how much is cut, and
                      evidence and refusal without and with it
  --misses            list what came instead of the right article, evidence or fact
  -h, --help          show this`;

const OPTIONS = {
  questions: { type: 'string', multiple: true },
  squad: { type: 'string', multiple: true },
  corpus: { type: 'string', multiple: true },
  name: { type: 'string', multiple: true },
  embeddings: { type: 'string' },
  json: { type: 'boolean' },
  misses: { type: 'boolean' },
  plot: { type: 'string' },
  llm: { type: 'boolean' },
} as const;
const OF_A_SET = ['questions', 'squad', 'corpus', 'name'];

interface Prepared extends Pick<QuestionSet, 'name' | 'corpus'> {
  readonly questions: readonly GoldQuestion[];
  /** Folder of its index; undefined for one of its own. */
  readonly embeddings: string | undefined;
}

type Printed = Readonly<Partial<Record<'json' | 'misses' | 'llm', boolean>>>;
type WholeReport = Report & { readonly written?: WrittenReport };

await runCommand(HELP, process.env, async () => {
  const args = process.argv.slice(2);
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0)
    throw new UsageError(`Expected options only, found ${JSON.stringify(positionals[0])}.`);
  const sets = readSets(inOrder(args));
  const config = parseConfig(process.env);
  if (values.llm && config.llm === null) throw new UsageError('Expected LLM_URL and LLM_MODEL beside --llm.');
  // Every file of questions is read before the first is asked, which may take long.
  const prepared = await prepare(sets, values.embeddings, config);
  const askSet = await setAsker(config, values, prepared.length > 1);
  const reports: [name: string, WholeReport][] = [];
  const all: Outcome[] = [];
  for (const set of prepared) {
    const { report, outcomes } = await askSet(set);
    reports.push([set.name, report]);
    all.push(...outcomes);
  }
  if (values.plot !== undefined) await plot(values.plot, all, config);
  if (values.json)
    console.log(
      JSON.stringify(reports.length === 1 ? reports[0]![1] : { sets: Object.fromEntries(reports) }),
    );
});

/** The questions of each set, and where its articles and its index are. */
async function prepare(
  sets: readonly QuestionSet[],
  folder: string | undefined,
  config: Config,
): Promise<Prepared[]> {
  // Not before: help and a wrong option need none of this.
  const { readQuestions, readSquad } = await import('../evaluation/question-file.ts');
  return sets.map(({ name, path, format, corpus }) => {
    const embeddings =
      folder !== undefined && sets.length > 1 ? join(folder, encodeURIComponent(name)) : folder;
    if (format === 'questions') return { name, questions: readQuestions(path), corpus, embeddings };
    const squad = readSquad(path, join(embeddings ?? config.embeddings, 'squad'));
    return { name, questions: squad.questions, corpus: [squad.corpus], embeddings };
  });
}

/** Asks the questions of sets, one at a time, and prints what came of each, below its name where there are several. */
async function setAsker(config: Config, { json, misses, llm }: Printed, isOneOfSeveral: boolean) {
  const [
    { openForCommand },
    { startBar },
    { askAll, summarize },
    { renderMisses, renderReport, renderWrittenReport },
  ] = await Promise.all([
    import('../terminal/open.ts'),
    import('../terminal/progress.ts'),
    import('../evaluation/evaluate.ts'),
    import('../evaluation/render-report.ts'),
  ]);
  const write = llm ? await outcomeWriter(config) : null;
  return async ({ name, questions, ...places }: Prepared) => {
    const engine = await openForCommand(config, places);
    const bar = startBar(isOneOfSeveral ? `Asking ${name}` : 'Asking', 'questions');
    const { outcomes, skipped } = await askAll(engine, questions, (asked) =>
      bar.update(asked, questions.length),
    );
    bar.stop();
    const written = (await write?.(outcomes)) ?? null;
    const report: WholeReport = { ...summarize(engine, outcomes, skipped), ...(written && { written }) };
    const title = isOneOfSeveral ? `${name}\n` : '';
    if (misses) (json ? console.error : console.log)(`${title}${renderMisses(outcomes)}\n`);
    const told = written === null ? '' : `\n${renderWrittenReport(written)}`;
    if (!json) console.log(`${title}${renderReport(report)}${told}${isOneOfSeveral ? '\n' : ''}`);
    return { report, outcomes };
  };
}

/** Has the answers of a set written by the language model, and measures that. */
async function outcomeWriter(config: Config) {
  const [{ openWriter }, { startBar }, { summarizeWritten, writeAll }] = await Promise.all([
    import('../terminal/writing.ts'),
    import('../terminal/progress.ts'),
    import('../evaluation/written.ts'),
  ]);
  const writer = await openWriter(config);
  return async (outcomes: readonly Outcome[]): Promise<WrittenReport | null> => {
    if (writer === null) return null;
    const bar = startBar('Writing', 'questions');
    const written = await writeAll(writer, outcomes, (count) => bar.update(count, outcomes.length));
    bar.stop();
    return summarizeWritten(writer.model, outcomes, written);
  };
}

async function plot(path: string, outcomes: readonly Outcome[], { minConfidence }: Config): Promise<void> {
  const [{ drawCurve, refusalCurve }, { MIN_CONFIDENCE }] = await Promise.all([
    import('../evaluation/plot.ts'),
    import('../evidence/weights.ts'),
  ]);
  writeFileSync(path, drawCurve(refusalCurve(outcomes), minConfidence ?? MIN_CONFIDENCE));
}

/** The options that make up sets, in the order in which they were given. */
function inOrder(args: string[]): NamedValue[] {
  const { tokens } = parseArgs({
    args,
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.flatMap((token) =>
    token.kind === 'option' && OF_A_SET.includes(token.name) && token.value !== undefined
      ? [{ name: token.name, value: token.value }]
      : [],
  );
}
