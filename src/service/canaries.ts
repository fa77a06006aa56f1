/** Questions that an index has to be able to answer before anybody else asks it. */
import { answerQuestion } from '../answer/answer.ts';
import type { Engine } from '../engine.ts';
import { IndexError } from '../index/manifest.ts';

/** Articles asked for. This loads the dictionary too, half a second that the first person would wait for. */
const CANARIES = 5;
/** Characters of the text asked with the title: of 100 news articles, 98 are found first by the title, 100 with them. */
const TEXT_LENGTH = 200;

/**
 * Asks for articles spread over the index by their title and beginning, which have to come first.
 * Throws {@link IndexError} where most do not: a reprint may come before its article, but not each time.
 */
export async function checkCanaries(engine: Engine): Promise<void> {
  const { index } = engine;
  const { articles } = index.manifest;
  const count = Math.min(CANARIES, articles);
  let found = 0;
  for (let i = 0; i < count; i++) {
    const { title, text } = index.article(Math.floor((i * articles) / count));
    const { closest } = await answerQuestion(engine, `${title} ${text.slice(0, TEXT_LENGTH)}`);
    if (closest[0] === title) found++;
  }
  if (found * 2 < count)
    throw new IndexError(
      `The index ${index.build} is of no use: of ${count} articles asked for by their beginning it finds ${found}`,
    );
}
