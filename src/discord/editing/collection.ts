/** The articles of one server, or those that all share: where they are, and what is kept of each change of them. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { WebSettings } from '../../import/web/web.ts';
import { ALL_SERVERS, type ArticleChange, type NewChange } from '../../storage/article-state.ts';
import type { ServerState } from '../../storage/server-state.ts';
import { type Copies, forgetCopies, takeCopies } from './copies.ts';

export interface EditorPlaces {
  readonly corpus: string;
  /** Folder of what was fetched of each source. */
  readonly records: string;
  /** Folder of copies from before a change. */
  readonly copies: string;
  readonly web?: Partial<WebSettings>;
}

export interface Collection {
  /** Null for what all servers share. */
  readonly guildId: string | null;
  readonly folder: string;
  readonly places: EditorPlaces;
  /** Addresses that are kept up to date. */
  readonly sources: () => Promise<string[]>;
  readonly addSource: (address: string) => Promise<void>;
  readonly dropSource: (address: string) => Promise<void>;
  /** For files as they are before a change. */
  readonly startCopies: () => Copies;
  /** Notes a change, and forgets the copies of those that are too old to be undone. */
  readonly note: (change: Omit<NewChange, 'at'>) => Promise<ArticleChange>;
  /** The newest first. */
  readonly changes: () => Promise<ArticleChange[]>;
}

export function openCollection(places: EditorPlaces, state: ServerState, guildId: string | null): Collection {
  const { corpus, copies } = places;
  const key = guildId ?? ALL_SERVERS;
  const folder = guildId === null ? corpus : join(corpus, 'servers', guildId);
  return {
    guildId,
    folder,
    places,
    sources: () => state.sources(key),
    addSource: (address) => state.addSource(key, address),
    dropSource: (address) => state.dropSource(key, address),
    startCopies: () => takeCopies(copies, randomUUID(), folder),
    note: async (change) => {
      const old = await state.noteChange(key, { ...change, at: new Date().toISOString() });
      for (const one of old) forgetCopies(copies, one.copies);
      return (await state.changes(key))[0]!;
    },
    changes: () => state.changes(key),
  };
}
