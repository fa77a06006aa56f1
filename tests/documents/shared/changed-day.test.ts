import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/documents/parse-file.ts';
import { changedIn, changedOn } from '../../../src/documents/shared/changed-day.ts';

describe('a line that says when its page was changed last', () => {
  it.each([
    ['Last updated: 3 March 2025', '2025-03-03'],
    ['🕒 Last updated on Mar 3, 2025 by Mira', '2025-03-03'],
    ['This page was last edited on 3 March 2025, at 10:00.', '2025-03-03'],
    ['Updated 2025-03-03: the ferry leaves at nine', '2025-03-03'],
    ['2025-03-03 (updated)', '2025-03-03'],
    ['最后更新：2025年3月3日', '2025-03-03'],
    ['最後更新：2025年3月3日 10:00', '2025-03-03'],
    ['本页更新于 2025/3/3', '2025-03-03'],
    ['（2025年3月3日第二次修订）', '2025-03-03'],
    ['更新时间\t2025-03-03', '2025-03-03'],
  ])('%s', (line, day) => {
    expect(changedOn(line)).toBe(day);
  });

  it.each([
    'Last updated: March 2025',
    'Last updated: 03/04/2025',
    'Last updated by Mira',
    'The harbour was updated on 3 March 2025',
    'Updated on 3 March 2025, the timetable of the ferry has two more trips.',
    '2025年3月3日更新的价格',
    '港口于2025年3月3日更新',
    'Opened on 3 March 2025',
  ])('is not: %s', (line) => {
    expect(changedOn(line)).toBeNull();
  });

  it('stands at the beginning or the end of a text, the latest counts', () => {
    const middle = Array.from({ length: 20 }, (_, i) => `Line ${i}.`);
    const text = ['Updated: 2025-03-03', ...middle, 'Last edit: 2025-03-05'].join('\n');
    expect(changedIn(text)).toBe('2025-03-05');
    expect(changedIn([...middle, 'Updated: 2025-03-03', ...middle].join('\n'))).toBeNull();
  });
});

const dateOf = async (ending: '.md' | '.html' | '.txt', content: string): Promise<string | null> =>
  (await parseFile(ending, 'page', Buffer.from(content))).article.date;

describe('the day of a page', () => {
  const BODY = '# Moorings\n\nA berth costs 30 crowns.\n';

  it.each([
    ['its line', '.md', `${BODY}\n*Last updated: 2025-03-03*\n`, '2025-03-03'],
    ['its line in Chinese', '.txt', '泊位\n\n一个泊位三十元。\n\n最后更新：2025年3月3日\n', '2025-03-03'],
    ['a later field', '.md', `---\ndate: 2024-01-01\nupdated: 2025-03-03\n---\n${BODY}`, '2025-03-03'],
    [
      'a field in a group',
      '.md',
      `---\nlast_update:\n  date: 3/13/2025\n  author: M\n---\n${BODY}`,
      '2025-03-13',
    ],
    [
      'a line after the field',
      '.md',
      `---\ndate: 2024-01-01\n---\n${BODY}\nUpdated on March 3, 2025\n`,
      '2025-03-03',
    ],
    [
      'a field after the line',
      '.md',
      `---\nupdated: 2025-04-01\n---\n${BODY}\nUpdated on March 3, 2025\n`,
      '2025-04-01',
    ],
    [
      'the field where its line is older',
      '.md',
      `---\ndate: 2025-04-01\n---\n${BODY}\nVersion of 3 March 2025\n`,
      '2025-04-01',
    ],
  ] as const)('is that of %s', async (_, ending, content, day) => {
    expect(await dateOf(ending, content)).toBe(day);
  });

  const page = (end: string, head = ''): string =>
    `<html><head>${head}</head><body><nav>Updated 2025-09-09</nav><article><h1>Moorings</h1><p>${'A berth costs 30 crowns. '.repeat(9)}</p></article>${end}</body></html>`;
  const PUBLISHED = '<meta property="article:published_time" content="2024-01-01">';

  it.each([
    ['its footer', page('<footer>Last updated: 3 March 2025</footer>', PUBLISHED), '2025-03-03'],
    [
      'a time for programs',
      page('<p>Last updated: <time datetime="2025-03-03T10:00:00Z">last week</time></p>', PUBLISHED),
      '2025-03-03',
    ],
    [
      'a time that a script would show',
      page('<p>上次更新: <time datetime="2025-03-03T10:00:00Z"></time></p>', PUBLISHED),
      '2025-03-03',
    ],
    [
      // Programs set it with each save.
      'its publication where only its metadata have a change',
      page('', `${PUBLISHED}<meta property="article:modified_time" content="2025-05-05">`),
      '2024-01-01',
    ],
  ])('of the web is that of %s', async (_, content, day) => {
    expect(await dateOf('.html', content)).toBe(day);
  });

  it('is missing without a problem where a field says only whether to show it', async () => {
    const { article, missing } = await parseFile(
      '.md',
      'page',
      Buffer.from(`---\nlastUpdated: false\n---\n${BODY}`),
    );
    expect([article.date, missing]).toEqual([null, undefined]);
  });
});
