import { describe, expect, it } from 'vitest';
import { createLine } from '../../src/web/line.ts';
import { createRate } from '../../src/web/rate.ts';

describe('a rate', () => {
  it('lets through what it has in store, then as much as comes back', () => {
    let time = 0;
    const wait = createRate({ burst: 2, perSecond: 0.5 }, () => time);
    expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 2]);
    expect(wait('b')).toBe(0);
    time = 1_999;
    expect(wait('a')).toBe(1);
    time = 2_000;
    expect([wait('a'), wait('a')]).toEqual([0, 2]);
    time = 60_000;
    expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 2]);
  });
});

describe('a line', () => {
  const soon = new AbortController().signal;

  it('tells each its place, and lets the first in first', async () => {
    const line = createLine({ atOnce: 1, waiting: 5, tellMs: 0 });
    const done: string[] = [];
    const places: Record<string, number[]> = {};
    const take = (name: string): Promise<void> =>
      line.take(
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          done.push(name);
        },
        soon,
        (before) => {
          places[name] = [...(places[name] ?? []), before];
        },
      );
    await Promise.all(['a', 'b', 'c'].map(take));
    expect(done).toEqual(['a', 'b', 'c']);
    expect(places).toEqual({ b: [1], c: [2, 1] });
    expect(line.length()).toBe(0);
  });

  it('goes on after work that throws, and after somebody who leaves', async () => {
    const line = createLine({ atOnce: 1, waiting: 5, tellMs: 0 });
    const leaving = new AbortController();
    const first = line.take(() => Promise.reject(new Error('broken')), soon);
    const second = line.take(() => Promise.resolve('never'), leaving.signal);
    const third = line.take(() => Promise.resolve('done'), soon);
    leaving.abort();
    await expect(first).rejects.toThrow('broken');
    await expect(second).rejects.toThrow();
    expect(await third).toBe('done');
    expect(await line.take(() => Promise.resolve('again'), soon)).toBe('again');
  });

  it('takes as many as may wait, and no more', async () => {
    const line = createLine({ atOnce: 1, waiting: 1, tellMs: 0 });
    const all = await Promise.allSettled([1, 2, 3].map((n) => line.take(() => Promise.resolve(n), soon)));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});
