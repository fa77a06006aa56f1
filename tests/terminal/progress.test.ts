import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL, STATIC_MODEL } from '../../src/embedding/models.ts';
import { describeEstimate, describeSpeed } from '../../src/terminal/progress.ts';

const MINUTE = 60;

describe('a build that takes long', () => {
  it('is told, with the faster model, where more than 15 minutes are left', () => {
    expect(describeEstimate(0, DEFAULT_MODEL)).toBeNull();
    expect(describeEstimate(15 * MINUTE, DEFAULT_MODEL)).toBeNull();
    const line = describeEstimate(15 * MINUTE + 1, DEFAULT_MODEL)!;
    expect(line).toContain('about 15 minutes');
    expect(line).toContain('EMBEDDING_MODEL=models/zh-en-static');
    expect(line).not.toContain('\n');
  });

  it('is told in hours from an hour and a half on', () => {
    expect(describeEstimate(89 * MINUTE, DEFAULT_MODEL)).toContain('about 89 minutes');
    expect(describeEstimate(90 * MINUTE, DEFAULT_MODEL)).toContain('about 2 hours');
    expect(describeEstimate(7.4 * 60 * MINUTE, DEFAULT_MODEL)).toContain('about 7 hours');
  });

  it('names no faster model where that one builds', () => {
    for (const model of [STATIC_MODEL, `/srv/${STATIC_MODEL}/`]) {
      const line = describeEstimate(20 * MINUTE, model)!;
      expect(line).toContain('about 20 minutes');
      expect(line).not.toContain('EMBEDDING_MODEL');
    }
  });
});

describe('the speed of a build', () => {
  const speedOf = (perSecond: number, secondsLeft: number | null = null) =>
    describeSpeed({ step: 'read', done: 1, total: 2, perSecond, secondsLeft });

  it('is told in passages a second, with the time that is left where that is known', () => {
    expect(speedOf(4.26)).toBe('4.3 passages/s');
    expect(speedOf(38.4, 59.2)).toBe('38 passages/s | 59 s left');
    expect(speedOf(38.4, 60)).toBe('38 passages/s | 1 min left');
    expect(speedOf(38.4, 3_700)).toBe('38 passages/s | 61 min left');
  });

  it('is nothing where no passage goes through the model', () => {
    expect(speedOf(0)).toBeUndefined();
    expect(describeSpeed({ step: 'link', done: 1, total: 2 })).toBeUndefined();
  });
});
