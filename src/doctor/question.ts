/** Whether questions find what they ask for, all the way that the bot's questions take. */
import type { Answer, Source } from '../answer-types.ts';
import type { Config } from '../config.ts';
import { currentBuild } from '../index/generations.ts';
import { IndexError } from '../index/manifest.ts';
import type { ArticleView, Library, PageLibrary } from '../library.ts';
import { isWithinScope, SHARED } from '../scope.ts';
import { startAnswerer } from '../service/answerer.ts';
import type { Call, Method } from '../service/messages.ts';

/** A process that takes this long for one question answers none. */
const QUESTION_DEADLINE_MS = 25_000;
/** Articles asked for. */
const CANARIES = 5;
/** Characters of the text asked with the title, as the canaries of a build do. */
const TEXT_LENGTH = 200;

/** Asks in a process of its own, as the bot and the chat do. */
export async function checkQuestion(config: Config): Promise<string> {
  const { embeddings, embeddingModel: model, models, rerank, minConfidence, search } = config;
  const build = currentBuild(embeddings);
  if (build === null) throw new IndexError(`There is no index in ${embeddings}`);
  const closing = new AbortController();
  const options = { embeddings, model, models, rerank, minConfidence, search, build };
  const answerer = await startAnswerer(options, QUESTION_DEADLINE_MS, closing.signal);
  const call = <M extends Method>(
    method: M,
    ...args: Parameters<PageLibrary[M]>
  ): ReturnType<PageLibrary[M]> => answerer.call({ method, args } as Call) as ReturnType<PageLibrary[M]>;
  try {
    return await askCanaries({
      ask: (text) => call('ask', text),
      articles: () => call('articles'),
      article: (id) => call('article', id),
    });
  } finally {
    closing.abort();
  }
}

/**
 * Asks for articles spread over the index by their title and beginning: most have to come first, as another report of an
 * event may come before its article.
 */
export async function askCanaries({
  ask,
  articles,
  article,
}: Pick<Library, 'ask' | 'articles' | 'article'>): Promise<string> {
  const all = (await articles()).filter((one) => isWithinScope(one, SHARED));
  const count = Math.min(CANARIES, all.length);
  const missed: string[] = [];
  let elapsedMs = 0;
  for (let i = 0; i < count; i++) {
    const source = all[Math.floor((i * all.length) / count)]!;
    const answer = await ask(beginningOf((await article(source.id))!));
    elapsedMs += answer.elapsedMs;
    if (!isFirst(source, answer, all)) missed.push(source.title);
  }
  if (missed.length * 2 > count)
    // Not without --full: of a whole index a build takes everything over.
    throw new Error(
      `Of ${count} articles asked for by their title and beginning, ${missed.length} are not found first: ` +
        `${missed.map((title) => JSON.stringify(title)).join(', ')}. Run: npm run index -- --full. ` +
        'If that does not help, leave RERANK_MODEL out, or set another EMBEDDING_MODEL.',
    );
  const found = `${count - missed.length} of ${count} articles asked for by their title and beginning are found first`;
  return `${found}; ${Math.round(elapsedMs / count)} ms a question`;
}

const beginningOf = ({ title, passages }: ArticleView): string =>
  `${title} ${(passages[0]?.text ?? '').slice(0, TEXT_LENGTH)}`;

/** True where the best passage is of the article, of one with the same title, or of one that it is a reprint of. */
function isFirst({ id, title }: Source, { passages, evidence }: Answer, all: readonly Source[]): boolean {
  const best = passages[0]?.article;
  const reprints = evidence.filter(({ article }) => article.id === best).flatMap(({ alsoIn }) => alsoIn);
  return (
    best === id ||
    all.find((source) => source.id === best)?.title === title ||
    reprints.some((reprint) => reprint.id === id)
  );
}
