import { describe, expect, it } from 'vitest';
import { checkNode } from '../../src/doctor/machine.ts';

describe('the check of Node', () => {
  it.each(['20.12.0', '20.20.2', '22.0.0'])('passes %s', (version) => {
    expect(checkNode(version)).toBe(version);
  });

  it.each(['20.11.1', '18.20.0'])('fails %s', (version) => {
    expect(() => checkNode(version)).toThrow(`Expected Node 20.12 or later, found ${version}. Install`);
  });
});
