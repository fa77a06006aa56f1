/** What is known of embedding models. Of a model that is not in the table, its own files say what they can. */
import type { Pooling } from './pooling.ts';

export interface ModelSettings {
  /** Put before a question and before a passage; models trained with prefixes lose much without them. */
  readonly questionPrefix: string;
  readonly passagePrefix: string;
  readonly pooling: Pooling;
  /** Longer texts are cut off. */
  readonly maxTokens: number;
}

/** A model that can be named in a setting. */
export interface KnownModel {
  /** As `EMBEDDING_MODEL` or `RERANK_MODEL` names it. */
  readonly name: string;
  readonly licence: string;
  /** Of all the files that are fetched, about; the hub states the exact size. */
  readonly megabytes: number;
  readonly languages: string;
}

/** The embedded default, in the repository. */
export const DEFAULT_MODEL = 'models/e5-small-zh-en';
/** Embedded too: a table without a network, for corpora where building in minutes matters more than finding the best. */
export const STATIC_MODEL = 'models/zh-en-static';

export const DEFAULT_SETTINGS: ModelSettings = {
  questionPrefix: '',
  passagePrefix: '',
  pooling: 'mean',
  maxTokens: 512,
};

export const EMBEDDING_MODELS: readonly (KnownModel & { readonly settings: ModelSettings })[] = [
  {
    name: DEFAULT_MODEL,
    licence: 'MIT',
    megabytes: 54,
    languages: 'Chinese, English',
    settings: {
      ...DEFAULT_SETTINGS,
      ...{ questionPrefix: 'query: ', passagePrefix: 'passage: ' },
    },
  },
  {
    name: STATIC_MODEL,
    licence: 'CC BY-SA 4.0',
    megabytes: 24,
    languages: 'Chinese, English',
    settings: { ...DEFAULT_SETTINGS, maxTokens: 8192 },
  },
  {
    name: 'Xenova/multilingual-e5-small',
    licence: 'MIT',
    megabytes: 135,
    languages: 'about 100',
    settings: { ...DEFAULT_SETTINGS, questionPrefix: 'query: ', passagePrefix: 'passage: ' },
  },
  {
    name: 'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
    licence: 'Apache-2.0',
    megabytes: 135,
    languages: 'about 50',
    settings: { ...DEFAULT_SETTINGS, maxTokens: 128 },
  },
  {
    name: 'Xenova/bge-small-zh-v1.5',
    licence: 'MIT',
    megabytes: 25,
    languages: 'Chinese',
    settings: {
      ...DEFAULT_SETTINGS,
      questionPrefix: '为这个句子生成表示以用于检索相关文章：',
      pooling: 'cls',
    },
  },
  {
    name: 'Xenova/bge-m3',
    licence: 'MIT',
    megabytes: 590,
    languages: 'about 100',
    settings: { ...DEFAULT_SETTINGS, pooling: 'cls', maxTokens: 8192 },
  },
];

/** The name of a model without its owner or folder: what tells it, wherever it lies. */
export const lastPart = (model: string): string =>
  model
    .replace(/[/\\]+$/, '')
    .split(/[/\\]/)
    .pop()!;

/** Settings of a known model, found by the last part of its name or folder; null for one that is not in the table. */
export const knownSettings = (model: string): ModelSettings | null =>
  EMBEDDING_MODELS.find(({ name }) => lastPart(name) === lastPart(model))?.settings ?? null;
