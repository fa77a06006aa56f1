/** Everything that `npm run test:faults` puts an index through, case by case. */
import { basename } from 'node:path';
import { allDamages, damageOnce } from './damage.ts';
import { CODES, countOperations, failOnce } from './failing-operations.ts';
import { durationOf, killOnce } from './kills.ts';
import { durationOfSwap, killSwap, type Victim } from './swap-kills.ts';
import { faultOnce, SYNC_FAULTS } from './sync-faults.ts';
import { momentsOfSync, type SyncWorkplace } from './sync-kills.ts';
import { unchangedOnce } from './sync-memory.ts';
import type { Workplace } from './workplace.ts';

export interface Case {
  /** What it is counted under. */
  readonly group: string;
  readonly name: string;
  /** Says how far or how it ended. Throws where that is not as it has to be. */
  run(): Promise<string>;
}

/** Two at a time take longer than the one that was measured. */
const LAST_SHARE = 1.3;

/** `count` moments, one at random in each of as many equal parts of the time. */
function momentsIn(durationMs: number, count: number, random: () => number): number[] {
  return Array.from({ length: count }, (_, i) => ((i + random()) / count) * durationMs * LAST_SHARE);
}

/** Half of the kills are of builds, the others of rollbacks and swaps. */
export async function killCases(workplace: Workplace, kills: number, random: () => number): Promise<Case[]> {
  const sixth = Math.ceil(kills / 6);
  const cases: Case[] = [];
  for (const operation of workplace.operations) {
    const duration = await durationOf(operation, workplace);
    const count = operation.name === 'first build' ? 2 * sixth : sixth;
    for (const moment of momentsIn(duration, count, random))
      cases.push({
        group: `${operation.name}, killed`,
        name: `after ${moment.toFixed(1)} ms`,
        run: () => killOnce(operation, workplace, moment),
      });
  }
  const duration = await durationOfSwap(workplace);
  for (const victim of ['program', 'answering process'] satisfies Victim[])
    for (const moment of momentsIn(duration, sixth, random))
      cases.push({
        group: `swap, ${victim} killed`,
        name: `after ${moment.toFixed(1)} ms`,
        run: () => killSwap(workplace, victim, moment),
      });
  return cases;
}

export const syncCases = (
  { killOnce }: SyncWorkplace,
  program: URL,
  kills: number,
  random: () => number,
): Case[] => [
  ...SYNC_FAULTS.map((fault) => ({ group: 'sync', name: fault.name, run: () => faultOnce(fault, program) })),
  { group: 'sync', name: 'pages that have not changed', run: () => unchangedOnce(program) },
  ...momentsOfSync(kills, random).map((moment) => ({
    group: 'sync, killed',
    name: `after ${moment.pages} pages and ${moment.share.toFixed(2)} of the next`,
    run: () => killOnce(moment),
  })),
];

/** Every file operation of every operation, failing in every way. */
export async function operationCases(workplace: Workplace): Promise<Case[]> {
  const cases: Case[] = [];
  for (const operation of workplace.operations) {
    const count = await countOperations(operation, workplace);
    for (let place = 1; place <= count; place++)
      for (const code of CODES)
        cases.push({
          group: `${operation.name}, ${code}`,
          name: `operation ${place} of ${count}`,
          run: async () => {
            const { outcome, failed } = await failOnce({ operation, place, code }, workplace);
            const file = basename(failed.path).replace(/\d{14}-\w{6}|\d+(?=\.tmp)/, '…');
            return outcome === 'stopped' ? outcome : `${outcome}: ${failed.operation} ${file}`;
          },
        });
  }
  return cases;
}

export function damageCases(workplace: Workplace): Case[] {
  const before = workplace.operations.find(({ name }) => name === 'incremental build')!.before;
  return allDamages(before).map((damage) => ({
    group: 'damage',
    name: damage.name,
    run: () => damageOnce(damage, workplace, before),
  }));
}
