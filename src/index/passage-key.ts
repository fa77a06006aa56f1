/** Tells passages apart by all that their terms and their vector are made from. */
import { createHash } from 'node:crypto';
import type { Article } from '../types.ts';

/** sha256 in base64. */
export type PassageKey = string & { readonly kind: 'passage key' };

/** Passages of one key have the same terms and the same vector, by one analysis and one model. */
export const passageKey = ({ title, date }: Article, text: string): PassageKey =>
  createHash('sha256')
    .update(JSON.stringify([title, date, text]))
    .digest('base64') as PassageKey;

/** What is embedded of a passage: its title tells the model what "the two sides" are. */
export const embeddedText = (article: Article, text: string): string =>
  text.startsWith(article.title) ? text : `${article.title}\n${text}`;
