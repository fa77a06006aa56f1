import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadEmbedder } from '../../src/embedding/embedder.ts';
import { ensureModel } from '../../src/model/ensure.ts';
import { ModelError } from '../../src/model/folder.ts';
import { type LocalHub, listen, startLocalHub } from '../local-hub/start-local-hub.ts';
import { makeFolder } from '../temporary-folder.ts';
import { tinyBert } from '../tiny-model/tiny-bert.ts';

const FILES = tinyBert({ words: { 红: [1, 0] }, positions: 8 });

let hub: LocalHub;
let models: string;

beforeEach(async () => {
  hub = await startLocalHub();
  hub.add('someone/tiny', FILES);
  models = makeFolder();
});

const ensure = (model: string, settings = hub.settings, setting = 'EMBEDDING_MODEL') =>
  ensureModel(settings, model, models, setting);

describe('a model that is needed', () => {
  it('is fetched into its folder, and loads from there', async () => {
    await ensure('someone/tiny');
    const embedder = await loadEmbedder('someone/tiny', models);
    expect(embedder.dimensions).toBe(2);
    expect(embedder.fingerprint).toBe((await loadEmbedder(makeFolder(FILES))).fingerprint);
  });

  it('is not asked for when it is on disk', async () => {
    await ensure('someone/tiny');
    const before = hub.asked.length;
    await ensure('someone/tiny');
    expect(hub.asked).toHaveLength(before);
  });

  it('is not asked for when it was copied, to its folder or to any other', async () => {
    mkdirSync(join(models, 'elsewhere/tiny/onnx'), { recursive: true });
    for (const [path, content] of Object.entries(FILES))
      writeFileSync(join(models, 'elsewhere/tiny', path), content);
    await ensure('elsewhere/tiny');
    await ensure(makeFolder(FILES));
    await ensure('models/zh-en-static');
    expect(hub.asked).toEqual([]);
  });

  it('is completed where files of it are missing', async () => {
    await ensure('someone/tiny');
    rmSync(join(models, 'someone/tiny/tokenizer.json'));
    const before = hub.asked.length;
    await ensure('someone/tiny');
    const asked = hub.asked.slice(before).filter(({ at }) => at === 'hub');
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/models/someone/tiny/tree/main?recursive=true',
      '/someone/tiny/resolve/main/tokenizer.json',
    ]);
    await loadEmbedder('someone/tiny', models);
  });

  it('is left to the loading where its name is none of the hub', async () => {
    await ensure('./nowhere');
    expect(hub.asked).toEqual([]);
  });
});

describe('without a network', () => {
  const offline = async () => {
    const { origin, server } = await listen(() => {});
    await new Promise((resolve) => server.close(resolve));
    return { ...hub.settings, endpoint: origin };
  };

  it('the missing files and the ways on are told in one line', async () => {
    await ensure('someone/tiny');
    rmSync(join(models, 'someone/tiny/onnx'), { recursive: true });
    const settings = await offline();
    const failure = ensure('someone/tiny', settings);
    await expect(failure).rejects.toThrow(ModelError);
    const folder = join(models, 'someone/tiny');
    await expect(failure).rejects.toThrow(
      `The model someone/tiny could not be fetched: ${settings.endpoint} could not be reached (ECONNREFUSED). ` +
        `Missing in ${folder}: onnx/model_quantized.onnx. Ways on: try again (what came is kept) or set HF_ENDPOINT ` +
        `to a mirror of the hub; copy the folder from a computer that has it to ${folder}; or leave EMBEDDING_MODEL ` +
        'out to use the embedded model.',
    );
  });

  it('a reranker can be left out', async () => {
    await expect(ensure('someone/tiny', await offline(), 'RERANK_MODEL')).rejects.toThrow(
      /; or leave RERANK_MODEL out\.$/,
    );
  });
});
