/** What buttons and menus carry. They outlive the process, so all they need is in their id, their message or the index. */
import { createHash } from 'node:crypto';

/** An article: 16 hexadecimal digits of the sha256 of its id, which is a path of any length. */
const KEY = /^[0-9a-f]{16}$/;
const PLACE = /^\d{1,6}$/;
/** An id of Discord's own. */
const SNOWFLAKE = /^\d{17,20}$/;
/** Whose articles: those of the server, or those that all share. */
const WHOSE = /^(?:here|all)$/;
const BUILD = /^[\w.-]{1,64}$/;

/** All kinds of buttons, menus and forms, and what stands in their id behind the kind. */
const PARTS = {
  source: [],
  follow: [],
  why: [BUILD],
  helpful: [],
  unhelpful: [],
  page: [KEY, PLACE],
  list: [PLACE],
  channels: [],
  listening: [],
  digest: [],
  parts: [SNOWFLAKE],
  /** A menu of the panel of settings: `channels`, or the name of a setting. */
  setting: [/^[a-z]{1,20}$/],
  /** Of a forum. */
  tag: [SNOWFLAKE],
  helpers: [],
  pings: [],
  unkeep: [],
  /** What is being written. */
  stop: [KEY],
  solved: [],
  unsolved: [],
  forget: [],
  reset: [],
  entries: [WHOSE, PLACE],
  remove: [WHOSE],
  undo: [WHOSE, /^\d{1,12}$/],
  changes: [WHOSE],
  write: [WHOSE],
  answer: [],
  reply: [KEY],
  tell: [],
} as const satisfies Record<string, readonly RegExp[]>;

export type Kind = keyof typeof PARTS;

export interface CustomId {
  readonly kind: Kind;
  readonly parts: readonly string[];
}

/** Joined by colons; at most 100 characters, Discord's limit. */
export const customId = (kind: Kind, ...parts: readonly (string | number)[]): string =>
  [kind, ...parts].join(':');

/** Null for an id that {@link customId} never wrote: it is of another version of the bot, or forged. */
export function readCustomId(id: string): CustomId | null {
  const [kind = '', ...parts] = id.split(':');
  if (!isKnownKind(kind)) return null;
  const expected: readonly RegExp[] = PARTS[kind];
  const fits = parts.length === expected.length && expected.every((part, place) => part.test(parts[place]!));
  return fits ? { kind, parts } : null;
}

/** Whether this version of the bot has such a kind, which stands in front of an id. */
export const isKnownKind = (id: string): id is Kind => Object.hasOwn(PARTS, id.split(':', 1)[0]!);

/** Folders, sources, addresses and questions are of any length, too. */
export const textKey = (text: string): string => keyOf(text);

/** 16 hexadecimal digits tell a million articles apart. */
export const articleKey = (articleId: string): string => keyOf(articleId);

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A passage of an article, as a value of a menu. */
export const passageKey = (articleId: string, place: number): string => `${articleKey(articleId)}.${place}`;

/** Null for a value that {@link passageKey} never wrote. */
export function readPassageKey(value: string): { readonly article: string; readonly place: number } | null {
  const [article = '', place = '', ...more] = value.split('.');
  if (!KEY.test(article) || !PLACE.test(place) || more.length > 0) return null;
  return { article, place: Number(place) };
}

/** Place of a passage in its article, from 1: its id is `<article id>#<place>`. */
export const placeOf = (passageId: string): number =>
  Number(passageId.slice(passageId.lastIndexOf('#') + 1)) || 1;
