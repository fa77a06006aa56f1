/** `/api/questions`: what was asked, a day at a time, what was not answered, in groups, and writing an answer. For those signed in. */
import { Hono } from 'hono';
import { type GapGroup, groupedGaps } from '../../gaps.ts';
import type { PageLibrary } from '../../library.ts';
import type { Log } from '../../log.ts';
import type { Scope } from '../../scope.ts';
import { DAILY, type DailyCount } from '../../storage/count-state.ts';
import type { Gap } from '../../storage/gap-state.ts';
import type { ServerState } from '../../storage/server-state.ts';
import { addDays } from '../../text/calendar.ts';
import type { WebConfig } from '../../web-config.ts';
import { limitRate, signedInOnly, type WebEnv } from '../guard.ts';
import { ON_PAGE } from '../notes.ts';
import { WebProblem } from '../problem.ts';
import type { Steering } from '../steering.ts';
import { readBody, readQuery, shape } from './shapes.ts';

/** Counts of earlier days are not kept. */
const MAX_DAYS = 30;

export const QUESTIONS = shape([], {
  days: {
    type: 'integer',
    minimum: 1,
    maximum: MAX_DAYS,
    default: MAX_DAYS,
    description: 'Days up to today.',
  },
});

export interface QuestionsTold {
  /** A count for each day, also where nothing was asked; the last is today. */
  readonly days: readonly (DailyCount & { readonly day: string })[];
  /** Those asked most first. */
  readonly gaps: readonly GapGroup[];
  /** Whose answers were marked wrong on the page, most often first. */
  readonly wrong: readonly Gap[];
}

export const WRITE = shape(['question', 'answer'], {
  question: {
    type: 'string',
    minLength: 1,
    maxLength: 250,
    description: 'The question as it becomes a title.',
  },
  answer: { type: 'string', minLength: 1, maxLength: 20_000, description: 'Its answer, in Markdown.' },
});

/** Questions shown whose answers were marked wrong. */
const MAX_WRONG = 50;

export interface QuestionNeeds {
  readonly library: Pick<PageLibrary, 'group'>;
  /** Null where nothing is kept. */
  readonly state: Pick<
    ServerState,
    'gaps' | 'wrongAnswers' | 'countsByDay' | 'countWaiting' | 'closeGaps'
  > | null;
  /** Null where nothing can be written. */
  readonly steering: Pick<Steering, 'writeAnswer' | 'reindex'> | null;
  readonly config: WebConfig;
  readonly log: Log;
}

export function questionRoutes({ library, state, steering, config, log }: QuestionNeeds): Hono<WebEnv> {
  const keysOf = ({ server }: Scope): string[] => [ON_PAGE, ...(server === null ? [] : [server])];
  const kept = () => {
    if (state === null)
      throw new WebProblem('not-possible', { detail: 'Nothing is kept of questions here.' });
    return state;
  };

  return new Hono<WebEnv>()
    .use(signedInOnly)
    .get('/', async (c) => {
      const { days = MAX_DAYS } = readQuery(c, QUESTIONS);
      const own = kept();
      const keys = keysOf(c.get('visitor').scope);
      const told: QuestionsTold = {
        days: await countDays(
          keys.map((key) => (since: string) => own.countsByDay(key, since)),
          days,
        ),
        gaps: await groupedGaps(keys, '', { state: own, library, log }),
        wrong: (await Promise.all(keys.map((key) => own.wrongAnswers(key, MAX_WRONG))))
          .flat()
          .slice(0, MAX_WRONG),
      };
      return c.json(told);
    })
    .post('/', limitRate('steer', config), async (c) => {
      const { question = '', answer = '' } = await readBody(c, WRITE);
      const own = kept();
      if (steering === null) throw new WebProblem('not-possible', { detail: 'This page can only look.' });
      const { scope } = c.get('visitor');
      const title = question.replace(/\s+/g, ' ').trim();
      await steering.writeAnswer(scope, title, answer.trim());
      const groups = await groupedGaps(keysOf(scope), '', { state: own, library, log });
      const group = groups.find((one) => [one.question, ...one.others].includes(title));
      const wordings = group === undefined ? [title] : [group.question, ...group.others];
      // Who waits for an answer is told on Discord, where the question stays until then.
      for (const key of keysOf(scope))
        if ((await own.countWaiting(key, wordings)) === 0) await own.closeGaps(key, wordings);
      steering.reindex().catch((error) => log.warn('the articles could not be read anew', { error }));
      return c.body(null, 202);
    });
}

/** Sums of several counts, for each of the last days, also where nothing was asked; the last is today. */
async function countDays(
  countsSince: readonly ((since: string) => Promise<readonly (DailyCount & { readonly day: string })[]>)[],
  days: number,
): Promise<QuestionsTold['days']> {
  const today = new Date().toISOString().slice(0, 10);
  const since = addDays(today, 1 - days);
  const counts = (await Promise.all(countsSince.map((count) => count(since)))).flat();
  return Array.from({ length: days }, (_, i) => addDays(since, i)).map((day) => {
    const ofDay = counts.filter((one) => one.day === day);
    const sums = DAILY.map((what) => [what, ofDay.reduce((sum, one) => sum + one[what], 0)]);
    return { day, ...(Object.fromEntries(sums) as DailyCount) };
  });
}
