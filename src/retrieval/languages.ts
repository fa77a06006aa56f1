/** Articles in more than one language: those in the language of the question are not the better for it. */
import { withoutLanguage } from '../embedding/language-axis.ts';
import type { Manifest } from '../index/manifest.ts';

/** A language with a smaller share of the articles has some pages that strayed in. */
const LEAST_SHARE = 0.02;

/** What the vector of a question is compared with passages by. */
export function comparable(
  vector: Float32Array,
  { model, languages, articles }: Pick<Manifest, 'model' | 'languages' | 'articles'>,
): Float32Array {
  const spoken = Object.values(languages).filter((count) => count > LEAST_SHARE * articles);
  return spoken.length > 1 ? withoutLanguage(vector, model.name) : vector;
}
