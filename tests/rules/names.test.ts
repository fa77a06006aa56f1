import { describe, expect, it } from 'vitest';
import { AND_WITHIN_NAME } from '../../src/rules/en/names.ts';
import { PLACE_NAMES } from '../../src/rules/en/place-names.ts';

describe('an "and" within capitalised words', () => {
  it.each(AND_WITHIN_NAME.map((rule) => [rule.examples[0], rule]))(
    '%s',
    (_, { pattern, examples, not = [] }) => {
      expect(examples.filter((text) => !pattern.test(text))).toEqual([]);
      expect(not.filter((text) => pattern.test(text))).toEqual([]);
    },
  );
});

describe('the English name of a place', () => {
  it.each(PLACE_NAMES.map((rule) => [rule.examples[0], rule]))('%s', (_, { pattern, examples, not = [] }) => {
    expect(examples.filter((text) => !pattern.test(text))).toEqual([]);
    expect(not.filter((text) => pattern.test(text))).toEqual([]);
  });
});
