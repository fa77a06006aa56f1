/** Which files a model consists of, in the Hugging Face layout, and what the hub states of them. */

import { reasonOf } from '../http.ts';
import { HubError } from './hub.ts';
import type { Hub } from './request.ts';

/** What every model has. */
const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
/** The network; the first of them that there is. */
export const NETWORKS = ['onnx/model_quantized.onnx', 'onnx/model.onnx'] as const;
/** What a model may say of pooling, prefixes and length (sentence-transformers). */
export const SELF_DESCRIPTION = [
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

export interface HubFile {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. `git` is the SHA-1 of a git blob, which small files are known by. */
  readonly hash: { readonly kind: 'sha256' | 'git'; readonly value: string };
}

interface TreeEntry {
  readonly type: string;
  readonly path: string;
  readonly size: number;
  readonly oid: string;
  readonly lfs?: { readonly oid: string; readonly size: number };
}

/** The files of a model that are to be fetched, the network last. Throws {@link HubError}. */
export async function listFiles(hub: Hub, model: string): Promise<HubFile[]> {
  const path = `/api/models/${model}/tree/main?recursive=true`;
  const entries = new Map((await readTree(hub, path)).map((entry) => [entry.path, entry]));
  const { present, missing } = filesOfModel((name) => entries.get(name)?.type === 'file');
  if (missing.length > 0)
    throw new HubError(
      `${model} on ${hub.settings.endpoint} has no ${missing.join(', no ')}, so it cannot be used here. ` +
        'Choose a model with ONNX files, such as those of npm run models',
    );
  const network = present.at(-1)!;
  // @xenova/transformers hands the network over as bytes, without a folder to find the other file in.
  if (entries.has(`${network}_data`))
    throw new HubError(
      `${model} keeps its weights beside ${network}, which cannot be read here. Choose a smaller model`,
    );
  return present.map((name) => toHubFile(entries.get(name)!));
}

async function readTree(hub: Hub, path: string): Promise<TreeEntry[]> {
  const { body } = await hub.get(path);
  let text: string;
  try {
    text = await body.text();
  } catch (error) {
    throw new HubError(`The list of files broke off (${reasonOf(error)})`, { cause: error, passing: true });
  }
  try {
    const entries = JSON.parse(text) as TreeEntry[];
    if (Array.isArray(entries)) return entries;
  } catch {
    // Told below: what is not JSON is no list either.
  }
  throw new HubError(
    `${hub.settings.endpoint}${path} answered no list of files. Does HF_ENDPOINT name a mirror of the hub?`,
  );
}

const toHubFile = ({ path, size, oid, lfs }: TreeEntry): HubFile =>
  lfs === undefined
    ? { path, bytes: size, hash: { kind: 'git', value: oid } }
    : { path, bytes: lfs.size, hash: { kind: 'sha256', value: lfs.oid } };
