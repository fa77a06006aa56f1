/** The real path over a corpus: the embedded model, and an index built into a folder of its own. */
import { fileURLToPath } from 'node:url';
import { listCorpus } from '../src/documents/list.ts';
import { type Embedder, loadEmbedder } from '../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../src/embedding/models.ts';
import type { Engine } from '../src/engine.ts';
import { type BuildResult, buildIndex } from '../src/index/build.ts';
import { type OpenIndex, openIndex } from '../src/index/open.ts';
import { readQuestion } from '../src/question/question.ts';
import { fusionOf } from '../src/retrieval/fuse.ts';
import { type Leg, type Retrieved, retrieve } from '../src/retrieval/retrieve.ts';
import { readTexts, type Texts } from '../src/retrieval/texts.ts';
import { makeFolder } from './temporary-folder.ts';

export const STARTING_CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));

let embeddedModel: Promise<Embedder> | undefined;

/** The embedded model, loaded once for all tests of a process: that takes longer than building a small index. */
export function loadEmbeddedModel(): Promise<Embedder> {
  embeddedModel ??= loadEmbedder(STATIC_MODEL);
  return embeddedModel;
}

/** Builds the index of a corpus in `embeddings`. */
export const buildCorpus = async (corpus: string, embeddings: string): Promise<BuildResult> =>
  buildIndex(listCorpus([corpus]), embeddings, await loadEmbeddedModel());

export async function openCorpus(corpus: string, embeddings = makeFolder()): Promise<Engine<OpenIndex>> {
  const embedder = await loadEmbeddedModel();
  const built = await buildCorpus(corpus, embeddings);
  return { index: openIndex(embeddings, embedder), embedder, built };
}

let startingCorpus: { readonly embeddings: string; readonly engine: Promise<Engine<OpenIndex>> } | undefined;

/** The starting corpus, opened once for all tests of a process, and the folder of its index; to be read only. */
export function openStartingCorpus(): {
  readonly embeddings: string;
  readonly engine: Promise<Engine<OpenIndex>>;
} {
  if (startingCorpus === undefined) {
    const embeddings = makeFolder();
    startingCorpus = { embeddings, engine: openCorpus(STARTING_CORPUS, embeddings) };
  }
  return startingCorpus;
}

/** What the engine finds for a question: ten passages and ten articles at most. */
export async function find(engine: Engine, text: string, leg?: Leg): Promise<Retrieved> {
  const question = readQuestion(text)!;
  const vector = await engine.embedder.embedQuestion(question.text);
  return retrieve(engine.index, fusionOf(engine.embedder.model), { ...question, vector }, 10, leg);
}

/** Ids of the articles that a question finds, best first; a reprint stands behind its article after `+`. */
export async function rankedIds(engine: Engine<OpenIndex>, text: string, leg?: Leg): Promise<string[]> {
  const { articles } = await find(engine, text, leg);
  const idOf = (number: number): string => engine.index.article(number).id;
  return articles.map(({ article, alsoIn }) => [article, ...alsoIn].map(idOf).join('+'));
}

/** All articles of a small corpus, as if each of their passages was found for a question. */
export async function readAll({ index, embedder }: Engine<OpenIndex>, question: string): Promise<Texts> {
  const hit = { score: 1, rank: 1, keywordRank: null, denseRank: null };
  const passages = Array.from({ length: index.manifest.passages }, (_, passage) => ({
    ...{ ...hit, passage, article: index.articleOf(passage) },
  }));
  return readTexts(index, await embedder.embedQuestion(question), { passages, articles: [] }, []);
}
