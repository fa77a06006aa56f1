/** Whether an index has to be built, told without model and index. */
import { listCorpus } from '../corpus/read.ts';
import { corpusFingerprint } from './build.ts';
import { readCurrentManifest } from './open.ts';

/** True where there is an index, built from the corpus as it is now. Throws `IndexError`. */
export const isCurrent = ({
  corpus,
  embeddings,
}: {
  readonly corpus: readonly string[];
  readonly embeddings: string;
}): boolean => readCurrentManifest(embeddings)?.corpus === corpusFingerprint(listCorpus(corpus));
