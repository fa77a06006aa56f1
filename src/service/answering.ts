/** The process that answers: it owns the model and one build of the index, and ends with its parent. */

import type { Stage } from '../answer-types.ts';
import { asError, beChild, report, reportAndEnd } from '../child.ts';
import { openBuild } from '../engine.ts';
import { checkCanaries } from '../index/canaries.ts';
import { isRefusedBySystem } from '../index/files.ts';
import { libraryOf } from '../library.ts';
import type { AnsweringOptions, Call, FromAnswering } from './messages.ts';

const options = beChild<AnsweringOptions>();
try {
  const engine = await openBuild(options, options.build);
  await checkCanaries(engine.index, engine.embedder);
  const library = libraryOf(engine);
  const onStage = (stage: Stage): void => report<FromAnswering>({ kind: 'stage', stage });
  process.on('message', async ({ method, args, tellsStages }: Call) => {
    try {
      const [question, asked] = args;
      // One call type a method: only TypeScript cannot see that these arguments are this method's.
      const value = await (library[method] as (...args: unknown[]) => Promise<unknown>)(
        ...(tellsStages ? [question, asked, onStage] : args),
      );
      report<FromAnswering>({ kind: 'result', value });
    } catch (error) {
      report<FromAnswering>({ kind: 'failed', error: asError(error) });
    }
  });
  report<FromAnswering>({ kind: 'opened', status: await library.status() });
} catch (error) {
  reportAndEnd<FromAnswering>({
    kind: 'refused',
    error: asError(error),
    mayPass: isRefusedBySystem(error) || (await isOfEngine(error)),
  });
}

/** Of a search engine that does not answer just now. */
async function isOfEngine(error: unknown): Promise<boolean> {
  if (!options.search) return false;
  return error instanceof (await import('../index/opensearch/client.ts')).SearchError;
}
