import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';

describe.each(LANGUAGES)('roles in $code', ({ roles: { joints: _, ...tables } }) => {
  const rules = Object.values(tables).flat();

  it.each(rules.map((rule) => [rule.examples[0], rule] as const))('have a row for "%s"', (_, rule) => {
    expect(rule.examples.filter((example) => !rule.pattern.test(example))).toEqual([]);
    expect((rule.not ?? []).filter((example) => rule.pattern.test(example))).toEqual([]);
  });
});
