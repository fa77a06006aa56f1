/** One import of a source, as a program that may be killed. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beChild, report, reportAndEnd } from '../../src/child.ts';
import { describeThrown } from '../../src/describe-thrown.ts';
import { importSources } from '../../src/import/import.ts';
import { WEB_SETTINGS, type WebSettings } from '../../src/import/web/web.ts';

export interface SyncOptions {
  readonly source: string;
  readonly folder: string;
  readonly records: string;
  /** `host:port` of the site. */
  readonly place: string;
  /** Limits other than those that an import has. */
  readonly limits?: Partial<Pick<WebSettings, 'timeoutMs' | 'maxBytes'>> & { readonly maxItems?: number };
}

/** What came so far. */
export interface SyncReport {
  /** How often each outcome. */
  readonly counts: Readonly<Record<string, number>>;
  /** Why something failed, and what ended the import. */
  readonly reasons: readonly string[];
  /** Of memory, as it was looked at last: every {@link LOOK_EVERY} outcomes. */
  readonly usedBytes: number;
}

const LOOK_EVERY = 500;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function bytesInUse(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const { source, folder, records, place, limits } = beChild<SyncOptions>();
const counts: Record<string, number> = {};
const reasons: string[] = [];
let usedBytes = 0;
let outcomes = 0;
report<SyncReport>({ counts, reasons, usedBytes });
await new Promise((resolve) => process.once('message', resolve));
const settings = {
  ...WEB_SETTINGS,
  ...{ folder, records, delayMs: 0, retryMs: 0, maxItems: 500, day: '2025-03-01' },
  ...limits,
  allowPrivate: new Set([place]),
};
try {
  for await (const outcome of importSources([source], settings)) {
    counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
    if ('reason' in outcome) reasons.push(outcome.reason);
    if (++outcomes % LOOK_EVERY === 0) usedBytes = bytesInUse();
    report<SyncReport>({ counts, reasons: reasons.slice(-1), usedBytes });
  }
} catch (error) {
  reasons.push(describeThrown(error));
}
reportAndEnd<SyncReport>({ counts, reasons, usedBytes });
