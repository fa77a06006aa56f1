import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { checkModel, checkReranker } from '../../src/doctor/model-files.ts';
import { fetchModel } from '../../src/hub/fetch-model.ts';
import { startLocalHub } from '../local-hub/start-local-hub.ts';
import { makeFolder } from '../temporary-folder.ts';
import { tinyBert } from '../tiny-model/tiny-bert.ts';

const WORDS = { 红: [1, 0], 蓝: [0, 1], '[CLS]': [1, 1] };
const EMBEDDER = tinyBert({ words: WORDS, positions: 8 });
const RERANKER = tinyBert({ words: WORDS, positions: 8, labels: [[1, 0]] });

/** A folder of models with one that was fetched from a hub, and what checks it. */
async function fetched(files = EMBEDDER) {
  const hub = await startLocalHub();
  hub.add('someone/tiny', files);
  const models = makeFolder();
  const folder = join(models, 'someone/tiny');
  await fetchModel(hub.settings, 'someone/tiny', folder);
  const config = parseConfig({
    EMBEDDING_MODEL: 'someone/tiny',
    RERANK_MODEL: 'someone/tiny',
    MODELS: models,
  });
  return { folder, config, hub };
}

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}

describe('the check of the model', () => {
  it('passes what was fetched, and after damage names file and command, which mends it', async () => {
    const { folder, config, hub } = await fetched();
    await expect(checkModel(config)).resolves.toMatch(/^someone\/tiny, 2 dimensions, .+are those that were/);
    damage(join(folder, 'onnx/model_quantized.onnx'));
    await expect(checkModel(config)).rejects.toThrow(
      `${folder}: onnx/model_quantized.onnx is not the file of SHA256SUMS, and no index is to be built with it. ` +
        'Run: npm run models -- --get someone/tiny',
    );
    await fetchModel(hub.settings, 'someone/tiny', folder);
    await expect(checkModel(config)).resolves.toContain('2 dimensions');
  });

  it('names a file that is gone, and one that was not fetched, which the model would be read with', async () => {
    const files = { ...EMBEDDER, '1_Pooling/config.json': '{"pooling_mode_cls_token": true}' };
    const { folder, config } = await fetched(files);
    rmSync(join(folder, '1_Pooling'), { recursive: true });
    writeFileSync(join(folder, 'sentence_bert_config.json'), '{"max_seq_length": 4}');
    await expect(checkModel(config)).rejects.toThrow(
      '1_Pooling/config.json, sentence_bert_config.json are not the files of SHA256SUMS',
    );
  });

  it("passes a folder of one's own without checksums, and says so", async () => {
    const folder = makeFolder(EMBEDDER);
    await expect(checkModel(parseConfig({ EMBEDDING_MODEL: folder }))).resolves.toContain(
      `its files cannot be compared, as ${folder} has no SHA256SUMS`,
    );
  });

  it('names the folder to copy again where the model was copied with its checksums', async () => {
    const { folder } = await fetched();
    const copy = makeFolder();
    cpSync(folder, copy, { recursive: true });
    damage(join(copy, 'tokenizer.json'));
    await expect(checkModel(parseConfig({ EMBEDDING_MODEL: copy }))).rejects.toThrow(
      'tokenizer.json is not the file of SHA256SUMS, and no index is to be built with it. Copy the folder again',
    );
  });
});

describe('the check of the reranker', () => {
  it('passes where there is none, and one that loads', async () => {
    await expect(checkReranker(parseConfig({}))).resolves.toContain('no RERANK_MODEL is set');
    const { config } = await fetched(RERANKER);
    await expect(checkReranker(config)).resolves.toContain('someone/tiny');
  });

  it('fails one that is not there, and one that was damaged', async () => {
    await expect(checkReranker(parseConfig({ RERANK_MODEL: 'models/nothere' }))).rejects.toThrow(
      /No model folder "models\/nothere"\. Set RERANK_MODEL/,
    );
    const { folder, config } = await fetched(RERANKER);
    damage(join(folder, 'tokenizer.json'));
    await expect(checkReranker(config)).rejects.toThrow('Run: npm run models -- --get someone/tiny');
  });
});
