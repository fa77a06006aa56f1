import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Embedder, loadEmbedder } from '../../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { unitSimilarity } from '../../src/embedding/units.ts';
import { dot } from '../../src/index/vector-index.ts';
import { ModelError } from '../../src/model/folder.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

let embedder: Embedder;

beforeAll(async () => {
  embedder = await loadEmbeddedModel();
});

/** Vectors of passages without units. */
const embed = async (texts: readonly string[]): Promise<Float32Array[]> =>
  (await embedder.embedPassages(texts.map((text) => ({ text, units: [] })))).map(({ vector }) => vector);

const lengthOf = (vector: Float32Array): number => Math.hypot(...vector);

async function messageOfLoading(model: string): Promise<string> {
  const error = await loadEmbedder(model).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ModelError);
  return (error as ModelError).message;
}

describe('vectors', () => {
  it('have 256 dimensions and unit length', async () => {
    expect(embedder.dimensions).toBe(256);
    const vectors = await embed(['港口今天开放。', 'A railway.', '🚀 5%', `${'很长的文章。'.repeat(2000)}`]);
    for (const vector of vectors) {
      expect(vector).toHaveLength(256);
      expect(lengthOf(vector)).toBeCloseTo(1, 5);
    }
    expect(lengthOf(await embedder.embedQuestion('港口'))).toBeCloseTo(1, 5);
  });

  it('are zeros for a text without a token', async () => {
    expect(lengthOf(await embedder.embedQuestion(''))).toBe(0);
    const [empty, other] = await embed(['', 'A railway.']);
    expect(lengthOf(empty!)).toBe(0);
    expect(lengthOf(other!)).toBeCloseTo(1, 5);
  });

  it('come in the order of the texts, for none and for more than one batch too', async () => {
    expect(await embed([])).toEqual([]);
    const texts = Array.from({ length: 40 }, (_, i) => `第${i}号码头 ${'word '.repeat(i)}`);
    const vectors = await embed(texts);
    expect(vectors).toHaveLength(40);
    for (const i of [0, 15, 16, 17, 39]) {
      const [alone] = await embed([texts[i]!]);
      expect(dot(alone!, vectors[i]!), texts[i]).toBeCloseTo(1, 5);
    }
  });

  it('are the same for a text alone and beside longer ones', async () => {
    const [alone] = await embed(['港口开放']);
    const [, beside] = await embed(['A long text about railways. '.repeat(100), '港口开放', '']);
    for (const [i, value] of alone!.entries()) expect(beside![i]).toBeCloseTo(value, 5);
  });

  it('are nearer for the same in the other language than for something else', async () => {
    const question = await embedder.embedQuestion('When was the rocket launched?');
    const [rocket, school] = await embed(['火箭在昨天发射升空。', '学校下周一开学。']);
    expect(dot(question, rocket!)).toBeGreaterThan(dot(question, school!) + 0.1);
  });
});

describe('vectors of units', () => {
  const TEXT = '火箭在昨天发射升空。学校下周一开学。';
  const UNITS = [
    { start: 0, end: 10 },
    { start: 10, end: TEXT.length },
  ];

  it('are those of the units alone where a token knows nothing of its neighbours', async () => {
    const [passage] = await embedder.embedPassages([{ text: TEXT, units: UNITS }]);
    const { units, scales } = passage!;
    for (const [i, { start, end }] of UNITS.entries()) {
      const [alone] = await embed([TEXT.slice(start, end)]);
      expect(unitSimilarity(alone!, units, scales, i)).toBeCloseTo(1, 2);
      expect(unitSimilarity(alone!, units, scales, 1 - i)).toBeLessThan(0.9);
    }
  });

  it('come one for each unit of each passage, also beside passages without any and without a token', async () => {
    const passages = await embedder.embedPassages([
      { text: '', units: [{ start: 0, end: 0 }] },
      { text: 'A railway.', units: [] },
      { text: TEXT, units: UNITS },
    ]);
    expect(passages.map(({ units }) => units.length)).toEqual([256, 0, 512]);
    expect(passages.map(({ scales }) => Array.from(scales, (scale) => scale > 0))).toEqual([
      [false],
      [],
      [true, true],
    ]);
  });

  it('leave the words of the whole as they are: a passage has one vector with its units and without', async () => {
    const [passage] = await embedder.embedPassages([{ text: TEXT, units: UNITS }]);
    expect(passage!.vector).toEqual((await embed([TEXT]))[0]);
  });
});

describe('a model', () => {
  it('is found by its path from elsewhere, and by its name in models/', async () => {
    const byName = await loadEmbedder('zh-en-static');
    expect(byName.fingerprint).toBe(embedder.fingerprint);
    expect(byName.settings).toEqual(embedder.settings);
  });

  it('has another fingerprint when one of its files is another', async () => {
    const folder = join(makeFolder(), 'zh-en-static');
    cpSync(STATIC_MODEL, folder, { recursive: true });
    expect((await loadEmbedder(folder)).fingerprint).toBe(embedder.fingerprint);
    writeFileSync(
      join(folder, 'tokenizer_config.json'),
      '{"tokenizer_class":"PreTrainedTokenizerFast", "model_max_length": 99}',
    );
    expect((await loadEmbedder(folder)).fingerprint).not.toBe(embedder.fingerprint);
  });
});

describe('a model folder that cannot be used', () => {
  it('is named with ways on where there is no such folder', async () => {
    const message = await messageOfLoading('./no/such/folder');
    expect(message).toContain('No model folder "./no/such/folder"');
    expect(message).toMatch(/Set EMBEDDING_MODEL to a folder .+ or leave it out/);
  });

  it('is named with the files that it lacks', async () => {
    const folder = makeFolder({ 'config.json': '{}', 'tokenizer.json': '{}' });
    const message = await messageOfLoading(folder);
    expect(message).toContain(
      `The model folder ${folder} lacks tokenizer_config.json, onnx/model_quantized.onnx.`,
    );
    expect(message).toContain('Copy the whole model there, or set EMBEDDING_MODEL');
  });

  it('is named where its files are not what they should be', async () => {
    const folder = makeFolder({
      'config.json': '{"model_type":"bert"}',
      'tokenizer.json': 'not JSON',
      'tokenizer_config.json': '{}',
      'onnx/model_quantized.onnx': 'not a network',
    });
    const message = await messageOfLoading(folder);
    expect(message).toContain(`in ${folder} cannot be loaded`);
    expect(message).toContain('Are its files whole? EMBEDDING_MODEL takes an embedding model.');
  });
});

describe('a model of the hub', () => {
  it('that is not on disk is named with the command that fetches it', async () => {
    const models = makeFolder();
    await expect(loadEmbedder('nobody/nothing', models)).rejects.toThrow(
      `The model folder ${join(models, 'nobody/nothing')} lacks config.json, tokenizer.json, ` +
        'tokenizer_config.json, onnx/model_quantized.onnx. Run: npm run models -- --get nobody/nothing',
    );
  });
});
