import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectTerms, passageTerms } from '../../src/text/analyze.ts';
import { cutText } from '../../src/text/cut-text.ts';
import { type NumberedTerms, numberTerms } from '../../src/text/term-numbers.ts';
import { type TermCollector, TermMap } from '../../src/text/terms.ts';
import type { Terms } from '../../src/types.ts';
import { runs } from '../runs.ts';

/** The terms by their letters. */
const spelled = (terms: readonly string[], { numbers, weights }: NumberedTerms): Terms =>
  new Map(Array.from(numbers, (number, i) => [terms[number]!, weights[i]!]));

describe('terms under numbers', () => {
  it.each([
    '1月31日，西北工业大学与辽宁省港口签署协议，投资500万元，第二〇二四号。',
    'On 31 January the harbour of Quell and CATL signed, for 5 million crowns.',
    '𠮷野家和子牛亦东在𠮷田签约 😀',
  ])('are those of the text: %s', (text) => {
    const numbers = numberTerms();
    numbers.collect((into) => collectTerms(into, cutText('签约之前的另一篇 text'), null));
    const found = numbers.collect((into) => collectTerms(into, cutText(text), '2024-02-04'));
    expect(spelled(numbers.terms, found)).toEqual(new Map(passageTerms(text, '2024-02-04')));
  });

  it('weigh what they weigh in a map, however they come', () => {
    const term = fc.constantFrom('', '港', '港口', 'a', 'ab', 'abc', 'e:abc', '𠮷', '𠮷野');
    const weight = fc.constantFrom(0.25, 0.5, 1, 2);
    const step = fc.oneof(
      fc.tuple(term, weight).map(
        ([one, by]) =>
          (into: TermCollector) =>
            into.add(one, by),
      ),
      fc.tuple(term, weight).map(
        ([one, by]) =>
          (into: TermCollector) =>
            into.keep(one, by),
      ),
      fc.constantFrom('港口', '𠮷野家', '港').map((run) => (into: TermCollector) => into.addGrams(run)),
      fc.array(fc.tuple(term, weight)).map((all) => (into: TermCollector) => into.addAll(new Map(all))),
    );
    fc.assert(
      fc.property(fc.array(fc.array(step)), (texts) => {
        const numbers = numberTerms();
        for (const steps of texts) {
          const expected = new TermMap();
          for (const one of steps) one(expected);
          const found = numbers.collect((into) => {
            for (const one of steps) one(into);
          });
          expect(spelled(numbers.terms, found)).toEqual(new Map(expected));
        }
      }),
      runs(100),
    );
  });

  it('are added with a share of their weight', () => {
    const numbers = numberTerms();
    const title = numbers.collect((into) => into.add('harbour', 2));
    const found = numbers.collect((into) => {
      into.add('harbour', 1);
      into.addNumbered(title, 0.5);
    });
    expect(spelled(numbers.terms, found)).toEqual(new Map([['harbour', 2]]));
  });
});
