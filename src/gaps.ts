/** Questions without an answer, those that ask the same in other words counted together. */
import type { Library } from './library.ts';
import type { Log } from './log.ts';
import type { Gap, GapState } from './storage/gap-state.ts';

export interface GapGroup {
  /** As it was asked most. */
  readonly question: string;
  /** Other wordings, those asked more first. */
  readonly others: readonly string[];
  readonly count: number;
  /** `YYYY-MM-DD`. */
  readonly lastAsked: string;
}

/** What the grouping needs: the questions, what tells which ask the same, and where to tell of a failure. */
export interface GapNeeds {
  readonly state: Pick<GapState, 'gaps'>;
  readonly library: Pick<Library, 'group'>;
  readonly log: Log;
}

/** All that were asked on `since` or later, `YYYY-MM-DD`, those asked most first; where they cannot be grouped each stands alone. */
export async function groupedGaps(
  guildIds: readonly string[],
  since: string,
  { state, library, log }: GapNeeds,
): Promise<GapGroup[]> {
  const ofEach = await Promise.all(guildIds.map((guildId) => state.gaps(guildId, MAX_GROUPED)));
  const gaps = ofEach.flat().filter(({ lastAsked }) => lastAsked >= since);
  const groups = await library.group(gaps.map(({ question }) => question)).catch((error) => {
    log.warn('questions could not be grouped', { error });
    return gaps.map((_, number) => [number]);
  });
  return groups
    .map((numbers) => asGroup(numbers.map((number) => gaps[number]!)))
    .sort((a, b) => b.count - a.count || b.lastAsked.localeCompare(a.lastAsked));
}

/** What is asked seldom and long ago is looked at by nobody. */
const MAX_GROUPED = 100;

function asGroup([first, ...others]: readonly Gap[]): GapGroup {
  const all = [first!, ...others];
  return {
    question: first!.question,
    others: others.map(({ question }) => question),
    count: all.reduce((sum, { count }) => sum + count, 0),
    lastAsked: all.reduce((last, { lastAsked }) => (lastAsked > last ? lastAsked : last), ''),
  };
}
