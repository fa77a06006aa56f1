import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remembered } from '../../src/model/remembered.ts';

let folder: string;
let network: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remembered-'));
  network = join(folder, 'network.onnx');
  writeFileSync(network, 'weights');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is found, and how often it was looked for. */
function finder(): { looks: number; find: (what?: string) => string } {
  const finder = {
    looks: 0,
    find: (what = 'letters') =>
      remembered(
        what,
        [network],
        () => {
          finder.looks++;
          return readFileSync(network, 'utf8');
        },
        folder,
      ),
  };
  return finder;
}

describe('what was found out of a file', () => {
  it('is found once for as long as the file stays as it is', () => {
    const finding = finder();
    expect([finding.find(), finding.find(), finding.find()]).toEqual(['weights', 'weights', 'weights']);
    expect(finding.looks).toBe(1);
  });

  it('is found again where the file has other bytes, even of the same number and at the same time', () => {
    const finding = finder();
    const time = new Date('2026-01-01');
    utimesSync(network, time, time);
    finding.find();
    writeFileSync(network, 'WEIGHTS');
    utimesSync(network, time, time);
    expect(finding.find()).toBe('WEIGHTS');
  });

  it('is another for another thing to find', () => {
    const finding = finder();
    finding.find('letters');
    finding.find('digits');
    expect(finding.looks).toBe(2);
  });

  it('is found each time where it cannot be kept, or what was kept cannot be read', () => {
    const finding = finder();
    writeFileSync(join(folder, 'models.json'), 'no JSON');
    expect(finding.find()).toBe('weights');
    expect(remembered('letters', [network], () => 'found', join(network, 'no-folder'))).toBe('found');
  });
});
