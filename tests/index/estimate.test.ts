import { beforeAll, describe, expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { buildIndex } from '../../src/index/build.ts';
import { type Embedding, estimateRest } from '../../src/index/estimate.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

/** What is told when embedding has come so far, step by step. */
function told(totalBytes: number, ...steps: readonly (readonly [bytes: number, Partial<Embedding>])[]) {
  const seconds: number[] = [];
  const estimate = estimateRest(totalBytes, (left) => seconds.push(left));
  for (const [bytes, some] of steps) estimate(bytes, { passages: 0, ms: 0, waiting: 0, ...some });
  return seconds;
}

describe('the time that is left', () => {
  it('is told once, after 100 passages: the time of a byte, times the bytes that are left', () => {
    const before = [5_000, { passages: 99, ms: 2_000 }] as const;
    const at = [10_000, { passages: 100, ms: 2_000 }] as const;
    const after = [20_000, { passages: 200, ms: 4_000 }] as const;
    expect(told(1_010_000, before)).toEqual([]);
    expect(told(1_010_000, before, at, after)).toEqual([200]);
  });

  it('counts what waits with what has come out', () => {
    expect(told(20_000, [10_000, { passages: 100, ms: 1_000, waiting: 25 }])).toEqual([1.25]);
  });

  it('does not count what an interrupted build had embedded', () => {
    const kept = [900_000, {}] as const;
    expect(told(1_000_000, kept, [910_000, { passages: 100, ms: 2_000 }])).toEqual([18]);
  });

  it('is none where nothing is left, or nothing was read yet', () => {
    expect(told(10, [10, { passages: 100, ms: 1_000 }])).toEqual([0]);
    expect(told(10, [0, { passages: 100, ms: 1_000 }])).toEqual([]);
  });
});

const NOUNS =
  'lamp pier rope kettle orchid violin ledger comet glacier tunnel pepper saddle anvil parrot thunder needle canal barrel'.split(
    ' ',
  );
const nounOf = (number: number): string => NOUNS[number % NOUNS.length]!;

describe('a build', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await loadEmbeddedModel();
  });

  async function estimates(files: Record<string, string>, embeddings = makeFolder()): Promise<number[]> {
    const seconds: number[] = [];
    await buildIndex(listCorpus([makeFolder(files)]), embeddings, embedder, {
      onEstimate: (left) => seconds.push(left),
    });
    return seconds;
  }
  /** Sections that have little in common: none stands for another. */
  const page = (sections: number): string =>
    Array.from(
      { length: sections },
      (_, i) => `## ${nounOf(i)} ${i}\n\n${nounOf(i * 7)} and ${nounOf(i * 11 + 3)}.\n`,
    ).join('\n');

  it('tells it within one long page, and over many small ones', async () => {
    const [long, ...more] = await estimates({ 'a.md': page(120) });
    expect(more).toEqual([]);
    expect(long).toBeGreaterThan(0);
    const small = Array.from({ length: 120 }, (_, i) => [`${i}.txt`, `Lamp ${i} burns.`]);
    expect(await estimates(Object.fromEntries(small))).toEqual([expect.any(Number)]);
  });

  it('does not tell it where fewer passages are embedded, though the corpus has more', async () => {
    expect(await estimates({ 'a.md': page(99) })).toEqual([]);
    const embeddings = makeFolder();
    const files = { 'a.md': page(120) };
    expect(await estimates(files, embeddings)).toHaveLength(1);
    expect(await estimates({ ...files, 'b.txt': 'One more lamp.' }, embeddings)).toEqual([]);
  });

  it('tells it of JSON lines where the next piece of the file is read', async () => {
    const line = (i: number): string =>
      JSON.stringify({ id: i, text: `Lamp ${i} burns on the pier.`, note: '-'.repeat(380) });
    const lines = Array.from({ length: 400 }, (_, i) => line(i)).join('\n');
    expect(lines.length).toBeGreaterThan(2 * 64 * 1024);
    const [left, ...more] = await estimates({ 'a.jsonl': lines });
    expect(more).toEqual([]);
    expect(left).toBeGreaterThan(0);
  });
});
