import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FailureReport, failOperation } from '../../scripts/faults/fail-operation.ts';
import { CODES, isTriedAgain, isUntouched } from '../../scripts/faults/failing-operations.ts';
import { makeWorkplace, type Operation, type Workplace } from '../../scripts/faults/workplace.ts';
import { listCorpus } from '../../src/documents/list.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { buildIndex } from '../../src/index/build.ts';
import { checkCanaries } from '../../src/index/canaries.ts';
import { readPointer } from '../../src/index/generations.ts';
import { openIndex } from '../../src/index/open.ts';
import { rollBack } from '../../src/index/rollback.ts';
import { buildInProcess, rollBackInProcess } from '../../src/service/builder.ts';
import { loadEmbeddedModel } from '../open-corpus.ts';

const OPERATIONS = ['first build', 'incremental build', 'rollback'] as const;

let embedder: Embedder;
let workplace: Workplace;

beforeAll(async () => {
  embedder = await loadEmbeddedModel();
  workplace = await makeWorkplace(0, embedder);
});

afterAll(() => workplace.remove());

const operationOf = (name: string): Operation =>
  workplace.operations.find((operation) => operation.name === name)!;

const perform = ({ kind }: Operation, embeddings: string): Promise<{ readonly notes: readonly string[] }> =>
  kind === 'rollback'
    ? rollBack(embeddings, embedder)
    : buildIndex(listCorpus([workplace.corpus]), embeddings, embedder);

/** Throws where there is an index that is not whole, or does not find its articles. */
async function expectAnswers(embeddings: string): Promise<void> {
  if (readPointer(embeddings) !== null) await checkCanaries(openIndex(embeddings, embedder), embedder);
}

describe.each(OPERATIONS)('a %s', (name) => {
  it('in which a file operation fails tells of it, and leaves the current index as it was or the new one whole', async () => {
    const operation = operationOf(name);
    // Every eighth, with another error each time; `npm run test:faults` has them all.
    for (let place = 1; ; place += 8) {
      const embeddings = workplace.copy(operation.before);
      const code = CODES[place % CODES.length]!;
      const failing = failOperation({ folders: [embeddings, workplace.corpus], place, code });
      let report: FailureReport;
      let told = '';
      let isDone = false;
      try {
        told = (await perform(operation, embeddings)).notes.join('\n');
        isDone = true;
      } catch (error) {
        told = (error as Error).message;
      } finally {
        report = failing.restore();
      }
      const { failed } = report;
      if (failed === null) {
        expect({ isDone, told }).toEqual({ isDone: true, told: '' });
        break;
      }
      const where = `${failed.operation} of ${failed.path}, ${place} of ${report.count}`;
      if (!isTriedAgain(failed)) {
        expect(told, where).toContain(code);
        expect(told, where).toContain(failed.path);
      }
      expect(isUntouched(embeddings, operation.before), where).toBe(!isDone);
      await expectAnswers(embeddings);
    }
  });

  it('that is killed leaves an index that answers, which the next build follows', async () => {
    const { kind, before } = operationOf(name);
    const embeddings = workplace.copy(before);
    const killing = new AbortController();
    const options = { corpus: [workplace.corpus], embeddings, model: STATIC_MODEL, cores: 1 };
    const work =
      kind === 'rollback'
        ? rollBackInProcess(options, killing.signal)
        : buildInProcess(options, {}, killing.signal);
    // As soon as it is at work; `npm run test:faults` kills at hundreds of moments.
    const isAtWork = (): boolean => existsSync(join(embeddings, 'building.lock'));
    await Promise.race([work, vi.waitUntil(isAtWork, { interval: 1, timeout: 100_000 })]);
    killing.abort();
    await expect(work).rejects.toThrow('SIGKILL');
    if (name !== 'first build') expect(readPointer(embeddings)).not.toBeNull();
    await expectAnswers(embeddings);
    await buildIndex(listCorpus([workplace.corpus]), embeddings, embedder);
    await expectAnswers(embeddings);
  });
});
