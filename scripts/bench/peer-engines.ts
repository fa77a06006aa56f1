/** The peers, each as its manual shows it, over the same passages and vectors. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchPassages } from './data.ts';
import { articlesOf, type Engine, PASSAGES_ASKED } from './engine.ts';
import type { Peer } from './peers.ts';

interface Modules {
  readonly langchain: {
    readonly Document: new (fields: {
      pageContent: string;
      metadata: { article: string };
    }) => LangChainDocument;
    readonly HNSWLib: {
      new (embeddings: object, options: { space: string; numDimensions: number }): LangChainStore;
      load(folder: string, embeddings: object): Promise<LangChainStore>;
    };
  };
  readonly orama: {
    create(options: object): object;
    insertMultiple(database: object, rows: readonly object[]): Promise<unknown>;
    save(database: object): object;
    load(database: object, saved: object): void;
    search(database: object, query: object): Promise<{ hits: readonly { document: { article: string } }[] }>;
  };
  readonly minisearch: {
    readonly MiniSearch: {
      new (options: object): MiniSearch;
      loadJSON(json: string, options: object): MiniSearch;
    };
  };
  readonly vectra: { readonly LocalIndex: new (folder: string) => VectraIndex };
  readonly hnswlib: { readonly HierarchicalNSW: new (space: string, dimensions: number) => Graph };
}

interface LangChainDocument {
  readonly metadata: { readonly article: string };
}
interface LangChainStore {
  addVectors(vectors: readonly number[][], documents: readonly LangChainDocument[]): Promise<void>;
  save(folder: string): Promise<void>;
  similaritySearchVectorWithScore(
    vector: number[],
    k: number,
  ): Promise<readonly (readonly [LangChainDocument, number])[]>;
}
interface MiniSearch {
  addAll(rows: readonly object[]): void;
  search(text: string): readonly { article: string }[];
}
interface VectraIndex {
  createIndex(options: object): Promise<void>;
  batchInsertItems(rows: readonly object[]): Promise<unknown>;
  queryItems(
    vector: number[],
    text: string,
    k: number,
  ): Promise<readonly { item: { metadata: { article: string } } }[]>;
}
interface Graph {
  initIndex(options: object): void;
  addPoint(vector: number[], label: number): void;
  writeIndexSync(path: string): void;
  readIndexSync(path: string): void;
  setEf(ef: number): void;
  searchKnn(vector: number[], k: number): { neighbors: number[] };
}

/** Chinese in pairs of characters, as none of the peers cuts it by itself, and words of other letters. */
const tokenize = (text: string): string[] =>
  [...text.toLowerCase().matchAll(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu)].flatMap(([run]) =>
    /^\p{Script=Han}{2}/u.test(run)
      ? Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
      : run,
  );

const rowsOf = <T extends object>({ texts, articles }: BenchPassages, more: (i: number) => T) =>
  texts.map((text, i) => ({ text, article: articles[i]!, ...more(i) }));

/** Each with its module, which lies in the folder of the peers. */
const ENGINES: { readonly [P in Peer]: (module: Modules[P]) => Engine } = {
  langchain: ({ Document, HNSWLib }) => ({
    async build({ texts, articles, vectors, dimensions }, folder) {
      const store = new HNSWLib({}, { space: 'cosine', numDimensions: dimensions });
      const documents = texts.map(
        (text, i) => new Document({ pageContent: text, metadata: { article: articles[i]! } }),
      );
      await store.addVectors(
        vectors.map((one) => Array.from(one)),
        documents,
      );
      await store.save(folder);
    },
    async open(folder) {
      const store = await HNSWLib.load(folder, {});
      return async ({ vector }) => {
        const hits = await store.similaritySearchVectorWithScore(Array.from(vector), PASSAGES_ASKED);
        return articlesOf(hits.map(([{ metadata }]) => metadata.article));
      };
    },
  }),

  orama: ({ create, insertMultiple, save, load, search }) => {
    const tokenizer = { language: 'bench', normalizationCache: new Map(), tokenize };
    const empty = (dimensions: number): object =>
      create({
        schema: { text: 'string', vector: `vector[${dimensions}]` },
        components: { tokenizer },
      });
    return {
      async build(passages, folder) {
        const database = empty(passages.dimensions);
        const rows = rowsOf(passages, (i) => ({ vector: Array.from(passages.vectors[i]!) }));
        await insertMultiple(database, rows);
        writeFileSync(join(folder, 'orama.json'), JSON.stringify(save(database)));
        writeFileSync(join(folder, 'dimensions.json'), JSON.stringify(passages.dimensions));
      },
      async open(folder) {
        const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
        const database = empty(read('dimensions.json'));
        load(database, read('orama.json'));
        return async ({ text, vector }) => {
          const query = { mode: 'hybrid', term: text, properties: ['text'], limit: PASSAGES_ASKED };
          // By itself it leaves out what is less similar than .8, which with some models is everything.
          const near = { similarity: 0.3, vector: { value: Array.from(vector), property: 'vector' } };
          const { hits } = await search(database, { ...query, ...near });
          return articlesOf(hits.map(({ document }) => document.article));
        };
      },
    };
  },

  minisearch: ({ MiniSearch }) => {
    const options = { fields: ['text'], storeFields: ['article'], tokenize };
    return {
      async build(passages, folder) {
        const index = new MiniSearch(options);
        index.addAll(rowsOf(passages, (id) => ({ id })));
        writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index));
      },
      async open(folder) {
        const index = MiniSearch.loadJSON(readFileSync(join(folder, 'minisearch.json'), 'utf8'), options);
        return async ({ text }) =>
          articlesOf(
            index
              .search(text)
              .slice(0, PASSAGES_ASKED)
              .map(({ article }) => article),
          );
      },
    };
  },

  vectra: ({ LocalIndex }) => ({
    async build({ articles, vectors }, folder) {
      const index = new LocalIndex(folder);
      await index.createIndex({ version: 1, deleteIfExists: true });
      await index.batchInsertItems(
        articles.map((article, i) => ({ vector: Array.from(vectors[i]!), metadata: { article } })),
      );
    },
    async open(folder) {
      const index = new LocalIndex(folder);
      return async ({ vector, text }) => {
        const hits = await index.queryItems(Array.from(vector), text, PASSAGES_ASKED);
        return articlesOf(hits.map(({ item }) => item.metadata.article));
      };
    },
  }),

  hnswlib: ({ HierarchicalNSW }) => ({
    async build({ articles, vectors, dimensions }, folder) {
      const graph = new HierarchicalNSW('ip', dimensions);
      graph.initIndex({ maxElements: vectors.length, m: 16, efConstruction: 200, randomSeed: 100 });
      for (const [i, vector] of vectors.entries()) graph.addPoint(Array.from(vector), i);
      graph.writeIndexSync(join(folder, 'graph.hnsw'));
      writeFileSync(join(folder, 'articles.json'), JSON.stringify({ articles, dimensions }));
    },
    async open(folder) {
      const { articles, dimensions } = JSON.parse(readFileSync(join(folder, 'articles.json'), 'utf8'));
      const graph = new HierarchicalNSW('ip', dimensions);
      graph.readIndexSync(join(folder, 'graph.hnsw'));
      graph.setEf(200);
      return async ({ vector }) => {
        const { neighbors } = graph.searchKnn(Array.from(vector), Math.min(PASSAGES_ASKED, articles.length));
        return articlesOf(neighbors.map((passage) => articles[passage]));
      };
    },
  }),
};

/** Loads a peer from the folder it was installed in. */
export async function peerEngine<P extends Peer>(peer: P, folder: string): Promise<Engine> {
  const module = (await import(pathToFileURL(join(folder, `${peer}.js`)).href)) as Modules[P];
  return ENGINES[peer](module);
}
