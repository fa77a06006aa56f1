import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusFingerprint, listCorpus } from '../../src/documents/list.ts';
import { CorpusError } from '../../src/documents/problem.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { type BuildOptions, type BuildProgress, buildIndex } from '../../src/index/build.ts';
import { openIndex } from '../../src/index/open.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const HARBOUR =
  '---\ntitle: 新港口开放\ndate: 2024-02-04\n---\n沿海新港口昨日正式开放，首批十二艘货船靠岸卸货。';
const RAILWAY = 'The coastal railway carried its first passengers on Sunday.';

let embedder: Embedder;

beforeAll(async () => {
  embedder = await loadEmbeddedModel();
});

const build = (corpus: string, embeddings: string, options?: BuildOptions) =>
  buildIndex(listCorpus([corpus]), embeddings, embedder, options);

const currentBuild = (embeddings: string): string =>
  JSON.parse(readFileSync(join(embeddings, 'current.json'), 'utf8')).build;

const buildFolders = (embeddings: string) =>
  readdirSync(embeddings).filter((name) => name !== 'current.json');

describe('a build', () => {
  it('makes an index that holds every article and passage of the corpus', async () => {
    const long = `${'甲'.repeat(300)}。${'乙'.repeat(300)}。`;
    const corpus = makeFolder({ 'a/harbour.md': HARBOUR, 'rail.txt': RAILWAY, 'z.txt': long });
    const embeddings = makeFolder();
    const { manifest, problems } = await build(corpus, embeddings);
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({
      articles: 3,
      passages: 4,
      dimensions: 256,
      metric: 'cosine',
      recall: 1,
    });

    const index = openIndex(embeddings, embedder);
    expect(index.build).toBe(currentBuild(embeddings));
    expect(index.manifest).toEqual(manifest);
    expect(index.article(0)).toMatchObject({
      id: 'a/harbour',
      title: '新港口开放',
      date: '2024-02-04',
      source: null,
      url: null,
      text: '沿海新港口昨日正式开放，首批十二艘货船靠岸卸货。',
      // So that whoever reads an answer can find where it came from.
      file: join(corpus, 'a/harbour.md'),
    });
    expect([0, 1, 2, 3].map((number) => index.passage(number).id)).toEqual([
      'a/harbour#1',
      'rail#1',
      'z#1',
      'z#2',
    ]);
    expect([0, 1, 2, 3].map(index.articleOf)).toEqual([0, 1, 2, 2]);
    expect(index.passage(3).text).toBe(`${'乙'.repeat(300)}。`);
    expect(index.nearDuplicates(0, 1)).toBe(false);
    expect(index.nearDuplicates(1, 1)).toBe(true);
  });

  it('makes passages findable by their terms, by those of their title and by their vector', async () => {
    const embeddings = makeFolder();
    await build(makeFolder({ 'harbour.md': HARBOUR, 'rail.txt': RAILWAY }), embeddings);
    const index = openIndex(embeddings, embedder);
    const found = (term: string) =>
      [...index.keywords.scores(new Map([[term, 1]]))].map((score) => score > 0);
    expect(found('货船')).toEqual([true, false]);
    expect(found('d:2024-02-03')).toEqual([true, false]);
    expect(found('e:railway')).toEqual([false, true]);
    const vector = await embedder.embedQuestion('Which railway opened?');
    const [best] = index.vectors.search(vector, 2);
    expect(best!.passage).toBe(1);
    expect(index.similarity(vector, 1)).toBeCloseTo(best!.similarity, 5);
  });

  it('names what it could not use and goes on with the rest', async () => {
    const { manifest, problems } = await build(
      makeFolder({ 'a.md': RAILWAY, 'b.rtf': 'x', 'c.jsonl': '{' }),
      makeFolder(),
    );
    expect(manifest.articles).toBe(1);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'this kind of file is not read',
      'the line is not JSON',
    ]);
  });

  it('makes the folder that the index goes to', async () => {
    const embeddings = join(makeFolder(), 'deep', 'embeddings');
    await build(makeFolder({ 'a.md': RAILWAY }), embeddings);
    expect(openIndex(embeddings, embedder).manifest.articles).toBe(1);
  });

  it('tells its progress, up to all bytes and all passages', async () => {
    const steps: BuildProgress[] = [];
    await build(makeFolder({ 'a.txt': 'ab cd', 'b.txt': 'ef' }), makeFolder(), {
      onProgress: (step) => steps.push(step),
    });
    const none = { perSecond: 0, secondsLeft: null };
    expect(steps).toEqual([
      { step: 'read', done: 5, total: 7, ...none },
      { step: 'read', done: 7, total: 7, ...none },
      // Both passages are embedded now.
      { step: 'read', done: 7, total: 7, perSecond: expect.any(Number), secondsLeft: null },
      { step: 'link', done: 1, total: 2 },
      { step: 'link', done: 2, total: 2 },
    ]);
    expect(steps[2]!.perSecond).toBeGreaterThan(0);
  });
});

describe('the typical date of a corpus', () => {
  const typicalDateOf = async (days: readonly (string | null)[]) => {
    const lines = days.map((date, i) => JSON.stringify({ id: i, date, text: `第${i}篇。` }));
    return (await build(makeFolder({ 'a.jsonl': lines.join('\n') }), makeFolder())).manifest.typicalDate;
  };
  const days = Array.from({ length: 10 }, (_, i) => `2023-08-${String(i + 10)}`);

  it('is the median day where the articles are of one time', async () => {
    expect(await typicalDateOf([...days, null])).toBe('2023-08-14');
  });

  it('is unknown where they are of many years, few, or mostly undated', async () => {
    const years = Array.from({ length: 10 }, (_, i) => `${2014 + i}-08-10`);
    expect(await typicalDateOf(years)).toBeNull();
    expect(await typicalDateOf(days.slice(0, 9))).toBeNull();
    expect(await typicalDateOf([...days, ...Array(11).fill(null)])).toBeNull();
  });
});

describe('a build that fails', () => {
  it.each([
    ['an empty corpus', {}, /^The corpus is empty\. Put Markdown, text or JSON Lines files into it/],
    [
      'a corpus without a usable article',
      { 'a.rtf': 'x', 'b.md': '' },
      /no article that can be used:\n.+a\.rtf: this kind of file is not read.+\n.+b\.md: no text/,
    ],
  ])('because of %s leaves the index before it current, and nothing of itself', async (_, files, message) => {
    const embeddings = makeFolder();
    await build(makeFolder({ 'a.md': RAILWAY }), embeddings);
    const before = currentBuild(embeddings);
    const failed = build(makeFolder(files), embeddings);
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toBeInstanceOf(CorpusError);
    expect(currentBuild(embeddings)).toBe(before);
    expect(buildFolders(embeddings)).toEqual([before]);
    expect(openIndex(embeddings, embedder).article(0).text).toBe(RAILWAY);
  });

  it('because of a missing corpus says so', async () => {
    await expect(build(join(makeFolder(), 'nowhere'), makeFolder())).rejects.toThrow(
      /nowhere: no such file or folder\. Check the path/,
    );
  });

  it('in the middle leaves nothing of itself', async () => {
    const embeddings = makeFolder();
    const stopped = build(makeFolder({ 'a.md': RAILWAY }), embeddings, {
      onProgress() {
        throw new Error('stopped by the test');
      },
    });
    await expect(stopped).rejects.toThrow('stopped by the test');
    expect(readdirSync(embeddings)).toEqual([]);
  });
});

describe('a rebuild', () => {
  it('becomes the current one, and the one before it stays for whoever is reading it', async () => {
    const embeddings = makeFolder();
    const builds: string[] = [];
    for (let i = 0; i < 3; i++) {
      await build(makeFolder({ [`${i}.md`]: RAILWAY }), embeddings);
      builds.push(currentBuild(embeddings));
    }
    expect(new Set(builds).size).toBe(3);
    expect(buildFolders(embeddings).sort()).toEqual(builds.slice(1).sort());
    expect(existsSync(join(embeddings, builds[1]!, 'manifest.json'))).toBe(true);
  });

  it('leaves an index that was opened before it readable', async () => {
    const embeddings = makeFolder();
    await build(makeFolder({ 'a.md': RAILWAY }), embeddings);
    const opened = openIndex(embeddings, embedder);
    await build(makeFolder({ 'b.md': HARBOUR }), embeddings);
    expect(opened.passage(0).text).toBe(RAILWAY);
    expect(openIndex(embeddings, embedder).article(0).id).toBe('b');
  });

  it('mends a broken pointer', async () => {
    const embeddings = makeFolder({ 'current.json': '{"build":' });
    await build(makeFolder({ 'a.md': RAILWAY }), embeddings);
    expect(openIndex(embeddings, embedder).manifest.articles).toBe(1);
  });

  it('leaves other files and folders in place', async () => {
    const embeddings = makeFolder({ 'README.md': 'Indexes go here.', 'of-0123456789/current.json': '{}' });
    await build(makeFolder({ 'a.md': RAILWAY }), embeddings);
    await build(makeFolder({ 'a.md': RAILWAY }), embeddings);
    expect(readdirSync(embeddings)).toEqual(expect.arrayContaining(['README.md', 'of-0123456789']));
  });
});

describe('corpusFingerprint', () => {
  it('changes when a file is added, removed, renamed or written, and not otherwise', () => {
    const corpus = makeFolder({ 'a.md': 'A.', 'b.md': 'B.' });
    const fingerprint = () => corpusFingerprint(listCorpus([corpus]));
    const first = fingerprint();
    expect(fingerprint()).toBe(first);
    writeFileSync(join(corpus, 'c.md'), 'C.');
    const second = fingerprint();
    writeFileSync(join(corpus, 'c.md'), 'C, longer.');
    const third = fingerprint();
    utimesSync(join(corpus, 'c.md'), 1_700_000_000, 1_700_000_000);
    const fourth = fingerprint();
    expect(new Set([first, second, third, fourth]).size).toBe(4);
  });

  it('changes when a file is written, though its size and its time of change are kept', () => {
    const corpus = makeFolder({ 'a.md': 'First.' });
    const path = join(corpus, 'a.md');
    const fingerprint = () => corpusFingerprint(listCorpus([corpus]));
    const { atime, mtime, ctimeMs } = statSync(path);
    const first = fingerprint();
    // Again where it is the same tick of the file system's clock, some milliseconds.
    do {
      writeFileSync(path, 'Other.');
      utimesSync(path, atime, mtime);
    } while (statSync(path).ctimeMs === ctimeMs);
    expect(statSync(path)).toMatchObject({ size: 6, mtime });
    expect(fingerprint()).not.toBe(first);
  });
});
