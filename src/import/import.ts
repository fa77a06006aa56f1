/** Sources to articles in a folder, source after source. */
import { removeUnfinished } from '../unfinished.ts';
import { importPath } from './from-files.ts';
import { importRepository, repositoryOf } from './from-git.ts';
import { importUrl } from './from-web.ts';
import { createTaken, type Outcome } from './keep.ts';
import { type Known, openKnown } from './known.ts';
import { openRecords } from './records/records.ts';
import { isWebAddress } from './web/addresses.ts';
import { openWeb } from './web/web.ts';
import { guard, type ImportSettings, type Work } from './work.ts';

/** Imports one source after the other; what fails is an outcome, and the rest goes on. */
export async function* importSources(
  sources: readonly string[],
  settings: ImportSettings,
  knownOf = rememberKnown(),
): AsyncGenerator<Outcome> {
  const web = openWeb(settings);
  const { folder, day } = settings;
  const taken = createTaken();
  for (const place of [folder, settings.records]) removeUnfinished(place);
  try {
    const known = knownOf(folder);
    for (const source of sources) {
      const records = openRecords(settings.records, source, folder);
      const work = { web, settings, shelf: { folder, known, records, day, taken } };
      const reasons: string[] = [];
      try {
        for await (const outcome of guard(importSource(source, work))) {
          if (outcome.kind === 'failed') reasons.push(outcome.reason);
          yield outcome;
        }
        records.close(reasons);
      } finally {
        records.release();
      }
    }
  } finally {
    await web.close();
  }
}

/** What folders have, for several imports in a row, which add to it. */
export function rememberKnown(): (folder: string) => Known {
  const folders = new Map<string, Known>();
  return (folder) => {
    const known = folders.get(folder) ?? openKnown(folder);
    folders.set(folder, known);
    return known;
  };
}

async function* importSource(source: string, work: Work): AsyncGenerator<Outcome> {
  if (!isWebAddress(source)) return yield* importPath(source, work);
  const url = new URL(source);
  const repository = repositoryOf(url);
  yield* repository === null ? importUrl(url, work) : importRepository(repository, work);
}
