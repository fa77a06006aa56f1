import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { buildIndex } from '../../src/index/build.ts';
import { IndexError, type Manifest, writeManifest } from '../../src/index/manifest.ts';
import { type OpenIndex, openIndex, readCurrentManifest } from '../../src/index/open.ts';
import type { ReadPassage } from '../../src/passages/read.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const FILES = ['articles.jsonl', 'passages.bin', 'sentences.bin', 'keywords.bin', 'vectors.hnsw'];

let embedder: Embedder;
let whole: string;

beforeAll(async () => {
  embedder = await loadEmbeddedModel();
  whole = makeFolder();
  const corpus = makeFolder({
    'a.md': '沿海新港口昨日正式开放。',
    'b.md': 'The coastal railway opened on Sunday.',
  });
  await buildIndex(listCorpus([corpus]), whole, embedder);
});

/** A copy of the index, to be damaged. */
function copy() {
  const embeddings = makeFolder();
  cpSync(whole, embeddings, { recursive: true });
  const { build } = JSON.parse(readFileSync(join(embeddings, 'current.json'), 'utf8')) as { build: string };
  return { embeddings, folder: join(embeddings, build) };
}

/** A copy that was built with other fields in its manifest; null takes a field out. */
function copyWithManifest(fields: Record<string, unknown>): string {
  const { embeddings, folder } = copy();
  const written = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const changed = { ...written, sha256: null, ...fields };
  const left = Object.entries(changed).filter(([, value]) => value !== null);
  writeManifest(folder, Object.fromEntries(left) as unknown as Manifest);
  return embeddings;
}

/** The message that opening ends in; it is made for people and names the command that mends it. */
function messageOfOpening(
  embeddings: string,
  model: { model: string; fingerprint: string } = embedder,
): string {
  try {
    openIndex(embeddings, model);
  } catch (error) {
    expect(error).toBeInstanceOf(IndexError);
    expect((error as Error).message).toMatch(/: npm run index$/);
    return (error as Error).message;
  }
  throw new Error('expected that the index is refused, but it was opened');
}

describe('an index that is whole', () => {
  it('opens, and its copy at another place too', () => {
    expect(openIndex(whole, embedder).manifest.articles).toBe(2);
    expect(openIndex(copy().embeddings, embedder).article(1).id).toBe('b');
  });
});

describe('no index', () => {
  it('is named where the folder is empty or missing', () => {
    expect(messageOfOpening(makeFolder())).toContain('There is no index in ');
    expect(messageOfOpening(join(makeFolder(), 'nowhere'))).toMatch(/There is no index in .*nowhere/);
  });

  it('has no manifest', () => {
    expect(readCurrentManifest(makeFolder())).toBeNull();
  });
});

describe('an index of something else', () => {
  it('is refused with another model, both named', () => {
    const other = { model: 'Xenova/multilingual-e5-small', fingerprint: 'f00' };
    expect(messageOfOpening(whole, other)).toContain(
      'made with the model models/zh-en-static, now the model is Xenova/multilingual-e5-small. ' +
        'Start again with EMBEDDING_MODEL=models/zh-en-static to answer from it, or ',
    );
  });

  it('is refused with other files of the same model', () => {
    expect(messageOfOpening(whole, { model: 'models/zh-en-static', fingerprint: 'f00' })).toContain(
      'now the model is models/zh-en-static with other files',
    );
  });

  it('is refused in another format, both versions named', () => {
    expect(messageOfOpening(copyWithManifest({ formatVersion: 999 }))).toMatch(
      /has format 999, this program reads format \d+/,
    );
    expect(messageOfOpening(copyWithManifest({ formatVersion: null }))).toMatch(/has format undefined/);
  });

  it.each(['analysisVersion', 'splitVersion'])('is refused with another %s', (field) => {
    expect(messageOfOpening(copyWithManifest({ [field]: 999 }))).toContain(
      'made by another version of the text analysis',
    );
  });

  it.each([{ articles: 3 }, { passages: 1 }])(
    'is refused where the manifest counts otherwise: %o',
    (counts) => {
      expect(messageOfOpening(copyWithManifest(counts))).toMatch(/cannot be opened \(.*expected .+/);
    },
  );

  it('is refused where the manifest tells other dimensions', () => {
    expect(messageOfOpening(copyWithManifest({ dimensions: 128 }))).toMatch(
      /cannot be opened \(expected vectors of 128 dimensions, found 256\)/,
    );
  });

  it('is refused where it was made for another metric', () => {
    expect(messageOfOpening(copyWithManifest({ metric: 'l2' }))).toContain('made for the metric l2');
  });
});

describe('a damaged file', () => {
  it.each(FILES)('%s that is missing is named', (name) => {
    const { embeddings, folder } = copy();
    rmSync(join(folder, name));
    expect(messageOfOpening(embeddings)).toMatch(new RegExp(`${name} cannot be read \\(ENOENT`));
  });

  it.each(FILES)('%s that is one byte short is named, with both sizes', (name) => {
    const { embeddings, folder } = copy();
    const { length } = readFileSync(join(folder, name));
    truncateSync(join(folder, name), length - 1);
    expect(messageOfOpening(embeddings)).toContain(
      `${name} is damaged: expected ${length} bytes, found ${length - 1}`,
    );
  });

  it.each(FILES)('%s with one bit changed is named', (name) => {
    const { embeddings, folder } = copy();
    const bytes = readFileSync(join(folder, name));
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(join(folder, name), bytes);
    expect(messageOfOpening(embeddings)).toContain(
      `${name} is damaged: its contents are not those that were written`,
    );
  });

  it.each(FILES)('%s that the manifest does not list is named', (name) => {
    const files = { ...readCurrentManifest(whole)!.files };
    delete (files as Record<string, unknown>)[name];
    expect(messageOfOpening(copyWithManifest({ files }))).toMatch(
      new RegExp(`manifest in .+ does not list ${name}`),
    );
  });
});

describe('a broken pointer', () => {
  it.each([
    ['not JSON', '{"build":', /current\.json is damaged: it is not JSON/],
    ['empty', '', /current\.json is damaged: it is not JSON/],
    ['without a build', '{}', /current\.json names no build/],
    ['null', 'null', /current\.json/],
    ['leading out of the folder', '{"build":"../../elsewhere"}', /current\.json names no build/],
    [
      'naming a build that is gone',
      '{"build":"20240101000000-abcdef"}',
      /no readable .*20240101000000-abcdef.*manifest\.json/,
    ],
  ])('that is %s is named', (_, text, message) => {
    const { embeddings } = copy();
    writeFileSync(join(embeddings, 'current.json'), text);
    expect(messageOfOpening(embeddings)).toMatch(message);
  });
});

describe('a broken manifest', () => {
  it.each([
    ['not JSON', '{"formatVersion": 1', /manifest\.json is damaged: it is not JSON/],
    ['null', 'null', /index|manifest\.json/],
    ['a list', '[]', /has format undefined/],
  ])('that is %s is named', (_, text, message) => {
    const { embeddings, folder } = copy();
    writeFileSync(join(folder, 'manifest.json'), text);
    expect(messageOfOpening(embeddings)).toMatch(message);
  });

  it.each(['model', 'files', 'passages', 'ef'])('that lacks %s is refused', (field) => {
    expect(messageOfOpening(copyWithManifest({ [field]: null }))).not.toBe('');
  });

  it('in which anything was changed is named', () => {
    const { embeddings, folder } = copy();
    const path = join(folder, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"ef": 10', '"ef": 11'));
    expect(messageOfOpening(embeddings)).toMatch(/manifest\.json is damaged: its contents are not those/);
  });

  it('that is missing is named', () => {
    const { embeddings, folder } = copy();
    rmSync(join(folder, 'manifest.json'));
    expect(messageOfOpening(embeddings)).toMatch(/no readable .*manifest\.json/);
  });
});

describe('the passages of an index', () => {
  let index: OpenIndex;
  beforeAll(async () => {
    const embeddings = makeFolder();
    const corpus = makeFolder({
      'bay.md': `---
title: The bay
---

Everything about the boats of the bay.

## Timetable

| Boat | Leaves |
| --- | --- |
| Night ferry | 23:40 |
| Day ferry | 09:10 |

## Getting a ticket

1. Go to the pier. Bring your papers.
2. Run this:

   \`\`\`bash
   ferry book
   \`\`\`

## Where are my things?

Ask at the desk. It opens at nine.
`,
      'news.txt': 'Ferry aground\nThe night ferry ran aground on Monday. Nobody was hurt.\n',
    });
    await buildIndex(listCorpus([corpus]), embeddings, embedder);
    index = openIndex(embeddings, embedder);
  });
  const passages = (): ReadPassage[] =>
    Array.from({ length: index.manifest.passages }, (_, i) => index.passage(i));

  it('keep their headings, their place in the page and what they are', () => {
    expect(
      passages().map(({ id, kind, section: { headings, anchor } }) => [id, kind, headings, anchor]),
    ).toEqual([
      ['bay#1', 'prose', [], null],
      ['bay#2', 'table', ['Timetable'], 'timetable'],
      ['bay#3', 'steps', ['Getting a ticket'], 'getting-a-ticket'],
      ['bay#4', 'question-and-answer', ['Where are my things?'], 'where-are-my-things'],
      ['news#1', 'prose', [], null],
    ]);
  });

  it('keep their blocks, whose texts are theirs', () => {
    const [, table, steps] = passages();
    expect(table!.blocks).toEqual([
      {
        kind: 'table',
        text: 'Boat\tLeaves\nNight ferry\t23:40\nDay ferry\t09:10',
        depth: 0,
        head: ['Boat', 'Leaves'],
        rows: [
          ['Night ferry', '23:40'],
          ['Day ferry', '09:10'],
        ],
      },
    ]);
    expect(steps!.blocks).toEqual([
      { kind: 'item', text: 'Go to the pier. Bring your papers.', depth: 1, number: 1 },
      { kind: 'item', text: 'Run this:', depth: 1, number: 2 },
      { kind: 'code', text: 'ferry book', depth: 1, language: 'bash' },
    ]);
    for (const [i, { blocks }] of passages().entries())
      expect(blocks.map(({ text }) => text).join('\n')).toBe(index.passage(i).text);
  });

  it('have sentences, rows, steps and listings, each as near to a question as it is alone', async () => {
    const unitsOf = (number: number): string[] =>
      index
        .passage(number)
        .units.map(({ start, end }) => index.passage(number).text.slice(start, end).trim());
    expect([1, 2, 3].map(unitsOf)).toEqual([
      ['Night ferry\t23:40', 'Day ferry\t09:10'],
      ['Go to the pier. Bring your papers.', 'Run this:', 'ferry book'],
      ['Ask at the desk.', 'It opens at nine.'],
    ]);
    const { vector: whole } = (await embedder.embedPassages([{ text: 'Ask at the desk.', units: [] }]))[0]!;
    const [first, second] = index.unitSimilarities(whole, 3);
    // As exact as a byte a number is.
    expect(first).toBeGreaterThan(0.99);
    expect(first).toBeLessThan(1.01);
    expect(second).toBeLessThan(0.9);
    const question = await embedder.embedQuestion('When does the desk open?');
    for (const number of passages().keys()) {
      const similarities = index.unitSimilarities(question, number);
      expect(similarities).toHaveLength(index.passage(number).units.length);
      for (const similarity of similarities) expect(Math.abs(similarity)).toBeLessThan(1.01);
    }
  });

  it('belong to articles that are plain, or more than paragraphs one after the other', () => {
    expect([0, 1].map((article) => [index.article(article).id, index.isStructured(article)])).toEqual([
      ['bay', true],
      ['news', false],
    ]);
  });
});
