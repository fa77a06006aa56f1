/**
 * What the terminal and Discord ask of whoever holds model and index. Arguments and results are plain data, so that
 * they may come from another process.
 */
import { type AskOptions, answerQuestion } from './answer/answer.ts';
import type { Engine } from './engine.ts';
import { sourceOf } from './index/open.ts';
import type { Answer, Source } from './types.ts';

export interface LibraryStatus {
  /** Name of the build of the index that answers now. */
  readonly index: string;
  /** When it was built, ISO 8601. */
  readonly builtAt: string;
  readonly articles: number;
  readonly passages: number;
  readonly model: string;
}

/** An article in the passages it was split into, in the order of its text. */
export interface ArticleView extends Source {
  readonly passages: readonly { readonly id: string; readonly text: string }[];
}

export interface Library {
  /** Answers from exactly one build of the index. */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  status(): Promise<LibraryStatus>;
  /** All articles, in the order of the index. */
  articles(): Promise<readonly Source[]>;
  /** Null where the index has no article of this id. */
  article(id: string): Promise<ArticleView | null>;
  /** Lets model and index go; nothing may be asked afterwards. */
  close(): Promise<void>;
}

/** A library over an engine of this process. */
export function libraryOf(engine: Engine): Library {
  const { index } = engine;
  const { build, manifest } = index;
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  return {
    ask: (question, options) => answerQuestion(engine, question, options),
    status: async () => ({
      index: build,
      builtAt: manifest.builtAt,
      articles: manifest.articles,
      passages: manifest.passages,
      model: manifest.model.name,
    }),
    articles: async () => numbers(manifest.articles).map((number) => sourceOf(index, number)),
    article: async (id) => {
      const number = numbers(manifest.articles).find((candidate) => index.article(candidate).id === id);
      if (number === undefined) return null;
      const passages = numbers(manifest.passages)
        .filter((passage) => index.articleOf(passage) === number)
        .map((passage) => ({ id: index.passage(passage).id, text: index.passageText(passage) }));
      return { ...sourceOf(index, number), passages };
    },
    close: async () => {},
  };
}
