/** Pages that say they are not there, and are sent as if they were. */
import { randomUUID } from 'node:crypto';
import { hashText, type NewArticle } from '../article-file.ts';
import { ImportError } from './import-error.ts';
import type { Download, Web } from './web.ts';
import { articleOf } from './web-article.ts';

/** What each site answers for a page that cannot be there, or null; as long as one import lasts. */
const answers = new WeakMap<Web, Map<string, Promise<string | null>>>();

/** True where a site answers with the same text for an address that nobody has. Asks it once. */
export async function isMissingPage(article: NewArticle, { url }: Download, web: Web): Promise<boolean> {
  const known = answers.get(web) ?? new Map<string, Promise<string | null>>();
  answers.set(web, known);
  const answer = known.get(url.origin) ?? askForNothing(url, web);
  known.set(url.origin, answer);
  return (await answer) === textWithout(article.text, url);
}

async function askForNothing(page: URL, web: Web): Promise<string | null> {
  try {
    const download = (await web.fetch(new URL(`/${randomUUID()}`, page)))!;
    return textWithout((await articleOf(download)).text, download.url);
  } catch (error) {
    if (error instanceof ImportError) return null;
    throw error;
  }
}

/** Such a text may repeat what was asked for. */
const textWithout = (text: string, { href, pathname }: URL): string =>
  hashText(text.replaceAll(href, '').replaceAll(pathname, ''));
