/** The process that is killed: builds or rolls back once it is told to. */
import { once } from 'node:events';
import { beChild, report, reportAndEnd } from '../../src/child.ts';
import { listCorpus } from '../../src/documents/list.ts';
import { loadEmbedder } from '../../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { buildIndex } from '../../src/index/build.ts';
import { rollBack } from '../../src/index/rollback.ts';
import { questionTerms } from '../../src/text/analyze.ts';

export interface OperationOptions {
  readonly kind: 'build' | 'rollback';
  readonly corpus: string;
  readonly embeddings: string;
}

const { kind, corpus, embeddings } = beChild<OperationOptions>();
const embedder = await loadEmbedder(STATIC_MODEL);
// The dictionary takes half a second to load, in which nothing can be broken.
questionTerms('港口');
report({ kind: 'ready' });
await once(process, 'message');
if (kind === 'rollback') await rollBack(embeddings, embedder);
else await buildIndex(listCorpus([corpus]), embeddings, embedder);
reportAndEnd({ kind: 'done' });
