/** The one file of tests that runs the default model: it takes some 30 ms a passage. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { checkVectors } from '../../src/doctor/model-vectors.ts';
import { type Embedder, loadEmbedder } from '../../src/embedding/embedder.ts';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { settingsOf } from '../../src/embedding/own-settings.ts';
import { unitSimilarity } from '../../src/embedding/units.ts';
import { dot } from '../../src/index/vector-index.ts';
import { completeFolder, MODELS_FOLDER } from '../../src/model/folder.ts';
import { loadNetwork, type Network } from '../../src/model/network.ts';
import type { Span } from '../../src/types.ts';
import { makeFolder } from '../temporary-folder.ts';
import { MIXED_TEXT, spansOf } from './aligned.ts';

const FOLDER = completeFolder(DEFAULT_MODEL, MODELS_FOLDER, '');

let embedder: Embedder;
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL);
});

/** The sentences of a passage, which stand side by side, as its units. */
function passageOf(...sentences: readonly string[]): { text: string; units: Span[] } {
  let start = 0;
  const units = sentences.map((sentence) => {
    const unit = { start, end: start + sentence.length };
    start = unit.end;
    return unit;
  });
  return { text: sentences.join(''), units };
}

const embed = async (...texts: readonly string[]) =>
  embedder.embedPassages(texts.map((text) => ({ text, units: [] })));

describe('the default model', () => {
  it('has 384 dimensions, and says itself how it is used', () => {
    expect(embedder.dimensions).toBe(384);
    const copy = join(makeFolder(), 'a-copy');
    cpSync(FOLDER, copy, { recursive: true, filter: (path) => !path.endsWith('.onnx') });
    const { questionPrefix, passagePrefix, pooling, maxTokens } = settingsOf(copy, copy);
    expect({ questionPrefix, passagePrefix, pooling, maxTokens }).toEqual({
      questionPrefix: 'query: ',
      passagePrefix: 'passage: ',
      pooling: 'mean',
      maxTokens: 512,
    });
    expect(embedder.settings).toMatchObject({ questionPrefix, passagePrefix, pooling, maxTokens });
  });

  it('comes with six texts that npm run doctor compares, and passes or warns of this processor', async () => {
    const found = await checkVectors(parseConfig({}));
    expect(typeof found === 'string' ? found : found?.warning).toMatch(/\(cosine .+ of 6 texts/);
  });

  it.runIf(process.platform === 'linux')(
    'runs on the thread that asks: another load starts none',
    async () => {
      const threads = () => readdirSync('/proc/self/task').length;
      await embedder.embedQuestion('x');
      const before = threads();
      const other = await loadEmbedder(DEFAULT_MODEL);
      await other.embedQuestion('x');
      expect(threads()).toBe(before);
    },
  );

  it('reads a text as a question otherwise than as a passage', async () => {
    const text = '港口每天几点开门';
    const [passage] = await embed(text);
    expect(dot(await embedder.embedQuestion(text), passage!.vector)).toBeLessThan(0.99);
  });

  it.each([
    ['When may the ferry leave the harbour?', 0],
    ['渡轮几点可以离港？', 0],
    ['How do I mend a fishing net?', 1],
    ['渔网破了怎么补？', 1],
    ['Who pays for the new library?', 2],
    ['新图书馆的钱由谁出？', 2],
  ])('finds the passage that answers, in either language: %s', async (question, right) => {
    const vector = await embedder.embedQuestion(question);
    for (const passages of [
      [
        'Ferries leave the harbour from six in the morning, unless the wind is too strong.',
        'Knot new twine into a torn net row by row, and draw each knot tight before the next.',
        'The council and the university share the cost of the new library.',
      ],
      [
        '渡轮早上六点起可以离港，风太大时除外。',
        '网破的地方要用新线一行一行地打结，每个结拉紧以后再打下一个。',
        '新图书馆的费用由市议会和大学共同承担。',
      ],
    ]) {
      const similarities = (await embed(...passages)).map((passage) => dot(vector, passage.vector));
      expect(similarities.indexOf(Math.max(...similarities))).toBe(right);
    }
  });

  it.each([
    [
      passageOf(
        'The tower was finished in 1904. ',
        'Its bell weighs two tonnes. ',
        'Visitors climb 212 steps to the top. ',
        'On Sundays the café below is closed.',
      ),
      [
        'When was the building of the tower completed?',
        'How heavy is the bell?',
        'How many steps must one climb?',
        'On which day can I not have coffee there?',
      ],
    ],
    [
      passageOf(
        '这座塔于1904年完工。',
        '塔里的钟重两吨。',
        '游客要爬212级台阶才能到顶。',
        '楼下的咖啡馆星期天不营业。',
      ),
      ['塔是什么时候建成的？', '钟有多重？', '一共有多少级台阶？', '咖啡馆哪天休息？'],
    ],
  ])('keeps a vector a sentence that is nearest to its own question', async (passage, questions) => {
    const [{ units, scales }] = (await embedder.embedPassages([passage])) as [
      Awaited<ReturnType<Embedder['embedPassages']>>[number],
    ];
    for (const [right, question] of questions.entries()) {
      const vector = await embedder.embedQuestion(question);
      const similarities = questions.map((_, unit) => unitSimilarity(vector, units, scales, unit));
      expect(similarities.indexOf(Math.max(...similarities)), question).toBe(right);
    }
  });

  it('gives a passage and its sentences the same vectors, to the bit, alone and beside others', async () => {
    const passage = passageOf('港口开放。', '铁路停运。');
    const [alone] = await embedder.embedPassages([passage]);
    const [, beside] = await embedder.embedPassages([
      passageOf('A much longer text about railways, harbours and everything between them. '.repeat(8)),
      passage,
      passageOf('x'),
    ]);
    expect(beside).toEqual(alone);
  });

  it('has no vector of a sentence behind its 512 tokens', async () => {
    const sentences = Array.from({ length: 60 }, (_, i) => `Ship number ${i} carries coal and timber. `);
    const [{ scales }] = (await embedder.embedPassages([passageOf(...sentences)])) as [
      Awaited<ReturnType<Embedder['embedPassages']>>[number],
    ];
    expect(scales).toHaveLength(60);
    expect(scales[0]).toBeGreaterThan(0);
    expect(scales[40]).toBeGreaterThan(0);
    expect(scales[59]).toBe(0);
  });
});

describe('the tokens of the default model', () => {
  let network: Network;

  beforeAll(async () => {
    network = await loadNetwork(FOLDER, 'encoder', 512);
  });

  it('share no character, and stand in order', () => {
    fc.assert(
      fc.property(MIXED_TEXT, (text) => {
        let end = 0;
        for (const span of spansOf(network, text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          end = span.end;
        }
      }),
    );
  });

  it('cover all of a text that the vocabulary knows', () => {
    const known = [
      '港口',
      '于 12 月 3 日',
      '开放',
      '，',
      '。',
      '「渡轮」',
      'The harbour',
      "doesn't",
      '#include',
      '##',
    ];
    const signs = ['\n', '\u3000', 'ＦＵＬＬ', '①', 'ﬁne', 'Café', 'e\u0301', '…', '3.14%', '{"a": [1]}'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known, ...signs, ' ')), (parts) => {
        const text = parts.join('');
        const covered = new Array<number>(text.length).fill(0);
        for (const { start, end } of spansOf(network, text)) for (let i = start; i < end; i++) covered[i]!++;
        for (let i = 0; i < text.length; i++) if (/\S/.test(text[i]!)) expect(covered[i], text).toBe(1);
      }),
    );
  });
});
