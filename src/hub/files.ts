/** What the hub states of a model's files. */

import { reasonOf } from '../http.ts';
import { HubError } from './hub.ts';
import { filesOfModel } from './layout.ts';
import type { Hub } from './request.ts';

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
