/** How an index in OpenSearch is laid out: passages, articles, terms and groups of articles in one index a build. */

/** Raise it when a field changes its form. */
export const MAPPING_VERSION = 1;

/** Of the graph of vectors, as that of the files. */
const LINKS = 16;
const EF_CONSTRUCTION = 200;
/** Passages that a shard is worth its cost for. */
const PASSAGES_OF_SHARD = 5_000;
const MOST_SHARDS = 64;

export interface Layout {
  readonly dimensions: number;
  readonly passages: number;
  /** Nodes that hold data. */
  readonly nodes: number;
  /** What the index says of itself, as text. */
  readonly about: string;
}

/** Body of the request that makes an index. Vectors and weights are not in what is read back: documents are written whole. */
export const indexBody = ({ dimensions, passages, nodes, about }: Layout): object => ({
  settings: {
    'index.knn': true,
    number_of_shards: Math.max(1, Math.min(nodes, MOST_SHARDS, Math.ceil(passages / PASSAGES_OF_SHARD))),
    number_of_replicas: nodes > 1 ? 1 : 0,
    refresh_interval: '-1',
  },
  mappings: {
    dynamic: 'strict',
    _meta: { mapping: MAPPING_VERSION, about },
    _source: { excludes: ['dense', 'sparse'] },
    properties: {
      kind: { type: 'keyword' },
      /** Of a passage or an article. */
      number: { type: 'integer' },
      article: { type: 'integer' },
      passages: { type: 'integer', index: false },
      id: { type: 'keyword' },
      term: { type: 'keyword' },
      server: { type: 'keyword' },
      parts: { type: 'keyword' },
      day: { type: 'integer' },
      sparse: { type: 'rank_features' },
      dense: {
        type: 'knn_vector',
        dimension: dimensions,
        method: {
          ...{ name: 'hnsw', engine: 'lucene', space_type: 'innerproduct' },
          parameters: { m: LINKS, ef_construction: EF_CONSTRUCTION },
        },
      },
      payload: { type: 'binary' },
      data: { type: 'object', enabled: false },
    },
  },
});

/** Of articles that all see. */
export const ALL = 'all';

/** A point would part the name of a field; no text has this one, which is a point once it is normalised. */
export const featureOf = (term: string): string => term.replaceAll('.', '\u2024');

/** What a document is found by. */
export const passageId = (number: number): string => `p${number}`;
export const articleId = (number: number): string => `a${number}`;
export const termId = (term: string): string => `t${term}`;

/** Longer terms, such as addresses, are left out: an id has 512 bytes at most. */
export const isKept = (term: string): boolean => term.length <= 160;
