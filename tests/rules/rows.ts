/** The rows of the rules of a language, and what one of them reads. */
import type { Rule } from '../../src/rules/rule.ts';

const isRule = (value: object): value is Rule<unknown> => 'pattern' in value && 'examples' in value;

/** All rows that rules hold, however deep. */
export const rowsIn = (rules: unknown): Rule<unknown>[] =>
  typeof rules !== 'object' || rules === null || rules instanceof RegExp
    ? []
    : isRule(rules)
      ? [rules]
      : Object.values(rules).flatMap(rowsIn);

/**
 * True where a row reads an example: what stands between ‹ and › where it has such marks, anywhere else. What is read is the
 * group `place` or `thing` where the pattern has one. Marks that the pattern itself asks for stay in the example.
 */
export function reads({ pattern }: Rule<unknown>, example: string): boolean {
  const all = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  if (/[‹›]/.test(pattern.source)) return example.search(pattern) >= 0;
  const [before, marked] = example.split(/[‹›]/);
  const found = [...example.replace(/[‹›]/g, '').matchAll(all)];
  if (marked === undefined) return found.length > 0;
  return found.some((match) => {
    const read = match.groups?.place ?? match.groups?.thing ?? match[0];
    return read === marked && match.index + match[0].indexOf(read) === before!.length;
  });
}
