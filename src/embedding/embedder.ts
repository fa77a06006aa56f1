/** Texts to vectors. */
import { completeFolder, fingerprintOf, MODELS_FOLDER, readJson } from '../model/folder.ts';
import { loadNetwork, type Network } from '../model/network.ts';
import { batchByLength } from '../model/tokens.ts';
import type { ModelSettings } from './models.ts';
import { settingsOf } from './own-settings.ts';
import { pool } from './pooling.ts';

export interface Embedder {
  /** As configured: a folder or a name on the hub. */
  readonly model: string;
  /** sha256 over the model's files: two models of one name are told apart. */
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly settings: ModelSettings;
  /** Unit vectors, in the order of the texts; all zeros for a text the model knows no token of. */
  embedPassages(texts: readonly string[]): Promise<Float32Array[]>;
  embedQuestion(text: string): Promise<Float32Array>;
}

/** Texts in one run of the network: more of them made no run of the embedded model faster. */
const MAX_BATCH_TEXTS = 16;
/** Tokens in one run, padding included: what attention takes grows with it (twelve heads: some 100 MB at 512 a text). */
const MAX_BATCH_TOKENS = 4096;

/**
 * Loads a model from a folder (`models/zh-en-static`, any path, or `<owner>/<name>` below `models`). Throws
 * ModelError where it is not there, not whole, or no embedding model.
 */
export async function loadEmbedder(model: string, models = MODELS_FOLDER): Promise<Embedder> {
  const folder = completeFolder(model, models, 'EMBEDDING_MODEL');
  const settings = settingsOf(model, folder);
  const network = await loadNetwork(folder, 'encoder', settings.maxTokens);
  const { questionPrefix, passagePrefix, pooling, maxTokens } = settings;
  // A text without a token does not go through the network, which alone knows its width for sure.
  const width = readJson(folder, 'config.json').hidden_size as number;
  const embed = (texts: readonly string[]) => embedTexts(network, settings, width, texts);
  const [probe] = await embed([`${questionPrefix}1`]);
  return {
    model,
    // Not the weight of fusion, which decides nothing about a vector.
    fingerprint: fingerprintOf(folder, { questionPrefix, passagePrefix, pooling, maxTokens }),
    dimensions: probe!.length,
    settings,
    embedPassages: (texts) => embed(texts.map((text) => passagePrefix + text)),
    embedQuestion: async (text) => (await embed([questionPrefix + text]))[0]!,
  };
}

async function embedTexts(
  network: Network,
  { pooling }: ModelSettings,
  width: number,
  texts: readonly string[],
): Promise<Float32Array[]> {
  const encodings = texts.map((text) => network.encode(text));
  const lengths = encodings.map(({ ids }) => ids.length);
  const vectors: Float32Array[] = texts.map(() => new Float32Array(width));
  for (const numbers of batchByLength(lengths, MAX_BATCH_TEXTS, MAX_BATCH_TOKENS)) {
    const batch = numbers.filter((i) => lengths[i]! > 0);
    if (batch.length === 0) continue;
    const output = await network.run(batch.map((i) => encodings[i]!));
    const pooled = pool(
      output,
      batch.map((i) => lengths[i]!),
      pooling,
    );
    for (const [row, i] of batch.entries()) vectors[i] = pooled[row]!;
  }
  return vectors;
}
