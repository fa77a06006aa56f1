import { describe, expect, it } from 'vitest';
import { isNearDuplicate, SKETCH_SIZE, sketch } from '../../src/index/near-duplicates.ts';

const HARBOUR =
  '沿海新港口今天正式开放，首批十二艘货船靠岸卸货。港口负责人表示，码头全部采用电力驱动的起重机，' +
  '每天可以装卸三千个集装箱，比旧港口多一倍。周边居民说，噪音比过去小了很多，晚上终于能够安静地休息。' +
  '港口二期工程将在明年春天动工，计划修建一条直达内陆仓库的铁路支线，届时货物不必再经过市区。';
const HARBOUR_AGAIN =
  '新港口迎来第一天。记者在现场看到，货轮排队进港，工人们忙着检查设备。市长在致辞中感谢建设者，' +
  '并宣布三年内不收停泊费。一位船长说，航道比预想的宽，靠岸只用了二十分钟。下午还举行了开放参观，' +
  '许多家长带着孩子登上观景台，看着集装箱被一个个吊起。';
const RAILWAY =
  'The coastal railway carried its first passengers on Sunday. Trains leave every twenty minutes and reach the ' +
  'islands in under an hour, which used to take a ferry half a day. Tickets were sold out within minutes.';

const alike = (a: string, b: string) => isNearDuplicate(sketch(a), sketch(b));

describe('reprints', () => {
  it.each([
    ['the same text', HARBOUR],
    ['one with another first line and a notice at its end', `本报讯 记者小林\n${HARBOUR}\n（版权所有）`],
    ['one with other marks and spaces', HARBOUR.replaceAll('，', ', ').replaceAll('。', '.\n')],
    [
      'one in which a few words were changed',
      HARBOUR.replace('正式开放', '启用').replace('明年春天', '明年三月'),
    ],
    [
      'one in Traditional characters',
      HARBOUR.replaceAll('货', '貨').replaceAll('铁', '鐵').replaceAll('开', '開'),
    ],
    ['one without its last sentence', HARBOUR.slice(0, HARBOUR.lastIndexOf('港口二期'))],
  ])('are told by %s', (_, other) => {
    expect(alike(HARBOUR, other)).toBe(true);
    expect(alike(other, HARBOUR)).toBe(true);
  });

  it('are told in English, whatever the case', () => {
    expect(alike(RAILWAY, RAILWAY.toUpperCase())).toBe(true);
  });
});

describe('articles that are no reprints', () => {
  it('are another report of the same event', () => {
    expect(alike(HARBOUR, HARBOUR_AGAIN)).toBe(false);
  });

  it('are one of something else', () => {
    expect(alike(HARBOUR, RAILWAY)).toBe(false);
  });

  it('are one that quotes a single sentence of the other', () => {
    const quote = HARBOUR.slice(0, HARBOUR.indexOf('。') + 1);
    expect(alike(HARBOUR, `${HARBOUR_AGAIN}${quote}`)).toBe(false);
  });

  it('are two short ones that differ', () => {
    expect(alike('港口今天开放了', '铁路明天通车了')).toBe(false);
  });
});

describe('sketch', () => {
  it('has one size and ascends, however short the text', () => {
    for (const text of ['', '港', '港口今天开放了', HARBOUR]) {
      const values = sketch(text);
      expect(values).toHaveLength(SKETCH_SIZE);
      expect([...values]).toEqual([...values].sort((a, b) => a - b));
    }
  });

  it('tells a short text as its own reprint', () => {
    expect(alike('港口开放', '港口开放。')).toBe(true);
    expect(alike('港', '港')).toBe(true);
  });

  it('reads no more than the first 8,000 characters', () => {
    const long = Array.from({ length: 2000 }, (_, i) => `第${i}号船`)
      .join('')
      .slice(0, 8000);
    expect(sketch(long + HARBOUR)).toEqual(sketch(long));
  });
});
