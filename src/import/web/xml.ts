/** XML of feeds and sitemaps. The door to fast-xml-parser. */
import { XMLParser } from 'fast-xml-parser';
import { ImportError } from './import-error.ts';

/** Elements that hold text or markup: they come as they are written, so that CDATA can be told from entities. */
const TEXTS = ['title', 'content', 'content:encoded'];

const HEAD_LENGTH = 2000;

/** Name of the outermost element, with its prefix, or null where a text does not begin as XML does. */
export const rootOf = (text: string): string | null =>
  /^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<([A-Za-z][\w.:-]*)[\s>]/.exec(
    text.slice(0, HEAD_LENGTH),
  )?.[1] ?? null;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  // Entities that a feed defines itself are an attack; those that XML and HTML define are decoded here.
  processEntities: false,
  parseTagValue: false,
  stopNodes: TEXTS.map((name) => `*.${name}`),
  isArray: (name) => ['item', 'entry', 'link', 'url', 'sitemap'].includes(name),
});

/** Of an element: its attributes by `@name`, its children by their names. */
export type Node = { readonly [name: string]: unknown };

/** The document of a text. Throws {@link ImportError}. */
export function parseXml(xml: string): Node {
  try {
    return parser.parse(xml) as Node;
  } catch (error) {
    throw new ImportError(`the XML cannot be read (${(error as Error).message})`, { cause: error });
  }
}

/** Empty for what is no element with attributes or children. */
export const nodeOf = (value: unknown): Node =>
  typeof value === 'object' && value !== null ? (value as Node) : {};

/** Text of an element with or without attributes. */
export function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : nodeOf(value)['#text'];
  return typeof text === 'string' ? decode(text).trim() : '';
}

/** CDATA is text as it stands; around it entities count. */
const decode = (raw: string): string =>
  raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : decodeEntities(part)))
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** Entities that XML and HTML define, and characters by number. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
