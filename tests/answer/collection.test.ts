import { describe, expect, it } from 'vitest';
import { tellCollection } from '../../src/answer/collection.ts';
import type { Source } from '../../src/answer-types.ts';

const source = (title: string, date: string | null): Source => ({ id: title, title, date, url: null });
const MILL = source('The mill', '2023-06-02');
const PIER = source('The pier', '2024-03-13');
const BARN = source('The barn', null);
const ANY = { about: null, period: null };

describe('tellCollection', () => {
  it('counts, and lists the newest first, what has no day last', () => {
    const { answer, articles } = tellCollection({ wants: 'count', ...ANY }, [MILL, BARN, PIER], 3, 'en');
    expect(answer).toBe('There are 3 articles, from 2 June 2023 to 13 March 2024:');
    expect(articles).toEqual([PIER, MILL, BARN]);
  });

  it('names the newest and the oldest alone', () => {
    const newest = tellCollection({ wants: 'newest', ...ANY }, [MILL, BARN, PIER], 3, 'zh');
    expect(newest).toEqual({ answer: '最新的文章是《The pier》（2024年3月13日）。', articles: [PIER] });
    const oldest = tellCollection({ wants: 'oldest', ...ANY }, [MILL, BARN, PIER], 3, 'en');
    expect(oldest).toEqual({ answer: 'The oldest article is “The mill” of 2 June 2023.', articles: [MILL] });
  });

  it('says so where no article has a day', () => {
    const { answer, articles } = tellCollection({ wants: 'newest', ...ANY }, [BARN], 1, 'en');
    expect(answer).toContain('cannot say which is newest');
    expect(articles).toEqual([BARN]);
  });

  it('keeps the order of what is about a subject, and says where there is nothing', () => {
    const wish = { wants: 'list', about: 'wheat', period: { from: '2023-01-01', to: '2023-12-31' } } as const;
    expect(tellCollection(wish, [MILL, PIER], 9, 'en')).toEqual({
      answer: 'There are 2 articles on “wheat” published in 2023:',
      articles: [MILL, PIER],
    });
    expect(tellCollection(wish, [], 9, 'zh')).toEqual({
      answer: '这里没有2023年发布的关于“wheat”的文章。',
      articles: [],
    });
  });

  it.each([
    [10, 10, ':'],
    [11, 10, '; here are 10 of them:'],
    [22, 10, '; here are 10 of them:'],
  ])('of %i lists %i', (count, listed, end) => {
    const many = Array.from({ length: count }, (_, i) => source(`Title ${i}`, null));
    const { answer, articles } = tellCollection({ wants: 'list', ...ANY }, many, count, 'en');
    expect(articles).toHaveLength(listed);
    expect(answer).toBe(`There are ${count} articles${end}`);
  });
});
