import { describe, expect, it } from 'vitest';
import { hoursAsked } from '../../src/question/hours.ts';
import { LANGUAGES } from '../../src/rules/languages.ts';

describe.each(LANGUAGES)('times of day in $code', ({ hours }) => {
  it.each(hours.times)('are read', ({ pattern, examples, not = [] }) => {
    expect(examples.filter((text) => text.search(pattern) < 0)).toEqual([]);
    expect(not.filter((text) => text.search(pattern) >= 0)).toEqual([]);
  });

  it.each(hours.asked.flatMap(({ means, examples }) => examples.map((example) => [example, means])))(
    'are asked for in "%s": %s',
    (example, means) => {
      expect(hoursAsked(example!)).toBe(means);
    },
  );

  it.each(hours.asked.flatMap(({ not = [] }) => not))('are not asked for in "%s"', (text) => {
    expect(hoursAsked(text)).toBeNull();
  });
});
