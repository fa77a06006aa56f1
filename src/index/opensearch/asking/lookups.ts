/** What is looked up by number or by word, kept for the questions that follow: a build never changes. */
import type { SearchClient } from '../client.ts';
import { featureOf, passageId, termId } from '../mapping.ts';
import { type Payload, unpack } from '../payload.ts';

/** Some 4 KB each. */
const MAX_PAYLOADS = 10_000;
const MAX_TERMS = 200_000;
/** Documents asked for at once. */
const MAX_AT_ONCE = 2_000;

/** Of a term, in turn: a group of articles and how many passages of it have the term. */
type Counts = readonly number[];

export interface Lookups {
  payloads(passages: Iterable<number>): Promise<ReadonlyMap<number, Payload>>;
  /** Empty for a term that no passage has. */
  counts(terms: Iterable<string>): Promise<ReadonlyMap<string, Counts>>;
  /** What a search has brought of a term. */
  keepCounts(term: string, counts: Counts): void;
}

interface Documents<T> {
  readonly docs: readonly { readonly _id: string; readonly found?: boolean; readonly _source?: T }[];
}

/** Documents by their ids, in the order of these; undefined for one that is not there. */
export async function getDocuments<T>(
  { ask }: SearchClient,
  index: string,
  ids: readonly string[],
  fields: readonly string[],
): Promise<(T | undefined)[]> {
  const found: (T | undefined)[] = [];
  for (let i = 0; i < ids.length; i += MAX_AT_ONCE) {
    const path = `/${index}/_mget?_source_includes=${fields.join(',')}`;
    const { docs } = await ask<Documents<T>>('POST', path, { ids: ids.slice(i, i + MAX_AT_ONCE) });
    found.push(...docs.map(({ _source }) => _source));
  }
  return found;
}

export function openLookups(client: SearchClient, index: string, dimensions: number): Lookups {
  const payloads = new Map<number, Payload>();
  const counts = new Map<string, Counts>();
  /** Those of `wanted`, of which the unknown are asked for; none is let go before the next question. */
  async function look<K, V extends object>(
    kept: Map<K, V>,
    most: number,
    wanted: Iterable<K>,
    fetch: (unknown: K[]) => Promise<V[]>,
  ): Promise<Map<K, V>> {
    const keys = [...new Set(wanted)];
    const found = new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key)!] as const] : [])));
    const unknown = keys.filter((key) => !found.has(key));
    if (unknown.length > 0)
      for (const [i, value] of (await fetch(unknown)).entries()) found.set(unknown[i]!, value);
    for (const [key, value] of found) {
      // A map is in the order in which its keys were set.
      kept.delete(key);
      kept.set(key, value);
    }
    for (const key of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(key);
    }
    return found;
  }
  return {
    payloads: (passages) =>
      look(payloads, MAX_PAYLOADS, passages, async (unknown) => {
        const ids = unknown.map(passageId);
        const found = await getDocuments<{ payload: string }>(client, index, ids, ['payload']);
        return found.map((one, i) => {
          if (one === undefined) throw client.refusal(404, `no passage ${unknown[i]}`);
          return unpack(one.payload, dimensions);
        });
      }),
    counts: (terms) =>
      look(counts, MAX_TERMS, terms, async (unknown) => {
        const ids = unknown.map(termId);
        const found = await getDocuments<{ data: { counts: Counts } }>(client, index, ids, ['data.counts']);
        return found.map((one) => one?.data.counts ?? []);
      }),
    keepCounts(term, found) {
      if (counts.size < MAX_TERMS) counts.set(term, found);
    },
  };
}

/** Clause that a passage with a term fits, with its weight as score. */
export const hasTerm = (term: string, boost = 1): object => ({
  rank_feature: { field: `sparse.${featureOf(term)}`, linear: {}, boost },
});
