/** What the page asks of the server. */
import type { Written } from '../../src/answer-types.ts';
import type { ArticleList, ArticleView } from '../../src/library.ts';
import type { AnswerWithReceipt, AskEvents } from '../../src/web/api/ask.ts';
import type { IndexTold, IndexWork } from '../../src/web/api/index-state.ts';
import type { QuestionsTold } from '../../src/web/api/questions.ts';
import type { Session } from '../../src/web/api/session.ts';
import type { ProblemBody, ProblemKind } from '../../src/web/problem.ts';
import { readEvents } from './events.ts';

/** The server said no, or could not be reached. */
export class Failure extends Error {
  readonly kind: ProblemKind | 'offline';
  constructor(kind: ProblemKind | 'offline', detail = '') {
    super(detail);
    this.kind = kind;
  }
}

const failureOf = ({ type, detail }: ProblemBody): Failure =>
  new Failure(type.split(':').at(-1) as ProblemKind, detail);

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, {
    ...init,
    headers: { 'Content-Type': 'application/json', ...init.headers },
  }).catch((error: Error) => {
    throw error.name === 'AbortError' ? error : new Failure('offline');
  });
  if (response.ok) return response;
  const isProblem = response.headers.get('Content-Type')?.includes('problem+json') ?? false;
  throw isProblem ? failureOf((await response.json()) as ProblemBody) : new Failure('offline');
}

const get = async <T>(
  path: string,
  parameters: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<T> => {
  const query = new URLSearchParams(parameters).toString();
  return (await send(query === '' ? path : `${path}?${query}`, signal ? { signal } : {})).json();
};
const post = (path: string, body: object, init: RequestInit = {}): Promise<Response> =>
  send(path, { method: 'POST', body: JSON.stringify(body), ...init });

export const getSession = (): Promise<Session> => get('/api/session');
export const signIn = async (token: string): Promise<void> => void (await post('/api/session', { token }));
export const signOut = async (): Promise<void> => void (await send('/api/session', { method: 'DELETE' }));
export const getExamples = async (language: string): Promise<readonly string[]> =>
  (await get<{ examples: string[] }>('/api/examples', { language })).examples;
export const listArticles = (
  text: string,
  start: number,
  count: number,
  signal: AbortSignal,
): Promise<ArticleList> => get('/api/articles', { text, start: String(start), count: String(count) }, signal);
export const getArticle = (id: string): Promise<ArticleView> => get('/api/articles/one', { id });
export const getIndex = (): Promise<IndexTold> => get('/api/index');
export const changeIndex = async (action: 'build' | 'rollback'): Promise<IndexWork> =>
  (await post('/api/index', { action })).json();
export const judge = async (receipt: string, verdict: 'helpful' | 'unhelpful' | 'forget'): Promise<void> =>
  void (await post('/api/feedback', { receipt, verdict }));
export const getQuestions = (days: number): Promise<QuestionsTold> =>
  get('/api/questions', { days: String(days) });
export const writeAnswer = async (question: string, answer: string): Promise<void> =>
  void (await post('/api/questions', { question, answer }));
/** `receipt` of the answer that was shown: looking at it once more is no question. */
export const explain = async (
  question: string,
  follows: string,
  receipt: string | null,
): Promise<AnswerWithReceipt> =>
  (
    await post('/api/ask', {
      ...{ question, explain: true },
      ...(follows !== '' && { follows }),
      ...(receipt !== null && { receipt }),
    })
  ).json();

/** Hears of what comes before the answer. */
export interface OnAsked {
  readonly onWaiting: (before: number) => void;
  readonly onStage: (stage: AskEvents['stage']['stage']) => void;
  /** The answer without what a language model is writing, and that as far as it has come. */
  readonly onFound: (found: AnswerWithReceipt) => void;
  readonly onWritten: (written: Written) => void;
  /** The connection was lost, and is tried again. */
  readonly onLost: () => void;
}

/** Pauses before a question is asked again whose connection was lost. */
const RETRY_MS = [500, 1_500, 4_000];

/** Asks, and asks again where the connection is lost on the way. Throws {@link Failure}. */
export async function ask(
  question: string,
  follows: string,
  on: OnAsked,
  signal: AbortSignal,
): Promise<AnswerWithReceipt> {
  for (let tried = 0; ; tried++) {
    try {
      return await askOnce(question, follows, on, signal);
    } catch (error) {
      const pause = RETRY_MS[tried];
      if (!(error instanceof Failure) || error.kind !== 'offline' || pause === undefined) throw error;
      on.onLost();
      await new Promise((resolve) => setTimeout(resolve, pause));
      signal.throwIfAborted();
    }
  }
}

async function askOnce(
  question: string,
  follows: string,
  on: OnAsked,
  signal: AbortSignal,
): Promise<AnswerWithReceipt> {
  const response = await post(
    '/api/ask',
    { question, ...(follows !== '' && { follows }) },
    { signal, headers: { Accept: 'text/event-stream' } },
  );
  try {
    for await (const { event, data } of readEvents(response.body!)) {
      if (event === 'waiting') on.onWaiting((JSON.parse(data) as AskEvents['waiting']).before);
      if (event === 'stage') on.onStage((JSON.parse(data) as AskEvents['stage']).stage);
      if (event === 'found') on.onFound(JSON.parse(data) as AskEvents['found']);
      if (event === 'written') on.onWritten(JSON.parse(data) as Written);
      if (event === 'answer') return JSON.parse(data) as AnswerWithReceipt;
      if (event === 'problem') throw failureOf(JSON.parse(data) as ProblemBody);
    }
  } catch (error) {
    if (error instanceof Failure || signal.aborted) throw error;
  }
  throw new Failure('offline');
}
