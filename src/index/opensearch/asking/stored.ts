/** What is read back of the documents, and which of them a scope and limits leave. */
import { type ListedArticle, readArticle, readPassage } from '../../../passages/read.ts';
import type { Scope } from '../../../scope.ts';
import type { Article } from '../../../types.ts';
import { dayNumber } from '../../day-number.ts';
import { PASSAGE_KINDS } from '../../read-build.ts';
import type { Limits } from '../../search-index.ts';
import { ALL } from '../mapping.ts';

export interface StoredArticle {
  readonly data: { readonly article: Article; readonly cuts: readonly number[][]; readonly start: number };
}
export interface StoredListing {
  readonly data: { readonly listed: ListedArticle };
}
export interface StoredTerm {
  readonly term: string;
  readonly data: { readonly counts: readonly number[] };
}

export const filterOf = ({ server, parts }: Scope): object[] => [
  { terms: { server: server === null ? [ALL] : [ALL, server] } },
  ...(parts === undefined ? [] : [{ terms: { parts } }]),
];

export function filterOfLimits({ period, without }: Limits): object[] {
  const { from = null, to = null } = period ?? {};
  const days = { gte: from === null ? 1 : dayNumber(from), ...(to !== null && { lte: dayNumber(to) }) };
  return [
    ...(period === undefined ? [] : [{ range: { day: days } }]),
    ...(without === undefined ? [] : [{ bool: { must_not: [{ terms: { article: [...without] } }] } }]),
  ];
}

/** Its passages are asked for by their numbers in the index. */
export function openArticle({ data }: StoredArticle, typicalDate: string | null) {
  const { start, cuts } = data;
  const article = readArticle(data.article, typicalDate);
  const passages = cuts.map((cut, i) => {
    const [from, to, section, kind, repeats] = cut as [number, number, number, number, number];
    return readPassage(article, i + 1, {
      ...{ start: from, end: to, section, kind: PASSAGE_KINDS[kind]! },
      repeats: repeats < 0 ? null : repeats,
    });
  });
  return { article, start, end: start + cuts.length, passage: (number: number) => passages[number - start]! };
}
