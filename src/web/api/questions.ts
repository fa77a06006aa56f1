/** `GET /api/questions`: what was asked, a day at a time, and what was not answered, in groups. For those signed in. */
import { Hono } from 'hono';
import { type GapGroup, groupedGaps } from '../../gaps.ts';
import type { PageLibrary } from '../../library.ts';
import type { Log } from '../../log.ts';
import { DAILY, type DailyCount } from '../../storage/count-state.ts';
import type { ServerState } from '../../storage/server-state.ts';
import { addDays } from '../../text/calendar.ts';
import { signedInOnly, type WebEnv } from '../guard.ts';
import { ON_PAGE } from '../notes.ts';
import { WebProblem } from '../problem.ts';
import { readQuery, shape } from './shapes.ts';

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
}

export interface QuestionNeeds {
  readonly library: Pick<PageLibrary, 'group'>;
  /** Null where nothing is kept. */
  readonly state: Pick<ServerState, 'gaps' | 'countsByDay'> | null;
  readonly log: Log;
}

export const questionRoutes = ({ library, state, log }: QuestionNeeds): Hono<WebEnv> =>
  new Hono<WebEnv>().get('/', signedInOnly, async (c) => {
    const { days = MAX_DAYS } = readQuery(c, QUESTIONS);
    if (state === null)
      throw new WebProblem('not-possible', { detail: 'Nothing is kept of questions here.' });
    const { server } = c.get('visitor').scope;
    const guilds = [ON_PAGE, ...(server === null ? [] : [server])];
    const today = new Date().toISOString().slice(0, 10);
    const since = addDays(today, 1 - days);
    const counts = guilds.flatMap((guild) => state.countsByDay(guild, since));
    const told: QuestionsTold = {
      days: Array.from({ length: days }, (_, i) => addDays(since, i)).map((day) => {
        const ofDay = counts.filter((one) => one.day === day);
        const sums = DAILY.map((what) => [what, ofDay.reduce((sum, one) => sum + one[what], 0)]);
        return { day, ...(Object.fromEntries(sums) as DailyCount) };
      }),
      gaps: await groupedGaps(guilds, '', { state, library, log }),
    };
    return c.json(told);
  });
