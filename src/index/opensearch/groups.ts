/** Articles by who sees them: what is counted over the articles of a scope is the sum over its groups. */
import { isWithinScope, partsOf, type Scope } from '../../scope.ts';
import type { Article } from '../../types.ts';
import { dayOfNumber } from '../day-number.ts';
import { typicalDate } from '../typical-date.ts';

/** The articles of one server, or of all, that lie in the same folders and are of the same source. */
export interface Group {
  /** One of its articles, as far as scopes look at it. */
  readonly like: Pick<Article, 'id'> & Partial<Pick<Article, 'source' | 'server'>>;
  readonly articles: number;
  readonly passages: number;
  /** Of the vectors of its passages. */
  readonly sum: readonly number[];
  /** How many articles are of each day, by its number; 0 for none. */
  readonly days: Readonly<Record<string, number>>;
}

export interface Counted {
  readonly articles: number;
  readonly passages: number;
  readonly meanVector: Float32Array;
  readonly typicalDate: string | null;
  /** Number of each group that is within the scope. */
  readonly groups: ReadonlySet<number>;
}

/** What a scope sees of the groups. */
export function countWithin(groups: readonly Group[], scope: Scope | null, dimensions: number): Counted {
  const seen = [...groups.entries()].filter(([, { like }]) => scope === null || isWithinScope(like, scope));
  const passages = seen.reduce((sum, [, group]) => sum + group.passages, 0);
  const days = seen.flatMap(([, group]) =>
    Object.entries(group.days).flatMap(([day, count]) => Array(count).fill(dayOfNumber(Number(day)))),
  );
  const meanVector = new Float32Array(dimensions);
  for (let i = 0; i < dimensions; i++)
    meanVector[i] = seen.reduce((sum, [, group]) => sum + group.sum[i]!, 0) / Math.max(1, passages);
  return {
    articles: seen.reduce((sum, [, group]) => sum + group.articles, 0),
    ...{ passages, meanVector, typicalDate: typicalDate(days) },
    groups: new Set(seen.map(([number]) => number)),
  };
}

/** Of the passages that have a term, by group, those within a scope. */
export function sumWithin(counts: readonly number[], { groups }: Counted): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i += 2) if (groups.has(counts[i]!)) sum += counts[i + 1]!;
  return sum;
}

interface Counting extends Group {
  articles: number;
  passages: number;
  readonly sum: number[];
  readonly days: Record<string, number>;
}

/** Puts articles into groups, one after the other. */
export function countGroups(dimensions: number) {
  const numbers = new Map<string, number>();
  const groups: Counting[] = [];
  return {
    groups: groups as readonly Group[],
    /** Returns the number of the article's group. */
    add(article: Article, day: number, vectors: readonly Float32Array[]): number {
      const { id, source, server } = article;
      const key = JSON.stringify([server ?? null, partsOf(article).sort()]);
      const number = numbers.get(key) ?? groups.length;
      if (number === groups.length) {
        numbers.set(key, number);
        const like = { id, source, ...(server !== undefined && { server }) };
        groups.push({ like, articles: 0, passages: 0, sum: Array(dimensions).fill(0), days: {} });
      }
      const group = groups[number]!;
      group.articles++;
      group.passages += vectors.length;
      group.days[day] = (group.days[day] ?? 0) + 1;
      for (const vector of vectors)
        for (let i = 0; i < dimensions; i++) group.sum[i] = group.sum[i]! + vector[i]!;
      return number;
    },
  };
}
