/** How many tokens a model takes, by its own files. */
import { readJson } from './folder.ts';

/** Models whose positions begin behind the padding token's: of 514 positions they use 512. */
const POSITIONS_BEHIND_PADDING = /roberta|camembert|mpnet/;
const POSITIONS_LEFT_OUT = 2;

/** The least of the lengths that the files state, special tokens included; `otherwise` where none does. */
export function statedLength(folder: string, otherwise: number): number {
  const config = readJson(folder, 'config.json');
  const positions = config.max_position_embeddings;
  const leftOut = POSITIONS_BEHIND_PADDING.test(String(config.model_type)) ? POSITIONS_LEFT_OUT : 0;
  const stated = [
    typeof positions === 'number' ? positions - leftOut : null,
    readJson(folder, 'tokenizer_config.json').model_max_length,
    readJson(folder, 'sentence_bert_config.json').max_seq_length,
  ].filter((length): length is number => typeof length === 'number' && length > 0);
  // "Unlimited" is written as 1e30.
  const least = Math.min(...stated);
  return least < 1e6 ? least : otherwise;
}
