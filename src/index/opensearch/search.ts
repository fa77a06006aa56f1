/** The questions of an index answered by OpenSearch. */
import type { ListedArticle } from '../../passages/read.ts';
import type { Scope } from '../../scope.ts';
import type { SearchIndex } from '../search-index.ts';
import { findIn, listIn, readIn, sizesIn } from './asking/articles.ts';
import { candidatesIn } from './asking/candidates.ts';
import { frequenciesIn, type Served, viewOf } from './asking/view.ts';
import { articlesHavingIn, havingIn, heardIn, termsFromIn, textWithIn } from './asking/words.ts';

/** Scopes of one index that are kept as they were counted. */
const MAX_VIEWS = 1_000;

/** The articles of a scope, or all. */
export function searchServed(served: Served, scope: Scope | null = null): SearchIndex {
  const view = viewOf(served, scope);
  const { build, manifest, seen, client } = view;
  const views = new Map<string, SearchIndex>();
  let listed: Promise<readonly ListedArticle[]> | undefined;
  return {
    ...{ build, manifest, meanVector: seen.meanVector },
    async within(asked) {
      const name = JSON.stringify(asked);
      const known = views.get(name) ?? searchServed(served, asked);
      if (views.size < MAX_VIEWS) views.set(name, known);
      return known;
    },
    candidates: (query) => candidatesIn(view, query),
    read: (articles, passages, terms) => readIn(view, articles, passages, terms),
    frequencies: (terms) => frequenciesIn(view, terms),
    heard: (terms, limits) => heardIn(view, terms, limits),
    termsFrom: (prefix) => termsFromIn(view, prefix),
    having: (terms, passages) => havingIn(view, terms, passages),
    textWith: (term) => textWithIn(view, term),
    articlesHaving: (words) => articlesHavingIn(view, words),
    async sources(start, end) {
      listed ??= listIn(view).catch((error) => {
        listed = undefined;
        throw error;
      });
      return (await listed).slice(start, end);
    },
    sizes: (articles) => sizesIn(view, articles),
    find: (id) => findIn(view, id),
    close: client.close,
  };
}
