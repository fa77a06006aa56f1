import { beforeAll, describe, expect, it } from 'vitest';
import { articleKey } from '../../src/discord/custom-id.ts';
import { buildTitles, type Titles } from '../../src/discord/titles.ts';
import { SHARED } from '../../src/scope.ts';

const ARTICLES = [
  { id: 'a', title: '辽宁省与西北工业大学签约', date: '2024-02-04', url: null },
  { id: 'b', title: 'Liaoning News: 新闻', date: '2024-03-01', url: null },
  { id: 'c', title: '寧夏 Thermo Fisher 落户', date: null, url: null },
  { id: 'd', title: 'Thermo Fisher in China', date: '2023-01-01', url: null },
];

let titles: Titles;
beforeAll(async () => {
  titles = (await buildTitles(ARTICLES))(SHARED);
});

const idsFor = (typed: string, limit = 25): string =>
  titles
    .search(typed, limit)
    .map(({ id }) => id)
    .join('');

describe('titles', () => {
  it('know the day of the newest article, of those that somebody sees', async () => {
    const other = { id: 'servers/1/e', title: 'Later', date: '2026-01-01', url: null, server: '1' };
    const within = await buildTitles([...ARTICLES, other]);
    expect(within(SHARED).newest()).toBe('2024-03-01');
    expect(within({ server: '1' }).newest()).toBe('2026-01-01');
    expect((await buildTitles([]))(SHARED).newest()).toBeNull();
  });

  it.each([
    ['', 'badc', 'the newest first, undated ones last'],
    ['辽', 'a', 'a beginning in Chinese'],
    ['遼寧', 'a', 'Traditional characters for Simplified ones'],
    ['宁夏', 'c', 'Simplified characters for Traditional ones'],
    ['西北', 'a', 'Chinese in the middle'],
    ['liaoning', 'ba', 'an English beginning before a beginning in pinyin'],
    ['liao ning sheng', 'a', 'pinyin with spaces'],
    ['lnsyx', 'a', 'first letters of the pinyin'],
    ['xibei', 'a', 'pinyin in the middle'],
    ['be', '', 'but not two letters in the middle'],
    ['THERMO', 'dc', 'a beginning before a beginning of a later word'],
    ['fish', 'dc', 'beginnings of words, the newer first'],
    ['her', 'dc', 'English in the middle of a word'],
    ['zzz', '', 'nothing'],
  ])('for %j are %j: %s', (typed, ids) => {
    expect(idsFor(typed)).toBe(ids);
  });

  it('are as many as wanted', () => {
    expect([1, 4, 5].map((limit) => idsFor('', limit).length)).toEqual([1, 4, 4]);
  });

  it('are found again by their key, by their whole text, and by the id of their article', () => {
    expect(titles.find(articleKey('c'))?.id).toBe('c');
    expect(titles.find(' thermo  fisher in china')?.id).toBe('d');
    expect(titles.find('Thermo')).toBeNull();
    expect([titles.byId('a')?.id, titles.byId('z')]).toEqual(['a', null]);
  });

  it('and headings are suggested: those that ask alone, others behind their title, and nothing twice', async () => {
    const headings = ['How do I join?', 'Joining again', '如何加入'];
    const listed = [
      { id: 'g', title: 'Guild guide', date: null, url: null, headings },
      { id: 'j', title: 'Joining hands', date: null, url: null },
    ];
    const { suggest } = (await buildTitles(listed))(SHARED);
    expect(suggest('join', 9)).toEqual(['Guild guide: Joining again', 'How do I join?', 'Joining hands']);
    expect(suggest('加入', 9)).toEqual(['Guild guide: 如何加入']);
    expect(suggest('join', 1)).toHaveLength(1);
    expect(suggest('', 9)).toEqual(['Guild guide', 'Joining hands']);
  });
});
