import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listCorpus } from '../src/documents/list.ts';
import { removeUnfinished, writeWhole } from '../src/unfinished.ts';
import { makeFolder } from './temporary-folder.ts';

/** No process has a number that high. */
const NOBODY = 999_999_999;

it('puts a text in place of another, and leaves nothing beside it', () => {
  const folder = makeFolder();
  const path = join(folder, 'quay.md');
  writeWhole(path, ['ol', 'd']);
  writeWhole(path, ['new']);
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['quay.md'], 'new']);
});

it('leaves nothing beside a file that it could not replace', () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'quay.md', 'full'), { recursive: true });
  expect(() => writeWhole(join(folder, 'quay.md'), ['new'])).toThrow(/quay\.md/);
  expect(readdirSync(folder)).toEqual(['quay.md']);
});

it('removes what nobody writes any more, and no other file', () => {
  const folder = makeFolder();
  const names = [
    'quay.md',
    `quay.md.${NOBODY}.part`,
    `ferry.md.${process.pid}.part`,
    `lock.${process.ppid}.part`,
    `oars.md.${process.pid}.part`,
  ];
  for (const name of [...names, 'a.part']) writeFileSync(join(folder, name), 'text');
  const before = new Date(performance.timeOrigin - 60_000);
  utimesSync(join(folder, `ferry.md.${process.pid}.part`), before, before);
  removeUnfinished(folder);
  const left = ['a.part', `lock.${process.ppid}.part`, `oars.md.${process.pid}.part`, 'quay.md'];
  expect(readdirSync(folder).sort()).toEqual(left);
});

it('is no article, and no problem, while it is being written', () => {
  const folder = makeFolder();
  for (const name of ['quay.md', `quay.md.${NOBODY}.part`])
    writeFileSync(join(folder, name), '# Quay\n\nText.\n');
  const { files, problems } = listCorpus([folder]);
  expect([files.map(({ id }) => id), problems]).toEqual([['quay'], []]);
});
