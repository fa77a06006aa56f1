/** Questions that an index has to be able to answer before anybody else asks it. */
import type { Embedder } from '../embedding/embedder.ts';
import { hasTerms, questionTerms } from '../text/analyze.ts';
import { IndexError } from './manifest.ts';
import type { OpenIndex } from './open.ts';

/** Articles asked for. This loads the dictionary too, half a second that the first person would wait for. */
const CANARIES = 5;
/** Characters of the text asked with the title, which alone says little in some corpora. */
const TEXT_LENGTH = 200;
/** Nearest passages looked at. */
const NEAREST = 10;

/**
 * Asks for articles spread over the index by their title and beginning, which have to come first.
 * Throws {@link IndexError} where most do not: another report of an event may come before its article, but not each time.
 */
export async function checkCanaries(index: OpenIndex, embedder: Embedder): Promise<void> {
  const { articles } = index.manifest;
  const count = Math.min(CANARIES, articles);
  let found = 0;
  for (let i = 0; i < count; i++)
    if (await isFound(index, embedder, Math.floor((i * articles) / count))) found++;
  if (found * 2 < count)
    throw new IndexError(
      `The index ${index.build} is of no use: of ${count} articles asked for by their beginning it finds ${found}`,
    );
}

/** True where an article, or a reprint of it, is first by the scores of both legs together. */
async function isFound(index: OpenIndex, embedder: Embedder, article: number): Promise<boolean> {
  const { title, text } = index.article(article);
  const question = `${title} ${text.slice(0, TEXT_LENGTH)}`;
  // Marks and pictures alone find nothing in any index.
  if (!hasTerms(question)) return true;
  const vector = await embedder.embedQuestion(question);
  const keywords = index.keywords.scores(questionTerms(question));
  const nearest = index.vectors.search(vector, NEAREST);
  const bestKeyword = keywords.reduce((best, score) => Math.max(best, score), 0) || 1;
  const bestSimilarity = nearest[0]?.similarity || 1;
  const similarities = new Map(nearest.map(({ passage, similarity }) => [passage, similarity]));
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [passage, keyword] of keywords.entries()) {
    const score = keyword / bestKeyword + (similarities.get(passage) ?? 0) / bestSimilarity;
    if (score > bestScore) {
      best = index.articleOf(passage);
      bestScore = score;
    }
  }
  return best === article || index.article(best).title === title || index.nearDuplicates(best, article);
}
