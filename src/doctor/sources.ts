/** Whether the sources that are kept up to date could be read. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { listSources, type SourceState } from '../import/records/records.ts';
import { nextRun } from '../schedule.ts';
import { sourcesOfServers } from '../storage/server-state.ts';
import { allSources } from '../terminal/sync.ts';
import type { Warning } from './checks.ts';

/** Null where there is neither a source nor a schedule. Throws SourcesError. */
export async function checkSources(config: Config): Promise<string | Warning | null> {
  const { sources: file, sync, corpus, records } = config;
  const ofServers = await sourcesOfServers(config.stateServer ?? config.database);
  if (sync === null && ofServers.length === 0 && !existsSync(file)) return null;
  const sources = allSources(config, ofServers);
  const states = listSources(records);
  const lines = sources.map(({ source, folder }) => {
    const place = resolve(join(corpus[0]!, folder));
    return describe(
      source,
      states.find((state) => state.source === source && state.corpus === place),
    );
  });
  const next = sync === null ? null : nextRun(sync);
  const when =
    next === null
      ? 'npm run sync brings them up to date; SYNC lets the bot do so by itself'
      : `next at ${minuteOf(next.toISOString())}`;
  const message = [
    `${sources.length - ofServers.length} in ${file}${ofServers.length === 0 ? '' : `, ${ofServers.length} from Discord`}, ${when}`,
    ...lines.map(({ line }) => line),
  ].join('\n    ');
  return lines.some(({ isRight }) => !isRight) ? { warning: message } : message;
}

function describe(source: string, state: SourceState | undefined): { line: string; isRight: boolean } {
  if (state === undefined || state.ended === null)
    return { line: `${source}: never read to its end`, isRight: false };
  if (state.failed === 0) return { line: `${source}: read at ${minuteOf(state.ended)}`, isRight: true };
  const last =
    state.succeeded === null ? 'never read whole' : `last read whole at ${minuteOf(state.succeeded)}`;
  const rest = state.failed > 1 ? `, and ${state.failed - 1} more` : '';
  return { line: `${source}: ${last}; at ${minuteOf(state.ended)} ${state.reason}${rest}`, isRight: false };
}

/** As people read it, in the time zone of the log. */
const minuteOf = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;
