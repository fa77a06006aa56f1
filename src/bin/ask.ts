/** `npm run ask -- "question"`: one question, one answer. */
import { existsSync } from 'node:fs';
import pc from 'picocolors';
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run ask -- [options] [PATH] "question"

Answers one question from the corpus, with its evidence. Builds the index where it is missing or out of date.

  --json              print the answer as one JSON object
  --explain           with --json: how it came about; the passages of both legs, what decided, facts considered, and what
                      a language model wrote, with what was cut of it and why
  PATH                as ./docs: a folder or file of articles, as with --corpus
  --corpus PATH       read these articles instead (may be repeated; the index goes to a folder of its own)
  --server ID         answer as in this Discord server, with the articles of its own folder
  --embeddings DIR    keep the index here
  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    json: { type: 'boolean' },
    explain: { type: 'boolean' },
    corpus: { type: 'string', multiple: true },
    embeddings: { type: 'string' },
    server: { type: 'string' },
  });
  // Words of a question hold no slash, as a rule, and name no folder.
  const isPath = positionals.length > 1 && /[\\/]/.test(positionals[0]!) && existsSync(positionals[0]!);
  const corpus = [...(isPath ? positionals.splice(0, 1) : []), ...(values.corpus ?? [])];
  if (positionals.length === 0) throw new UsageError('Expected a question, found none.');
  if (values.explain && !values.json) throw new UsageError('Expected --json beside --explain.');
  const text = positionals.join(' ');
  // Not before: help and a wrong option need neither model nor index.
  const [{ openToAsk }, { libraryOf }, { noteOn }, { renderAnswer }, { describeAge, findAge }, writing] =
    await Promise.all([
      import('../terminal/open.ts'),
      import('../library.ts'),
      import('../question/question.ts'),
      import('../terminal/render/answer.ts'),
      import('../terminal/render/age.ts'),
      import('../terminal/writing.ts'),
    ]);
  const config = parseConfig(process.env);
  const engine = await openToAsk(config, { ...values, corpus });
  const library = libraryOf(engine);
  const options = { scope: { server: values.server ?? null } };
  const found = await (values.explain ? library.explain(text, options) : library.ask(text, options));
  const writer = await writing.openWriter(config);
  const { answer, writing: written } = await writing.writeInSight(writer, found, undefined);
  const note = noteOn(text);
  if (note !== null) console.error(note);
  if (values.json)
    return console.log(
      JSON.stringify(values.explain && writer !== null ? { ...answer, writing: written } : answer),
    );
  console.log(renderAnswer(answer));
  if (answer.status !== 'unanswered') return;
  const age = describeAge(await findAge(library, config.records, options.scope), answer.language);
  if (age !== null) console.log(pc.dim(age));
});
