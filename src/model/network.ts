/** Loads a model and runs it: texts to tokens, tokens to numbers. The door to onnxruntime. */
import { join } from 'node:path';
import type { Tensor as OnnxTensor } from 'onnxruntime-node';
import onnx from 'onnxruntime-node'; // Its named exports type-check and fail at load: the package is CommonJS.
import { filesIn, ModelError } from './folder.ts';
import { loadTokenizer, type Tokenizer } from './tokenizer.ts';
import { type Encoding, type Frame, truncate, truncatePair } from './tokens.ts';

/** `encoder` gives a vector a token, `cross-encoder` a number a pair of texts. */
export type NetworkKind = 'encoder' | 'cross-encoder';

export interface Output {
  /** Row by row. */
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

export interface Network {
  /** Tokens of a text, at most `maxTokens`. */
  encode(text: string): Encoding;
  /** Tokens as the vocabulary writes them. */
  pieces(encoding: Encoding): string[];
  /** True for a token that stands for no text, or for one that the vocabulary lacks. */
  isSpecial(piece: string): boolean;
  /** Tokens of a pair, at most `maxTokens`, the longer text cut first. */
  encodePair(first: string, second: string): Encoding;
  /** What the network says of a batch, padded to its longest text; none of them may be empty. */
  run(batch: readonly Encoding[]): Promise<Output>;
}

const REMEDIES = {
  encoder: 'EMBEDDING_MODEL takes an embedding model',
  'cross-encoder': 'RERANK_MODEL takes a cross-encoder with one score a pair',
} as const;
const OUTPUTS = { encoder: 'last_hidden_state', 'cross-encoder': 'logits' } as const;

/**
 * A thread a core, as onnxruntime has by itself, spends two and a half times the CPU: threads wait by spinning. The
 * library's own models cannot be told so: it hands on no options, and onnxruntime 1.14 reads none beside a network's bytes.
 */
const ONE_THREAD = { intraOpNumThreads: 1, interOpNumThreads: 1 } as const;

/** Loads the model of a complete folder. Throws {@link ModelError}. */
export async function loadNetwork(folder: string, kind: NetworkKind, maxTokens: number): Promise<Network> {
  try {
    const tokenizer = loadTokenizer(folder);
    const file = join(folder, filesIn(folder).present.at(-1)!);
    const session = await onnx.InferenceSession.create(file, ONE_THREAD);
    const frame = frameOf(tokenizer);
    const padding = BigInt(tokenizer.padding);
    return {
      encode: (text) => truncate(tokenizer.encode(text), maxTokens, frame),
      pieces: ({ ids }) => tokenizer.pieces(ids),
      isSpecial: tokenizer.isSpecial,
      encodePair: (first, second) => encodePair(tokenizer, first, second, maxTokens, frame),
      run: async (batch) => {
        const inputs = Object.entries(toInputs(batch, padding));
        const known = inputs.filter(([name]) => session.inputNames.includes(name));
        const output = (await session.run(Object.fromEntries(known)))[OUTPUTS[kind]];
        if (output === undefined)
          throw new ModelError(`The network in ${folder} gives no ${OUTPUTS[kind]}. ${REMEDIES[kind]}.`);
        return { data: output.data as Float32Array, dims: output.dims };
      },
    };
  } catch (error) {
    throw new ModelError(
      `The model in ${folder} cannot be loaded (${firstLine(error)}). Are its files whole? ${REMEDIES[kind]}.`,
      { cause: error },
    );
  }
}

const firstLine = (error: unknown): string => (error as Error).message.split('\n', 1)[0]!;

function encodePair(
  tokenizer: Tokenizer,
  first: string,
  second: string,
  maxTokens: number,
  frame: Frame,
): Encoding {
  const whole = tokenizer.encode(first, second);
  // The library itself cuts the end of the pair, whatever stands there.
  if (whole.ids.length <= maxTokens) return whole;
  const lengths = [tokenizer.encodeBare(first).length, tokenizer.encodeBare(second).length] as const;
  return truncatePair(whole, lengths, maxTokens, frame);
}

/** Special tokens around a text, found by a text of one token or two. */
function frameOf(tokenizer: Tokenizer): Frame {
  const bare = tokenizer.encodeBare('1');
  const { ids } = tokenizer.encode('1');
  const before = bare.length === 0 ? 0 : ids.indexOf(bare[0]!);
  return { before, behind: ids.length - before - bare.length };
}

/** A batch padded to its longest text. */
function toInputs(batch: readonly Encoding[], padding: bigint): Record<string, OnnxTensor> {
  const rows = batch.length;
  const columns = Math.max(...batch.map(({ ids }) => ids.length));
  const ids = new BigInt64Array(rows * columns).fill(padding);
  const mask = new BigInt64Array(rows * columns);
  const types = new BigInt64Array(rows * columns);
  for (const [row, encoding] of batch.entries())
    for (const [column, id] of encoding.ids.entries()) {
      const at = row * columns + column;
      ids[at] = BigInt(id);
      mask[at] = 1n;
      types[at] = BigInt(encoding.types?.[column] ?? 0);
    }
  const tensor = (data: BigInt64Array): OnnxTensor => new onnx.Tensor('int64', data, [rows, columns]);
  return { input_ids: tensor(ids), attention_mask: tensor(mask), token_type_ids: tensor(types) };
}
