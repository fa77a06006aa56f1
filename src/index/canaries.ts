/** Questions that an index has to be able to answer before anybody else asks it. */
import type { Embedder } from '../embedding/embedder.ts';
import { hasTerms, questionTerms } from '../text/analyze.ts';
import { IndexError } from './manifest.ts';
import type { SearchIndex } from './search-index.ts';

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
export async function checkCanaries(index: SearchIndex, embedder: Embedder): Promise<void> {
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
async function isFound(index: SearchIndex, embedder: Embedder, article: number): Promise<boolean> {
  const { title, text } = (await index.read([article], [], [])).article(article);
  const question = `${title} ${text.slice(0, TEXT_LENGTH)}`;
  // Marks and pictures alone find nothing in any index.
  if (!hasTerms(question)) return true;
  const vector = await embedder.embedQuestion(question);
  const { passages, keywords, facts } = await index.candidates({
    ...{ vector, k: NEAREST, terms: questionTerms(question) },
  });
  const measured = passages.map((passage) => ({
    passage,
    keyword: keywords[passage]!,
    similarity: facts.similarity(vector, passage),
  }));
  const bestKeyword = Math.max(...measured.map(({ keyword }) => keyword)) || 1;
  const bestSimilarity = Math.max(...measured.map(({ similarity }) => similarity)) || 1;
  const [first] = measured
    .map(({ passage, keyword, similarity }) => ({
      article: facts.articleOf(passage),
      score: keyword / bestKeyword + similarity / bestSimilarity,
    }))
    .sort((a, b) => b.score - a.score);
  if (first === undefined) return false;
  if (first.article === article) return true;
  const best = (await index.read([first.article], [], [])).article(first.article);
  const isNear = passages.some((passage) => facts.articleOf(passage) === article);
  return best.title === title || (isNear && facts.nearDuplicates(first.article, article));
}
