/** `npm run evaluate`: measures retrieval and answers on one set of questions or several. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConfig } from '../config.ts';
import type { Outcome, Report } from '../evaluation/evaluate.ts';
import { type NamedValue, readSets } from '../evaluation/sets.ts';
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

await runCommand(HELP, process.env, async () => {
  const args = process.argv.slice(2);
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0)
    throw new UsageError(`Expected options only, found ${JSON.stringify(positionals[0])}.`);
  const sets = readSets(inOrder(args));
  const config = parseConfig(process.env);
  if (values.llm && config.llm === null) throw new UsageError('Expected LLM_URL and LLM_MODEL beside --llm.');
  // Not before: help and a wrong option need none of this.
  const { readQuestions, readSquad } = await import('../evaluation/question-file.ts');
  // Every file of questions is read before the first is asked, which may take long.
  const prepared = sets.map(({ name, path, format, corpus }) => {
    const embeddings =
      values.embeddings !== undefined && sets.length > 1
        ? join(values.embeddings, encodeURIComponent(name))
        : values.embeddings;
    if (format === 'questions') return { name, questions: readQuestions(path), corpus, embeddings };
    const squad = readSquad(path, join(embeddings ?? config.embeddings, 'squad'));
    return { name, questions: squad.questions, corpus: [squad.corpus], embeddings };
  });
  const [
    { openForCommand },
    { startBar },
    { askAll, summarize },
    { renderMisses, renderReport, renderWrittenReport },
    { summarizeWritten, writeAll },
    { openWriter },
    { drawCurve, refusalCurve },
    { MIN_CONFIDENCE },
  ] = await Promise.all([
    import('../terminal/open.ts'),
    import('../terminal/progress.ts'),
    import('../evaluation/evaluate.ts'),
    import('../evaluation/render-report.ts'),
    import('../evaluation/written.ts'),
    import('../terminal/writing.ts'),
    import('../evaluation/plot.ts'),
    import('../evidence/weights.ts'),
  ]);

  const writer = values.llm ? await openWriter(config) : null;
  const write = async (outcomes: readonly Outcome[]): Promise<WrittenReport | null> => {
    if (writer === null) return null;
    const bar = startBar('Writing', 'questions');
    const written = await writeAll(writer, outcomes, (count) => bar.update(count, outcomes.length));
    bar.stop();
    return summarizeWritten(writer.model, outcomes, written);
  };
  const reports: [name: string, Report & { readonly written?: WrittenReport }][] = [];
  const all: Awaited<ReturnType<typeof askAll>>['outcomes'] = [];
  for (const { name, questions, ...places } of prepared) {
    const engine = await openForCommand(config, places);
    const bar = startBar(prepared.length > 1 ? `Asking ${name}` : 'Asking', 'questions');
    const { outcomes, skipped } = await askAll(engine, questions, (asked) =>
      bar.update(asked, questions.length),
    );
    bar.stop();
    const written = values.llm ? await write(outcomes) : null;
    const report = { ...summarize(engine, outcomes, skipped), ...(written && { written }) };
    reports.push([name, report]);
    all.push(...outcomes);
    const title = prepared.length > 1 ? `${name}\n` : '';
    if (values.misses) (values.json ? console.error : console.log)(`${title}${renderMisses(outcomes)}\n`);
    const told = written === null ? '' : `\n${renderWrittenReport(written)}`;
    if (!values.json) console.log(`${title}${renderReport(report)}${told}${prepared.length > 1 ? '\n' : ''}`);
  }
  if (values.plot !== undefined)
    writeFileSync(values.plot, drawCurve(refusalCurve(all), config.minConfidence ?? MIN_CONFIDENCE));
  if (values.json)
    console.log(
      JSON.stringify(reports.length === 1 ? reports[0]![1] : { sets: Object.fromEntries(reports) }),
    );
});

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
