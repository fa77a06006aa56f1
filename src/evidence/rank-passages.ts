/** The order of the passages once their sentences are read: each by its best sentence and by its own score. */
import { weighFeatures } from '../linear.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Sentence } from '../sentences/sentences.ts';
import type { PassageFeatures } from './features.ts';
import { scoreSentence } from './quotes.ts';
import { PASSAGE_WEIGHTS } from './weights.ts';

/** What each passage is ranked by, in their order; those whose sentences were not read come after the others. */
export function passageFeatures(
  passages: readonly PassageHit[],
  sentences: readonly Sentence[],
): (PassageFeatures | null)[] {
  const best = new Map<number, number>();
  for (const { hit, features } of sentences)
    best.set(hit.passage, Math.max(scoreSentence(features), best.get(hit.passage) ?? -Infinity));
  const highest = passages[0]?.score || 1;
  return passages.map(({ passage, score, keywordRank }) => {
    const sentence = best.get(passage);
    return sentence === undefined
      ? null
      : { sentence, passage: score / highest, firstByWords: keywordRank === 1 ? 1 : 0 };
  });
}

/** The passages, best first; `rank` counts anew, the rest of a hit stays what retrieval found. */
export function rankPassages(passages: readonly PassageHit[], sentences: readonly Sentence[]): PassageHit[] {
  const features = passageFeatures(passages, sentences);
  const scores = features.map((one) => (one === null ? -Infinity : weighFeatures(PASSAGE_WEIGHTS, one)));
  return passages
    .map((hit, i) => ({ hit, score: scores[i]! }))
    .sort((a, b) => b.score - a.score || a.hit.rank - b.hit.rank)
    .map(({ hit }, i) => ({ ...hit, rank: i + 1 }));
}
