/** The page and its API as one application: what every request goes through, and where it leads. */
import { Hono } from 'hono';
import type { PageLibrary } from '../library.ts';
import type { Log } from '../log.ts';
import type { ServerState } from '../storage/server-state.ts';
import type { WebConfig } from '../web-config.ts';
import type { Writer } from '../writing/write.ts';
import { createAccess } from './access.ts';
import { articleRoutes, searchRoutes } from './api/articles.ts';
import { askRoutes, feedbackRoutes } from './api/ask.ts';
import { exampleRoutes } from './api/examples.ts';
import { indexRoutes } from './api/index-state.ts';
import { API } from './api/openapi.ts';
import { questionRoutes } from './api/questions.ts';
import { sessionRoutes } from './api/session.ts';
import {
  headers,
  knownHosts,
  knowVisitor,
  limitBody,
  limitRate,
  ownOrigin,
  readersOnly,
  type WebEnv,
} from './guard.ts';
import { createLine, type LineLimits } from './line.ts';
import { createNotes } from './notes.ts';
import { pageRoutes } from './page.ts';
import { problemOf, toResponse, WebProblem } from './problem.ts';
import type { Steering } from './steering.ts';

export interface AppNeeds {
  readonly config: WebConfig;
  readonly library: PageLibrary;
  /** Null where the index cannot be changed from the page. */
  readonly steering: Steering | null;
  /** The language model that writes answers; null where none is set. */
  readonly writer?: Writer | null;
  /** Null where nothing is kept of questions. */
  readonly state: ServerState | null;
  readonly log: Log;
  readonly limits?: LineLimits;
}

export async function createApp({
  config,
  library,
  steering,
  writer = null,
  state,
  log,
  limits,
}: AppNeeds): Promise<Hono<WebEnv>> {
  const access = createAccess(config);
  const line = createLine(limits);
  const notes = createNotes(state, config.server, log);
  const needs = { config, library, line, notes, steering, writer, state, log };

  const api = new Hono<WebEnv>()
    .use(ownOrigin, limitBody, knowVisitor(access), limitRate('look', config))
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store');
      await next();
    })
    .get('/openapi.json', (c) => c.json(API))
    .route(
      '/session',
      sessionRoutes(access, config, {
        steers: steering !== null,
        keepsQuestions: state !== null,
        writer: writer && { model: writer.model, host: writer.host },
      }),
    )
    .use(readersOnly)
    .use('/ask', limitRate('ask', config))
    .use('/search', limitRate('ask', config))
    .use('/feedback', limitRate('ask', config))
    .route('/ask', askRoutes(needs))
    .route('/feedback', feedbackRoutes(needs))
    .route('/search', searchRoutes(needs))
    .route('/articles', articleRoutes(needs))
    .route('/examples', exampleRoutes(needs))
    .route('/index', indexRoutes(needs))
    .route('/questions', questionRoutes(needs));

  return new Hono<WebEnv>()
    .use(headers, knownHosts(config))
    .route('/api', api)
    .route('/', await pageRoutes())
    .notFound(() => toResponse(new WebProblem('not-found')))
    .onError((error) => {
      const problem = problemOf(error);
      if (problem.kind === 'failed') log.error('a request of the page failed', { error });
      return toResponse(problem);
    });
}
