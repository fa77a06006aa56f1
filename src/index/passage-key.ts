/** Tells passages apart by all that their terms and their vectors are made from. */
import { createHash } from 'node:crypto';
import type { PassageInput } from '../embedding/embedder.ts';
import type { Article, Section, Span } from '../types.ts';

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** sha256 in base64. */
export type PassageKey = string & { readonly kind: 'passage key' };

/** A passage as it is analysed: its article, what stands above it, its own text and the units of that. */
export interface PassageText {
  readonly article: Pick<Article, 'title' | 'date'>;
  readonly section: Section;
  readonly text: string;
  readonly units: readonly Span[];
}

/** Passages of one key have the same terms and the same vectors, by one analysis and one model. */
export const passageKey = ({
  article: { title, date },
  section: { headings },
  text,
  units,
}: PassageText): PassageKey =>
  createHash('sha256')
    .update(JSON.stringify([title, date, headings, text, units.map(({ start, end }) => [start, end])]))
    .digest('base64') as PassageKey;

/** What is embedded of a passage: title and headings tell the model what "it" and "the two sides" are. */
export function embeddedPassage({ article, section, text, units }: PassageText): PassageInput {
  const above = [article.title, ...section.headings].join(' > ');
  if (section.headings.length === 0 && text.startsWith(article.title)) return { text, units };
  const by = above.length + 1;
  return {
    text: `${above}\n${text}`,
    units: units.map(({ start, end }) => ({ start: start + by, end: end + by })),
  };
}
