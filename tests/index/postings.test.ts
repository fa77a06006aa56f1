import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachPosting, postingsReader, writePostings } from '../../src/index/postings.ts';

it('reads the postings of all terms piece by piece as it reads those of each at once', () => {
  const passages = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 4 }), { maxLength: 300 });
  const pieces = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 5 });
  fc.assert(
    fc.property(passages, pieces, (termsOf, sizes) => {
      const terms = termsOf.flat();
      let total = 0;
      const ends = termsOf.map(({ length }) => {
        total += length;
        return total;
      });
      const written = writePostings(
        ends,
        (i) => terms[i]!,
        (i) => (i % 255) + 1,
        Uint32Array.from([0, 1, 2, 3, 4, 5]),
      );
      const postingsOf = (term: number): Uint8Array =>
        written.postings.subarray(written.postingEnds[term - 1] ?? 0, written.postingEnds[term]);
      const whole = [0, 1, 2, 3, 4, 5].flatMap((term) => {
        const found: number[][] = [];
        eachPosting(postingsOf(term), (passage, weight) => found.push([term, passage, weight]));
        return found;
      });
      const read = postingsReader(postingsOf, 6);
      const found: number[][] = [];
      let end = 0;
      for (const size of [...sizes, termsOf.length + 1]) {
        const start = end;
        end += size;
        read(end, (term, passage, weight) => {
          expect(passage).toBeGreaterThanOrEqual(start);
          expect(passage).toBeLessThan(end);
          found.push([term, passage, weight]);
        });
      }
      expect(found.sort(byTermAndPassage)).toEqual(whole);
    }),
  );
});

const byTermAndPassage = (a: number[], b: number[]): number => a[0]! - b[0]! || a[1]! - b[1]!;
