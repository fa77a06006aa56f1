import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/rules/languages.ts';
import type { Rule } from '../../src/rules/rule.ts';

const reads = ({ pattern }: Rule<unknown>, text: string): boolean =>
  new RegExp(pattern.source, pattern.flags.replace('g', '')).test(text);

// The rows of messages read clauses of a message, whose test is messages.test.ts.
for (const {
  code,
  talk: { smallTalk, collection, aroundTimes, ofTimes, ...talk },
} of LANGUAGES)
  for (const [name, rows] of Object.entries(talk).filter(([, rows]) => rows.length > 0) as [
    string,
    readonly Rule<unknown>[],
  ][])
    describe(`${name} in ${code}`, () => {
      for (const [number, row] of rows.entries()) {
        it.each(row.examples)(`row ${number + 1} reads "%s"`, (text) => expect(reads(row, text)).toBe(true));
        it.each(row.not ?? [])(`row ${number + 1} leaves "%s" alone`, (text) =>
          expect(reads(row, text)).toBe(false),
        );
      }
    });
