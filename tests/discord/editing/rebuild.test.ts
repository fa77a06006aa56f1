import { describe, expect, it } from 'vitest';
import { createRebuild } from '../../../src/discord/editing/rebuild.ts';
import { createDeferred, type Deferred } from '../../local-discord/waiting/deferred.ts';

describe('a rebuild', () => {
  it('that is asked for during another waits for one that begins after it, together with all others', async () => {
    const builds: Deferred<void>[] = [];
    const rebuild = createRebuild(() => {
      builds.push(createDeferred<void>());
      return builds.at(-1)!.promise;
    });
    const first = rebuild();
    const later = [rebuild(), rebuild(), rebuild()];
    expect(builds).toHaveLength(1);
    // A failure is that of who asked for this build.
    builds[0]!.reject(new Error('full'));
    await expect(first).rejects.toThrow('full');
    await Promise.resolve();
    expect(builds).toHaveLength(2);
    builds[1]!.resolve();
    await Promise.all(later);
    const alone = rebuild();
    expect(builds).toHaveLength(3);
    builds[2]!.resolve();
    await alone;
  });
});
