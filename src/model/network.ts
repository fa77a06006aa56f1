/** Loads a model and runs it: texts to tokens, tokens to numbers. The door to @xenova/transformers and onnxruntime. */
import { basename, dirname, join } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import type { Tensor as OnnxTensor } from 'onnxruntime-node';
import onnx from 'onnxruntime-node'; // Its named exports type-check and fail at load: the package is CommonJS.
import { filesIn, ModelError } from './folder.ts';
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

/** What the library's tokenizer is called with and gives; its own types leave the pair of options out. */
type Tokenize = (
  text: string,
  options: { text_pair?: string; add_special_tokens?: boolean; return_tensor: false },
) => { input_ids: number[]; token_type_ids?: number[] };

/** What the library's tokenizer knows of its tokens; its types leave it out. */
interface Vocabulary {
  readonly model: {
    readonly unk_token: string | undefined;
    convert_ids_to_tokens(ids: number[]): string[];
  };
  readonly special_tokens: readonly string[];
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
  env.allowRemoteModels = false;
  // The library's own cache could hold a file of the same name.
  env.useFSCache = false;
  env.localModelPath = dirname(folder);
  try {
    const name = basename(folder);
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    const file = join(folder, filesIn(folder).present.at(-1)!);
    const session = await onnx.InferenceSession.create(file, ONE_THREAD);
    const tokenize = tokenizer as unknown as Tokenize;
    const { model: words, special_tokens: special } = tokenizer as unknown as Vocabulary;
    const specials = new Set([...special, words.unk_token]);
    const frame = frameOf(tokenize);
    const padding = BigInt((tokenizer as { pad_token_id?: number }).pad_token_id ?? 0);
    return {
      encode: (text) => truncate(encode(tokenize, text), maxTokens, frame),
      pieces: ({ ids }) => words.convert_ids_to_tokens([...ids]),
      isSpecial: (piece) => specials.has(piece),
      encodePair: (first, second) => encodePair(tokenize, first, second, maxTokens, frame),
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

function encode(tokenize: Tokenize, text: string, pair?: string): Encoding {
  const { input_ids, token_type_ids } = tokenize(text, {
    ...(pair !== undefined && { text_pair: pair }),
    return_tensor: false,
  });
  return { ids: input_ids, types: token_type_ids ?? null };
}

const bareIds = (tokenize: Tokenize, text: string): number[] =>
  tokenize(text, { add_special_tokens: false, return_tensor: false }).input_ids;

function encodePair(
  tokenize: Tokenize,
  first: string,
  second: string,
  maxTokens: number,
  frame: Frame,
): Encoding {
  const whole = encode(tokenize, first, second);
  // The library itself cuts the end of the pair, whatever stands there.
  if (whole.ids.length <= maxTokens) return whole;
  const lengths = [bareIds(tokenize, first).length, bareIds(tokenize, second).length] as const;
  return truncatePair(whole, lengths, maxTokens, frame);
}

/** Special tokens around a text, found by a text of one token or two. */
function frameOf(tokenize: Tokenize): Frame {
  const bare = bareIds(tokenize, '1');
  const { ids } = encode(tokenize, '1');
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
