/** Which articles somebody may see: those of all servers, those of their own, and of these some folders or sources. */
import type { Article } from './types.ts';

export interface Scope {
  /** Null where only articles are seen that all servers see. */
  readonly server: string | null;
  /** Folders (`guides/`, from the folder of the server where it is one of its own) and sources that are seen; missing for all. */
  readonly parts?: readonly string[];
}

/** What all see. */
export const SHARED: Scope = { server: null };

/** What tells within which scopes an article is. */
export type Scoped = Pick<Article, 'id'> & Partial<Pick<Article, 'source' | 'server'>>;

export function isWithinScope(article: Scoped, { server, parts }: Scope): boolean {
  if (article.server !== undefined && article.server !== server) return false;
  return parts === undefined || partsOf(article).some((part) => parts.includes(part));
}

/** The parts that an article belongs to: each folder above it, with `/` at its end, and its source. */
export function partsOf({ id, source, server }: Scoped): string[] {
  const path =
    server !== undefined && id.startsWith(folderOf(server)) ? id.slice(folderOf(server).length) : id;
  const names = path.split('/').slice(0, -1);
  const folders = names.map((_, place) => `${names.slice(0, place + 1).join('/')}/`);
  return source === null || source === undefined ? folders : [...folders, source];
}

const folderOf = (server: string): string => `servers/${server}/`;
