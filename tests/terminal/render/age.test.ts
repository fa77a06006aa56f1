import { expect, it } from 'vitest';
import { openRecords } from '../../../src/import/records/records.ts';
import { describeAge, findAge } from '../../../src/terminal/render/age.ts';
import { makeFolder } from '../../temporary-folder.ts';

const article = (date: string | null, server?: string) => ({
  ...{ id: String(date), title: '', url: null, source: null, date },
  ...(server !== undefined && { server }),
});

it('tells the newest article that is seen, and when all of a source was read last', async () => {
  const records = makeFolder();
  const library = {
    articles: async () => [
      article('2025-03-03'),
      article(null),
      article('2025-05-05', '1'),
      article('2024-12-31'),
    ],
  };
  expect(await findAge(library, records)).toEqual({ newest: '2025-03-03', fetched: null });
  expect(await findAge(library, records, { server: '1' })).toEqual({ newest: '2025-05-05', fetched: null });
  openRecords(records, 'https://docs.example/a', makeFolder()).close([]);
  openRecords(records, 'https://docs.example/b', makeFolder()).close(['it is down']);
  const { fetched } = await findAge(library, records);
  expect(fetched).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('is said in the language of the question, as far as it is known', () => {
  const age = { newest: '2025-03-03', fetched: '2025-04-01T04:00:00.000Z' };
  expect(describeAge(age, 'en')).toBe(
    'The newest article is of 3 March 2025. The sources were last read on 1 April 2025.',
  );
  expect(describeAge(age, 'zh')).toBe('最新的文章日期是2025年3月3日。来源最近一次更新是2025年4月1日。');
  expect(describeAge({ ...age, newest: null }, 'en')).toBe('The sources were last read on 1 April 2025.');
  expect(describeAge({ newest: null, fetched: null }, 'en')).toBeNull();
});
