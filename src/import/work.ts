/** What an import works with, from its first source to its last. */
import type { Outcome, Shelf } from './keep.ts';
import { ImportError } from './web/import-error.ts';
import type { Web, WebSettings } from './web/web.ts';

/** Pages of one source where nothing else is said: with a second between them they take ten minutes. */
export const MAX_PAGES = 500;

export interface ImportSettings extends WebSettings {
  /** Folder of the corpus; made where it is missing. */
  readonly folder: string;
  /** Folder of what was fetched of each source; made where it is missing. */
  readonly records: string;
  /** Pages of one source that are read, the first ones. */
  readonly maxItems: number;
  /** Today, as YYYY-MM-DD. */
  readonly day: string;
}

export interface Work {
  readonly web: Web;
  readonly shelf: Shelf;
  readonly settings: ImportSettings;
}

/** Outcomes, with a failed one where an {@link ImportError} ends them. */
export async function* guard(outcomes: AsyncGenerator<Outcome>): AsyncGenerator<Outcome> {
  try {
    yield* outcomes;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    yield { kind: 'failed', reason: error.message };
  }
}
