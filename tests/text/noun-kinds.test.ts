import { describe, expect, it } from 'vitest';
import { kindOfChineseNoun, kindOfEnglishNoun, meansNoun } from '../../src/text/noun-kinds.ts';

describe('an English noun', () => {
  it.each([
    ['academician', 'person'],
    ['researchers', 'person'],
    ['university', 'organisation'],
    ['companies', 'organisation'],
    // What news call it, not what most texts mean by it.
    ['subsidiary', 'organisation'],
    ['bank', 'organisation'],
    ['partner', 'party'],
    ['shareholder', 'party'],
    ['building', 'place'],
    ['cities', 'place'],
    ['month', 'time'],
    ['percentage', 'amount'],
    ['slogan', 'thing'],
    ['industry', 'thing'],
    // Mostly a verb, an adjective, or grammar.
    ['runs', undefined],
    ['national', undefined],
    ['the', undefined],
    // No member of every object.
    ['constructor', 'person'],
    ['tostring', undefined],
  ])('%s names %s', (noun, kind) => {
    expect(kindOfEnglishNoun(noun)).toBe(kind);
  });
});

describe('a Chinese noun', () => {
  it.each([
    ['副校长', 'person'],
    ['首席商业官', 'person'],
    ['主持人', 'person'],
    ['人力资源公司', 'organisation'],
    ['县级市', 'place'],
    ['地址', 'place'],
    ['签约时间', 'time'],
    ['注册资本', 'amount'],
    ['合作方', 'party'],
    // By its gloss.
    ['运动员', 'person'],
    ['百分比', 'amount'],
    ['签署', undefined],
    ['', undefined],
  ])('%s names %s', (noun, kind) => {
    expect(kindOfChineseNoun(noun)).toBe(kind);
  });
});

it('means the English noun that its gloss has, in any form', () => {
  expect(meansNoun('秘书长', 'secretary')).toBe(true);
  expect(meansNoun('主席', 'chairmen')).toBe(false);
  expect(meansNoun('交易所', 'exchanges')).toBe(true);
  expect(meansNoun('交易所', 'bank')).toBe(false);
});
