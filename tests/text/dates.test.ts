import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/text/calendar.ts';
import { resolveDates } from '../../src/text/dates.ts';
import { findDates } from '../../src/text/find-dates.ts';
import { runs } from '../runs.ts';

/** A Sunday. */
const PUBLISHED = '2024-02-04';

/** Dates of a text as written, each with its meaning. */
const read = (text: string, published: string | null = PUBLISHED) =>
  resolveDates(text, published).map(({ start, end, iso }) => [text.slice(start, end), iso]);

describe('ways of writing', () => {
  it.each([
    ['2024年1月31日签约', '2024年1月31日', '2024-01-31'],
    ['2024 年 1 月 31 日签约', '2024 年 1 月 31 日', '2024-01-31'],
    ['二〇二四年一月三日', '二〇二四年一月三日', '2024-01-03'],
    ['２０２３年１月３１日', '２０２３年１月３１日', '2023-01-31'],
    ['2023年1月31號簽約', '2023年1月31號', '2023-01-31'],
    ['今年6月投产', '今年6月', '2024-06'],
    ['去年7月初开工', '去年7月初', '2023-07'],
    ['十二月五日抵达', '十二月五日', '2023-12-05'],
    ['三月中旬', '三月中旬', '2024-03'],
    ['一月份', '一月份', '2024-01'],
    ['2021年成立', '2021年', '2021'],
    ['2021年初', '2021年初', '2021'],
    ['今年上半年', '今年上半年', '2024-01'],
    ['去年底', '去年底', '2023'],
    ['年内完工', '年内', '2024'],
    ['前年获奖', '前年', '2022'],
    ['明年开学', '明年', '2025'],
    ['本月12日', '本月12日', '2024-02-12'],
    ['上月底', '上月底', '2024-01'],
    ['上個月', '上個月', '2024-01'],
    ['下个月', '下个月', '2024-03'],
    ['26日上午', '26日', '2024-01-26'],
    ['3日，', '3日', '2024-02-03'],
    ['26号，', '26号', '2024-01-26'],
    ['二十六日上午', '二十六日', '2024-01-26'],
    ['三十一日', '三十一日', '2024-01-31'],
    ['今天上午', '今天', '2024-02-04'],
    ['昨日下午', '昨日', '2024-02-03'],
    ['昨晚', '昨晚', '2024-02-03'],
    ['前天', '前天', '2024-02-02'],
    ['后天', '后天', '2024-02-06'],
    ['周五', '周五', '2024-02-02'],
    ['上周五', '上周五', '2024-01-26'],
    ['大前天', '大前天', '2024-02-01'],
    ['3天前签约', '3天前', '2024-02-01'],
    ['两天前签约', '两天前', '2024-02-02'],
    ['two days ago', 'two days ago', '2024-02-02'],
    ['the day before yesterday', 'the day before yesterday', '2024-02-02'],
    ['本周一', '本周一', '2024-01-29'],
    ['下周三', '下周三', '2024-02-07'],
    ['星期天', '星期天', '2024-02-04'],
    ['2024-01-31', '2024-01-31', '2024-01-31'],
    ['2024/1/31', '2024/1/31', '2024-01-31'],
    ['2024.1.31', '2024.1.31', '2024-01-31'],
    ['It was signed on 2024-01-31.', '2024-01-31', '2024-01-31'],
    ['on 31 January 2024', '31 January 2024', '2024-01-31'],
    ['on the 31st of January', '31st of January', '2024-01-31'],
    ['on January 31st', 'January 31st', '2024-01-31'],
    ['on Jan. 31, 2023', 'Jan. 31, 2023', '2023-01-31'],
    ['on Dec 5', 'Dec 5', '2023-12-05'],
    ['in January 2023', 'January 2023', '2023-01'],
    ['since March', 'March', '2024-03'],
    ['founded in 1921.', '1921', '1921'],
    ['It opened yesterday.', 'yesterday', '2024-02-03'],
    ['the winner last month', 'last month', '2024-01'],
    ['the winner last year', 'last year', '2023'],
    ['on Friday', 'Friday', '2024-02-02'],
    ['next Tuesday', 'next Tuesday', '2024-02-06'],
  ])('reads %s', (text, written, iso) => {
    expect(read(text)).toEqual([[written, iso]]);
  });

  it.each([
    '合同45日内付清',
    '历时3个月',
    '地铁2号线',
    '公告第3号，',
    '三年内建成',
    '5年前年产百辆',
    '1990年代',
    '上世纪90年代',
    '10日游',
    '价格1000元',
    '2000多人',
    'version 2.2024',
    'It cost $2024',
    'It grew 2024%',
    'They may win',
  ])('finds no date in %s', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('takes the longer of two readings that begin at one place', () => {
    expect(read('2023年12月31日')).toEqual([['2023年12月31日', '2023-12-31']]);
    expect(read('去年12月')).toEqual([['去年12月', '2023-12']]);
  });
});

it('takes a quarter with its year for its first month, and a season for the year', () => {
  const read = (text: string) =>
    resolveDates(text, '2024-05-10').map(({ start, end, iso }) => [text.slice(start, end), iso]);
  expect(read('今年秋季试用，2025年第二季度交付')).toEqual([
    ['今年秋季', '2024'],
    ['2025年第二季度', '2025-04'],
  ]);
});

describe('the year that a text leaves out', () => {
  it('takes 1月31日 in an article of 4 February for the one a few days before', () => {
    expect(read('1月31日，港口开放。')).toEqual([['1月31日', '2024-01-31']]);
  });

  it('takes December in a January article for the one of the year before', () => {
    expect(read('12月25日', '2024-01-05')).toEqual([['12月25日', '2023-12-25']]);
    expect(read('on December 25', '2024-01-05')).toEqual([['December 25', '2023-12-25']]);
  });

  it('takes a day a few days ahead for the coming one, over the turn of the year too', () => {
    expect(read('1月3日开幕', '2023-12-28')).toEqual([['1月3日', '2024-01-03']]);
  });

  it('takes 29 February for a year that has one', () => {
    expect(read('2月29日', '2023-03-01')).toEqual([['2月29日', '2024-02-29']]);
    expect(read('2月29日', '2022-03-01')).toEqual([['2月29日', '2020-02-29']]);
  });

  it('takes the first day of a range with its month, though the word for day comes once', () => {
    const text = '将于1月29至31日开放';
    const dates = resolveDates(text, '2024-02-04');
    expect(dates.map(({ iso }) => iso)).toEqual(['2024-01-29', '2024-01-31']);
    expect(text.slice(dates[0]!.start, dates[0]!.end)).toBe('1月29');
  });

  it('keeps the year of a date that the same sentence gave', () => {
    expect(read('项目2021年5月开工，8月12日封顶')).toEqual([
      ['2021年5月', '2021-05'],
      ['8月12日', '2021-08-12'],
    ]);
  });

  it('does not carry the year over into an earlier month, which is of the next year or of none', () => {
    expect(read('2021年12月开工，1月31日交付')).toEqual([
      ['2021年12月', '2021-12'],
      ['1月31日', '2024-01-31'],
    ]);
  });

  it('does not carry the year into the next sentence', () => {
    expect(read('项目2021年1月开工。2月3日交付')).toEqual([
      ['2021年1月', '2021-01'],
      ['2月3日', '2024-02-03'],
    ]);
  });
});

describe('the month that a text leaves out', () => {
  it('keeps the month of a date that the same sentence gave', () => {
    expect(read('10月28日至30日')).toEqual([
      ['10月28日', '2023-10-28'],
      ['30日', '2023-10-30'],
    ]);
  });

  it('takes a day after that of publication for one of the month before', () => {
    expect(read('5日')).toEqual([['5日', '2024-01-05']]);
    expect(read('4日')).toEqual([['4日', '2024-02-04']]);
    expect(read('20日', '2024-01-10')).toEqual([['20日', '2023-12-20']]);
  });

  it('takes 31日 for a month that has 31 days', () => {
    expect(read('31日', '2024-03-05')).toEqual([['31日', '2024-01-31']]);
    expect(read('30日', '2023-03-05')).toEqual([['30日', '2023-01-30']]);
  });
});

describe('dates that refer to others', () => {
  it('takes 当天 for the day that was mentioned before, or else the day of publication', () => {
    expect(read('5月1日开馆，当天免费')).toEqual([
      ['5月1日', '2024-05-01'],
      ['当天', '2024-05-01'],
    ]);
    expect(read('当日免费')).toEqual([['当日', '2024-02-04']]);
  });

  it('says where the day stands that 当天 is counted from, also behind another such word', () => {
    const dates = resolveDates('5月1日开馆，次日闭馆。当天下雨。', '2024-05-10');
    expect(dates.map(({ from }) => from)).toEqual([undefined, { start: 0, end: 4 }, { start: 0, end: 4 }]);
    expect(resolveDates('当天下雨。', '2024-05-10')[0]).not.toHaveProperty('from');
  });

  it('counts the next day and the day before from the day that was mentioned', () => {
    expect(read('5月1日开馆，次日免费')[1]).toEqual(['次日', '2024-05-02']);
    expect(read('It opened on 1 May and closed the next day.')[1]).toEqual(['the next day', '2024-05-02']);
  });

  it('finds no day in a span around one', () => {
    expect(read('3天前后')).toEqual([]);
  });

  it('takes last Friday for the one of the week before, and on Friday for today', () => {
    expect(read('last Friday', '2024-02-02')).toEqual([['last Friday', '2024-01-26']]);
    expect(read('on Friday', '2024-02-02')).toEqual([['Friday', '2024-02-02']]);
    expect(read('last Friday', '2024-02-05')).toEqual([['last Friday', '2024-02-02']]);
    expect(read('上周五', '2024-02-05')).toEqual([['上周五', '2024-02-02']]);
  });

  it('takes the day of publication itself for a weekday without last or next', () => {
    expect(read('周日', PUBLISHED)).toEqual([['周日', '2024-02-04']]);
    expect(read('on Monday', PUBLISHED)).toEqual([['Monday', '2024-01-29']]);
  });

  it('counts across the turn of a month and of a year', () => {
    expect(read('昨天', '2024-03-01')).toEqual([['昨天', '2024-02-29']]);
    expect(read('上个月', '2024-01-15')).toEqual([['上个月', '2023-12']]);
    expect(read('下月', '2023-12-15')).toEqual([['下月', '2024-01']]);
  });
});

describe('what is not known', () => {
  it('knows no day without a day of publication', () => {
    expect(read('昨天', null)).toEqual([['昨天', null]]);
    expect(read('3月5日', null)).toEqual([['3月5日', null]]);
    expect(read('26日上午', null)).toEqual([['26日', null]]);
    expect(read('on Friday', null)).toEqual([['Friday', null]]);
  });

  it('reads a full date without a day of publication, and later ones after it', () => {
    expect(read('2023年3月5日开幕。8日闭幕，5月回访', null)).toEqual([
      ['2023年3月5日', '2023-03-05'],
      ['8日', '2023-03-08'],
      ['5月', '2023-05'],
    ]);
  });

  it('knows no day that its month does not have', () => {
    expect(read('去年2月29日')).toEqual([['去年2月29日', null]]);
    expect(read('本月31日')).toEqual([['本月31日', null]]);
    expect(read('4月3日开幕，31日闭幕')).toEqual([
      ['4月3日', '2024-04-03'],
      ['31日', null],
    ]);
  });
});

describe('properties of any text', () => {
  const dateText = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '2024年',
          '二〇二三年',
          '去年',
          '今年',
          '本月',
          '上周',
          '周五',
          'last Friday',
          '昨天',
          '当天',
          'Jan. ',
        ),
        fc.constantFrom(
          '12月',
          '2月',
          '一月',
          '29日',
          '31日',
          '三十日',
          '号',
          '。',
          '，',
          ' ',
          'February 29',
          '2023-02-29',
          '🚀',
        ),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 10 },
    )
    .map((pieces) => pieces.join(''));
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('finds dates in order, none overlapping, all inside the text', () => {
    fc.assert(
      fc.property(dateText, (text) => {
        let end = 0;
        for (const mention of findDates(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('means days that exist', () => {
    fc.assert(
      fc.property(dateText, day, (text, published) => {
        for (const { iso } of resolveDates(text, published))
          if (iso?.length === 10) expect(isDay(iso), `${iso} of ${text} on ${published}`).toBe(true);
          else expect(iso ?? '2024').toMatch(/^\d{4}(-(0[1-9]|1[0-2]))?$/);
      }),
      runs(200),
    );
  });

  it('reads back any day that is written in full, whatever the day of publication', () => {
    fc.assert(
      fc.property(day, fc.option(day), (iso, published) => {
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        for (const text of [iso, `${year}年${month}月${dayOfMonth}日`, `${year}/${month}/${dayOfMonth}`])
          expect(read(text, published)).toEqual([[text, iso]]);
      }),
    );
  });
});

describe('an article without a day of publication', () => {
  const around = (text: string) =>
    resolveDates(text, null, '2023-08-01').map(({ start, end, iso }) => [text.slice(start, end), iso]);

  it('takes its years from the time of its corpus, and nothing for words that count from a day', () => {
    expect(around('7月25日签约，昨日揭牌。')).toEqual([
      ['7月25日', '2023-07-25'],
      ['昨日', null],
    ]);
  });

  it('takes the day of its dateline for the day of publication', () => {
    expect(around('本社昆明7月27日电，双方26日签约，昨天揭牌。')).toEqual([
      ['7月27日', '2023-07-27'],
      ['26日', '2023-07-26'],
      ['昨天', '2023-07-26'],
    ]);
  });

  it('keeps to the year that its text gives', () => {
    expect(around('2019年开工，3月完工。')).toEqual([
      ['2019年', '2019'],
      ['3月', '2019-03'],
    ]);
  });
});

describe('isDay', () => {
  it('knows the length of months and leap years', () => {
    expect(['2024-02-29', '2000-02-29', '2024-12-31'].every(isDay)).toBe(true);
    expect(
      ['2023-02-29', '1900-02-29', '2024-04-31', '2024-00-01', '2024-13-01', '2024-01-00'].some(isDay),
    ).toBe(false);
    expect(['2024-1-1', '2024-01-01T00:00', ' 2024-01-01', '', '2024'].some(isDay)).toBe(false);
  });
});

it('gives a day of a range only a year that has it', () => {
  expect(resolveDates('2月29日-2024年', '1990-01-01')[0]).toMatchObject({ iso: '2024-02-29', until: '2024' });
});
