/** Runs over the sources of the settings, once or again and again. */
import type { Config } from '../config.ts';
import type { Outcome } from '../import/keep.ts';
import { readSources, syncSources } from '../import/sync.ts';
import { WEB_SETTINGS } from '../import/web/web.ts';
import { MAX_PAGES } from '../import/work.ts';
import type { Log } from '../log.ts';
import { schedule } from '../schedule.ts';
import { changedCorpus, countImport } from './show-import.ts';

/** Outcomes of a run that goes on as they are taken. Throws SourcesError at once. */
export function startSync({ sources, corpus, records }: Config): AsyncGenerator<Outcome> {
  return syncSources(readSources(sources), {
    ...WEB_SETTINGS,
    folder: corpus[0]!,
    records,
    day: new Date().toISOString().slice(0, 10),
    maxItems: MAX_PAGES,
  });
}

/**
 * Brings the articles up to date at the times of the settings, if any, and the index where they changed; a line in the
 * log tells of each run. Returns what ends that. Throws SourcesError.
 */
export function syncOnSchedule(config: Config, reindex: () => Promise<unknown>, log: Log): () => void {
  if (config.sync === null) return () => {};
  readSources(config.sources);
  // An index that could not be built is not built by a run that changes nothing.
  let isBehind = false;
  return schedule(config.sync, async () => {
    try {
      const counts = await countImport(startSync(config), (outcome) => {
        if (outcome.kind === 'failed' || outcome.kind === 'missing')
          log.warn('a source could not be read', { reason: outcome.reason });
        isBehind ||= changedCorpus({ [outcome.kind]: 1 });
      });
      if (isBehind) await reindex();
      log.info('the articles are up to date', { ...counts, reindexed: isBehind });
      isBehind = false;
    } catch (error) {
      log.error('the articles could not be brought up to date', { error });
    }
  });
}
