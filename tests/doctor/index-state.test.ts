import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { checkIndex } from '../../src/doctor/index-state.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { readPointer } from '../../src/index/generations.ts';
import { withLock } from '../../src/index/lock.ts';
import { rollBack } from '../../src/index/rollback.ts';
import { buildCorpus, loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

let corpus: string;
let built: string;

/** Built twice: without and with the second article. */
beforeAll(async () => {
  corpus = makeFolder({ 'harbour.md': '沿海新港口昨日正式开放。' });
  built = makeFolder();
  await buildCorpus(corpus, built);
  writeFileSync(
    join(corpus, 'railway.md'),
    'The coastal railway opened on Sunday.\n\nLast updated: 3 March 2025',
  );
  await buildCorpus(corpus, built);
});

function copy() {
  const embeddings = makeFolder();
  cpSync(built, embeddings, { recursive: true });
  return {
    embeddings,
    config: parseConfig({
      ...{ CORPUS: corpus, EMBEDDINGS: embeddings, EMBEDDING_MODEL: STATIC_MODEL },
      DATABASE: join(embeddings, 'bot.db'),
    }),
  };
}

describe('the check of the index', () => {
  it('passes a whole one with the age of its articles, and names what a rollback left out', async () => {
    const { embeddings, config } = copy();
    const { build, previous } = readPointer(embeddings)!;
    expect(checkIndex(config)).toBe(
      `${build}, whole and current, 2 articles, 2 passages\n  The newest article is of 3 March 2025.`,
    );
    await rollBack(embeddings, await loadEmbeddedModel());
    expect(checkIndex(config)).toBe(
      `${previous}, whole, 1 article, 1 passage; rolled back: the articles of ${build} are not in it ` +
        '(npm run index brings them in)',
    );
  });

  it('fails none, and says who builds the first one', async () => {
    const EMBEDDINGS = makeFolder();
    const config = parseConfig({ CORPUS: corpus, EMBEDDINGS, EMBEDDING_MODEL: STATIC_MODEL });
    expect(() => checkIndex(config)).toThrow(`There is no index in ${EMBEDDINGS}. Run: npm run index`);
    await withLock(EMBEDDINGS, async () => {
      expect(() => checkIndex(config)).toThrow(
        new RegExp(`^There is no index in .+ is being built by process ${process.pid}, since .+ Wait until`),
      );
      expect(() => checkIndex(config)).not.toThrow(/npm run index/);
    });
  });

  it('says that somebody builds beside one that is whole', async () => {
    const { embeddings, config } = copy();
    await withLock(embeddings, async () => {
      expect(checkIndex(config)).toMatch(/whole and current.+is being built by process/s);
    });
  });

  it('fails one whose pointer is gone, and says so', () => {
    const { embeddings, config } = copy();
    rmSync(join(embeddings, 'current.json'));
    expect(() => checkIndex(config)).toThrow(/current\.json is missing.* Run: npm run index$/);
  });

  it('fails one of other articles, and a damaged one, with the command', () => {
    const { embeddings, config } = copy();
    const other = { ...config, corpus: [makeFolder({ 'a.md': '甲' })] };
    expect(() => checkIndex(other)).toThrow(/^The articles have changed since \S+ was built\. Run: npm run/);
    writeFileSync(join(embeddings, readPointer(embeddings)!.build, 'keywords.bin'), 'x');
    expect(() => checkIndex(config)).toThrow(/keywords\.bin is damaged.+ Run: npm run index$/);
  });

  it('says of a file that the system does not hand over what a build would say', () => {
    const { embeddings, config } = copy();
    const path = join(embeddings, readPointer(embeddings)!.build, 'keywords.bin');
    rmSync(path);
    mkdirSync(path);
    expect(() => checkIndex(config)).toThrow(
      /keywords\.bin cannot be read .+EISDIR.+ npm run index -- --full$/,
    );
  });
});
