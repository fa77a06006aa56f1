/** Texts to vectors. The door to @xenova/transformers. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@xenova/transformers';
import { type ModelSettings, settingsOf } from './models.ts';

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

const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
/** Files of the Hugging Face layout that decide what a vector is. */
const MODEL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];
/** Texts in one run of the model: larger batches of unequal length are mostly padding. */
const BATCH_SIZE = 16;

/** The model could not be loaded; the message says what to do. */
export class ModelError extends Error {}

/**
 * Loads a model from a folder (`models/zh-en-static`, any path) or, where no such folder is, from the hub into
 * `models/`. Throws {@link ModelError} where it is neither on disk nor to be had.
 */
export async function loadEmbedder(model: string): Promise<Embedder> {
  const folder = [resolve(model), resolve(PROJECT_FOLDER, model), join(PROJECT_FOLDER, 'models', model)].find(
    (candidate) => existsSync(join(candidate, 'config.json')),
  );
  const { tokenizer, network } = folder ? await loadFolder(folder, model) : await loadFromHub(model);
  const settings = settingsOf(model);
  // Not as an argument of the call: there the library would pad every text to this length.
  (tokenizer as { model_max_length: number }).model_max_length = settings.maxTokens;
  const embed = (texts: readonly string[]) => embedTexts(tokenizer, network, settings, texts);
  const [probe] = await embed([`${settings.questionPrefix}1`]);
  const dimensions = probe!.length;
  return {
    model,
    fingerprint: fingerprintOf(folder ?? join(PROJECT_FOLDER, 'models', model)),
    dimensions,
    settings,
    embedPassages: async (texts) => {
      const vectors: Float32Array[] = [];
      for (let i = 0; i < texts.length; i += BATCH_SIZE) {
        const batch = texts.slice(i, i + BATCH_SIZE).map((text) => settings.passagePrefix + text);
        vectors.push(...(await embed(batch)));
      }
      return vectors;
    },
    embedQuestion: async (text) => (await embed([settings.questionPrefix + text]))[0]!,
  };
}

interface LoadedModel {
  readonly tokenizer: PreTrainedTokenizer;
  readonly network: PreTrainedModel;
}

async function loadFolder(folder: string, model: string): Promise<LoadedModel> {
  const missing = MODEL_FILES.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0)
    throw new ModelError(
      `The model folder ${folder} lacks ${missing.join(', ')}. Copy the whole model there, or set EMBEDDING_MODEL.`,
    );
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder);
  try {
    return await load(basename(folder));
  } catch (error) {
    throw new ModelError(
      `The model ${model} in ${folder} cannot be loaded (${firstLine(error)}). Are its files whole?`,
      { cause: error },
    );
  }
}

async function loadFromHub(model: string): Promise<LoadedModel> {
  if (!/^[\w.-]+\/[\w.-]+$/.test(model))
    throw new ModelError(
      `No model folder ${JSON.stringify(model)}. Set EMBEDDING_MODEL to a folder with config.json and onnx/, ` +
        'to a name on the hub such as Xenova/multilingual-e5-small, or leave it out.',
    );
  env.allowRemoteModels = true;
  env.localModelPath = join(PROJECT_FOLDER, 'models');
  env.cacheDir = join(PROJECT_FOLDER, 'models');
  try {
    return await load(model);
  } catch (error) {
    throw new ModelError(
      `The model ${model} is not in models/${model} and could not be had from ${env.remoteHost} ` +
        `(${firstLine(error)}). Check the name and the network, copy its folder to models/${model}, ` +
        'or leave EMBEDDING_MODEL out to use the embedded model.',
      { cause: error },
    );
  }
}

async function load(name: string): Promise<LoadedModel> {
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const network = await AutoModel.from_pretrained(name, { quantized: true });
  return { tokenizer, network };
}

const firstLine = (error: unknown): string => {
  const { message, cause } = error as Error;
  const detail = cause instanceof Error ? `: ${cause.message}` : '';
  return `${message.split('\n', 1)[0]}${detail}`;
};

function fingerprintOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of MODEL_FILES) {
    const path = join(folder, file);
    hash.update(`${file}\n`);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

interface Tensor {
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

async function embedTexts(
  tokenizer: PreTrainedTokenizer,
  network: PreTrainedModel,
  { pooling }: ModelSettings,
  texts: readonly string[],
): Promise<Float32Array[]> {
  const inputs = tokenizer([...texts], { padding: true, truncation: true });
  const mask = inputs.attention_mask as Tensor;
  const tokens = mask.dims[1]!;
  if (tokens === 0)
    return texts.map(() => new Float32Array((network.config as { hidden_size: number }).hidden_size));
  const { last_hidden_state: states } = (await network(inputs)) as { last_hidden_state: Tensor };
  // The library's tensors are Proxies: each property is read once here, not once a number, which took ten times
  // as long (as its own pooling does).
  const { data, dims } = states;
  const width = dims[2]!;
  const maskData = mask.data as BigInt64Array;
  return texts.map((_, row) => {
    const used = pooling === 'cls' ? 1 : tokens;
    return normalizeLength(sumTokens(data as Float32Array, maskData, row * tokens, used, width));
  });
}

/** Sum of the vectors of `count` tokens from token number `first` on, those that the mask leaves out excepted. */
function sumTokens(
  data: Float32Array,
  mask: BigInt64Array,
  first: number,
  count: number,
  width: number,
): Float32Array {
  const sum = new Float32Array(width);
  for (let token = first; token < first + count; token++) {
    if (mask[token] === 0n) continue;
    for (let i = 0, at = token * width; i < width; i++, at++) sum[i]! += data[at]!;
  }
  return sum;
}

/** Unit length, where the mean and the sum of the tokens are the same; zeros stay zeros. */
function normalizeLength(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
