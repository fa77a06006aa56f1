import { beforeAll, describe, expect, it } from 'vitest';
import { type Embedder, loadEmbedder } from '../../src/embedding/embedder.ts';
import { withoutLanguage } from '../../src/embedding/language-axis.ts';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, one, i) => sum + one * b[i]!, 0);

describe('a question without its language, by the default model', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await loadEmbedder(DEFAULT_MODEL);
  });

  it('stands nearer to what answers it in the other language than to another subject in its own', async () => {
    const texts = [
      'Lost keys are handed in at the porter’s lodge, where their owners can fetch them until ten.',
      '保安室每天晚上十点巡查一次，巡查时请不要离开宿舍楼，也不要锁上走廊的门。',
    ];
    const [answer, other] = await embedder.embedPassages(texts.map((text) => ({ text, units: [] })));
    const question = await embedder.embedQuestion('钥匙丢了去哪里领');
    const apart = withoutLanguage(question, DEFAULT_MODEL);
    const lead = (vector: Float32Array): number => dot(vector, answer!.vector) - dot(vector, other!.vector);
    expect(lead(apart)).toBeGreaterThan(0);
    expect(lead(apart)).toBeGreaterThan(lead(question) + 0.05);
    expect(dot(apart, apart)).toBeCloseTo(1, 4);
  });

  it('is as it was for a model of which nothing was measured, and without a word', () => {
    const vector = Float32Array.of(0.6, 0.8);
    expect(withoutLanguage(vector, 'someone/model')).toBe(vector);
    expect([...withoutLanguage(new Float32Array(384), DEFAULT_MODEL)].every((one) => one === 0)).toBe(true);
  });
});
