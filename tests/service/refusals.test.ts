import { describe, expect, it } from 'vitest';
import { keepRefusals } from '../../src/service/refusals.ts';

const PAUSE_MS = 10;

/** Refusals of one build, whose files and whose clock the test changes. */
function refuse(mayPass: boolean) {
  const world = { state: 'as it was', now: 0 };
  const refusals = keepRefusals(
    () => world.state,
    PAUSE_MS,
    () => world.now,
  );
  const error = new Error('damaged');
  const add = (): boolean => refusals.add('build', { error, state: world.state, mayPass });
  const holdsAt = (now: number): boolean => {
    world.now = now;
    return refusals.of('build') === error;
  };
  return { world, refusals, add, holdsAt };
}

describe('a refusal', () => {
  it('holds for as long as the files are as they were, and for a pause where they change', () => {
    const { world, add, holdsAt } = refuse(false);
    expect(holdsAt(0)).toBe(false);
    add();
    expect(holdsAt(1e9)).toBe(true);
    world.state = 'copied further';
    expect([0, PAUSE_MS - 1, PAUSE_MS].map(holdsAt)).toEqual([true, true, false]);
  });

  it('that may pass holds for a pause that doubles from try to try, up to five minutes', () => {
    const { add, holdsAt } = refuse(true);
    let now = 0;
    for (let i = 0; i < 20; i++) {
      add();
      const pause = Math.min(300_000, PAUSE_MS * 2 ** i);
      expect([now + pause - 1, now + pause].map(holdsAt)).toEqual([true, false]);
      now += pause;
    }
  });

  it('is to be told once, until somebody chooses anew', () => {
    const { refusals, add, holdsAt } = refuse(false);
    expect([add(), add()]).toEqual([true, false]);
    expect(refusals.first()?.message).toBe('damaged');
    refusals.clear();
    expect(holdsAt(0)).toBe(false);
    expect(refusals.first()).toBeNull();
    expect(add()).toBe(true);
  });
});
