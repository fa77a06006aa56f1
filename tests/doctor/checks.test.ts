import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNode, checkWritable } from '../../src/doctor/checks.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('the check of Node', () => {
  it.each(['20.12.0', '20.20.2', '22.0.0'])('passes %s', (version) => {
    expect(checkNode(version)).toBe(version);
  });

  it.each(['20.11.1', '18.20.0'])('fails %s', (version) => {
    expect(() => checkNode(version)).toThrow(`Expected Node 20.12 or later, found ${version}. Install`);
  });
});

describe('the check of a folder', () => {
  it('passes one that can be written, and one that can be made there', () => {
    const folder = makeFolder();
    expect(checkWritable(folder, 'EMBEDDINGS')).toBe(`${folder} can be written`);
    expect(checkWritable(join(folder, 'new', 'index'), 'EMBEDDINGS')).toContain('can be written');
  });

  it('fails where a file is in its place or in its way', () => {
    const file = join(makeFolder({ taken: '' }), 'taken');
    for (const folder of [file, join(file, 'below')])
      expect(() => checkWritable(folder, 'EMBEDDINGS')).toThrow(
        `${folder} cannot be written (${file} is not a folder). Change its permissions, or set EMBEDDINGS.`,
      );
  });
});
