import { describe, expect, it } from 'vitest';
import { kindsOf } from '../../src/question/kinds.ts';
import { readQuestion } from '../../src/question/question.ts';
import { WAYS } from '../../src/rules/asking.ts';
import { LANGUAGES } from '../../src/rules/languages.ts';
import type { Rule } from '../../src/rules/rule.ts';

const fits = ({ pattern }: Rule<unknown>, text: string): boolean => text.search(pattern) >= 0;

describe.each(LANGUAGES)('asking in $code', ({ asking }) => {
  const rules: readonly Rule<unknown>[] = [
    ...Object.values(asking).flatMap((rows: readonly Rule<unknown>[]) => rows),
  ];

  it.each(rules.map((rule) => [rule.examples[0], rule] as const))('has a row for "%s"', (_, rule) => {
    expect(rule.examples.length).toBeGreaterThan(0);
    expect(rule.examples.filter((example) => !fits(rule, example))).toEqual([]);
    expect((rule.not ?? []).filter((example) => fits(rule, example))).toEqual([]);
  });

  it.each(asking.kinds.flatMap(({ means, examples }) => examples.map((example) => [example, means])))(
    'reads the kind of "%s": %s',
    (example, kind) => {
      expect(readQuestion(example)?.kinds).toContain(kind);
    },
  );

  it.each(asking.ways.flatMap(({ means, examples }) => examples.map((example) => [example, means] as const)))(
    'reads the way of "%s": %s',
    (example, way) => {
      expect(readQuestion(example)?.ways[way]).toBe(true);
    },
  );

  it.each(
    asking.things.flatMap(({ means, examples }) => examples.map((example) => [example, means] as const)),
  )('reads the thing of "%s": %s', (example, thing) => {
    expect(readQuestion(example)?.things).toContain(thing);
  });

  it.each(
    asking.nouns.flatMap(({ of, means, examples }) =>
      examples.map((example) => [example, means, of] as const),
    ),
  )('reads the noun of "%s" as %s', (example, kind, of) => {
    const [before, noun, after] = example.split(/[‹›]/) as [string, string, string];
    const asked = { noun, kind: of ?? 'organisation', start: before.length };
    expect(kindsOf(before + noun + after, [asked])).toContain(kind);
  });

  it.each(asking.doers.flatMap(({ means, examples }) => examples.map((example) => [example, means])))(
    'reads the noun that "%s" asks for: %s',
    (example, noun) => {
      expect(readQuestion(example)?.asked).toContainEqual(expect.objectContaining({ noun, kind: 'person' }));
    },
  );

  it.each(asking.sides.flatMap(({ examples }) => examples))('reads the side of "%s"', (example) => {
    expect(readQuestion(example)?.person.side).not.toBeNull();
  });
});

it('has a row for each way to ask', () => {
  const read = LANGUAGES.flatMap(({ asking }) => asking.ways);
  expect(WAYS.filter((way) => !read.some(({ means }) => means === way))).toEqual([]);
});
