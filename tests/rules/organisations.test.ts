import { describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../src/rules/en/organisations.ts';

describe('the name of an organisation', () => {
  it.each(ORGANISATIONS.map((rule) => [rule.means, rule] as const))('says that it is: %s', (_, rule) => {
    const named = rule.named ?? rule.pattern;
    expect(rule.examples.filter((name) => !named.test(name.toLowerCase()))).toEqual([]);
    expect((rule.not ?? []).filter((name) => named.test(name.toLowerCase()))).toEqual([]);
  });
});
