import { describe, expect, it } from 'vitest';
import { ModelError } from '../../src/model/folder.ts';
import { loadReranker } from '../../src/reranking/reranker.ts';
import { makeFolder } from '../temporary-folder.ts';
import { type TinyBert, tinyBert } from '../tiny-model/tiny-bert.ts';

/**
 * The score is the mean over the pair's tokens: 1 for 红, -1 for 蓝, and 100 for each token of the second text, so that
 * the two texts are told apart.
 */
const TINY: TinyBert = {
  words: { 红: [1, 0], 蓝: [-1, 0], '[PAD]': [50, 0] },
  second: [0, 1],
  positions: 16,
  labels: [[1, 100]],
};

const load = (model: TinyBert) => loadReranker(makeFolder(tinyBert(model)), 1000);

/** Mean over [CLS], the question, [SEP], the passage and [SEP]. */
const meanScore = (question: readonly number[], passage: readonly number[]): number => {
  const sum = [...question, ...passage].reduce((a, b) => a + b, 0) + 100 * (passage.length + 1);
  return sum / (question.length + passage.length + 3);
};

describe('a reranker', () => {
  it('reads question and passage as a pair', async () => {
    const reranker = await load(TINY);
    const scores = await reranker.score('红蓝', ['红红红', '蓝']);
    expect(scores[0]).toBeCloseTo(meanScore([1, -1], [1, 1, 1]), 3);
    expect(scores[1]).toBeCloseTo(meanScore([1, -1], [-1]), 3);
  });

  it('gives a passage one score alone and beside longer ones', async () => {
    const reranker = await load(TINY);
    const [alone] = await reranker.score('红', ['蓝']);
    const [beside] = await reranker.score('红', ['蓝', '红红红红红红红红', '']);
    expect(beside).toBeCloseTo(alone!, 4);
  });

  it.each([9, 10, 11, 500])(
    'cuts a passage of %i tokens, not the question, to its 16 positions',
    async (length) => {
      const reranker = await load(TINY);
      const [score] = await reranker.score('蓝蓝蓝', ['红'.repeat(length)]);
      // 16 tokens less [CLS], 蓝蓝蓝, [SEP] and [SEP].
      const kept = new Array<number>(Math.min(length, 10)).fill(1);
      expect(score).toBeCloseTo(meanScore([-1, -1, -1], kept), 3);
    },
  );

  it('cuts a question that is longer than its passage', async () => {
    const reranker = await load(TINY);
    const [score] = await reranker.score('蓝'.repeat(40), ['红']);
    expect(score).toBeCloseTo(meanScore(new Array<number>(12).fill(-1), [1]), 3);
  });

  it('with several labels is refused at the start, with the remedy', async () => {
    const refused = load({
      ...TINY,
      labels: [
        [1, 0],
        [0, 1],
      ],
    });
    await expect(refused).rejects.toThrow(ModelError);
    await expect(refused).rejects.toThrow(/gives logits \[1, 2\]; expected one score a pair.+RERANK_MODEL/);
  });

  it('that is an embedding model is refused', async () => {
    const { labels: _, ...encoder } = TINY;
    await expect(load(encoder)).rejects.toThrow(
      /gives no logits\. RERANK_MODEL takes a cross-encoder with one score a pair/,
    );
  });

  it('that is not on disk is named with its setting', async () => {
    await expect(loadReranker('./none', 0)).rejects.toThrow(/No model folder "\.\/none"\. Set RERANK_MODEL/);
  });
});
