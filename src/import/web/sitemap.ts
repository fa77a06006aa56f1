/** Addresses of a sitemap (sitemaps.org): of pages, or of other sitemaps. */
import { nodeOf, parseXml, rootOf, textOf } from './xml.ts';

export interface Sitemap {
  readonly pages: readonly URL[];
  readonly sitemaps: readonly URL[];
}

/** Sitemaps may have the namespace as a prefix. */
const ROOT = /^(?:\w+:)?(?:urlset|sitemapindex)$/;

/** True for a text that begins as a sitemap does. */
export const isSitemap = (text: string): boolean => ROOT.test(rootOf(text) ?? '');

/** Addresses in the sitemap's order, each once; what is no address of the web is left out. Throws ImportError. */
export function parseSitemap(xml: string, base: URL | null): Sitemap {
  const root = rootOf(xml) ?? '';
  const prefix = root.slice(0, root.indexOf(':') + 1);
  const document = nodeOf(parseXml(xml)[root]);
  const addresses = (name: string): URL[] => {
    const entries = [document[prefix + name] ?? []].flat() as unknown[];
    const written = new Set(entries.map((entry) => textOf(nodeOf(entry)[`${prefix}loc`])));
    return [...written].flatMap((text) => {
      const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
      return url !== null && /^https?:$/.test(url.protocol) ? [url] : [];
    });
  };
  return { pages: addresses('url'), sitemaps: addresses('sitemap') };
}
