/** Where a search engine is, as a setting says it. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

export interface SearchPlace {
  /** Addresses of its nodes, `https://user:password@host:9200`; user and password of the first count. */
  readonly nodes: readonly string[];
  /** What its indexes are called: a letter, then letters, digits and hyphens. */
  readonly name: string;
}

const DEFAULT_NAME = 'articles';
const NAME = /^[a-z][a-z0-9-]{0,60}$/;

/** Reads one address, or several with commas between them, the first with the name as its path; null where it is none. */
export function parseSearchUrl(text: string): SearchPlace | null {
  const nodes = text.split(/[\s,]+/).filter((address) => address !== '');
  if (nodes.length === 0 || !nodes.every((address) => URL.canParse(address))) return null;
  const urls = nodes.map((address) => new URL(address));
  const name = urls[0]!.pathname.replaceAll('/', '') || DEFAULT_NAME;
  const isUsable = urls.every(({ protocol }) => protocol === 'http:' || protocol === 'https:');
  return isUsable && NAME.test(name) ? { nodes, name } : null;
}

/** Where the index of another folder than the configured one goes, so that it never replaces the bot's. */
export const placeOf = ({ nodes, name }: SearchPlace, embeddings: string): SearchPlace => ({
  nodes,
  name: `${name}-of-${createHash('sha256').update(resolve(embeddings)).digest('hex').slice(0, 10)}`,
});
