/** One import of a source, as a program that may be killed. */

import { beChild, report, reportAndEnd } from '../../src/child.ts';
import { importSources } from '../../src/import/import.ts';
import { WEB_SETTINGS } from '../../src/import/web/web.ts';

export interface SyncOptions {
  readonly source: string;
  readonly folder: string;
  readonly records: string;
  /** `host:port` of the site. */
  readonly place: string;
}

/** How often each outcome came so far. */
export type SyncCounts = Readonly<Record<string, number>>;

const { source, folder, records, place } = beChild<SyncOptions>();
report<SyncCounts>({});
await new Promise((resolve) => process.once('message', resolve));
const counts: Record<string, number> = {};
const settings = {
  ...WEB_SETTINGS,
  ...{ folder, records, delayMs: 0, maxItems: 500, day: '2025-03-01' },
  allowPrivate: new Set([place]),
};
for await (const { kind } of importSources([source], settings)) {
  counts[kind] = (counts[kind] ?? 0) + 1;
  report<SyncCounts>(counts);
}
reportAndEnd<SyncCounts>(counts);
