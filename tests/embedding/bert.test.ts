import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Embedder, loadEmbedder } from '../../src/embedding/embedder.ts';
import { dot } from '../../src/index/vector-index.ts';
import { makeFolder } from '../temporary-folder.ts';
import { type TinyBert, tinyBert } from '../tiny-model/tiny-bert.ts';

const WORDS = { 红: [1, 0, 0], 蓝: [0, 1, 0], '[CLS]': [0, 0, 1], '[PAD]': [0, 9, 0] };
const TINY: TinyBert = { words: WORDS, positions: 8 };
const CLS_POOLING = { '1_Pooling/config.json': '{"pooling_mode_cls_token": true}' };

const load = (model: TinyBert, files: Readonly<Record<string, string>> = {}) =>
  loadEmbedder(makeFolder({ ...tinyBert(model), ...files }));

/** Vectors of passages without units. */
const embed = async (embedder: Embedder, texts: readonly string[]): Promise<Float32Array[]> =>
  (await embedder.embedPassages(texts.map((text) => ({ text, units: [] })))).map(({ vector }) => vector);

/** In the same direction as these numbers. */
function expectDirection(vector: Float32Array, expected: readonly number[], digits = 5): void {
  const length = Math.hypot(...expected);
  for (const [i, value] of expected.entries()) expect(vector[i]).toBeCloseTo(value / length, digits);
}

describe('a model of the BERT kind', () => {
  // Tokens of 红红蓝: [CLS] 红 红 蓝 [SEP]. Each hidden state is the token's vector plus the mean of all five.
  it('gives the mean of its tokens where it pools so', async () => {
    const embedder = await load(TINY);
    expect(embedder.settings.pooling).toBe('mean');
    expect(embedder.dimensions).toBe(3);
    expectDirection(await embedder.embedQuestion('红红蓝'), [2, 1, 1]);
  });

  it('gives its first token where it pools so', async () => {
    const embedder = await load(TINY, CLS_POOLING);
    expect(embedder.settings.pooling).toBe('cls');
    expectDirection(await embedder.embedQuestion('红红蓝'), [2 / 5, 1 / 5, 1 + 1 / 5]);
  });

  it.each([
    ['mean', {}],
    ['cls', CLS_POOLING],
  ])(
    'does not look at padding: a text has one vector alone and beside longer ones (%s)',
    async (_, files) => {
      const embedder = await load(TINY, files);
      const [alone] = await embed(embedder, ['红']);
      const [beside, longer] = await embed(embedder, ['红', '蓝蓝蓝蓝']);
      for (const i of [0, 1, 2]) expect(beside![i]).toBeCloseTo(alone![i]!, 6);
      expect(Math.hypot(...beside!)).toBeCloseTo(1, 6);
      expect(dot(longer!, alone!)).toBeLessThan(0.9);
    },
  );

  it('gives a text the same vector, to the bit, alone and beside others, also where all of a run have one scale', async () => {
    const words = { ...WORDS, 红: [1, 0.33, 0], 蓝: [0, 50, 0] };
    const embedder = await load({ words, positions: 8, dynamic: true });
    const texts = ['红', '红红蓝', '蓝蓝蓝蓝'];
    const together = await embed(embedder, texts);
    for (const [i, text] of texts.entries()) expect((await embed(embedder, [text]))[0]).toEqual(together[i]);
  });

  it('gives vectors in the order of the texts, whatever their lengths, over several batches', async () => {
    const embedder = await load({ ...TINY, positions: 64 });
    const texts = Array.from({ length: 50 }, (_, i) => '红'.repeat((i * 7) % 50) + '蓝'.repeat(10));
    const vectors = await embed(embedder, texts);
    for (const [i, vector] of vectors.entries()) expectDirection(vector, [(i * 7) % 50, 10, 1]);
  });

  it.each([
    [5, [5, 0, 1]],
    [6, [6, 0, 1]],
    // The seventh word has no place beside [CLS] and [SEP]; [SEP] stays, or the mean would be over 7 words.
    [7, [6, 0, 1]],
    [500, [6, 0, 1]],
  ])('takes %i words with room for 6', async (count, expected) => {
    const embedder = await load(TINY);
    expect(embedder.settings.maxTokens).toBe(8);
    expectDirection(await embedder.embedQuestion('红'.repeat(count)), expected);
  });

  it('puts its prefixes before questions and passages', async () => {
    const prompts = { prompts: { query: '红', passage: '蓝' } };
    const embedder = await load(TINY, { 'config_sentence_transformers.json': JSON.stringify(prompts) });
    expectDirection(await embedder.embedQuestion('红'), [2, 0, 1]);
    expectDirection((await embed(embedder, ['红']))[0]!, [1, 1, 1]);
  });

  it('keeps the units of a passage apart, behind its prefix too', async () => {
    const prompts = { prompts: { passage: '蓝' } };
    const embedder = await load(TINY, { 'config_sentence_transformers.json': JSON.stringify(prompts) });
    const units = [
      { start: 0, end: 1 },
      { start: 1, end: 3 },
      // Cut off: [CLS] 蓝 红 红 蓝 红 红 [SEP] is all that there is room for.
      { start: 5, end: 6 },
    ];
    const [passage] = await embedder.embedPassages([{ text: '红红蓝红红蓝', units }]);
    // Each token's vector plus the mean of all eight: (4, 2, 1) / 8.
    const direction = (unit: number) =>
      Float32Array.from(
        passage!.units.subarray(unit * 3, unit * 3 + 3),
        (value) => value * passage!.scales[unit]!,
      );
    expectDirection(direction(0), [1 + 4 / 8, 2 / 8, 1 / 8], 2);
    expectDirection(direction(1), [0.5 + 4 / 8, 0.5 + 2 / 8, 1 / 8], 2);
    expect(passage!.scales[2]).toBe(0);
  });

  it('has another fingerprint where it pools in another way', async () => {
    const mean = await load(TINY);
    expect((await load(TINY)).fingerprint).toBe(mean.fingerprint);
    expect((await load(TINY, CLS_POOLING)).fingerprint).not.toBe(mean.fingerprint);
  });

  it('has another fingerprint where it takes other prefixes, by its name in the table', async () => {
    const folders = makeFolder(
      Object.fromEntries(
        ['something', 'multilingual-e5-small'].flatMap((name) =>
          Object.entries(tinyBert(TINY)).map(([path, content]) => [`${name}/${path}`, content]),
        ),
      ),
    );
    const [unknown, known] = ['something', 'multilingual-e5-small'].map((name) => join(folders, name));
    expect((await loadEmbedder(unknown!)).fingerprint).not.toBe((await loadEmbedder(known!)).fingerprint);
  });

  it('is read from its full network where there is no smaller one', async () => {
    const { 'onnx/model_quantized.onnx': network, ...files } = tinyBert(TINY);
    const embedder = await loadEmbedder(makeFolder({ ...files, 'onnx/model.onnx': network! }));
    expectDirection(await embedder.embedQuestion('红'), [1, 0, 1]);
  });

  it('that gives no vectors a token is refused', async () => {
    await expect(load({ ...TINY, labels: [[1, 1, 1]] })).rejects.toThrow(
      /The network in .+ gives no last_hidden_state\. EMBEDDING_MODEL takes an embedding model/,
    );
  });
});
