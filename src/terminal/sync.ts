/** Runs over the sources of the settings, once or again and again. */
import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Outcome } from '../import/keep.ts';
import { readSources, type SyncedSource, type SyncWatch, syncSources } from '../import/sync.ts';
import { WEB_SETTINGS } from '../import/web/web.ts';
import { MAX_PAGES } from '../import/work.ts';
import type { Log } from '../log.ts';
import { schedule } from '../schedule.ts';
import { ALL_SERVERS } from '../storage/article-state.ts';
import { StateAway } from '../storage/database/server.ts';
import type { ServerState } from '../storage/server-state.ts';
import { changedCorpus, countImport, type ImportCounts, NOTHING_IMPORTED } from './render/import.ts';

/** A source that was added for a server from within Discord, or for all. */
export type ServerSource = Awaited<ReturnType<ServerState['allSources']>>[number];

/** What a run did to the articles of one server, or where that is null to those that all share. */
export interface Synced {
  readonly server: string | null;
  readonly counts: ImportCounts;
  /** The first that could not be read. */
  readonly reason: string | null;
}

/** Those of the file, and those of servers; the file may be missing where there are such. Throws SourcesError. */
export function allSources({ sources }: Config, ofServers: readonly ServerSource[]): SyncedSource[] {
  const own = ofServers.map(({ guildId, address }) => ({
    source: address,
    addedFor: guildId,
    folder: guildId === ALL_SERVERS ? '' : `servers/${guildId}`,
    allowPrivate: [],
  }));
  return own.length > 0 && !existsSync(sources) ? own : [...readSources(sources), ...own];
}

/** Outcomes of a run that goes on as they are taken. Throws SourcesError at once. */
export function startSync(
  config: Config,
  ofServers: readonly ServerSource[],
  watch: SyncWatch = {},
): AsyncGenerator<Outcome> {
  const settings = {
    ...WEB_SETTINGS,
    folder: config.corpus[0]!,
    records: config.records,
    day: new Date().toISOString().slice(0, 10),
    maxItems: MAX_PAGES,
  };
  return syncSources(allSources(config, ofServers), settings, watch);
}

export interface SyncHooks {
  readonly ofServers: () => Promise<readonly ServerSource[]>;
  readonly reindex: () => Promise<unknown>;
  /** Whether this process reads the sources; one of several does. */
  readonly isOurs?: () => boolean;
  /** Hears of each run once the index has what changed. */
  readonly onSynced: (synced: readonly Synced[]) => void;
}

/**
 * Brings the articles up to date at the times of the settings, if any, and the index where they changed; a line in the
 * log tells of each run. Returns what ends that. Throws SourcesError.
 */
export async function syncOnSchedule(
  config: Config,
  { ofServers, reindex, onSynced, isOurs = () => true }: SyncHooks,
  log: Log,
): Promise<() => void> {
  if (config.sync === null) return () => {};
  const known = await ofServers().catch((error) => {
    if (error instanceof StateAway) return null;
    throw error;
  });
  if (known !== null) allSources(config, known);
  // An index that could not be built is not built by a run that changes nothing.
  let isBehind = false;
  return schedule(config.sync, async () => {
    if (!isOurs()) return;
    try {
      const synced = new Map<string | null, Synced>();
      let server: string | null = null;
      const onSource = ({ folder }: SyncedSource): void => {
        server = serverOf(folder);
      };
      const isWanted = async ({ source, addedFor }: SyncedSource): Promise<boolean> =>
        addedFor === undefined ||
        (await ofServers()).some(({ guildId, address }) => guildId === addedFor && address === source);
      const counts = await countImport(
        startSync(config, await ofServers(), { onSource, isWanted }),
        (outcome) => {
          if (outcome.kind === 'failed' || outcome.kind === 'missing')
            log.warn('a source could not be read', { reason: outcome.reason });
          synced.set(server, withOutcome(synced.get(server) ?? nothingOf(server), outcome));
          isBehind ||= changedCorpus({ [outcome.kind]: 1 });
        },
      );
      if (isBehind) await reindex();
      log.info('the articles are up to date', { ...counts, reindexed: isBehind });
      isBehind = false;
      onSynced([...synced.values()]);
    } catch (error) {
      log.error('the articles could not be brought up to date', { error });
    }
  });
}

/** Whose articles a source gives that goes into this folder; null for those that all share. */
export const serverOf = (folder: string): string | null => SERVER_FOLDER.exec(folder)?.[1] ?? null;

const SERVER_FOLDER = /^servers[/\\](\d{17,20})(?:[/\\]|$)/;

const nothingOf = (server: string | null): Synced => ({ server, counts: NOTHING_IMPORTED, reason: null });

const withOutcome = ({ server, counts, reason }: Synced, outcome: Outcome): Synced => ({
  server,
  counts: { ...counts, [outcome.kind]: counts[outcome.kind] + 1 },
  reason: reason ?? (outcome.kind === 'failed' ? outcome.reason : null),
});
