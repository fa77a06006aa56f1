/** Addresses of a sitemap (sitemaps.org): of pages, or of other sitemaps. */
import { nodeOf, parseXml, rootOf, textOf } from './xml.ts';

export interface SitemapEntry {
  readonly kind: 'page' | 'sitemap';
  readonly url: URL;
}

/** Sitemaps may have the namespace as a prefix. */
const ROOT = /^(?:\w+:)?(?:urlset|sitemapindex)$/;

/** True for a text that begins as a sitemap does. */
export const isSitemap = (text: string): boolean => ROOT.test(rootOf(text) ?? '');

/**
 * Entries in the sitemap's order; what is no address of the web is left out. Each is parsed as it is asked for: the tree of
 * a sitemap of tens of thousands would take many times its text. Throws ImportError.
 */
export function* readSitemap(xml: string, base: URL | null): Generator<SitemapEntry> {
  const root = rootOf(xml) ?? '';
  const prefix = root.slice(0, root.indexOf(':') + 1);
  for (const [name, written] of elementsIn(xml, prefix)) {
    const [node] = [parseXml(written)[prefix + name]].flat() as unknown[];
    const address = textOf(nodeOf(node)[`${prefix}loc`]);
    const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
    if (url !== null && /^https?:$/.test(url.protocol))
      yield { kind: name === 'url' ? 'page' : 'sitemap', url };
  }
}

/** Elements of entries with their names, outside of comments. It looks for each end once: a text may open many and close none. */
function* elementsIn(xml: string, prefix: string): Generator<[name: 'url' | 'sitemap', written: string]> {
  const opening = new RegExp(`<!--|<${prefix}(url|sitemap)(?:\\s[^<>]*)?>`, 'g');
  for (let found = opening.exec(xml); found !== null; found = opening.exec(xml)) {
    const name = found[1] as 'url' | 'sitemap' | undefined;
    const closing = name === undefined ? /-->/g : new RegExp(`</${prefix}${name}\\s*>`, 'g');
    closing.lastIndex = opening.lastIndex;
    if (closing.exec(xml) === null) return;
    opening.lastIndex = closing.lastIndex;
    if (name !== undefined) yield [name, xml.slice(found.index, closing.lastIndex)];
  }
}
