/**
 * A BERT of one layer whose numbers can be worked out by hand. Each word has its own vector; a token's hidden state is
 * that vector plus the mean over all tokens that the attention mask lets through (attention that looks everywhere
 * alike). There are positions for `positions` tokens and no more.
 */
import type { onnx } from 'onnx-proto';
import { floats, integers, network, step } from './onnx.ts';

export interface TinyBert {
  /** A vector for each word; all of one length. Special tokens that are not named have zeros. */
  readonly words: Readonly<Record<string, readonly number[]>>;
  readonly positions: number;
  /** Added to each token of the second text. */
  readonly second?: readonly number[];
  /** The score of a pair is the hidden state of its first token times these; one list a label. */
  readonly labels?: readonly (readonly number[])[];
  /** Its tokens go through eight bits, with one scale for all numbers of a run. */
  readonly dynamic?: boolean;
}

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

/** Files of the model, as the hub has them. */
export function tinyBert(
  bert: TinyBert,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, Uint8Array | string> {
  const vocabulary = [...SPECIAL, ...Object.keys(bert.words).filter((word) => !SPECIAL.includes(word))];
  return {
    'config.json': JSON.stringify({
      model_type: 'bert',
      hidden_size: widthOf(bert),
      max_position_embeddings: bert.positions,
      ...more,
    }),
    'tokenizer.json': JSON.stringify(wordTokenizer(vocabulary)),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'BertTokenizer',
      model_max_length: 1e30,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
    }),
    'onnx/model_quantized.onnx': network(
      ['input_ids', 'attention_mask', 'token_type_ids'],
      bert.labels === undefined ? 'last_hidden_state' : 'logits',
      constantsOf(bert, vocabulary),
      stepsOf(bert),
    ),
  };
}

const widthOf = ({ words }: TinyBert): number => Object.values(words)[0]!.length;

function constantsOf(bert: TinyBert, vocabulary: readonly string[]) {
  const { words, positions, second, labels } = bert;
  const width = widthOf(bert);
  const zeros = new Array<number>(width).fill(0);
  return [
    floats(
      'words',
      [vocabulary.length, width],
      vocabulary.flatMap((word) => words[word] ?? zeros),
    ),
    // All alike: they are there to be run out of, as a real model's are.
    floats('positions', [positions, width], new Array<number>(positions * width).fill(0)),
    floats('types', [2, width], [...zeros, ...(second ?? zeros)]),
    floats('one', [], [1]),
    floats('far', [], [-10_000]),
    integers('start', [], [0]),
    integers('step', [], [1]),
    integers('axis1', [1], [1]),
    ...(labels === undefined
      ? []
      : [
          floats(
            'labels',
            [width, labels.length],
            zeros.flatMap((_, i) => labels.map((label) => label[i]!)),
          ),
        ]),
  ];
}

const stepsOf = ({ labels, dynamic = false }: TinyBert): onnx.INodeProto[] => [
  step('Gather', ['words', 'input_ids'], 'word_vectors'),
  step('Gather', ['types', 'token_type_ids'], 'type_vectors'),
  step('Shape', ['input_ids'], 'shape'),
  step('Gather', ['shape', 'step'], 'tokens'),
  step('Range', ['start', 'tokens', 'step'], 'position_ids'),
  step('Gather', ['positions', 'position_ids'], 'position_vectors'),
  step('Add', ['word_vectors', 'type_vectors'], 'typed'),
  step('Add', ['typed', 'position_vectors'], 'whole'),
  ...(dynamic ? eightBits : [step('Identity', ['whole'], 'embedded')]),
  ...attention,
  ...(labels === undefined
    ? []
    : [
        step('Gather', ['last_hidden_state', 'start'], 'pooled', { axis: 1 }),
        step('MatMul', ['pooled', 'labels'], 'logits'),
      ]),
];

const eightBits: readonly onnx.INodeProto[] = [
  step('DynamicQuantizeLinear', ['whole'], ['eight_bits', 'scale', 'zero']),
  step('DequantizeLinear', ['eight_bits', 'scale', 'zero'], 'embedded'),
];

/** softmax(mask) weighs the tokens: alike where the mask is 1, not at all where it is 0. */
const attention: readonly onnx.INodeProto[] = [
  step('Cast', ['attention_mask'], 'mask', { to: 1 }),
  step('Sub', ['one', 'mask'], 'masked'),
  step('Mul', ['masked', 'far'], 'attention_scores'),
  step('Softmax', ['attention_scores'], 'attention_rows', { axis: 1 }),
  step('Unsqueeze', ['attention_rows', 'axis1'], 'attention'),
  step('MatMul', ['attention', 'embedded'], 'context'),
  step('Add', ['embedded', 'context'], 'last_hidden_state'),
];

const wordTokenizer = (vocabulary: readonly string[]) => ({
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: SPECIAL.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [special('[CLS]', 0), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]', 0)],
    pair: [
      special('[CLS]', 0),
      { Sequence: { id: 'A', type_id: 0 } },
      special('[SEP]', 0),
      { Sequence: { id: 'B', type_id: 1 } },
      special('[SEP]', 1),
    ],
    special_tokens: {},
  },
  decoder: null,
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
  },
});

const special = (id: string, type_id: number) => ({ SpecialToken: { id, type_id } });
