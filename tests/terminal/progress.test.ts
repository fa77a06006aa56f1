import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL, STATIC_MODEL } from '../../src/embedding/models.ts';
import { describeEstimate } from '../../src/terminal/progress.ts';

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
