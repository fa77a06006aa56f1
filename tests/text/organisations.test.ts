import { describe, expect, it } from 'vitest';
import { findOrganisation, organisationNames } from '../../src/text/organisations.ts';

describe('organisations', () => {
  it('finds an organisation under its short name', () => {
    expect(findOrganisation('西工大')).toEqual({
      name: '西北工业大学',
      english: 'Northwestern Polytechnical University',
      shortNames: expect.arrayContaining(['西工大']),
    });
    expect(findOrganisation('清华')?.name).toBe('清华大学');
  });

  it('finds it under its full name too', () => {
    expect(findOrganisation('西北工业大学')).toBe(findOrganisation('西工大'));
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
