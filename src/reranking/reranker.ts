/** A cross-encoder reads question and passage together and says how well the one answers the other. */
import { completeFolder, MODELS_FOLDER, ModelError } from '../model/folder.ts';
import { statedLength } from '../model/length.ts';

export interface Reranker {
  /** As configured: a folder or a name on the hub. */
  readonly model: string;
  /** No further batch of passages is begun after this time. */
  readonly budgetMs: number;
  /** A number for each text, in their order; a higher one is better. All texts go through the network at once. */
  score(question: string, texts: readonly string[]): Promise<number[]>;
}

/** Where a model does not say: of the usual BERT. */
const DEFAULT_MAX_TOKENS = 512;

/** Loads a reranker as an embedding model is loaded. Throws {@link ModelError}. */
export async function loadReranker(
  model: string,
  budgetMs: number,
  models = MODELS_FOLDER,
): Promise<Reranker> {
  const folder = completeFolder(model, models, 'RERANK_MODEL');
  // Not before: most programs rerank nothing, and then need none of what runs a network.
  const { loadNetwork } = await import('../model/network.ts');
  const network = await loadNetwork(folder, 'cross-encoder', statedLength(folder, DEFAULT_MAX_TOKENS));
  const score = async (question: string, texts: readonly string[]): Promise<number[]> => {
    const { data, dims } = await network.run(texts.map((text) => network.encodePair(question, text)));
    if (dims.length !== 2 || dims[1] !== 1)
      throw new ModelError(
        `The model in ${folder} gives logits [${dims.join(', ')}]; expected one score a pair, [${texts.length}, 1]. ` +
          'Set RERANK_MODEL to a cross-encoder, or leave it out.',
      );
    return [...data];
  };
  // A classifier with several labels is told at the start, not at the first question.
  await score('1', ['1']);
  return { model, budgetMs, score };
}
