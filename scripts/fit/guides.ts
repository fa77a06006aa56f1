/** What the ranking of passages, their refusal, and the facts out of guides are fitted on. */

import type { Engine } from '../../src/engine.ts';
import { comparable } from '../../src/evaluation/metrics.ts';
import type { GoldQuestion } from '../../src/evaluation/question-file.ts';
import { chooseFacts } from '../../src/evidence/chosen-facts.ts';
import { factFeatures, passageFeatures } from '../../src/evidence/guide.ts';
import { investigate } from '../../src/evidence/investigate.ts';
import { readQuestion } from '../../src/question/question.ts';
import { FUSION_FEATURES } from '../../src/retrieval/fuse.ts';
import { findCandidates } from '../../src/retrieval/retrieve.ts';
import { type Choice, type Example, WEIGHTS } from './linear.ts';

export const PASSAGE_NAMES = ['passage', 'sentence', 'agreed'] as const;
export const FACT_NAMES = ['share', 'focus', 'context', 'first', 'candidate'] as const;

/** The examples of one set; each set weighs the same, however many questions it has. */
export interface GuideExamples {
  /** Candidates of each question, and whether they hold an accepted answer. */
  readonly ranking: readonly Choice[];
  /** Whether a question has an answer at all, and with its right articles taken out. */
  readonly refusal: readonly Example[];
  /** First facts, and whether their quotes hold an accepted answer. */
  readonly facts: readonly Example[];
}

export async function readGuide(engine: Engine, questions: readonly GoldQuestion[]): Promise<GuideExamples> {
  const { index, embedder } = engine;
  const numbers = new Map(
    Array.from({ length: index.manifest.articles }, (_, i) => [index.article(i).id, i]),
  );
  const ranking: Choice[] = [];
  const refusal: Example[] = [];
  const facts: Example[] = [];
  const weight = 1 / questions.length;
  for (const gold of questions) {
    const question = readQuestion(gold.question);
    if (question === null) continue;
    const group = gold.relevant[0] ?? gold.id;
    const answers = gold.answers.map(comparable);
    const holds = (text: string, article: number): boolean =>
      gold.relevant.includes(index.article(article).id) &&
      answers.some((answer) => comparable(text).includes(answer));
    const { found, quotes } = await investigate(engine, question);
    const isAnswerable = gold.relevant.length > 0;
    const source = isAnswerable ? 'answerable' : 'unanswerable';
    const row = (of: typeof found): number[] => PASSAGE_NAMES.map((name) => passageFeatures(of)[name]);
    refusal.push({ row: row(found), source, weight: weight * WEIGHTS[source], group });
    if (!isAnswerable) continue;

    const without = new Set(gold.relevant.flatMap((id) => numbers.get(id) ?? []));
    const bereft = (await investigate(engine, question, { without })).found;
    refusal.push({ row: row(bereft), source: 'without', weight: weight * WEIGHTS.without, group });
    const vector = await embedder.embedQuestion(question.text);
    const { passages } = findCandidates(index, {
      language: question.language,
      terms: question.terms,
      vector,
    });
    const good = passages.map(({ passage }) => holds(index.passageText(passage), index.articleOf(passage)));
    const rows = passages.map(({ features }) => FUSION_FEATURES.map((name) => features[name]));
    if (good.includes(true)) ranking.push({ rows, good, weight, group });
    const [fact] = chooseFacts(index, question, quotes);
    if (fact === undefined) continue;
    const { hit, span } = fact.quote;
    const isRight = holds(index.article(hit.article).text.slice(span.start, span.end), hit.article);
    const features = factFeatures(found, fact);
    facts.push({
      row: FACT_NAMES.map((name) => features[name]),
      source: isRight ? 'answerable' : 'unanswerable',
      ...{ weight, group },
    });
  }
  return { ranking, refusal, facts };
}
