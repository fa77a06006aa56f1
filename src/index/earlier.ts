/** What a build can take over from the one before it. */
import { join } from 'node:path';
import type { Embedder } from '../embedding/embedder.ts';
import { dictionaryFingerprint } from '../text/data-file.ts';
import { named } from './files.ts';
import type { KeywordArrays } from './keyword-index.ts';
import { IndexError, type Manifest } from './manifest.ts';
import { type PassageKey, passageKey } from './passage-key.ts';
import { readBuild } from './read-build.ts';

export interface Earlier {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly keywords: KeywordArrays;
  /** Number of a passage of this key, or -1; of several, the one at `place`. */
  find(key: PassageKey, place: number): number;
  vector(number: number): Float32Array;
}

/** Reads a build. Throws {@link IndexError} where it is damaged, or was made otherwise than one would be made now. */
export function readEarlier(embeddings: string, build: string, embedder: Embedder): Earlier {
  const { folder, manifest, passages, keywords, article } = readBuild(join(embeddings, build), embedder);
  if (manifest.dictionary !== named('dictionary', 'read', dictionaryFingerprint))
    throw new IndexError('The index was made with another dictionary');
  const keys: PassageKey[] = [];
  let current = article(0);
  for (let i = 0; i < manifest.passages; i++) {
    if (passages.article[i] !== passages.article[i - 1]) current = article(passages.article[i]!);
    keys.push(passageKey(current, current.text.slice(passages.start[i], passages.end[i])));
  }
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const { dimensions } = manifest;
  return {
    folder,
    manifest,
    keywords,
    find: (key, place) => (keys[place] === key ? place : (numbers.get(key) ?? -1)),
    vector: (number) => passages.vectors.subarray(number * dimensions, (number + 1) * dimensions),
  };
}
