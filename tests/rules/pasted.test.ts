import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/question/question.ts';
import { PASTED } from '../../src/rules/pasted.ts';

describe.each(PASTED)('pasted: $means', ({ pattern, examples, not = [] }) => {
  it('is found in what people paste', () => {
    expect(examples.filter((example) => example.search(pattern) < 0)).toEqual([]);
    expect(not.filter((example) => example.search(pattern) >= 0)).toEqual([]);
  });

  it('asks for nothing that it says', () => {
    expect(readQuestion('npm start 报 ENOSPC: number of files reached')?.kinds).toEqual(['what']);
    expect(readQuestion('Who set up the port? Error: number of users')?.kinds).toEqual(['who']);
  });
});
