import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/answer-types.ts';
import { createCatalog } from '../../src/discord/catalog.ts';
import type { Library } from '../../src/library.ts';
import { SHARED } from '../../src/scope.ts';
import { libraryThatAnswers } from './scene.ts';

const articlesOf = (index: string, count: number): Source[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${index}-${i}`,
    title: `第${i}号港口`,
    date: null,
    url: null,
  }));

/** A library of this many articles, whose index is the next one of these each time its status is asked for. */
function libraryOf(count: number, indexes: readonly string[]) {
  const asked: unknown[] = [];
  let current = indexes[0]!;
  const waiting = [...indexes];
  const library: Library = {
    ...libraryThatAnswers(async () => {
      throw new Error('nobody asks');
    }),
    status: async () => {
      current = waiting.shift() ?? current;
      return { index: current, builtAt: '', articles: count, passages: count, model: 'static' };
    },
    articles: async (start, end) => {
      asked.push([start, end]);
      return articlesOf(current, count).slice(start, end);
    },
  };
  return { library, asked };
}

describe('the catalog', () => {
  it.each([
    [1_000, [[0, 1_000]]],
    [
      1_001,
      [
        [0, 1_000],
        [1_000, 2_000],
      ],
    ],
  ])('reads %i articles in messages of a thousand, once an index', async (count, messages) => {
    const { library, asked } = libraryOf(count, ['build-1']);
    const told: string[] = [];
    const catalog = createCatalog(library, ({ index }) => told.push(index));
    await catalog.refresh();
    await catalog.refresh();
    expect(asked).toEqual(messages);
    expect(told).toEqual(['build-1']);
    expect(catalog.titles(SHARED).byId(`build-1-${count - 1}`)).not.toBeNull();
  });

  it('starts over where another index comes in between, so that it never holds articles of two', async () => {
    const { library } = libraryOf(3, ['build-1', 'build-2', 'build-2', 'build-2']);
    const told: string[] = [];
    const catalog = createCatalog(library, ({ index }) => told.push(index));
    await catalog.refresh();
    expect(told).toEqual(['build-2']);
    expect(
      catalog
        .titles(SHARED)
        .search('', 9)
        .map(({ id }) => id),
    ).toEqual(['build-2-0', 'build-2-1', 'build-2-2']);
  });

  it('lets the event loop have its turns while it reads', async () => {
    const { library } = libraryOf(2_000, ['build-1']);
    let turns = 0;
    let isRead = false;
    const turn = (): void => {
      turns++;
      if (!isRead) setImmediate(turn);
    };
    setImmediate(turn);
    await createCatalog(library, () => {}).refresh();
    isRead = true;
    expect(turns).toBeGreaterThan(1);
  });
});
