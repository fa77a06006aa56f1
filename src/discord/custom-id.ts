/** What buttons and menus carry. They outlive the process, so all they need is in their id, their message or the index. */
import { createHash } from 'node:crypto';

/** `kind` and what it is about, joined by colons; at most 100 characters, Discord's limit. */
export const customId = (kind: string, ...parts: readonly (string | number)[]): string =>
  [kind, ...parts].join(':');

export function readCustomId(id: string): { readonly kind: string; readonly parts: readonly string[] } {
  const [kind = '', ...parts] = id.split(':');
  return { kind, parts };
}

/** Ids of articles are paths of any length; 16 hexadecimal digits tell a million of them apart. */
export const articleKey = (articleId: string): string =>
  createHash('sha256').update(articleId).digest('hex').slice(0, 16);

/** A passage of an article, as a value of a menu. */
export const passageKey = (articleId: string, place: number): string => `${articleKey(articleId)}.${place}`;

export function readPassageKey(key: string): { readonly article: string; readonly place: number } {
  const [article = '', place] = key.split('.');
  return { article, place: Number(place) || 1 };
}

/** Place of a passage in its article, from 1: its id is `<article id>#<place>`. */
export const placeOf = (passageId: string): number =>
  Number(passageId.slice(passageId.lastIndexOf('#') + 1)) || 1;
