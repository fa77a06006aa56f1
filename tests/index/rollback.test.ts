import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { isUpToDate } from '../../src/engine.ts';
import { buildIndex } from '../../src/index/build.ts';
import { readPointer } from '../../src/index/generations.ts';
import { isCurrent, stateOfIndex } from '../../src/index/is-current.ts';
import { withLock } from '../../src/index/lock.ts';
import { FORMAT_VERSION, type Manifest, writeManifest } from '../../src/index/manifest.ts';
import { openIndex } from '../../src/index/open.ts';
import { rollBack } from '../../src/index/rollback.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

let embedder: Embedder;

beforeAll(async () => {
  embedder = await loadEmbeddedModel();
});

/** An index that was built twice, of a corpus that was changed between. */
async function buildTwice() {
  const corpus = makeFolder({ 'harbour.md': '沿海新港口昨日正式开放。' });
  const embeddings = makeFolder();
  const build = () => buildIndex(listCorpus([corpus]), embeddings, embedder);
  await build();
  writeFileSync(join(corpus, 'railway.md'), 'The coastal railway opened on Sunday.');
  await build();
  const { build: second, previous: first } = readPointer(embeddings)!;
  return { corpus, embeddings, build, first: first!, second };
}

/** Makes it a build that was made with these. */
function changeManifest(folder: string, fields: Partial<Manifest>): void {
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const { sha256: _, ...manifest } = JSON.parse(text) as Manifest & { sha256?: string };
  writeManifest(folder, { ...manifest, ...fields });
}

describe('an index', () => {
  it('is out of date where its articles or the dictionary have changed, after a rollback only by the next change', async () => {
    const { corpus, embeddings, first, second } = await buildTwice();
    const places = { corpus: [corpus], embeddings };
    expect(stateOfIndex(places)).toBe('current');
    changeManifest(join(embeddings, first), { dictionary: 'of another day' });
    await rollBack(embeddings, embedder);
    expect(stateOfIndex(places)).toBe('rolled back');
    await rollBack(embeddings, embedder);
    changeManifest(join(embeddings, second), { dictionary: 'of another day' });
    expect(stateOfIndex(places)).toBe('other dictionary');
    expect(isCurrent(places)).toBe(false);
    writeFileSync(join(corpus, 'railway.md'), 'The coastal railway opened on Monday.');
    expect(stateOfIndex(places)).toBe('other articles');
    expect(stateOfIndex({ ...places, embeddings: makeFolder() })).toBe('missing');
    // As a newer program finds it; what a newer one made is not for this one to replace.
    changeManifest(join(embeddings, second), { formatVersion: FORMAT_VERSION - 1 });
    expect(stateOfIndex(places)).toBe('older format');
    expect(isCurrent(places)).toBe(false);
    changeManifest(join(embeddings, second), { formatVersion: FORMAT_VERSION + 1 });
    expect(() => stateOfIndex(places)).toThrow(
      `has format ${FORMAT_VERSION + 1}, this program reads format ${FORMAT_VERSION}`,
    );
  });
});

describe('a rollback', () => {
  it('makes the build before the current one, and a second one undoes it', async () => {
    const { embeddings, first, second } = await buildTwice();
    expect(await rollBack(embeddings, embedder)).toMatchObject({ from: second, to: first, notes: [] });
    expect(openIndex(embeddings, embedder).manifest.articles).toBe(1);
    expect(await rollBack(embeddings, embedder)).toMatchObject({ from: first, to: second });
    expect(openIndex(embeddings, embedder).manifest.articles).toBe(2);
    expect(readdirSync(embeddings).sort()).toEqual([first, second, 'current.json'].sort());
  });

  it('is not undone by the corpus that it went back from, only by the next change of it', async () => {
    const { corpus, embeddings, second } = await buildTwice();
    const places = { corpus: [corpus], embeddings };
    expect(stateOfIndex(places)).toBe('current');
    await rollBack(embeddings, embedder);
    expect(stateOfIndex(places)).toBe('rolled back');
    expect(isCurrent(places)).toBe(true);
    writeFileSync(join(corpus, 'museum.md'), '星河博物馆开馆。');
    expect(stateOfIndex(places)).toBe('other articles');
    expect(isCurrent(places)).toBe(false);
    rmSync(join(corpus, 'museum.md'));
    expect(isCurrent(places)).toBe(true);
    // The one that was left is damaged: that was no choice.
    rmSync(join(embeddings, second, 'manifest.json'));
    expect(isCurrent(places)).toBe(false);
  });

  it('is up to date, unless a file of it is damaged', async () => {
    const { corpus, embeddings, first } = await buildTwice();
    const options = { corpus: [corpus], embeddings, model: STATIC_MODEL };
    await rollBack(embeddings, embedder);
    expect(await isUpToDate(options)).toBe(true);
    writeFileSync(join(embeddings, first, 'keywords.bin'), 'x');
    expect(isCurrent(options)).toBe(true);
    expect(await isUpToDate(options)).toBe(false);
  });

  it('is followed by a build whose build before is the one rolled back to', async () => {
    const { embeddings, build, first, second } = await buildTwice();
    await rollBack(embeddings, embedder);
    await build();
    expect(readPointer(embeddings)).toMatchObject({ previous: first, rolledBack: false });
    expect(readdirSync(embeddings)).not.toContain(second);
  });

  it('goes to the same build after builds that changed nothing, of touched files too', async () => {
    const { corpus, embeddings, build, first } = await buildTwice();
    await build();
    utimesSync(join(corpus, 'harbour.md'), 1, 1);
    await build();
    expect(isCurrent({ corpus: [corpus], embeddings })).toBe(true);
    expect(readdirSync(embeddings)).toHaveLength(3);
    expect(await rollBack(embeddings, embedder)).toMatchObject({ to: first });
  });

  it('says what is missing', async () => {
    const embeddings = makeFolder();
    await expect(rollBack(embeddings, embedder)).rejects.toThrow(/^There is no index in /);
    await buildIndex(listCorpus([makeFolder({ 'a.md': '沿海新港口开放。' })]), embeddings, embedder);
    await expect(rollBack(embeddings, embedder)).rejects.toThrow(
      /^There is no build before \d{14}-\w+ to go back to/,
    );
  });

  it.each([
    [
      'is damaged',
      'keywords.bin',
      /^The build \S+ cannot be gone back to, \S+ stays: .+keywords\.bin is damaged/,
    ],
    ['is gone', '.', /cannot be gone back to, \S+ stays: The index has no readable .+manifest\.json/],
  ])('is refused where the build before %s', async (_, name, message) => {
    const { embeddings, first, second } = await buildTwice();
    const path = join(embeddings, first, name);
    if (name === '.') rmSync(path, { recursive: true });
    else writeFileSync(path, 'x');
    await expect(rollBack(embeddings, embedder)).rejects.toThrow(message);
    expect(readPointer(embeddings)?.build).toBe(second);
  });

  it('waits for no build, and says that there is one', async () => {
    const { embeddings, second } = await buildTwice();
    await withLock(embeddings, () =>
      expect(rollBack(embeddings, embedder)).rejects.toThrow(`being built by process ${process.pid}`),
    );
    expect(readPointer(embeddings)?.build).toBe(second);
  });
});
