import { describe, expect, it } from 'vitest';
import { describeCorpus } from '../../src/doctor/corpus.ts';

const UNUSABLE = { where: 'a.bin', reason: 'this kind of file is not read', remedy: 'Turn it into another' };
const UNREAD = {
  where: 'b.md',
  reason: 'cannot be read (EACCES: permission denied)',
  remedy: 'Check its permissions',
};

describe('the check of the articles', () => {
  it('passes with what cannot be used listed', () => {
    expect(describeCorpus(3, [UNUSABLE])).toBe(
      '3 articles, 1 problem\n  a.bin: this kind of file is not read. Turn it into another.',
    );
  });

  it('fails where a file is there and cannot be read, as each build does', () => {
    expect(() => describeCorpus(3, [UNUSABLE, { ...UNREAD, isUnread: true }])).toThrow(
      /^No index is built .+\n {2}b\.md: cannot be read \(EACCES: permission denied\)\. Check its permissions\.$/,
    );
  });

  it('fails where no article can be used', () => {
    expect(() => describeCorpus(0, [UNUSABLE])).toThrow('The corpus has no article that can be used');
    expect(() => describeCorpus(0, [])).toThrow('The corpus is empty');
  });
});
