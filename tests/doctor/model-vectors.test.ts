import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { type Finding, runChecks } from '../../src/doctor/checks.ts';
import { checkVectors } from '../../src/doctor/model-vectors.ts';
import { makeFolder } from '../temporary-folder.ts';
import { tinyBert } from '../tiny-model/tiny-bert.ts';

const PROMPTS = { prompts: { query: '红', passage: '蓝' } };
const FILES = {
  ...tinyBert({ words: { 红: [1, 0], 蓝: [0, 1] }, positions: 8 }),
  'config_sentence_transformers.json': JSON.stringify(PROMPTS),
};

/** A folder with a model and these reference vectors. */
function modelWith(reference?: unknown) {
  const folder = makeFolder(FILES);
  if (reference !== undefined) writeFileSync(join(folder, 'reference.json'), JSON.stringify(reference));
  return parseConfig({ EMBEDDING_MODEL: folder });
}

/** Four tokens, one or two of them of the prefix: 红红 and 蓝红 point along (1, 0) and (1, 1). */
const vectorsOf = (question: readonly number[], passage: readonly number[]) => ({
  vectors: [
    { kind: 'question', text: '红', vector: question },
    { kind: 'passage', text: '红', vector: passage },
  ],
});
const at = (degrees: number): number[] =>
  [degrees, 90 - degrees].map((part) => Math.cos((part * Math.PI) / 180));

describe('the check of the vectors of the model', () => {
  it('passes those that questions and passages had where it was measured', async () => {
    const config = modelWith(vectorsOf(at(0), at(45)));
    await expect(checkVectors(config)).resolves.toBe(
      'those that the model was measured with (cosine 1.000 at the least of 2 texts)',
    );
  });

  // The cosine of 11 degrees is .982, that of 12 degrees .978.
  it.each([
    [11, 'cosine 0.982'],
    [12, 'cosine 0.978'],
  ])('takes the farthest of them: %i degrees', async (degrees, cosine) => {
    const found = await checkVectors(modelWith(vectorsOf(at(0), at(45 + degrees))));
    const told = typeof found === 'string' ? found : found!.warning;
    expect(told).toContain(cosine);
    expect(typeof found).toBe(degrees < 12 ? 'string' : 'object');
  });

  it('says what a difference means and what to do, and lets the others go on', async () => {
    const config = modelWith(vectorsOf(at(0), at(80)));
    const findings: Finding[] = [];
    for await (const finding of runChecks(config)) {
      findings.push(finding);
      if (finding.name === 'reranker') break;
    }
    expect(findings.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['Node', 'passed'],
      ['native addons', 'passed'],
      ['model', 'passed'],
      ['vectors of the model', 'warned'],
      ['reranker', 'passed'],
    ]);
    expect(findings[3]!.message).toMatch(
      /^this processor makes others .+ may find worse passages\. .+ set EMBEDDING_MODEL=models\/zh-en-static, .+npm run index$/,
    );
  });

  it('is left out for a model without any', async () => {
    expect(await checkVectors(modelWith())).toBeNull();
    const names: string[] = [];
    for await (const { name } of runChecks(modelWith())) {
      names.push(name);
      if (name === 'reranker') break;
    }
    expect(names).toEqual(['Node', 'native addons', 'model', 'reranker']);
  });

  it.each([
    ['holds no vectors of texts', {}],
    ['holds no vectors of texts', { vectors: [] }],
    ['holds no vectors of texts', { vectors: [{ kind: 'query', text: '红', vector: [1, 0] }] }],
    ['is of another model', vectorsOf([1, 0, 0], [1, 0, 0])],
  ])('fails where the file %s', async (problem, reference) => {
    await expect(checkVectors(modelWith(reference))).rejects.toThrow(
      new RegExp(
        `reference\\.json ${problem}\\. Copy the model again from where it is whole, or remove that file`,
      ),
    );
  });
});
