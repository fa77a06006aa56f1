import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';
import { type OrderRule, ROLE_MARKS } from '../../src/rules/orders.ts';
import { normalize } from '../../src/text/normalize.ts';

describe.each([{ code: 'any language', orders: ROLE_MARKS }, ...LANGUAGES])(
  'orders to a program in $code',
  ({ orders }) => {
    const fits = ({ pattern }: OrderRule, text: string): boolean => pattern.test(normalize(text));

    it.each(orders.map((row) => [row.examples[0], row] as const))('are known by "%s"', (_, row) => {
      expect(row.examples.filter((text) => !fits(row, text))).toEqual([]);
      expect((row.not ?? []).filter((text) => orders.some((one) => fits(one, text)))).toEqual([]);
    });
  },
);
