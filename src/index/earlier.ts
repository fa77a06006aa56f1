/** What a build can take over from the one before it. */
import { join } from 'node:path';
import type { EmbeddedPassage, Embedder } from '../embedding/embedder.ts';
import { named } from '../file-error.ts';
import { dictionaryFingerprint } from '../text/data-file.ts';
import type { StoredKeywords } from './keyword-index.ts';
import { IndexError, type Manifest } from './manifest.ts';
import { KEY_BYTES, type PassageKey } from './passage-key.ts';
import { readBuild } from './read-build.ts';

export interface Earlier {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly keywords: StoredKeywords;
  /** Number of a passage of this key, or -1; of several, the one at `place`. */
  find(key: PassageKey, place: number): number;
  vectors(number: number): EmbeddedPassage;
}

/** Reads a build. Throws {@link IndexError} where it is damaged, or was made otherwise than one would be made now. */
export function readEarlier(embeddings: string, build: string, embedder: Embedder): Earlier {
  const { folder, manifest, passages, vectors, sentences, keywords } = readBuild(
    join(embeddings, build),
    embedder,
  );
  if (manifest.dictionary !== named('dictionary', 'read', dictionaryFingerprint))
    throw new IndexError('The index was made with another dictionary');
  const bytes = Buffer.from(passages.keys.buffer, passages.keys.byteOffset, passages.keys.byteLength);
  const keys = Array.from(
    { length: manifest.passages },
    (_, i) => bytes.toString('base64', i * KEY_BYTES, (i + 1) * KEY_BYTES) as PassageKey,
  );
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {
    folder,
    manifest,
    keywords,
    find: (key, place) => (keys[place] === key ? place : (numbers.get(key) ?? -1)),
    vectors: (number) => ({ vector: vectors.of(number), ...sentences(number) }),
  };
}
