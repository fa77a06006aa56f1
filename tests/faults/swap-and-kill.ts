/** Questions without a pause while the index is built anew and the answering process is killed, again and again. */
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { rebuild } from '../../src/engine.ts';
import { LibraryError, type LibraryStatus, type LiveLibrary } from '../../src/library.ts';
import { startLibrary } from '../../src/service/live-library.ts';

export interface SwapReport {
  readonly answers: number;
  /** Questions that got no answer, by the reason. */
  readonly failures: Readonly<Record<string, number>>;
  readonly builds: number;
  readonly deaths: number;
  /** Longest block of this process's event loop, in milliseconds, while only answering, and while swapping. */
  readonly longestBlockMs: { readonly answering: number; readonly swapping: number };
}

/** Questions under way at once. */
const ASKERS = 4;
const QUESTION = '第几号轮渡停航？';
const ferry = (number: number): string =>
  `---\ntitle: 轮渡停航\n---\n4月2日，第${number}号轮渡停航，由海蓝研究院收藏。\n`;

/**
 * Builds `rounds` generations of the corpus folder, each with another number in one article, and kills the answering
 * process after each. Throws where an answer is not of exactly one generation, or failed without a clear message.
 */
export async function swapAndKill(corpus: string, embeddings: string, rounds: number): Promise<SwapReport> {
  writeFileSync(join(corpus, 'ferry.md'), ferry(0));
  const served: LibraryStatus[] = [];
  const onServing = (status: LibraryStatus): void => void served.push(status);
  const places = { corpus: [corpus], embeddings, model: STATIC_MODEL };
  await rebuild(places);
  const library = startLibrary({ ...places, onServing });
  try {
    await library.ready;
    const numberOf = new Map([[served[0]!.index, 0]]);
    const asking = keepAsking(library, QUESTION, 'ferry', 0);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await asking.untilAnswered(100);
    const answering = delay.max / 1e6;
    delay.reset();
    for (let round = 1; round <= rounds; round++) {
      writeFileSync(join(corpus, 'ferry.md'), ferry(round));
      await library.reindex();
      numberOf.set((await library.status()).index, round);
      await asking.untilAnswered(10);
      process.kill(library.processId()!, 'SIGKILL');
      await asking.untilAnswered(10);
    }
    const swapping = delay.max / 1e6;
    delay.disable();
    const { answers, failures } = await asking.stop();
    for (const { index, text } of answers)
      assert.ok(text.includes(`第${numberOf.get(index)}号`), `${index} answered with ${text}`);
    return {
      answers: answers.length,
      failures,
      builds: numberOf.size,
      deaths: served.length - numberOf.size,
      longestBlockMs: { answering, swapping },
    };
  } finally {
    await library.close();
    rmSync(join(corpus, 'ferry.md'));
  }
}

interface Told {
  readonly index: string;
  /** What it says of the article. */
  readonly text: string;
}

/**
 * Asks from all askers until `stop`, each with a pause after an answer, and notes what is shown of an article. Throws, from `stop`, an error that is not for
 * people.
 */
export function keepAsking(library: LiveLibrary, question: string, article: string, pauseMs: number) {
  const answers: Told[] = [];
  const failures: Record<string, number> = {};
  const events = new EventEmitter();
  let isStopping = false;
  const ask = async (): Promise<void> => {
    while (!isStopping) {
      try {
        const { index, passages } = await library.ask(question);
        const found = passages.find((passage) => passage.article === article);
        answers.push({ index, text: found?.text ?? '' });
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        failures[error.reason] = (failures[error.reason] ?? 0) + 1;
      }
      events.emit('told');
      if (pauseMs > 0) await wait(pauseMs);
    }
  };
  const askers = Promise.all(Array.from({ length: ASKERS }, ask));
  return {
    async untilAnswered(count: number): Promise<void> {
      for (const goal = answers.length + count; answers.length < goal; ) await once(events, 'told');
    },
    async stop() {
      isStopping = true;
      await askers;
      return { answers, failures };
    },
  };
}
