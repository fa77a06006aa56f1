/** What a question costs by the stages of its path. */

import type { Engine } from '../../src/engine.ts';
import { compareArticles } from '../../src/evidence/agreement.ts';
import { factsOfAsked } from '../../src/evidence/asked-names.ts';
import { trustedFacts } from '../../src/evidence/chosen-facts.ts';
import { confidenceFeatures } from '../../src/evidence/confidence.ts';
import { preferNewest } from '../../src/evidence/newest.ts';
import { findQuotes } from '../../src/evidence/quotes.ts';
import { rankPassages } from '../../src/evidence/rank-passages.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { searchFiles } from '../../src/index/search-files.ts';
import { readQuestion } from '../../src/question/question.ts';
import { fusionOf } from '../../src/retrieval/fuse.ts';
import { retrieve } from '../../src/retrieval/retrieve.ts';
import { readTexts } from '../../src/retrieval/texts.ts';
import { readSentences } from '../../src/sentences/sentences.ts';

/** In the order of the path. */
export const STAGES = [
  'question', 'embedding', 'keywords', 'vectors', 'fusion', 'reading', 'evidence', 'facts',
] as const; // biome-ignore format: a list
export type Stage = (typeof STAGES)[number];

export interface Cost {
  /** Milliseconds, of all threads together. */
  readonly cpu: number;
  readonly wall: number;
}

/** Milliseconds since some beginning. */
type Clock = () => Cost;

const FOUND = 10;

/** Milliseconds since the start of the process, and of CPU. */
const now: Clock = () => {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, wall: performance.now() };
};

/** A clock of stages: what runs within another is not counted twice. */
export function stageClock(clock: Clock = now) {
  const spent = new Map<Stage, Cost>();
  const running: { stage: Stage; since: Cost }[] = [];
  const book = (stage: Stage, since: Cost, until: Cost): void => {
    const { cpu, wall } = spent.get(stage) ?? { cpu: 0, wall: 0 };
    spent.set(stage, { cpu: cpu + until.cpu - since.cpu, wall: wall + until.wall - since.wall });
  };
  const enter = (stage: Stage): void => {
    const outer = running.at(-1);
    const since = clock();
    if (outer) book(outer.stage, outer.since, since);
    running.push({ stage, since });
  };
  const leave = (): void => {
    const { stage, since } = running.pop()!;
    const until = clock();
    book(stage, since, until);
    const outer = running.at(-1);
    if (outer) outer.since = until;
  };
  return {
    spent,
    within<T>(stage: Stage, work: () => T): T {
      enter(stage);
      try {
        return work();
      } finally {
        leave();
      }
    },
    async during<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
      enter(stage);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

/** Answers a question in the order of `answerQuestion`, without its words; null where it has nothing to look up. */
export async function askInStages(
  { index, embedder }: Pick<Engine<OpenIndex>, 'index' | 'embedder'>,
  text: string,
): Promise<ReadonlyMap<Stage, Cost> | null> {
  const { within, during, spent } = stageClock();
  const question = within('question', () => readQuestion(text, undefined, index.manifest.typicalDate));
  if (question === null) return null;
  const vector = await during('embedding', () => embedder.embedQuestion(question.text));
  const timed = searchFiles({
    ...index,
    keywords: {
      ...index.keywords,
      scores: (terms: Parameters<typeof index.keywords.scores>[0]) =>
        within('keywords', () => index.keywords.scores(terms)),
    },
    vectors: {
      ...index.vectors,
      search: (...query: Parameters<typeof index.vectors.search>) =>
        within('vectors', () => index.vectors.search(...query)),
    },
  });
  const found = await during('fusion', () =>
    retrieve(timed, fusionOf(embedder.model), { ...question, vector }, FOUND),
  );
  const { texts, sentences } = await during('reading', async () => {
    const texts = await readTexts(index, vector, found, question.terms.keys());
    return { texts, sentences: readSentences(texts, question, found.passages) };
  });
  const { quotes, older } = within('evidence', () => {
    const all = findQuotes(texts, sentences);
    const passages = rankPassages(found.passages, sentences);
    confidenceFeatures(texts, question, found, sentences, all);
    return preferNewest(texts, question, { found, quotes: all, passages, sentences });
  });
  within('facts', () => {
    const newest = quotes.filter(({ hit }) => !older.has(hit.article));
    const facts = trustedFacts(texts, found, factsOfAsked(texts, question, newest));
    return quotes.length === 0 ? null : compareArticles(texts, question, sentences, quotes, facts, older);
  });
  return spent;
}
