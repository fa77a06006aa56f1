import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CorpusError, UnreadError } from '../../src/documents/problem.ts';
import { writeThrough } from '../../src/index/files.ts';
import { withLock } from '../../src/index/lock.ts';
import { IndexError, UnreadBuildError } from '../../src/index/manifest.ts';
import { whyNotBuilt } from '../../src/service/build-failure.ts';
import { makeFolder } from '../temporary-folder.ts';

async function errorOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure, found none');
}

describe('why a build failed', () => {
  it('is told for another that builds, with its time', async () => {
    const embeddings = makeFolder();
    await withLock(embeddings, async () => {
      const error = await errorOf(() => withLock(embeddings, async () => {}));
      expect(whyNotBuilt(error)).toEqual({
        reason: 'locked',
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/),
      });
    });
  });

  it('is told for what somebody has to mend', async () => {
    const problem = { where: 'a.md', reason: 'cannot be read', remedy: 'Check it' };
    const unwritten = await errorOf(() => writeThrough(join(makeFolder(), 'none', 'file')));
    const reasons = [
      unwritten,
      new UnreadBuildError(new IndexError('x')),
      new UnreadError(problem),
      new CorpusError([]),
    ];
    expect(reasons.map((error) => whyNotBuilt(error)?.reason)).toEqual(['disk', 'disk', 'unread', 'empty']);
  });

  it('is left to the message otherwise', () => {
    expect(whyNotBuilt(new IndexError('The index is of no use'))).toBeNull();
    expect(whyNotBuilt('anything')).toBeNull();
  });
});
