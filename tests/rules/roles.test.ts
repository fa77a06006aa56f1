import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';
import { reads, rowsIn } from './rows.ts';

describe.each(LANGUAGES)(
  'roles, descriptions and reports in $code',
  ({ roles, descriptions, rows, reports }) => {
    const rules = rowsIn([roles, descriptions, rows, reports]);

    it.each(rules.map((rule) => [rule.examples[0]!, rule] as const))('have a row for "%s"', (_, rule) => {
      expect(rule.examples.filter((example) => !reads(rule, example))).toEqual([]);
      expect((rule.not ?? []).filter((example) => reads(rule, example))).toEqual([]);
    });
  },
);
