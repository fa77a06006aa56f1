/** `npm run evaluate`: measures retrieval and answers on a set of questions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run evaluate -- --questions FILE [--corpus PATH]... [options]
       npm run evaluate -- --squad FILE [options]

Asks every question of a set and measures retrieval, evidence, facts and refusal.

  --questions FILE    JSON Lines: {"id", "lang", "type", "question", "relevant", "answers", "date"}
  --squad FILE        a SQuAD-format set: each paragraph is an article
  --corpus PATH       the articles (may be repeated; the index goes to a folder of its own)
  --embeddings DIR    keep the index here
  --json              print the figures as one JSON object
  --plot FILE         draw answered against wrongly answered questions over all thresholds, as SVG
  --misses            list what came instead of the right article, evidence or fact
  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    questions: { type: 'string' },
    squad: { type: 'string' },
    corpus: { type: 'string', multiple: true },
    embeddings: { type: 'string' },
    json: { type: 'boolean' },
    misses: { type: 'boolean' },
    plot: { type: 'string' },
  });
  if (positionals.length > 0)
    throw new UsageError(`Expected options only, found ${JSON.stringify(positionals[0])}.`);
  if ((values.questions === undefined) === (values.squad === undefined))
    throw new UsageError('Expected one of --questions FILE and --squad FILE.');
  if (values.squad !== undefined && values.corpus !== undefined)
    throw new UsageError('--squad brings its own corpus: leave --corpus out.');

  const config = parseConfig(process.env);
  // Not before: help and a wrong option need none of this.
  const { readQuestions, readSquad } = await import('../evaluation/question-file.ts');
  const squad =
    values.squad === undefined
      ? null
      : readSquad(values.squad, join(values.embeddings ?? config.embeddings, 'squad'));
  const questions = squad?.questions ?? readQuestions(values.questions!);
  const [
    { openForCommand },
    { startBar },
    { askAll, summarize },
    { renderMisses, renderReport },
    { drawCurve, refusalCurve },
    { MIN_CONFIDENCE },
  ] = await Promise.all([
    import('../terminal/open.ts'),
    import('../terminal/progress.ts'),
    import('../evaluation/evaluate.ts'),
    import('../evaluation/render-report.ts'),
    import('../evaluation/plot.ts'),
    import('../answer/weights.ts'),
  ]);
  const engine = await openForCommand(config, { ...values, corpus: squad ? [squad.corpus] : values.corpus });

  const bar = startBar('Asking', 'questions');
  const { outcomes, skipped } = await askAll(engine, questions, (asked) =>
    bar.update(asked, questions.length),
  );
  bar.stop();
  const report = summarize(engine, outcomes, skipped);
  if (values.plot !== undefined)
    writeFileSync(values.plot, drawCurve(refusalCurve(outcomes), config.minConfidence ?? MIN_CONFIDENCE));
  if (values.misses) (values.json ? console.error : console.log)(`${renderMisses(outcomes)}\n`);
  console.log(values.json ? JSON.stringify(report) : renderReport(report));
});
