/** The articles of a scope in an index of the engine, and what their words weigh. */
import type { Scope } from '../../../scope.ts';
import type { Terms } from '../../../types.ts';
import { idfOf } from '../../keyword-index.ts';
import type { Manifest } from '../../manifest.ts';
import type { Limits } from '../../search-index.ts';
import type { SearchClient } from '../client.ts';
import { type Counted, countWithin, type Group, sumWithin } from '../groups.ts';
import { questionWeights } from '../weights.ts';
import { hasTerm, type Lookups } from './lookups.ts';
import { type Requests, requestsTo } from './requests.ts';
import { filterOf, filterOfLimits } from './stored.ts';

/** An index of the engine, as it was opened. */
export interface Served {
  readonly client: SearchClient;
  /** Its name there. */
  readonly index: string;
  readonly build: string;
  readonly manifest: Manifest;
  readonly groups: readonly Group[];
  readonly lookups: Lookups;
}

/** What a scope sees of it. */
export interface View extends Served, Requests {
  readonly seen: Counted;
  /** Clauses that its articles and passages fit; none where all are seen. */
  readonly scoped: readonly object[];
}

export function viewOf(served: Served, scope: Scope | null): View {
  const { client, index, groups, manifest } = served;
  const seen = countWithin(groups, scope, manifest.dimensions);
  const { articles, passages, typicalDate } = seen;
  const isAll = seen.groups.size === groups.length;
  return {
    ...{ ...served, ...requestsTo(client, index), seen },
    manifest: { ...manifest, articles, passages, typicalDate },
    scoped: isAll || scope === null ? [] : filterOf(scope),
  };
}

/** Number of its passages that have each of the terms. */
export async function frequenciesIn(
  { lookups, seen }: View,
  terms: Iterable<string>,
): Promise<Map<string, number>> {
  const counts = await lookups.counts(terms);
  return new Map([...counts].map(([term, groupCounts]) => [term, sumWithin(groupCounts, seen)]));
}

/** Those of the terms that a passage of it has. */
export async function termsIn(view: View, terms: Iterable<string>): Promise<string[]> {
  const known = await frequenciesIn(view, terms);
  return [...known.keys()].filter((term) => known.get(term)! > 0);
}

/** Clauses that score a passage by the terms of a question, its heaviest ones. */
export async function scoringBy(view: View, terms: Terms): Promise<object[]> {
  const known = await frequenciesIn(view, terms.keys());
  const heard = new Map([...terms].filter(([term]) => known.get(term)! > 0));
  const weights = questionWeights(heard, (term) => idfOf(view.manifest.passages, known.get(term)!));
  return weights.map(([term, weight]) => hasTerm(term, weight));
}

/** Clauses that its passages within the limits fit. */
export const passagesWithin = ({ scoped }: View, limits: Limits): object[] => [
  { term: { kind: 'passage' } },
  ...scoped,
  ...filterOfLimits(limits),
];
