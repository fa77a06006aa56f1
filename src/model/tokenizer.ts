/** Texts to the numbers of tokens. The door to @xenova/transformers. */
import { AutoTokenizer, PreTrainedTokenizer } from '@xenova/transformers';
import { readJson } from './folder.ts';
import type { Encoding } from './tokens.ts';
import { openUnigram, type ScoredPiece } from './unigram.ts';

export interface Tokenizer {
  /** Number of the token that makes texts of a batch as long as the longest. */
  readonly padding: number;
  /** Tokens of a text, or of a pair of texts, and the special ones around them. */
  encode(text: string, pair?: string): Encoding;
  /** Tokens of a text alone. */
  encodeBare(text: string): readonly number[];
  /** Tokens as the vocabulary writes them. */
  pieces(ids: readonly number[]): string[];
  /** True for a token that stands for no text, or for one that the vocabulary lacks. */
  isSpecial(piece: string): boolean;
}

/** The library's tokenizer; its own types leave out the pair of options, and what it knows of its tokens. */
interface Library {
  (
    text: string,
    options: { text_pair?: string; add_special_tokens?: boolean; return_tensor: false },
  ): { input_ids: number[]; token_type_ids?: number[] };
  model: Vocabulary;
  readonly special_tokens: readonly string[];
  readonly added_tokens: readonly { readonly content: string; readonly id: number }[];
  readonly pad_token: string | null;
}

interface Vocabulary {
  readonly vocab: string[];
  readonly tokens_to_ids: Pick<Map<string, number>, 'get'>;
  readonly unk_token: string | undefined;
  readonly unk_token_id: number | undefined;
  encode(texts: readonly string[]): string[];
  convert_ids_to_tokens(ids: readonly number[]): string[];
}

type TokenizerClass = new (json: object, config: object) => unknown;

/** Of a complete folder. Throws ModelError, and what the library throws. */
export function loadTokenizer(folder: string): Tokenizer {
  const config = readJson(folder, 'tokenizer_config.json');
  const json = readJson(folder, 'tokenizer.json') as { readonly model: Partial<UnigramTable> };
  const name = String(config.tokenizer_class ?? '').replace(/Fast$/, '');
  const classes = (AutoTokenizer as unknown as { TOKENIZER_CLASS_MAPPING: Record<string, TokenizerClass> })
    .TOKENIZER_CLASS_MAPPING;
  const Class = classes[name] ?? (PreTrainedTokenizer as unknown as TokenizerClass);
  const library = (
    isUnigram(json.model)
      ? withUnigram(Class, { ...json, model: json.model }, config)
      : new Class(json, config)
  ) as Library;
  const { model, pad_token } = library;
  const specials = new Set([...library.special_tokens, model.unk_token]);
  return {
    padding: (pad_token === null ? undefined : model.tokens_to_ids.get(pad_token)) ?? 0,
    encode(text, pair) {
      const { input_ids, token_type_ids } = library(text, {
        ...(pair !== undefined && { text_pair: pair }),
        return_tensor: false,
      });
      return { ids: input_ids, types: token_type_ids ?? null };
    },
    encodeBare: (text) => library(text, { add_special_tokens: false, return_tensor: false }).input_ids,
    pieces: (ids) => model.convert_ids_to_tokens(ids),
    isSpecial: (piece) => specials.has(piece),
  };
}

interface UnigramTable {
  readonly type: 'Unigram';
  readonly unk_id: number;
  readonly vocab: readonly ScoredPiece[];
}

const isUnigram = (model: Partial<UnigramTable>): model is UnigramTable =>
  model.type === 'Unigram' && typeof model.unk_id === 'number' && model.vocab?.[model.unk_id] !== undefined;

/** The library's tokenizer with our own vocabulary in the place of its own, which is made of one piece alone. */
function withUnigram(Class: TokenizerClass, json: { readonly model: UnigramTable }, config: object): Library {
  const { vocab, unk_id } = json.model;
  const unknown = vocab[unk_id]!;
  const library = new Class(
    { ...json, model: { ...json.model, vocab: [unknown], unk_id: 0 } },
    config,
  ) as Library;
  const { numberOf, cut } = openUnigram(vocab, unk_id);
  const added = new Map(library.added_tokens.map(({ content, id }) => [content, id]));
  const { model } = library;
  const own = {
    vocab: vocab.map(([piece]) => piece),
    tokens_to_ids: { get: (piece: string) => added.get(piece) ?? numberOf(piece) },
    unk_token_id: unk_id,
    encode: (texts: readonly string[]) => texts.flatMap(cut),
  };
  for (const [content, id] of added) own.vocab[id] = content;
  Object.assign(model, own);
  return library;
}
