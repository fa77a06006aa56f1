import { describe, expect, it } from 'vitest';
import { DAY_RULES, LANGUAGES } from '../../src/rules/languages.ts';
import type { DayRule } from '../../src/rules/time/day.ts';
import { resolveDates } from '../../src/text/dates.ts';

/** A Wednesday. */
const PUBLISHED = '2024-06-12';

const read = (text: string) =>
  resolveDates(text, PUBLISHED).map(({ start, end, iso, until }) => [
    text.slice(start, end),
    `${iso ?? '-'}${until === undefined ? '' : `..${until}`}`,
  ]);

const rules = DAY_RULES.flatMap(({ days }) => days);
const examples = rules
  .flatMap(({ examples }) => examples)
  .map((example) => {
    const [given = '', means = ''] = example.split(' → ');
    const [, written = given] = /\[(.+)\]/u.exec(given) ?? [];
    return { text: given.replace(/[[\]]/g, ''), written, means };
  });

describe('a day as an example writes it', () => {
  it.each(examples)('$text', ({ text, written, means }) => {
    const found = read(text).find(([one]) => one === written);
    // Of a range that begins here more is known.
    expect([written, found?.[1]?.replace(text === written ? '' : /\.\..*/, '')]).toEqual([
      written,
      text === written ? means : means.replace(/\.\..*/, ''),
    ]);
  });
});

const refused = rules.flatMap((rule) => (rule.not ?? []).map((text) => ({ text, rule })));
const isRead = ({ pattern, means }: DayRule, text: string): boolean =>
  [...text.matchAll(pattern)].some(({ groups }) => means(groups ?? {}) !== null);

it.each(refused)('$text is left alone', ({ text, rule }) => {
  expect(isRead(rule, text)).toBe(false);
});

describe.each(LANGUAGES)('words around days in $code', ({ dayContext }) => {
  it.each([
    ...dayContext.joints,
    ...dayContext.before,
    ...dayContext.ends,
    ...dayContext.begins,
    ...dayContext.eventBefore,
    ...dayContext.months,
  ])('$means', ({ pattern, examples, not = [] }) => {
    expect(examples.filter((text) => !pattern.test(text))).toEqual([]);
    expect(not.filter((text) => pattern.test(text))).toEqual([]);
  });
});

describe.each(LANGUAGES)('words around a time that limits a question, in $code', ({ periods }) => {
  it.each([...periods.before, ...periods.behind].map((row) => [row.examples[0], row] as const))(
    '%s',
    (_, { pattern, examples, not = [] }) => {
      expect(examples.filter((example) => !pattern.test(example))).toEqual([]);
      expect(not.filter((example) => pattern.test(example))).toEqual([]);
    },
  );
});
