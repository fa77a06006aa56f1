/** Searches of one index of the engine: several at once, and all documents of a kind. */
import type { SearchClient } from '../client.ts';

/** Documents that one request brings. */
const PAGE = 5_000;

export interface Hits<T> {
  readonly hits: {
    readonly hits: readonly { readonly _score: number; readonly _source: T; readonly sort?: unknown[] }[];
  };
  readonly aggregations?: { readonly articles: { readonly buckets: readonly { readonly key: number }[] } };
  readonly error?: unknown;
  readonly status?: number;
}

export const totalOf = (found: object): number =>
  (found as { hits: { total: { value: number } } }).hits.total.value;

export type Requests = ReturnType<typeof requestsTo>;

export function requestsTo(client: SearchClient, index: string) {
  const search = async <T>(bodies: readonly object[]): Promise<Hits<T>[]> => {
    if (bodies.length === 0) return [];
    // A part of an answer is none: who asks is told that the engine does not answer.
    const lines = bodies.flatMap((body) => [{ allow_partial_search_results: false }, body]);
    const { responses } = await client.askLines<{ responses: Hits<T>[] }>(`/${index}/_msearch`, lines);
    for (const { error, status } of responses) if (error) throw client.refusal(status ?? 500, error);
    return responses;
  };
  /** All documents of a kind, in the order of a field. */
  async function* each<T>(
    kind: string,
    field: string,
    fields: readonly string[],
    filter: readonly object[] = [],
  ) {
    let after: unknown[] | undefined;
    do {
      const query = { bool: { filter: [{ term: { kind } }, ...filter] } };
      const body = { size: PAGE, query, _source: fields, sort: [{ [field]: 'asc' }] };
      const [found] = await search<T>([{ ...body, ...(after && { search_after: after }) }]);
      const { hits } = found!.hits;
      for (const { _source } of hits) yield _source;
      after = hits.length < PAGE ? undefined : hits.at(-1)!.sort;
    } while (after !== undefined);
  }

  return { search, each };
}
