/** Settings of an embedding model: from the table, or from what its own files say (sentence-transformers). */
import { ModelError, readJson } from '../model/folder.ts';
import { statedLength } from '../model/length.ts';
import { DEFAULT_SETTINGS, knownSettings, type ModelSettings } from './models.ts';
import type { Pooling } from './pooling.ts';

/** Settings of the model in a complete folder. Throws {@link ModelError} for a pooling that is neither mean nor first token. */
export const settingsOf = (model: string, folder: string): ModelSettings =>
  knownSettings(model) ?? {
    ...DEFAULT_SETTINGS,
    ...statedPrefixes(folder),
    pooling: statedPooling(folder),
    maxTokens: statedLength(folder, DEFAULT_SETTINGS.maxTokens),
  };

function statedPooling(folder: string): Pooling {
  const stated = Object.entries(readJson(folder, '1_Pooling/config.json'))
    .filter(([name, value]) => name.startsWith('pooling_mode_') && value === true)
    .map(([name]) => name);
  if (stated.length === 0) return DEFAULT_SETTINGS.pooling;
  if (stated.join() === 'pooling_mode_mean_tokens') return 'mean';
  if (stated.join() === 'pooling_mode_cls_token') return 'cls';
  throw new ModelError(
    `The model in ${folder} pools by ${stated.join(', ')}; expected mean_tokens or cls_token. Choose another model.`,
  );
}

/** Names that models give their prompts. */
const QUESTION_PROMPTS = ['query', 'question', 's2p_query'];
const PASSAGE_PROMPTS = ['passage', 'document', 'corpus'];

function statedPrefixes(folder: string): Pick<ModelSettings, 'questionPrefix' | 'passagePrefix'> {
  const { prompts } = readJson(folder, 'config_sentence_transformers.json');
  const find = (names: readonly string[]): string => {
    for (const name of names) {
      const prompt = (prompts as Record<string, unknown> | undefined)?.[name];
      if (typeof prompt === 'string') return prompt;
    }
    return '';
  };
  return { questionPrefix: find(QUESTION_PROMPTS), passagePrefix: find(PASSAGE_PROMPTS) };
}
