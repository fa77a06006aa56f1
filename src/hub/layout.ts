/** Which files a model consists of, in the Hugging Face layout. Apart from what loads undici: every process reads models. */

/** What every model has. */
const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
/** The network; the first of them that there is. */
const NETWORKS = ['onnx/model_quantized.onnx', 'onnx/model.onnx'] as const;
/** What a model may say of pooling, prefixes and length (sentence-transformers). */
const SELF_DESCRIPTION = [
  '1_Pooling/config.json',
  'config_sentence_transformers.json',
  'sentence_bert_config.json',
] as const;

/** Files of a model, where `has` tells which there are: those that say something, and those that are missing. */
export function filesOfModel(has: (path: string) => boolean): {
  /** The network is the last: where it is there, a download was brought to its end. */
  present: string[];
  missing: string[];
} {
  const network = NETWORKS.find(has);
  const missing = NEEDED.filter((path) => !has(path));
  if (network === undefined) missing.push(NETWORKS[0]);
  const present = [...SELF_DESCRIPTION, ...NEEDED].filter(has);
  return { present: network === undefined ? present : [...present, network], missing };
}
