import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer-types.ts';
import { type LocalHub, startLocalHub } from '../local-hub/start-local-hub.ts';
import { makeFolder } from '../temporary-folder.ts';
import { tinyBert } from '../tiny-model/tiny-bert.ts';
import { run } from './run-command.ts';

const NETWORK = 'onnx/model_quantized.onnx';
const WORDS = { 港: [1, 0, 0], 铁: [0, 1, 0], '[CLS]': [0, 0, 1] };
const EMBEDDING = tinyBert({ words: WORDS, positions: 512 });
const RERANKING = tinyBert({ words: WORDS, positions: 512, labels: [[1, 2, 3]] });

let hub: LocalHub;

beforeAll(async () => {
  hub = await startLocalHub();
  hub.add('someone/tiny', EMBEDDING);
  hub.add('someone/tiny-reranker', RERANKING);
});

describe.concurrent('a model of the hub', () => {
  it('is whole when two processes fetch it at the same time', async () => {
    const models = makeFolder();
    hub.add('someone/wanted', EMBEDDING);
    // Neither gets a byte of the network before both have asked for it.
    hub.gather(`someone/wanted/resolve/main/${NETWORK}`, 2);
    const env = { MODELS: models, HF_ENDPOINT: hub.settings.endpoint };
    const fetching = () => run('models', ['--get', 'someone/wanted'], { env });
    for (const { status, stderr } of await Promise.all([fetching(), fetching()])) {
      expect(stderr).toContain('Fetched and checked: someone/wanted');
      expect(status).toBe(0);
    }
    expect(hub.asked.filter(({ path }) => path.includes(`wanted/resolve/main/${NETWORK}`))).toHaveLength(4);
    const folder = join(models, 'someone/wanted');
    expect(readdirSync(join(folder, 'onnx'))).toEqual(['model_quantized.onnx']);
    expect(readFileSync(join(folder, NETWORK)).equals(EMBEDDING[NETWORK] as Uint8Array)).toBe(true);
  });

  it('is fetched by the command that needs it, and its index is not taken for another model’s', async () => {
    const env = { MODELS: makeFolder(), EMBEDDINGS: makeFolder() };
    const corpus = makeFolder({ 'port.md': '# 港口\n\n港口在4月2日开放。' });
    const hubEnv = {
      ...env,
      HF_ENDPOINT: hub.settings.endpoint,
      EMBEDDING_MODEL: 'someone/tiny',
      RERANK_MODEL: 'someone/tiny-reranker',
    };
    const first = await run('ask', ['--json', corpus, '港口何时开放？'], { env: hubEnv });
    expect(first.stderr).toContain('Fetching someone/tiny …');
    expect(first.stderr).toContain('Fetching someone/tiny-reranker …');
    expect(first.status).toBe(0);
    expect((JSON.parse(first.stdout) as Answer).passages[0]!.id).toBe('port#1');
    // A folder that is named before the question has its index apart.
    expect(readdirSync(env.EMBEDDINGS)).toEqual([expect.stringMatching(/^of-/)]);

    const second = await run('ask', [corpus, '港口'], { env });
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(
      /The index was made with the model someone\/tiny, now the model is models\/zh-en-static\. Start again with EMBEDDING_MODEL=someone\/tiny to answer from it, or make one with models\/zh-en-static: npm run index/,
    );
  });

  it('by a name that cannot be one is not looked for', async () => {
    const result = await run('models', ['--get', './tiny']);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('Expected a name on the hub such as Xenova/bge-m3, found "./tiny".');
  });
});
