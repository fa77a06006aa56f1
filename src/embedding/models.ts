/** What an embedding model needs to be used well. A model that is not in the table gets {@link DEFAULT_SETTINGS}. */
import type { Language } from '../types.ts';

export interface ModelSettings {
  /** Put before a question and before a passage; models trained with prefixes lose much without them. */
  readonly questionPrefix: string;
  readonly passagePrefix: string;
  /** How a text's vector comes from its tokens' vectors: their mean, or the first one's. */
  readonly pooling: 'mean' | 'cls';
  /** Longer texts are cut off. */
  readonly maxTokens: number;
  /** Weight of the dense score beside the keyword score, by the question's language; tuned on dev questions. */
  readonly fusionWeight: Readonly<Record<Language, number>>;
}

/** The embedded default, in the repository. */
export const DEFAULT_MODEL = 'models/zh-en-static';

export const DEFAULT_SETTINGS: ModelSettings = {
  questionPrefix: '',
  passagePrefix: '',
  pooling: 'mean',
  maxTokens: 512,
  fusionWeight: { zh: 0.5, en: 1 },
};

const SETTINGS: Readonly<Record<string, ModelSettings>> = {
  'zh-en-static': { ...DEFAULT_SETTINGS, maxTokens: 8192, fusionWeight: { zh: 0.4, en: 0.6 } },
  'multilingual-e5-small': { ...DEFAULT_SETTINGS, questionPrefix: 'query: ', passagePrefix: 'passage: ' },
  'bge-small-zh-v1.5': {
    ...DEFAULT_SETTINGS,
    questionPrefix: '为这个句子生成表示以用于检索相关文章：',
    pooling: 'cls',
  },
  'bge-m3': { ...DEFAULT_SETTINGS, pooling: 'cls', maxTokens: 8192 },
  'paraphrase-multilingual-MiniLM-L12-v2': { ...DEFAULT_SETTINGS, maxTokens: 128 },
};

/** Settings of a model, found by the last part of its name or folder. */
export const settingsOf = (model: string): ModelSettings =>
  SETTINGS[model.replace(/\/+$/, '').split('/').pop()!] ?? DEFAULT_SETTINGS;
