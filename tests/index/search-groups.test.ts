import { describe, expect, it } from 'vitest';
import { countGroups, countWithin, sumWithin } from '../../src/index/opensearch/groups.ts';
import type { Article } from '../../src/types.ts';

const article = (id: string, more: Partial<Article> = {}): Article => ({
  ...{ id, title: id, text: id, date: null, url: null, source: null },
  ...more,
});

describe('articles in groups', () => {
  const { groups, add } = countGroups(2);
  const numbers = [
    add(article('guides/a'), 20240301, [Float32Array.of(1, 0), Float32Array.of(0, 1)]),
    add(article('guides/b'), 0, [Float32Array.of(1, 0)]),
    add(article('news'), 20240302, [Float32Array.of(0, 1)]),
    add(article('servers/7/rules', { server: '7' }), 0, [Float32Array.of(0, -1)]),
  ];

  it('are those of a server in the same folders', () => {
    expect(numbers).toEqual([0, 0, 1, 2]);
    expect(groups.map((group) => group.days)).toEqual([{ 20240301: 1, 0: 1 }, { 20240302: 1 }, { 0: 1 }]);
  });

  it.each([
    [null, 4, 5, [0.4, 0.2]],
    [{ server: null }, 3, 4, [0.5, 0.5]],
    [{ server: '7' }, 4, 5, [0.4, 0.2]],
    [{ server: '8', parts: ['guides/'] }, 2, 3, [2 / 3, 1 / 3]],
    [{ server: null, parts: ['nowhere/'] }, 0, 0, [0, 0]],
  ])('are counted as scope %j sees them', (scope, articles, passages, mean) => {
    const seen = countWithin(groups, scope, 2);
    expect([seen.articles, seen.passages]).toEqual([articles, passages]);
    for (const [i, value] of mean.entries()) expect(seen.meanVector[i]).toBeCloseTo(value, 6);
  });

  it('sum up how many passages have a term', () => {
    const counts = [0, 2, 2, 1];
    expect(sumWithin(counts, countWithin(groups, null, 2))).toBe(3);
    expect(sumWithin(counts, countWithin(groups, { server: null }, 2))).toBe(2);
    expect(sumWithin([], countWithin(groups, null, 2))).toBe(0);
  });
});
