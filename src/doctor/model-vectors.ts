/** Whether this processor makes the vectors that a model was measured with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type Embedder, loadEmbedder } from '../embedding/embedder.ts';
import { STATIC_MODEL } from '../embedding/models.ts';
import { dot } from '../index/vector-index.ts';
import { completeFolder, ModelError, readJson } from '../model/folder.ts';
import type { Warning } from './checks.ts';

/** Beside a model's files: texts, and their vectors where its figures were measured. */
export const REFERENCE = 'reference.json';
/** Other roundings of one network stay above .99; sums of 8-bit numbers that overflow fall far below. */
const MIN_SIMILARITY = 0.98;

/** A text as it is embedded, without its prefix, and its unit vector. */
export interface ReferenceVector {
  readonly kind: 'question' | 'passage';
  readonly text: string;
  readonly vector: readonly number[];
}

/** Null for a model without reference vectors. Throws {@link ModelError} where they are not this model's. */
export async function checkVectors({ embeddingModel, models }: Config): Promise<string | Warning | null> {
  const folder = completeFolder(embeddingModel, models, 'EMBEDDING_MODEL');
  if (!existsSync(join(folder, REFERENCE))) return null;
  const references = readReferences(folder);
  const embedder = await loadEmbedder(embeddingModel, models);
  let least = 1;
  for (const { kind, text, vector } of references) {
    if (vector.length !== embedder.dimensions)
      throw new ModelError(`${join(folder, REFERENCE)} is of another model. ${REMEDY}`);
    least = Math.min(least, dot(vector, await embedAs(embedder, kind, text)));
  }
  const found = `cosine ${least.toFixed(3)} at the least of ${references.length} texts`;
  if (least >= MIN_SIMILARITY) return `those that the model was measured with (${found})`;
  return {
    warning:
      `this processor makes others than the model was measured with (${found}, expected ${MIN_SIMILARITY} or more), ` +
      'so it may find worse passages. Processors without VNNI instructions can cut off sums of 8-bit numbers. Use a ' +
      `newer one, or set EMBEDDING_MODEL=${STATIC_MODEL}, which none changes, and run: npm run index`,
  };
}

const REMEDY = 'Copy the model again from where it is whole, or remove that file.';

function readReferences(folder: string): readonly ReferenceVector[] {
  const { vectors } = readJson(folder, REFERENCE);
  const isWhole =
    Array.isArray(vectors) &&
    vectors.length > 0 &&
    vectors.every(
      ({ kind, text, vector }: Partial<ReferenceVector>) =>
        (kind === 'question' || kind === 'passage') && typeof text === 'string' && Array.isArray(vector),
    );
  if (!isWhole) throw new ModelError(`${join(folder, REFERENCE)} holds no vectors of texts. ${REMEDY}`);
  return vectors as ReferenceVector[];
}

/** The vector of a text alone. */
export async function embedAs(
  embedder: Embedder,
  kind: ReferenceVector['kind'],
  text: string,
): Promise<Float32Array> {
  if (kind === 'question') return embedder.embedQuestion(text);
  return (await embedder.embedPassages([{ text, units: [] }]))[0]!.vector;
}
