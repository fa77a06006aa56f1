/** Imports into a folder of a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile } from '../../src/documents/parse-file.ts';
import { importSources } from '../../src/import/import.ts';
import type { Outcome } from '../../src/import/keep.ts';
import { WEB_SETTINGS } from '../../src/import/web/web.ts';
import { makeFolder } from '../temporary-folder.ts';
import type { Site } from './local-site.ts';

export interface Options {
  readonly folder?: string;
  readonly records?: string;
  readonly day?: string;
  readonly maxBytes?: number;
  readonly maxItems?: number;
  readonly timeoutMs?: number;
  readonly allowPrivate?: readonly string[];
}

/** What became of sources; the site may be asked although it is on this computer. */
export async function importAll(site: Site | null, sources: readonly string[], options: Options = {}) {
  const folder = options.folder ?? makeFolder();
  const settings = {
    ...WEB_SETTINGS,
    delayMs: 0,
    retryMs: 0,
    maxItems: 100,
    records: makeFolder(),
    day: '2025-03-01',
    ...options,
    folder,
    allowPrivate: new Set(options.allowPrivate ?? (site ? [site.place] : [])),
  };
  const outcomes: Outcome[] = [];
  for await (const outcome of importSources(sources, settings)) outcomes.push(outcome);
  const files = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
  return {
    folder,
    records: settings.records,
    files,
    kinds: outcomes.map(({ kind }) => kind),
    reasons: outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome.reason] : [])),
    articles: await Promise.all(
      files.map(async (file) => (await parseFile('.md', file, readFileSync(join(folder, file)))).article),
    ),
  };
}
