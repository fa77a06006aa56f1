import { describe, expect, it } from 'vitest';
import {
  findEnglishOrganisations,
  findOrganisation,
  organisationNames,
} from '../../src/text/organisations.ts';

describe('organisations', () => {
  it('finds an organisation under its short name', () => {
    expect(findOrganisation('西工大')).toEqual({
      name: '西北工业大学',
      english: 'Northwestern Polytechnical University',
      shortNames: expect.arrayContaining(['西工大']),
      aliases: expect.any(Array),
    });
    expect(findOrganisation('清华')?.name).toBe('清华大学');
  });

  it('finds it under its full name too', () => {
    expect(findOrganisation('西北工业大学')).toBe(findOrganisation('西工大'));
  });

  it('finds the longest English name at each place, in any case where it has several words', () => {
    const namesIn = (text: string) =>
      findEnglishOrganisations(text).map(({ organisation }) => organisation.name);
    expect(namesIn('Did china mobile sign with Northwestern Polytechnical University?')).toEqual([
      '中国移动',
      '西北工业大学',
    ]);
    expect(namesIn('sinopec, and Sinopec')).toEqual(['中国石化']);
    expect(namesIn('China, mobile')).toEqual([]);
  });

  it('takes what a name is without its Corporation for the name, two words if capitalised', () => {
    const namesIn = (text: string) =>
      findEnglishOrganisations(text).map(({ organisation }) => organisation.name);
    expect(namesIn('state power investment and China Investment')).toEqual(['国家电投', '中投公司']);
    expect(namesIn('more China investment')).toEqual([]);
  });

  it('finds a single word that has a capital', () => {
    expect(findEnglishOrganisations('iFlytek and eBay')).toHaveLength(2);
    expect(findEnglishOrganisations('tesla')).toEqual([]);
  });

  it('finds a name with Latin letters in any case', () => {
    expect(findOrganisation('TCL科技')?.english).toBe('TCL Technology');
    expect(findOrganisation('tcl科技')).toBe(findOrganisation('TCL科技'));
  });

  it('tells where an English name stands', () => {
    const text = 'Who met State Grid?';
    const [found] = findEnglishOrganisations(text);
    expect(text.slice(found?.start, found?.end)).toBe('State Grid');
  });

  it('knows no others', () => {
    expect(findOrganisation('无此大学')).toBeUndefined();
    expect(findOrganisation('')).toBeUndefined();
  });

  it('has a full name and an English name for each', () => {
    for (const name of organisationNames())
      expect(findOrganisation(name), name).toMatchObject({
        name: expect.stringMatching(/./),
        english: expect.stringMatching(/[a-z]/i),
      });
  });
});
