import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';
import { kindOfChineseNoun } from '../../src/text/noun-kinds.ts';
import { reads, rowsIn } from './rows.ts';

describe.each(LANGUAGES)('nouns in $code', ({ nouns }) => {
  it.each(rowsIn(nouns).map((rule) => [rule.examples[0]!, rule] as const))(
    'have a row for "%s"',
    (_, rule) => {
      expect(rule.examples.filter((example) => !reads(rule, example))).toEqual([]);
      expect((rule.not ?? []).filter((example) => reads(rule, example))).toEqual([]);
    },
  );

  const ends = nouns.writing === 'running' ? nouns.ends : [];
  it.each(ends.flatMap(({ means, examples }) => examples.map((example) => [example, means] as const)))(
    'name by the end of %s: %s',
    (example, kind) => {
      expect(kindOfChineseNoun(example)).toBe(kind);
    },
  );
});
