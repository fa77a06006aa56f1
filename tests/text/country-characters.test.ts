import { describe, expect, it } from 'vitest';
import { passageTerms } from '../../src/text/analyze.ts';
import { locateTerms } from '../../src/text/locate.ts';

const tells = (text: string, country: string): boolean => passageTerms(text, null).has(country);

describe('a character that stands for a country', () => {
  it.each([
    ['日菲两国', 'japan'],
    ['中新合作项目', 'singapor'],
    ['对日贸易', 'japan'],
    ['赴法访问', 'franc'],
    ['韩企', 'korea'],
  ])('tells it beside another or where nothing else is meant: %s', (text, country) => {
    expect(tells(text, country)).toBe(true);
  });

  it.each([
    ['和', 'japan'],
    ['3日', 'japan'],
    ['新的办公室', 'singapor'],
    ['以及', 'israel'],
    ['在京举行', 'vietnam'],
  ])('does not tell it elsewhere: %s', (text, country) => {
    expect(tells(text, country)).toBe(false);
  });

  it('is found in a sentence, too', () => {
    const question = new Map([['japan', 1]]);
    expect(locateTerms('日菲签署协议', question)).toHaveLength(1);
    expect(locateTerms('3日签署协议', question)).toHaveLength(0);
  });
});
