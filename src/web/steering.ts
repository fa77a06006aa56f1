/** What whoever runs the bot can do and see of the index from the page. */
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { asAnswered, createEditor } from '../discord/editing/editor.ts';
import { createRebuild } from '../discord/editing/rebuild.ts';
import { listSources } from '../import/records/records.ts';
import { SourcesError } from '../import/sync.ts';
import { readPointer } from '../index/generations.ts';
import { readManifest } from '../index/manifest.ts';
import { readSkipped, type Skipped } from '../index/skipped.ts';
import type { LiveLibrary } from '../library.ts';
import { nextRun } from '../schedule.ts';
import type { Scope } from '../scope.ts';
import type { ServerState } from '../storage/server-state.ts';
import { allSources, serverOf } from '../terminal/sync.ts';
import { ON_PAGE } from './notes.ts';

/** A build of the index that is on the disk. */
export interface Generation {
  readonly build: string;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly articles: number;
  readonly passages: number;
  readonly model: string;
  readonly bytes: number;
}

/** A source of articles that is kept up to date. */
export interface SourceTold {
  readonly source: string;
  /** Ends of the last run and of the last in which nothing failed, ISO 8601; null where there was none. */
  readonly ended: string | null;
  readonly succeeded: string | null;
  readonly failed: number;
  readonly reason: string | null;
}

export interface IndexDetails {
  readonly current: Generation | null;
  /** What a rollback goes to. */
  readonly previous: Generation | null;
  readonly skipped: readonly Skipped[];
  readonly sources: readonly SourceTold[];
  /** When they are read next, ISO 8601; null for never by itself. */
  readonly nextSync: string | null;
}

export interface Steering {
  readonly reindex: () => Promise<unknown>;
  readonly rollBack: () => Promise<void>;
  readonly progress: LiveLibrary['progress'];
  readonly details: (scope: Scope) => Promise<IndexDetails>;
  /** Makes an article of a question and its answer, in Markdown, for those who are within the scope. */
  readonly writeAnswer: (scope: Scope, question: string, answer: string) => Promise<void>;
}

export function steeringOf(
  library: LiveLibrary,
  config: Config,
  state: ServerState,
  reindex: () => Promise<unknown> = () => library.reindex(),
): Steering {
  const { embeddings, corpus, records, copies } = config;
  const editor = createEditor({ corpus: corpus[0]!, records, copies }, state);
  return {
    reindex: createRebuild(reindex),
    writeAnswer: ({ server }, question, answer) =>
      editor.write(server, ON_PAGE, asAnswered(question, answer), 'answered'),
    rollBack: () => library.rollBack(),
    progress: library.progress,
    details: async ({ server }) => {
      const pointer = readPointer(embeddings);
      return {
        current: pointer && generationOf(embeddings, pointer.build),
        previous: pointer?.previous ? generationOf(embeddings, pointer.previous) : null,
        skipped: pointer === null ? [] : readSkipped(join(embeddings, pointer.build), server),
        sources: await sourcesOf(config, state, server),
        nextSync: config.sync === null ? null : (nextRun(config.sync)?.toISOString() ?? null),
      };
    },
  };
}

/** Null where its manifest cannot be read: the build may just be going. */
function generationOf(embeddings: string, build: string): Generation | null {
  try {
    const { builtAt, articles, passages, model, files } = readManifest(join(embeddings, build));
    const bytes = Object.values(files).reduce((sum, file) => sum + (file?.bytes ?? 0), 0);
    return { build, builtAt, articles, passages, model: model.name, bytes };
  } catch {
    return null;
  }
}

/**
 * Those that all servers share, and those of this one. None where there are none, or the file of them cannot be read: the
 * doctor tells of that.
 */
async function sourcesOf(config: Config, state: ServerState, server: string | null): Promise<SourceTold[]> {
  const { corpus, records } = config;
  try {
    const states = listSources(records);
    const seen = allSources(config, await state.allSources()).filter(({ folder }) =>
      [null, server].includes(serverOf(folder)),
    );
    return seen.map(({ source, folder }) => {
      const place = resolve(join(corpus[0]!, folder));
      const state = states.find((one) => one.source === source && one.corpus === place);
      const { ended = null, succeeded = null, failed = 0, reason = null } = state ?? {};
      return { source, ended, succeeded, failed, reason };
    });
  } catch (error) {
    if (error instanceof SourcesError) return [];
    throw error;
  }
}
