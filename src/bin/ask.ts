/** `npm run ask -- "question"`: one question, one answer. */
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run ask -- [options] "question"

Answers one question from the corpus, with its evidence. Builds the index where it is missing or out of date.

  --json              print the answer as one JSON object
  --explain           with --json: how it came about; the passages of both legs, what decided, facts considered
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
  if (positionals.length === 0) throw new UsageError('Expected a question, found none.');
  if (values.explain && !values.json) throw new UsageError('Expected --json beside --explain.');
  const text = positionals.join(' ');
  // Not before: help and a wrong option need neither model nor index.
  const [{ openToAsk }, { libraryOf }, { noteOn }, { renderAnswer }] = await Promise.all([
    import('../terminal/open.ts'),
    import('../library.ts'),
    import('../question/question.ts'),
    import('../terminal/render-answer.ts'),
  ]);
  const engine = await openToAsk(parseConfig(process.env), values);
  const library = libraryOf(engine);
  const options = { scope: { server: values.server ?? null } };
  const answer = await (values.explain ? library.explain(text, options) : library.ask(text, options));
  const note = noteOn(text);
  if (note !== null) console.error(note);
  console.log(values.json ? JSON.stringify(answer) : renderAnswer(answer));
});
