/** Whether a question asks for what holds now. */
import { LANGUAGES } from '../rules/languages.ts';
import { normalizeWithOrigin, originalSpan } from '../text/normalize.ts';

/** A question without the words that ask for the newest: an article seldom says of itself that it is. */
export function withoutNewest(text: string): string {
  const folded = normalizeWithOrigin(text);
  return LANGUAGES.flatMap(({ talk }) => talk.newest)
    .flatMap(({ pattern }) => [...folded.text.matchAll(pattern)])
    .map(({ 0: words, index }) => originalSpan(folded, index, index + words.length))
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
}
