import { describe, expect, it } from 'vitest';
import { numberAsked } from '../../src/question/asked/units.ts';
import { LANGUAGES } from '../../src/rules/languages.ts';
import { findAmounts } from '../../src/text/amounts.ts';
import { normalize } from '../../src/text/normalize.ts';
import { reads, rowsIn } from './rows.ts';

describe.each(LANGUAGES)('units in $code', ({ units }) => {
  const { asked, measures } = units;
  const rules = rowsIn(units);

  it.each(rules.map((rule) => [rule.examples[0], rule] as const))('have a row for "%s"', (_, rule) => {
    expect(rule.examples.length).toBeGreaterThan(0);
    expect(rule.examples.filter((example) => !reads(rule, example))).toEqual([]);
    expect((rule.not ?? []).filter((example) => reads(rule, example))).toEqual([]);
  });

  it.each(measures.flatMap(({ means, examples }) => examples.map((example) => [example, means] as const)))(
    'read "%s" as an amount of %s',
    (example, means) => {
      const [amount] = findAmounts(example);
      expect(example.slice(amount?.start, amount?.end)).toBe(example);
      expect(amount?.measures).toContain(means);
      expect(normalize(example)).toBe(example);
    },
  );

  it.each(asked.flatMap(({ means, examples }) => examples.map((example) => [example, means] as const)))(
    'read what "%s" asks for',
    (example, means) => {
      expect(numberAsked(example).measures).toEqual(means);
    },
  );
});
