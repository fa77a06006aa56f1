/** A fresh process that opens what is there, asks it the canaries, and then may build once more. */

import { beChild, reportAndEnd } from '../../src/child.ts';
import { listCorpus } from '../../src/documents/list.ts';
import { type Embedder, loadEmbedder } from '../../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { buildIndex } from '../../src/index/build.ts';
import { checkCanaries } from '../../src/index/canaries.ts';
import { currentBuild } from '../../src/index/generations.ts';
import { openIndex } from '../../src/index/open.ts';

export interface ReopenOptions {
  readonly embeddings: string;
  /** Build an index of this afterwards. */
  readonly corpus?: string;
}

/** What was found. */
export type Reopened =
  | {
      /** The build that answers its canaries; null for an honest "no index yet". */
      readonly build: string | null;
      /** The one that answers them after the next build; null where none was asked for. */
      readonly next: string | null;
    }
  | { readonly refused: string };

async function answeringBuild(embedder: Embedder, embeddings: string): Promise<string | null> {
  const build = currentBuild(embeddings);
  if (build !== null) await checkCanaries(openIndex(embeddings, embedder, build), embedder);
  return build;
}

const { embeddings, corpus } = beChild<ReopenOptions>();
try {
  const embedder = await loadEmbedder(STATIC_MODEL);
  const build = await answeringBuild(embedder, embeddings);
  if (corpus !== undefined) await buildIndex(listCorpus([corpus]), embeddings, embedder);
  const next = corpus === undefined ? null : await answeringBuild(embedder, embeddings);
  reportAndEnd<Reopened>({ build, next });
} catch (error) {
  reportAndEnd<Reopened>({ refused: (error as Error).message });
}
