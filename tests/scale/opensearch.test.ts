import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { openEngine } from '../../src/engine.ts';
import { readPointer } from '../../src/index/generations.ts';
import { isOutOfDate } from '../../src/index/is-current.ts';
import { connect } from '../../src/index/opensearch/client.ts';
import { loadBuild } from '../../src/index/opensearch/load.ts';
import { openServed } from '../../src/index/opensearch/open.ts';
import { parseSearchUrl, type SearchPlace } from '../../src/index/opensearch/place.ts';
import { removeBuilds } from '../../src/index/opensearch/served.ts';
import { serveCurrent, takeOver } from '../../src/index/opensearch/take-over.ts';
import { readBuild } from '../../src/index/read-build.ts';
import { rollBack } from '../../src/index/rollback.ts';
import { libraryOf } from '../../src/library.ts';
import { describeSearchIndex } from '../index/search-contract.ts';
import { buildCorpus, loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('OpenSearch', () => {
  const place = {
    ...parseSearchUrl(process.env.TEST_SEARCH_URL!)!,
    name: `test-${randomBytes(4).toString('hex')}`,
  };
  const client = connect(place);
  afterAll(async () => {
    await removeBuilds(client, []);
    await client.close();
  });

  describeSearchIndex('OpenSearch', async (corpus) => {
    const { build, files, embedder } = await builtFrom(corpus);
    await loadBuild(client, build, files);
    return { index: await openServed(client, embedder, build), embedder };
  });

  it('refuses an index of another layout', async () => {
    const name = `${client.name}-29990101000000-000000`;
    await client.ask('PUT', `/${name}`, { mappings: { _meta: { mapping: 0, about: '{}' } } });
    const opening = openServed(client, await loadEmbeddedModel(), '29990101000000-000000');
    await expect(opening).rejects.toThrow(/has layout 0, this program reads layout 1\. Run: npm run index/);
  });

  it('has no index before one is built', async () => {
    const opening = openServed(client, await loadEmbeddedModel(), '29990101000000-111111');
    await expect(opening).rejects.toThrow('has no such index. Run: npm run index.');
  });

  it('says that its disk is full, and what answers stays', async () => {
    const embedder = await loadEmbeddedModel();
    const corpus = makeFolder({ 'ferry.md': '# Ferry\n\nThe ferry leaves at six.' });
    const first = await builtFrom(corpus);
    await takeOver(place, first.embeddings, first.build, embedder);
    await serveCurrent(place, first.embeddings);
    const block = (value: boolean | null) =>
      client.ask('PUT', '/_cluster/settings', {
        persistent: { 'cluster.blocks.read_only_allow_delete': value },
      });
    writeFileSync(join(corpus, 'mill.md'), '# Mill\n\nThe mill grinds rye.');
    const second = await buildCorpus(corpus, first.embeddings);
    expect(second.manifest.articles).toBe(2);
    const next = readPointer(first.embeddings)!.build;
    await block(true);
    try {
      await expect(takeOver(place, first.embeddings, next, embedder)).rejects.toThrow('a disk of it is full');
    } finally {
      await block(null);
    }
    const served = await openServed(client, embedder);
    expect([served.build, served.manifest.articles]).toEqual([first.build, 1]);
    await takeOver(place, first.embeddings, next, embedder);
    await serveCurrent(place, first.embeddings);
    expect((await openServed(client, embedder)).build).toBe(next);
    // The one before can be gone back to, in one step.
    await rollBack(first.embeddings, embedder, (to) => takeOver(place, first.embeddings, to, embedder));
    await serveCurrent(place, first.embeddings);
    expect((await openServed(client, embedder)).build).toBe(first.build);
  });

  it('serves to the library what the files would', async () => {
    const corpus = makeFolder({
      'ferry.md': '# Ferry\n\nThe ferry leaves at six, and costs two crowns.',
      'mill.md': '# Mill\n\nThe mill grinds rye.',
    });
    const embeddings = makeFolder();
    const options = { corpus: [corpus], embeddings, model: STATIC_MODEL };
    const ask = async (search: SearchPlace | null) => {
      const { index, ...engine } = await openEngine({ ...options, search });
      const library = libraryOf({ ...engine, index });
      const { elapsedMs: _, ...answer } = await library.ask('When does the ferry leave?');
      const list = await library.list({ start: 0, count: 5 });
      const article = await library.article('mill');
      await index.close();
      return { answer, list, article };
    };
    const engine = await ask(place);
    expect(engine).toEqual(await ask(null));
    expect(engine.answer.evidence[0]?.quote).toContain('The ferry leaves at six');
    expect(await isOutOfDate({ ...options, search: place })).toBe(false);
    expect(await isOutOfDate({ ...options, search: { ...place, name: `${place.name}-other` } })).toBe(true);
  });
});

async function builtFrom(corpus: string) {
  const embeddings = makeFolder();
  const embedder = await loadEmbeddedModel();
  await buildCorpus(corpus, embeddings);
  const { build } = readPointer(embeddings)!;
  return { embeddings, build, files: readBuild(join(embeddings, build), embedder), embedder };
}
