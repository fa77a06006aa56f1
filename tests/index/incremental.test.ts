import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { openEngine } from '../../src/engine.ts';
import { type BuildResult, buildIndex } from '../../src/index/build.ts';
import { currentBuild, readPointer } from '../../src/index/generations.ts';
import { openIndex } from '../../src/index/open.ts';
import { questionTerms } from '../../src/text/analyze.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';
import { runs } from '../runs.ts';
import { makeFolder } from '../temporary-folder.ts';

let embedder: Embedder;
/** Texts that went through the model. */
let embedded: string[] = [];

beforeAll(async () => {
  const model = await loadEmbeddedModel();
  embedder = {
    ...model,
    embedPassages(passages) {
      embedded.push(...passages.map(({ text }) => text));
      return model.embedPassages(passages);
    },
  };
});

const build = (corpus: string, embeddings: string, by: Embedder = embedder): Promise<BuildResult> => {
  embedded = [];
  return buildIndex(listCorpus([corpus]), embeddings, by);
};

const files = (embeddings: string): Record<string, string> => {
  const { files } = openIndex(embeddings, embedder).manifest;
  return Object.fromEntries(Object.entries(files).map(([name, { sha256 }]) => [name, sha256]));
};

/** Makes the current build one that an older version of the program made, as far as its manifest tells. */
function makeOlder(embeddings: string): void {
  const path = join(embeddings, currentBuild(embeddings)!, 'manifest.json');
  const older = readFileSync(path, 'utf8').replace('"formatVersion": 6', '"formatVersion": 5');
  expect(older).toContain('"formatVersion": 5');
  writeFileSync(path, older);
}

const HARBOUR = '沿海新港口昨日正式开放，首批十二艘货船靠岸卸货。';
const RAILWAY = 'The coastal railway carried its first passengers on Sunday.';
const MUSEUM = '星河博物馆开馆，馆藏一千件青铜器。';
const PARAGRAPH = '记者从会上获悉，各项工作正在有序推进，预计年底前全部完成。'.repeat(10);

describe('a build after another', () => {
  it('embeds nothing where nothing changed, and makes the same files', async () => {
    const corpus = makeFolder({ 'a.txt': HARBOUR, 'b.txt': RAILWAY, 'c.txt': RAILWAY });
    const embeddings = makeFolder();
    expect((await build(corpus, embeddings)).embedded).toBe(3);
    const first = files(embeddings);
    const result = await build(corpus, embeddings);
    expect(result).toMatchObject({ embedded: 0, notes: [] });
    expect(embedded).toEqual([]);
    expect(files(embeddings)).toEqual(first);
  });

  it('embeds of a changed article only the passages that changed', async () => {
    const corpus = makeFolder({ 'a.txt': `标题\n${HARBOUR}${PARAGRAPH}${PARAGRAPH}`, 'b.txt': RAILWAY });
    const embeddings = makeFolder();
    const { manifest } = await build(corpus, embeddings);
    expect(manifest.passages).toBeGreaterThan(2);
    writeFileSync(join(corpus, 'a.txt'), `标题\n${HARBOUR}${PARAGRAPH}${PARAGRAPH}${MUSEUM}`);
    await build(corpus, embeddings);
    expect(embedded).toHaveLength(1);
    expect(embedded[0]).toContain(MUSEUM);
  });

  it('embeds of a changed page only the passages that read otherwise now', async () => {
    const page = { heading: 'Boats', row: '', note: 'In fog no boat leaves.', isNoteLast: true };
    const write = ({ heading, row, note, isNoteLast }: typeof page): void => {
      const notes = `## Delays\n\n${note}\n`;
      const table = `## ${heading}\n\n| Boat | Leaves |\n| --- | --- |\n| Night ferry | 23:40 |\n${row}`;
      const steps =
        '## Tickets\n\n1. Go to the pier.\n2. Ask for a bunk:\n\n   ```bash\n   ferry book --bunk\n   ```\n';
      const parts = isNoteLast ? [table, steps, notes] : [notes, table, steps];
      writeFileSync(join(corpus, 'a.md'), `---\ntitle: The bay\n---\n\n${parts.join('\n')}`);
    };
    const corpus = makeFolder({ 'b.txt': RAILWAY });
    const embeddings = makeFolder();
    write(page);
    expect((await build(corpus, embeddings)).embedded).toBe(4);
    const changes: [Partial<typeof page>, string[]][] = [
      [{ heading: 'Timetable' }, ['Night ferry']],
      [{ row: '| Day ferry | 09:10 |\n' }, ['Day ferry']],
      [{ note: 'In fog and storm no boat leaves.' }, ['storm']],
      // Another place in the page: the same words under the same headings.
      [{ isNoteLast: false }, []],
    ];
    let now = page;
    for (const [change, texts] of changes) {
      now = { ...now, ...change };
      write(now);
      await build(corpus, embeddings);
      expect(embedded).toHaveLength(texts.length);
      for (const [i, text] of texts.entries()) expect(embedded[i]).toContain(text);
      const fresh = makeFolder();
      await build(corpus, fresh);
      expect(files(embeddings)).toEqual(files(fresh));
    }
  });

  it('builds all anew from an index of an older format, in one line that says why', async () => {
    const corpus = makeFolder({ 'a.txt': HARBOUR, 'b.txt': RAILWAY });
    const embeddings = makeFolder();
    await build(corpus, embeddings);
    makeOlder(embeddings);
    const { embedded, notes } = await build(corpus, embeddings);
    expect(embedded).toBe(2);
    expect(notes).toEqual([
      expect.stringMatching(
        /^Everything is built anew: The index in .+ has format 5, this program reads format 6$/,
      ),
    ]);
    expect((await build(corpus, embeddings)).notes).toEqual([]);

    // Without being asked for, too: the articles are all that it takes.
    makeOlder(embeddings);
    const { built } = await openEngine({ corpus: [corpus], embeddings, model: STATIC_MODEL });
    expect(built?.notes).toEqual(notes.map(() => expect.stringContaining('has format 5')));
  });

  it('analyses a passage anew for another title or day', async () => {
    const corpus = makeFolder({ 'a.md': `---\ntitle: 港口\ndate: 2024-02-04\n---\n${HARBOUR}` });
    const embeddings = makeFolder();
    await build(corpus, embeddings);
    for (const head of ['title: 码头\ndate: 2024-02-04', 'title: 码头\ndate: 2024-03-05']) {
      writeFileSync(join(corpus, 'a.md'), `---\n${head}\n---\n${HARBOUR}`);
      expect((await build(corpus, embeddings)).embedded).toBe(1);
    }
    const { keywords } = openIndex(embeddings, embedder);
    expect(['港口', '码头', 'd:2024-02-03', 'd:2024-03-04'].map(keywords.frequency)).toEqual([1, 1, 0, 1]);
  });

  it('builds all anew from a damaged one, says so, and keeps the one before that', async () => {
    const corpus = makeFolder({ 'a.txt': HARBOUR });
    const embeddings = makeFolder();
    await build(corpus, embeddings);
    const first = currentBuild(embeddings)!;
    await build(corpus, embeddings);
    const second = join(embeddings, currentBuild(embeddings)!);
    writeFileSync(join(second, 'keywords.bin'), 'x');
    const { embedded, notes } = await build(corpus, embeddings);
    expect(embedded).toBe(1);
    expect(notes).toEqual([
      expect.stringMatching(/^Everything is built anew: .+keywords\.bin is damaged: expected \d+ bytes/),
    ]);
    expect(readPointer(embeddings)?.previous).toBe(first);
  });

  it('builds all anew for another model, and keeps the one before', async () => {
    const corpus = makeFolder({ 'a.txt': HARBOUR });
    const embeddings = makeFolder();
    await build(corpus, embeddings);
    const first = currentBuild(embeddings);
    const other = { ...embedder, fingerprint: 'f00' };
    const { embedded, notes } = await build(corpus, embeddings, other);
    expect(embedded).toBe(1);
    expect(notes[0]).toContain('with other files');
    expect(readPointer(embeddings)?.previous).toBe(first);
  });

  it('stops where the system does not hand over a file of it, and takes nothing over where it is told to be full', async () => {
    const corpus = makeFolder({ 'a.txt': HARBOUR, 'b.txt': RAILWAY });
    const embeddings = makeFolder();
    await build(corpus, embeddings);
    const before = currentBuild(embeddings)!;
    const path = join(embeddings, before, 'articles.jsonl');
    rmSync(path);
    mkdirSync(path);
    const stopped = build(corpus, embeddings);
    await expect(stopped).rejects.toThrow(/articles\.jsonl cannot be read \(EISDIR.+npm run index -- --full/);
    expect(currentBuild(embeddings)).toBe(before);

    const full = await buildIndex(listCorpus([corpus]), embeddings, embedder, { isFull: true });
    expect(full).toMatchObject({ embedded: 2, notes: [] });
    expect(readPointer(embeddings)).toMatchObject({ previous: null });
  });
});

describe('a build after an interrupted one', () => {
  /** Interrupts a build of `corpus` after its first passage was embedded. */
  async function interrupt(corpus: string, embeddings: string, by: Embedder = embedder): Promise<void> {
    const texts = Array.from({ length: 60 }, (_, i) => JSON.stringify({ id: i, text: `第${i}篇。` }));
    writeFileSync(join(corpus, 'a.jsonl'), texts.join('\n'));
    const interrupted = buildIndex(listCorpus([corpus]), embeddings, by, {
      onProgress({ step }) {
        if (step === 'link') throw new Error('interrupted by the test');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted by the test');
  }
  const journalOf = (embeddings: string): string => join(embeddings, 'embedded.journal');

  it('embeds nothing that was embedded, and removes what the other left', async () => {
    const corpus = makeFolder();
    const embeddings = makeFolder();
    await interrupt(corpus, embeddings);
    expect(readdirSync(embeddings)).toEqual(['embedded.journal']);
    writeFileSync(join(corpus, 'b.txt'), HARBOUR);
    const { embedded, manifest } = await build(corpus, embeddings);
    expect({ embedded, passages: manifest.passages }).toEqual({ embedded: 1, passages: 61 });
    expect(readdirSync(embeddings).sort()).toEqual([currentBuild(embeddings), 'current.json']);
    const fresh = makeFolder();
    await build(corpus, fresh);
    expect(files(embeddings)).toEqual(files(fresh));
  });

  it('drops from the first torn or changed record on', async () => {
    const corpus = makeFolder();
    const whole = makeFolder();
    await interrupt(corpus, whole);
    const journal = readFileSync(journalOf(whole));
    // Of one sentence each: key, number of sentences, vector, scale, the sentence in a byte a number, checksum.
    const record = 32 + 4 + 4 * embedder.dimensions + 4 + embedder.dimensions + 8;
    const header = journal.length - 60 * record;
    const embeddedAfter = async (bytes: Uint8Array): Promise<number> => {
      const embeddings = makeFolder({ 'embedded.journal': bytes });
      return (await build(corpus, embeddings)).embedded;
    };
    expect(await embeddedAfter(journal)).toBe(0);
    expect(await embeddedAfter(journal.subarray(0, -1))).toBe(1);
    expect(await embeddedAfter(journal.subarray(0, header + record))).toBe(59);
    expect(await embeddedAfter(journal.subarray(0, header - 1))).toBe(60);
    const flipped = Buffer.from(journal);
    flipped[header + 10 * record + 100]! ^= 1;
    expect(await embeddedAfter(flipped)).toBe(50);
  });

  it('embeds nothing again where the disk held less of the graph than hnswlib wrote', async () => {
    const corpus = makeFolder({ 'a.txt': HARBOUR, 'b.txt': RAILWAY });
    const embeddings = makeFolder();
    const vectors: Float32Array[] = [];
    const keeping: Embedder = {
      ...embedder,
      async embedPassages(passages) {
        const made = await embedder.embedPassages(passages);
        vectors.push(...made.map(({ vector }) => vector));
        return made;
      },
    };
    const failed = buildIndex(listCorpus([corpus]), embeddings, keeping, {
      // What is on the disk then is not what was put in.
      onProgress({ step }) {
        if (step === 'link') vectors[0]![0]! += 1;
      },
    });
    await expect(failed).rejects.toThrow(
      /vectors\.hnsw cannot be written whole \(.+is damaged.+\)\. Free some space on its disk$/,
    );
    expect((await build(corpus, embeddings)).embedded).toBe(0);
  });

  it('takes nothing over where it is told to be full', async () => {
    const corpus = makeFolder();
    const embeddings = makeFolder();
    await interrupt(corpus, embeddings);
    const full = await buildIndex(listCorpus([corpus]), embeddings, embedder, { isFull: true });
    expect(full.embedded).toBe(60);
  });

  it('embeds all anew with another model', async () => {
    const corpus = makeFolder();
    const embeddings = makeFolder();
    await interrupt(corpus, embeddings);
    expect((await build(corpus, embeddings, { ...embedder, fingerprint: 'f00' })).embedded).toBe(60);
  });
});

/** A section of a page: a heading, and blocks below it in any order, of which a table may have any rows. */
const section = fc
  .record({
    heading: fc.constantFrom('港口', 'Boats', '## Boats', 'When does it open?', '**Rules**'),
    rows: fc.subarray(['| Night ferry | 23:40 |', '| 渡轮 | 9:10 |', '| Day ferry | |']),
    blocks: fc.shuffledSubarray([
      ...[HARBOUR, RAILWAY, PARAGRAPH, `${PARAGRAPH}${PARAGRAPH}`],
      ...['1. Go to the pier.\n2. Ask:\n\n   ```bash\n   ferry book\n   ```', '- rope\n- lamp\n  - oil'],
      '```toml\n[lamp]\nlit = true\n```',
    ]),
  })
  .map(({ heading, rows, blocks }) => {
    const table = rows.length === 0 ? [] : [['| Boat | Leaves |', '| --- | --- |', ...rows].join('\n')];
    return [`## ${heading}`, ...blocks, ...table].join('\n\n');
  });

describe('after any edits', () => {
  const text = fc.oneof(
    fc
      .array(fc.constantFrom(HARBOUR, RAILWAY, MUSEUM, PARAGRAPH), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('')),
    fc.array(section, { minLength: 1, maxLength: 3 }).map((sections) => sections.join('\n\n')),
  );
  const name = fc.constantFrom('a.txt', 'b.md', 'c.txt', 'd.md', 'e.md');
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), name, text }),
    fc.record({ kind: fc.constant('remove' as const), name }),
    fc.record({ kind: fc.constant('rename' as const), name, to: name }),
  );
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  function apply(corpus: string, change: Edit): void {
    const path = join(corpus, change.name);
    if (change.kind === 'write') writeFileSync(path, change.text);
    else if (change.kind === 'remove') rmSync(path, { force: true });
    else if (readdirSync(corpus).includes(change.name) && change.to !== change.name) {
      cpSync(path, join(corpus, change.to));
      rmSync(path);
    }
  }

  it('holds the same as a build from nothing, to the byte, and finds the same in the same order', async () => {
    const vector = await embedder.embedQuestion('港口的货船');
    const found = (embeddings: string) => {
      const { keywords, vectors } = openIndex(embeddings, embedder);
      return [[...keywords.scores(questionTerms('港口的货船'))], vectors.search(vector, 10)];
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        async (rounds) => {
          const corpus = makeFolder({ 'z.txt': RAILWAY });
          const embeddings = makeFolder();
          await build(corpus, embeddings);
          for (const changes of rounds) {
            for (const change of changes) apply(corpus, change);
            await build(corpus, embeddings);
          }
          const fresh = makeFolder();
          await build(corpus, fresh);
          expect(files(embeddings)).toEqual(files(fresh));
          expect(found(embeddings)).toEqual(found(fresh));
        },
      ),
      runs(5),
    );
  });
});
