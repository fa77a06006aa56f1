/** The index: how it stands, building it anew with progress, and going back. */
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { BuildProgress } from '../../index/build.ts';
import { type LibraryStatus, NotBuilt, type PageLibrary } from '../../library.ts';
import type { Log } from '../../log.ts';
import type { WebConfig } from '../../web-config.ts';
import { limitRate, signedInOnly, type WebEnv } from '../guard.ts';
import { WebProblem } from '../problem.ts';
import type { IndexDetails, Steering } from '../steering.ts';
import { readBody, shape } from './shapes.ts';

export const STEER = shape(['action'], {
  action: {
    type: 'string',
    maxLength: 10,
    enum: ['build', 'rollback'],
    description: 'Builds the index anew, or goes back to the one before; once more undoes that.',
  },
});

/** What happens to the index, as it is told while somebody looks. */
export interface IndexWork {
  readonly state: 'idle' | 'building' | 'going-back';
  readonly progress: BuildProgress | null;
  /** How the last work that was begun here ended; null where none was, or it is under way. */
  readonly ended: {
    readonly action: 'build' | 'rollback';
    readonly problem: string | null;
    readonly at: string;
  } | null;
  /** Build that answers now; null while none does. */
  readonly index: string | null;
}

export interface IndexTold extends LibraryStatus {
  readonly work: IndexWork;
  /** Null for those who are not signed in. */
  readonly details: IndexDetails | null;
}

const LOOK_MS = 250;
const HEARTBEAT_LOOKS = 60;

export interface IndexNeeds {
  readonly library: Pick<PageLibrary, 'status'>;
  /** Null where the page can only look. */
  readonly steering: Steering | null;
  readonly config: WebConfig;
  readonly log: Log;
}

export function indexRoutes({ library, steering, config, log }: IndexNeeds): Hono<WebEnv> {
  let ended: IndexWork['ended'] = null;
  let underWay: 'build' | 'rollback' | null = null;
  let index: string | null = null;

  const work = (): IndexWork => {
    const progress = steering?.progress() ?? null;
    const state =
      underWay === 'rollback' ? 'going-back' : progress !== null || underWay !== null ? 'building' : 'idle';
    return { state, progress, ended, index };
  };
  const look = async (): Promise<LibraryStatus> => {
    const status = await library.status();
    index = status.index;
    return status;
  };
  const begin = async (action: 'build' | 'rollback', { reindex, rollBack }: Steering): Promise<void> => {
    underWay = action;
    ended = null;
    let problem: string | null = null;
    try {
      await (action === 'build' ? reindex() : rollBack());
      await look();
    } catch (error) {
      problem = error instanceof NotBuilt ? error.why.reason : 'failed';
      log.warn('the index could not be changed from the page', { action, error });
    }
    ended = { action, problem, at: new Date().toISOString() };
    underWay = null;
  };

  return new Hono<WebEnv>()
    .get('/', async (c) => {
      const status = await look();
      const visitor = c.get('visitor');
      const more = visitor.isSignedIn && steering !== null ? await steering.details(visitor.scope) : null;
      return c.json<IndexTold>({ ...status, work: work(), details: more });
    })
    .get('/events', (c) =>
      streamSSE(c, async (stream) => {
        let told = '';
        for (let looks = 0; !stream.aborted; looks++) {
          const now = JSON.stringify(work());
          if (now !== told) await stream.writeSSE({ event: 'work', data: now });
          else if (looks % HEARTBEAT_LOOKS === 0) await stream.write(': \n\n');
          told = now;
          await stream.sleep(LOOK_MS);
        }
      }),
    )
    .post('/', signedInOnly, limitRate('steer', config), async (c) => {
      const { action } = await readBody(c, STEER);
      if (steering === null) throw new WebProblem('not-possible', { detail: 'This page can only look.' });
      if (work().state !== 'idle')
        throw new WebProblem('already-under-way', { detail: 'The index is being changed already.' });
      void begin(action === 'rollback' ? 'rollback' : 'build', steering);
      return c.json(work(), 202);
    });
}
