import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';

describe.each(LANGUAGES)('when a page was changed last, in $code', ({ changes }) => {
  it.each(changes.map((row) => [row.examples[0], row] as const))(
    'is told by "%s"',
    (_, { pattern, examples, not = [] }) => {
      expect(examples.filter((text) => !pattern.test(text))).toEqual([]);
      expect(not.filter((text) => pattern.test(text))).toEqual([]);
    },
  );
});
