import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { buildIndex } from '../../src/index/build.ts';
import { publish, readPointer } from '../../src/index/generations.ts';
import { isCurrent } from '../../src/index/is-current.ts';
import { rollBack } from '../../src/index/rollback.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

let embedder: Embedder;

beforeAll(async () => {
  embedder = await loadEmbeddedModel();
});

describe.each<[string, (path: string) => void, RegExp]>([
  ['is missing', (path) => rmSync(path), /current\.json is missing; /],
  [
    'is torn',
    (path) => writeFileSync(path, '{"build":"2026112'),
    /current\.json is damaged: it is not JSON; /,
  ],
  [
    'names no build that is there',
    (path) => publish(join(path, '..'), { build: 'none', previous: null, rolledBack: false }),
    /current\.json names none, which is not there; /,
  ],
])('where current.json %s', (_, damage, note) => {
  /** Two builds, the second of one article more, and what a build that died left. */
  async function lose() {
    const corpus = makeFolder({ 'harbour.md': '沿海新港口昨日正式开放。' });
    const embeddings = makeFolder({ '20260101000000-abcdef/articles.jsonl': '' });
    const build = () => buildIndex(listCorpus([corpus]), embeddings, embedder);
    await build();
    writeFileSync(join(corpus, 'railway.md'), 'The coastal railway opened on Sunday.');
    await build();
    const { build: second, previous: first } = readPointer(embeddings)!;
    damage(join(embeddings, 'current.json'));
    return { corpus, embeddings, build, first: first!, second };
  }

  it('a build mends it, keeps the vectors of the newest whole one, and the one to go back to', async () => {
    const { corpus, embeddings, build, first, second } = await lose();
    expect(isCurrent({ corpus: [corpus], embeddings })).toBe(false);
    const { embedded, notes } = await build();
    expect(embedded).toBe(0);
    expect(notes).toEqual([expect.stringMatching(note)]);
    expect(notes[0]).toContain(`the newest whole build, ${second}, is taken for the current one`);
    const { build: third, previous } = readPointer(embeddings)!;
    expect(previous).toBe(first);
    expect(readdirSync(embeddings).sort()).toEqual([first, third, 'current.json'].sort());
  });

  it('a rollback goes to the build before the newest, and says so', async () => {
    const { embeddings, first, second } = await lose();
    const { from, to, notes } = await rollBack(embeddings, embedder);
    expect({ from, to }).toEqual({ from: second, to: first });
    expect(notes).toEqual([expect.stringMatching(note)]);
  });

  it('a build that fails removes no other', async () => {
    const { corpus, embeddings, build, first, second } = await lose();
    for (const name of readdirSync(corpus)) rmSync(join(corpus, name));
    await expect(build()).rejects.toThrow('The corpus is empty');
    expect(readdirSync(embeddings)).toEqual(expect.arrayContaining([first, second]));
  });
});

it('a damaged build is not taken for the current one', async () => {
  const corpus = makeFolder({ 'harbour.md': '沿海新港口昨日正式开放。' });
  const embeddings = makeFolder();
  await buildIndex(listCorpus([corpus]), embeddings, embedder);
  const { build } = readPointer(embeddings)!;
  rmSync(join(embeddings, 'current.json'));
  writeFileSync(join(embeddings, build, 'keywords.bin'), 'x');
  await expect(rollBack(embeddings, embedder)).rejects.toThrow(
    /current\.json is missing, and no whole build is there\. Run: npm run index$/,
  );
  const { notes } = await buildIndex(listCorpus([corpus]), embeddings, embedder);
  expect(notes).toEqual([expect.stringMatching(/^Everything is built anew: .+current\.json is missing/)]);
  expect(readPointer(embeddings)?.previous).toBeNull();
});

it('publishes nothing of a process after another has taken over building', () => {
  const embeddings = makeFolder();
  const pointer = { build: 'first', previous: null, rolledBack: false };
  publish(embeddings, { ...pointer, office: 2 });
  expect(() => publish(embeddings, { ...pointer, build: 'late', office: 1 })).toThrow('taken over building');
  publish(embeddings, { ...pointer, build: 'by-hand' });
  expect(() => publish(embeddings, { ...pointer, build: 'late', office: 1 })).toThrow('taken over building');
  publish(embeddings, { ...pointer, build: 'next', office: 3 });
  expect(readPointer(embeddings)).toMatchObject({ build: 'next', office: 3 });
});
