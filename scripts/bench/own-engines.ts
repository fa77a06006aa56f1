/** This project: what it finds for a vector that is handed over, as the peers do, and whole, from a question to its answer. */
import { answerQuestion } from '../../src/answer/answer.ts';
import { findEmbedder } from '../../src/embedding/embedder.ts';
import { openBuild } from '../../src/engine.ts';
import { type OpenIndex, openIndex } from '../../src/index/open.ts';
import { readQuestion } from '../../src/question/question.ts';
import { fusionOf } from '../../src/retrieval/fuse.ts';
import { retrieve } from '../../src/retrieval/retrieve.ts';
import type { Engine, Found } from './engine.ts';

/** Passages and articles told in an answer. */
const TOLD = 10;

/** Reading the question's words and the search of both legs, with fusion and folding. `folder` is that of the index. */
export const searching = (model: string): Engine => ({
  build: null,
  async open(folder) {
    const index = openIndex(folder, findEmbedder(model));
    return async ({ text, vector }) => {
      const question = readQuestion(text, undefined, index.manifest.typicalDate);
      if (question === null) return [];
      const { articles } = await retrieve(index, fusionOf(model), { ...question, vector }, TOLD);
      return foundBy(index, articles);
    };
  },
});

/** All of it: embedding the question, search, sentences, facts, quotes. */
export const answering = (model: string): Engine => ({
  build: null,
  async open(folder) {
    const engine = await openBuild({ model, embeddings: folder });
    return async ({ text }) => {
      const { passages } = await answerQuestion(engine, text);
      return [...new Set(passages.map(({ article }) => article))].map((article) => [article]);
    };
  },
});

const foundBy = (
  index: OpenIndex,
  articles: readonly { readonly article: number; readonly alsoIn: readonly number[] }[],
): Found =>
  articles.map(({ article, alsoIn }) => [article, ...alsoIn].map((number) => index.article(number).id));
