/** `npm run web`: the page to ask, look and steer, without Discord. */
import { randomBytes } from 'node:crypto';
import pc from 'picocolors';
import { parseConfig } from '../config.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';

const HELP = `Usage: npm run web

Serves the page on WEB (127.0.0.1:8080): ask, see why, read the articles, and, signed in with WEB_TOKEN, build the index
and see what was not answered. Builds the index where it is missing or out of date. Ctrl+C ends.

  -h, --help          show this`;

await runCommand(HELP, process.env, async () => {
  const { positionals } = readArguments(process.argv.slice(2), {});
  if (positionals.length > 0)
    throw new UsageError(`Expected no argument, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  // Not before: help and wrong settings start nothing.
  const [
    { fetchModels },
    { startForCommand },
    { openServerState },
    { createLog },
    { startBeside },
    { openWriter },
  ] = await Promise.all([
    import('../terminal/fetch-models.ts'),
    import('../terminal/start.ts'),
    import('../storage/server-state.ts'),
    import('../log.ts'),
    import('../web/serve.ts'),
    import('../terminal/writing.ts'),
  ]);
  await fetchModels(config);
  // Whoever sees this terminal may steer; what goes to a file or a journal is read by others, too.
  const isSeen = process.stderr.isTTY === true && config.web.token === '';
  const token = isSeen ? randomBytes(18).toString('base64url') : config.web.token;
  const log = createLog({
    level: config.logLevel,
    secrets: [token, config.llm?.key ?? '', config.stateServer?.token ?? ''],
  });
  const writer = await openWriter(config, log.warn);
  const asked = new Promise<null>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(null));
  });
  const state = await openServerState(config.stateServer ?? config.database, log);
  const { library, ready } = startForCommand(config, (line) => log.info(line));
  try {
    const settings = { ...config, web: { ...config.web, token } };
    const web = await startBeside({ config: settings, library, writer, state, log });
    console.error(`The page: ${pc.cyan(`${web.address}/`)}   Ctrl+C ends.`);
    if (isSeen)
      console.error(`To steer: ${pc.cyan(`${web.address}/#/sign-in/${token}`)}   for as long as this runs.`);
    ready.catch(() => {});
    const failure = await Promise.race([asked, library.ended]);
    await web.stop();
    if (failure !== null) throw failure;
  } finally {
    await library.close();
    await state.close();
  }
  process.exit(0);
});
