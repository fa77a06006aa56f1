/** Questions that an index has to be able to answer before anybody else asks it. */
import { answerQuestion } from '../answer/answer.ts';
import type { Engine } from '../engine.ts';
import { IndexError } from '../index/manifest.ts';

/** Titles asked. They also load the dictionary, half a second that the first person would wait for. */
const CANARIES = 5;

/**
 * Asks the titles of articles spread over the index, each of which should find its own article.
 * Throws {@link IndexError} where most find something else: titles may repeat, but not all.
 */
export async function checkCanaries(engine: Engine): Promise<void> {
  const { index } = engine;
  const { articles } = index.manifest;
  const count = Math.min(CANARIES, articles);
  let found = 0;
  for (let i = 0; i < count; i++) {
    const { id, title } = index.article(Math.floor((i * articles) / count));
    const { passages } = await answerQuestion(engine, title);
    if (passages.some(({ article, score }) => article === id && Number.isFinite(score))) found++;
  }
  if (found * 2 < count)
    throw new IndexError(
      `The index ${index.build} is of no use: of ${count} articles asked for by their titles it finds ${found}`,
    );
}
