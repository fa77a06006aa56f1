/**
 * What in a vector only tells the language of its text. A model that was trained on pairs of texts puts all of one language
 * apart from all of the other: of articles in both, those in the language of the question would stand nearer whatever they say.
 */
import axes from './language-axes.json' with { type: 'json' };
import { lastPart } from './models.ts';
import { toUnitLength } from './pooling.ts';

/** The vector of a question with nothing of its language, at unit length; as it is where that was not measured for the model. */
export function withoutLanguage(vector: Float32Array, model: string): Float32Array {
  const axis = (axes as Readonly<Record<string, readonly number[]>>)[lastPart(model)];
  if (axis === undefined) return vector;
  const along = vector.reduce((sum, value, i) => sum + value * axis[i]!, 0);
  return toUnitLength(vector.map((value, i) => value - along * axis[i]!));
}
