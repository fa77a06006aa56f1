import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';
import { reads, rowsIn } from './rows.ts';

describe.each(LANGUAGES)('places in $code', ({ places }) => {
  it.each(rowsIn(places).map((rule) => [rule.examples[0]!, rule] as const))(
    'have a row for "%s"',
    (_, rule) => {
      expect(rule.examples.filter((example) => !reads(rule, example))).toEqual([]);
      expect((rule.not ?? []).filter((example) => reads(rule, example))).toEqual([]);
    },
  );
});

it('are written in some language at each level that is asked for', () => {
  const asked = LANGUAGES.flatMap(({ places }) => places.levels.map(({ means }) => means));
  expect(asked.filter((level) => !LANGUAGES.some(({ places }) => places.written[level]))).toEqual([]);
});
