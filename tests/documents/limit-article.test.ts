import { expect, it } from 'vitest';
import { limitArticle } from '../../src/documents/limit-article.ts';
import { MAX_ARTICLE_CHARACTERS } from '../../src/documents/limits.ts';
import type { Article, BlockSpan } from '../../src/types.ts';

const block = (start: number, end: number): BlockSpan => ({ kind: 'text', section: 0, depth: 0, start, end });
const article = (text: string, blocks: readonly BlockSpan[]): Article => ({
  ...{ id: 'a', title: 'A', date: null, source: null, url: null, text },
  structure: { sections: [{ headings: [], anchor: null, isQuestion: false }], blocks },
});

it.each([
  ['letters', 'x'.repeat(MAX_ARTICLE_CHARACTERS + 9), MAX_ARTICLE_CHARACTERS],
  [
    'a character of two units at the cut',
    `${'x'.repeat(MAX_ARTICLE_CHARACTERS - 1)}🚀`,
    MAX_ARTICLE_CHARACTERS - 1,
  ],
])('blocks of an article that is cut end with its text: %s', (_, text, length) => {
  const [cut] = limitArticle(
    article(text, [block(0, 5), block(6, text.length), block(text.length, text.length + 4)]),
    'a.md',
  );
  expect(cut).toMatchObject({ structure: { blocks: [block(0, 5), block(6, length)] } });
  expect((cut as Article).text).toHaveLength(length);
});
