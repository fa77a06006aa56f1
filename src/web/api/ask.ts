/** `POST /api/ask`: a question, answered at once or as it comes about, by server-sent events. */
import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Answer, Stage, Written } from '../../answer-types.ts';
import type { ExplainedAnswer } from '../../explain/explanation.ts';
import type { OnStage, PageLibrary } from '../../library.ts';
import type { Log } from '../../log.ts';
import type { Language } from '../../types.ts';
import type { Writer } from '../../writing/write.ts';
import type { WebEnv } from '../guard.ts';
import type { Line } from '../line.ts';
import type { Notes, Receipt } from '../notes.ts';
import { bodyOfProblem, type ProblemBody, problemOf, WebProblem } from '../problem.ts';
import { readBody, type Shaped, shape } from './shapes.ts';

const MAX_TEXT = 4_000;
const DAY = { type: 'string', maxLength: 10, pattern: '^\\d{4}-\\d\\d-\\d\\d$' } as const;

export const ASK = shape(['question'], {
  question: {
    type: 'string',
    minLength: 1,
    maxLength: MAX_TEXT,
    description: 'What is asked; 1,000 characters of it count.',
  },
  follows: {
    type: 'string',
    maxLength: MAX_TEXT,
    description: 'The questions before it, a line each, which it may go on from.',
  },
  language: {
    type: 'string',
    maxLength: 2,
    enum: ['en', 'zh'],
    description: 'What the answer is said in; that of the question where it is not given.',
  },
  from: { ...DAY, description: 'Only articles of this day or later.' },
  to: { ...DAY, description: 'Only articles of this day or earlier.' },
  explain: { type: 'boolean', description: 'Adds how the answer came about.' },
  receipt: {
    type: 'string',
    maxLength: 64,
    description: 'Of an answer to the same question, which is not counted and kept once more.',
  },
});

/** What is told of a question while it waits and is answered, an event each, by its name. */
export interface AskEvents {
  /** How many questions are answered before it. */
  readonly waiting: { readonly before: number };
  readonly stage: { readonly stage: Stage };
  /** The answer from the evidence, while a language model writes; then as far as that has come, each time a statement more. */
  readonly found: AnswerWithReceipt;
  readonly written: Written;
  readonly answer: AnswerWithReceipt;
  readonly problem: ProblemBody;
}

/** An answer, and by what it can be judged or its question taken back. */
export type AnswerWithReceipt = (Answer | ExplainedAnswer) & { readonly receipt: Receipt | null };

/** A connection without a byte for longer may be closed on its way. */
const HEARTBEAT_MS = 15_000;

export interface AskNeeds {
  readonly library: Pick<PageLibrary, 'ask' | 'explain'>;
  readonly line: Line;
  readonly notes: Notes;
  readonly writer: Writer | null;
  readonly log: Log;
}

interface OnWriting {
  readonly found: (answer: Answer) => void;
  readonly written: (written: Written) => void;
}

type Asked = Shaped<typeof ASK>;
type Visitor = WebEnv['Variables']['visitor'];

export function askRoutes(needs: AskNeeds): Hono<WebEnv> {
  const { line, log } = needs;
  return new Hono<WebEnv>().post('/', async (c) => {
    const body = await readBody(c, ASK);
    const visitor = c.get('visitor');
    const leaving = c.req.raw.signal;
    if (!c.req.header('Accept')?.includes('text/event-stream')) {
      const found = await line.take(() => find(needs, body, visitor), leaving);
      return c.json(await finish(needs, found, body, visitor, leaving));
    }
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const beat = setInterval(() => void stream.write(': \n\n'), HEARTBEAT_MS);
      const tell = eventsOf(stream);
      const signal = AbortSignal.any([gone.signal, leaving]);
      try {
        const found = await line.take(
          () => find(needs, body, visitor, (stage) => tell('stage', { stage })),
          signal,
          (before) => tell('waiting', { before }),
        );
        const on = {
          found: (answer: Answer) => void tell('found', { ...answer, receipt: null }),
          written: (written: Written) => void tell('written', written),
        };
        await tell('answer', await finish(needs, found, body, visitor, signal, on));
      } catch (error) {
        if (signal.aborted) return;
        const problem = problemOf(error);
        if (problem.kind === 'failed') log.error('a question on the page failed', { error });
        await tell('problem', bodyOfProblem(problem));
      } finally {
        clearInterval(beat);
      }
    });
  });
}

async function find(
  { library, log }: AskNeeds,
  { question = '', follows, language, from, to, explain = false }: Asked,
  { scope }: Visitor,
  onStage?: OnStage,
): Promise<Answer | ExplainedAnswer> {
  const isDated = from !== undefined || to !== undefined;
  const options = {
    scope,
    ...(follows !== undefined && follows.trim() !== '' && { follows }),
    ...(language !== undefined && { language: language as Language }),
    ...(isDated && { period: { from: from ?? null, to: to ?? null } }),
  };
  log.debug('asked on the page', { question });
  const answer = await library[explain ? 'explain' : 'ask'](question, options, onStage);
  const { status, language: said, elapsedMs } = answer;
  log.info('answered on the page', { status, language: said, elapsedMs });
  return answer;
}

/** Not in line: a model takes a thousand times what a question takes. Why an answer is as it is says the same without. */
async function finish(
  { writer, notes }: AskNeeds,
  answer: Answer | ExplainedAnswer,
  { follows, explain = false, receipt = '' }: Asked,
  { isSignedIn }: Visitor,
  signal: AbortSignal,
  on?: OnWriting,
): Promise<AnswerWithReceipt> {
  const isWritten = writer !== null && !explain && writer.writes(answer);
  if (isWritten) on?.found(answer);
  const whole = isWritten
    ? (await writer.write(answer, { before: follows, signal, ...(on && { onWritten: on.written }) })).answer
    : answer;
  const isCounted = notes.knows(receipt);
  return { ...whole, receipt: isCounted ? null : await notes.keep(whole, follows, isSignedIn) };
}

const eventsOf =
  (stream: SSEStreamingApi) =>
  <Name extends keyof AskEvents>(event: Name, data: AskEvents[Name]): Promise<void> =>
    stream.writeSSE({ event, data: JSON.stringify(data) });

export const JUDGE = shape(['receipt', 'verdict'], {
  receipt: { type: 'string', minLength: 1, maxLength: 64, description: 'Of the answer.' },
  verdict: {
    type: 'string',
    maxLength: 12,
    enum: ['helpful', 'unhelpful', 'forget'],
    description: 'How the answer was, or that the question is not to be kept.',
  },
});

/** `POST /api/feedback`: judges an answer once, or takes its question out of those that are kept. */
export const feedbackRoutes = ({ notes }: Pick<AskNeeds, 'notes'>): Hono<WebEnv> =>
  new Hono<WebEnv>().post('/', async (c) => {
    const { receipt = '', verdict = '' } = await readBody(c, JUDGE);
    const isKnown = await (verdict === 'forget'
      ? notes.forget(receipt)
      : notes.judge(receipt, verdict === 'helpful'));
    if (!isKnown)
      throw new WebProblem('not-found', { detail: 'There is no such answer any more, or it was judged.' });
    return c.body(null, 204);
  });
