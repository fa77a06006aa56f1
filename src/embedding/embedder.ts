/** Texts to vectors. */
import { join } from 'node:path';
import { completeFolder, filesIn, fingerprintOf, MODELS_FOLDER, readJson } from '../model/folder.ts';
import type { Network } from '../model/network.ts';
import { operatorsOf } from '../model/operators.ts';
import { batchByLength } from '../model/tokens.ts';
import type { Span } from '../types.ts';
import { alignTokens } from './align.ts';
import type { ModelSettings } from './models.ts';
import { settingsOf } from './own-settings.ts';
import { pool } from './pooling.ts';
import { poolUnits, type UnitVectors } from './units.ts';

/** A passage to embed. */
export interface PassageInput {
  readonly text: string;
  /** Sentences, rows, steps and listings: spans into `text`, in order, which do not overlap. */
  readonly units: readonly Span[];
}

/** A unit vector for the passage, and one for each of its units from the same pass. */
export interface EmbeddedPassage extends UnitVectors {
  readonly vector: Float32Array;
}

export interface Embedder {
  /** As configured: a folder or a name on the hub. */
  readonly model: string;
  /** sha256 over the model's files: two models of one name are told apart. */
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly settings: ModelSettings;
  /** Passages that may be under way at once, in processes of their own; 0 where the one that asks embeds them itself. */
  readonly ahead: number;
  /**
   * In the order of the passages; all zeros for a text the model knows no token of. Tokenizers that write text otherwise
   * than it stands there (byte-level BPE) give units of other letters than English ones no vector.
   */
  embedPassages(passages: readonly PassageInput[]): Promise<EmbeddedPassage[]>;
  embedQuestion(text: string): Promise<Float32Array>;
}

/** Texts in one run of a network that may take several: more of them made no run of the embedded model faster. */
const MAX_BATCH_TEXTS = 16;
/**
 * Operators that look a token up or go number by number, so that a text's vector is the same to the bit whatever is in
 * its batch. Of all others none is sure: `DynamicQuantizeLinear` takes one scale over the whole batch, and products and
 * sums of floats are added up in another order beside a longer text. A vector that is kept has to be the one that a
 * build from nothing would make, so a network with another operator runs one text at a time (which takes no longer).
 */
const APART: ReadonlySet<string> = new Set(['Gather', 'Cast', 'Mul', 'DequantizeLinear']);
/** Tokens in one run, padding included: what attention takes grows with it (twelve heads: some 100 MB at 512 a text). */
const MAX_BATCH_TOKENS = 4096;

/** A model that is there: enough to tell whether an index was made by it. */
export interface FoundEmbedder extends Pick<Embedder, 'model' | 'fingerprint' | 'settings'> {
  /** True for a table of vectors: to send a text to another process would take longer than to embed it. */
  readonly isTable: boolean;
  /** Throws ModelError where it is no embedding model, or its files are broken. */
  load(): Promise<Embedder>;
}

/**
 * Finds a model in a folder (`models/zh-en-static`, any path, or `<owner>/<name>` below `models`), without what runs
 * it. Throws ModelError where it is not there or not whole.
 */
export function findEmbedder(model: string, models = MODELS_FOLDER): FoundEmbedder {
  const folder = completeFolder(model, models, 'EMBEDDING_MODEL');
  const settings = settingsOf(model, folder);
  const { questionPrefix, passagePrefix, pooling, maxTokens } = settings;
  const batchTexts = textsARun(join(folder, filesIn(folder).present.at(-1)!));
  const fingerprint = fingerprintOf(folder, {
    // Not the weight of fusion, which decides nothing about a vector.
    ...{ questionPrefix, passagePrefix, pooling, maxTokens },
    // Vectors that were made beside others are other ones.
    ...(batchTexts === 1 && { batchTexts }),
  });
  const found = { model, fingerprint, settings };
  return { ...found, isTable: batchTexts > 1, load: () => load(folder, batchTexts, found) };
}

/** Loads a model that is found as above. Throws ModelError where it is not there, not whole, or no embedding model. */
export const loadEmbedder = async (model: string, models?: string): Promise<Embedder> =>
  findEmbedder(model, models).load();

function textsARun(network: string): number {
  const operators = operatorsOf(network);
  return operators.size > 0 && [...operators].every((operator) => APART.has(operator)) ? MAX_BATCH_TEXTS : 1;
}

async function load(
  folder: string,
  batchTexts: number,
  found: Pick<Embedder, 'model' | 'fingerprint' | 'settings'>,
): Promise<Embedder> {
  const { settings } = found;
  const { questionPrefix, passagePrefix, maxTokens } = settings;
  // Not before: whoever only has to know which model it is does without what runs it.
  const { loadNetwork } = await import('../model/network.ts');
  const network = await loadNetwork(folder, 'encoder', maxTokens);
  // A text without a token does not go through the network, which alone knows its width for sure.
  const width = readJson(folder, 'config.json').hidden_size as number;
  const embed = (passages: readonly PassageInput[]) =>
    embedAll(network, settings, width, batchTexts, passages);
  const embedOne = async (text: string) => (await embed([{ text, units: [] }]))[0]!.vector;
  const probe = await embedOne(`${questionPrefix}1`);
  return {
    ...found,
    ahead: 0,
    dimensions: probe.length,
    embedPassages: (passages) => embed(passages.map((passage) => withPrefix(passage, passagePrefix))),
    embedQuestion: (text) => embedOne(questionPrefix + text),
  };
}

const withPrefix = ({ text, units }: PassageInput, prefix: string): PassageInput => ({
  text: prefix + text,
  units: units.map(({ start, end }) => ({ start: start + prefix.length, end: end + prefix.length })),
});

async function embedAll(
  network: Network,
  { pooling }: ModelSettings,
  width: number,
  batchTexts: number,
  passages: readonly PassageInput[],
): Promise<EmbeddedPassage[]> {
  const encodings = passages.map(({ text }) => network.encode(text));
  const lengths = encodings.map(({ ids }) => ids.length);
  const embedded = passages.map(
    ({ units }): EmbeddedPassage => ({
      vector: new Float32Array(width),
      units: new Int8Array(units.length * width),
      scales: new Float32Array(units.length),
    }),
  );
  for (const numbers of batchByLength(lengths, batchTexts, MAX_BATCH_TOKENS)) {
    const batch = numbers.filter((i) => lengths[i]! > 0);
    if (batch.length === 0) continue;
    const output = await network.run(batch.map((i) => encodings[i]!));
    const pooled = pool(
      output,
      batch.map((i) => lengths[i]!),
      pooling,
    );
    const [, columns, states] = output.dims as [number, number, number];
    for (const [row, i] of batch.entries()) {
      const { text, units } = passages[i]!;
      const first = row * columns * states;
      const own = output.data.subarray(first, first + lengths[i]! * states);
      const tokens =
        units.length === 0 ? [] : alignTokens(text, network.pieces(encodings[i]!), network.isSpecial);
      embedded[i] = { vector: pooled[row]!, ...poolUnits(own, states, tokens, units) };
    }
  }
  return embedded;
}
