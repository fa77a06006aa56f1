/** Opens the index that OpenSearch serves. */
import { IndexError, type Manifest } from '../manifest.ts';
import { checkOrigin } from '../read-build.ts';
import type { SearchIndex } from '../search-index.ts';
import { openLookups } from './asking/lookups.ts';
import type { SearchClient } from './client.ts';
import type { Group } from './groups.ts';
import { MAPPING_VERSION } from './mapping.ts';
import { searchServed } from './search.ts';
import { indexOf } from './served.ts';

interface Mapping {
  readonly mappings: { readonly _meta?: { readonly mapping?: number; readonly about?: string } };
}

/** Most groups that one request brings. */
const MAX_GROUPS = 10_000;

/**
 * Opens a build, or the one that answers now, made by the model of this fingerprint. Throws {@link IndexError} where it is of
 * another layout, analysis or model, and SearchError, also where there is none.
 */
export async function openServed(
  client: SearchClient,
  model: { model: string; fingerprint: string },
  wanted: string | null = null,
): Promise<SearchIndex> {
  const name = wanted === null ? client.name : indexOf(client, wanted);
  const mappings = await client.ask<Record<string, Mapping>>('GET', `/${name}/_mapping`);
  const [index, { mappings: found }] = Object.entries(mappings)[0]!;
  const { mapping, about } = found._meta ?? {};
  if (mapping !== MAPPING_VERSION || about === undefined)
    throw new IndexError(
      `The index ${index} of the search engine has layout ${mapping}, this program reads layout ${MAPPING_VERSION}`,
    );
  const { build, manifest } = JSON.parse(about) as { build: string; manifest: Manifest };
  checkOrigin(manifest, model);
  const query = { term: { kind: 'group' } };
  const { hits } = await client.ask<{ hits: { hits: { _source: { data: Group } }[] } }>(
    ...(['POST', `/${index}/_search`] as const),
    { size: MAX_GROUPS, query, sort: [{ number: 'asc' }] },
  );
  const groups = hits.hits.map(({ _source }) => _source.data);
  const lookups = openLookups(client, index, manifest.dimensions);
  return searchServed({ client, index, build, manifest, groups, lookups });
}
