import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/evaluation/evaluate.ts';
import { drawCurve, refusalCurve } from '../../src/evaluation/plot.ts';

const outcome = (confidence: number, relevant: readonly string[]): Outcome =>
  ({ gold: { relevant }, answer: { confidence } }) as unknown as Outcome;

const OUTCOMES = [
  outcome(0.9, ['a']),
  outcome(0.6, ['a']),
  outcome(0.7, []),
  outcome(0.2, []),
  outcome(0.2, []),
  outcome(0.1, []),
];

describe('the curve of refusals', () => {
  it('tells for each threshold what it lets through, the strictest first', () => {
    expect(refusalCurve(OUTCOMES)).toEqual([
      { threshold: 1, answered: 0, wrongly: 0 },
      { threshold: 0.9, answered: 0.5, wrongly: 0 },
      { threshold: 0.7, answered: 0.5, wrongly: 0.25 },
      { threshold: 0.6, answered: 1, wrongly: 0.25 },
      { threshold: 0.2, answered: 1, wrongly: 0.75 },
      { threshold: 0.1, answered: 1, wrongly: 1 },
      { threshold: 0, answered: 1, wrongly: 1 },
    ]);
  });

  it('of no question lets nothing through', () => {
    expect(refusalCurve([]).every(({ answered, wrongly }) => answered === 0 && wrongly === 0)).toBe(true);
  });

  it('is drawn with what the threshold in use lets through', () => {
    const svg = drawCurve(refusalCurve(OUTCOMES), 0.5);
    expect(svg).toContain('threshold 0.5: 100 % answered, 25 % wrongly');
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(drawCurve(refusalCurve(OUTCOMES), 0.6)).toContain('100 % answered, 25 % wrongly');
    expect(drawCurve(refusalCurve(OUTCOMES), 0.61)).toContain('50 % answered, 25 % wrongly');
  });
});
