import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';
import { rowsIn } from './rows.ts';

describe.each(LANGUAGES)('titles in $code', ({ titles }) => {
  const rules = rowsIn(titles);

  it.each(rules.map((rule) => [rule.examples[0], rule] as const))('have a row for "%s"', (_, rule) => {
    expect(rule.examples.filter((example) => !rule.pattern.test(example))).toEqual([]);
    expect((rule.not ?? []).filter((example) => rule.pattern.test(example))).toEqual([]);
  });

  it.each(titles.called.map((rule) => [rule.examples[0], rule] as const))(
    'tell how texts write "%s"',
    (_, { means, written }) => {
      expect(written.length).toBeGreaterThan(0);
      expect(written.filter((title) => !means.test(title))).toEqual([]);
    },
  );
});
