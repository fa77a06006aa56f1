/** Asks all questions of a set and measures retrieval, passages, evidence, facts and refusal. */
import { answerQuestion } from '../answer/answer.ts';
import type { Answer } from '../answer-types.ts';
import type { Engine } from '../engine.ts';
import { search } from '../evidence/investigate.ts';
import { readQuestion } from '../question/question.ts';
import type { Leg } from '../retrieval/retrieve.ts';
import {
  bootstrapInterval,
  dateMatches,
  factMatches,
  firstQuoteLength,
  firstRank,
  mean,
  ndcg,
  passagesAnswer,
  quantile,
  quotesAnswer,
  type Ranking,
} from './metrics.ts';
import type { GoldQuestion } from './question-file.ts';

export const LEGS = ['keyword', 'dense', 'hybrid'] as const satisfies readonly Leg[];

/** Figures that come with an interval. */
export const WITH_INTERVAL = [
  'recall@1', 'mrr@10', 'passage@1', 'passage@3', 'answered', 'evidence@1', 'evidence@3', 'fact', 'date',
] as const; // biome-ignore format: a table

/** Figures of a set of answerable questions; null where the set has no question that the figure is about. */
export interface Figures {
  readonly questions: number;
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly 'mrr@10': number;
  readonly 'ndcg@10': number;
  /** One of the first passages is of a right article and holds an accepted answer; the question may be refused. */
  readonly 'passage@1': number | null;
  readonly 'passage@3': number | null;
  readonly answered: number;
  readonly 'evidence@1': number | null;
  readonly 'evidence@3': number | null;
  /** Mean characters of the first quotes of the questions that were answered. */
  readonly quoteLength: number | null;
  /** Over who, where and number. */
  readonly fact: number | null;
  /** Over when. */
  readonly date: number | null;
  /** 95 % bootstrap intervals; null where the set has no question that the figure is about. */
  readonly intervals: Readonly<Record<(typeof WITH_INTERVAL)[number], [number, number] | null>>;
}

export interface Report {
  readonly articles: number;
  readonly passages: number;
  readonly model: string;
  readonly skipped: number;
  readonly all: Figures;
  readonly byLanguage: Readonly<Record<string, Figures>>;
  readonly byType: Readonly<Record<string, Figures>>;
  readonly unanswerable: { readonly questions: number; readonly answered: number };
  /** How many answerable questions went wrong, by the first thing that did. */
  readonly misses: Readonly<Record<Cause, number>>;
  readonly legs: Readonly<Record<Leg, { readonly 'recall@1': number; readonly 'mrr@10': number }>>;
  readonly latencyMs: { readonly p50: number; readonly p95: number };
}

/** What one question came to. */
export interface Outcome {
  readonly gold: GoldQuestion;
  readonly answer: Answer;
  readonly ranking: Ranking;
  /** Rank of the first relevant article by each leg, from 1 or Infinity. */
  readonly ranks: Readonly<Record<Leg, number>>;
}

/** Asks every question; those whose relevant articles the corpus lacks are skipped and counted. */
export async function askAll(
  engine: Engine,
  questions: readonly GoldQuestion[],
  onAsked: (count: number) => void = () => {},
): Promise<{ outcomes: Outcome[]; skipped: number }> {
  const ids = new Set((await engine.index.sources()).map(({ id }) => id));
  const outcomes: Outcome[] = [];
  let skipped = 0;
  for (const [i, question] of questions.entries()) {
    const relevant = question.relevant.filter((id) => ids.has(id));
    if (question.relevant.length > 0 && relevant.length === 0) skipped++;
    else outcomes.push(await ask(engine, { ...question, relevant }));
    onAsked(i + 1);
  }
  return { outcomes, skipped };
}

async function ask(engine: Engine, gold: GoldQuestion): Promise<Outcome> {
  const answer = await answerQuestion(engine, gold.question);
  const rankings = {} as Record<Leg, Ranking>;
  const question = readQuestion(gold.question);
  for (const leg of LEGS)
    rankings[leg] =
      question === null ? [] : await groupIds(engine, (await search(engine, question, leg)).articles);
  return {
    gold,
    answer,
    ranking: rankings.hybrid,
    ranks: {
      keyword: firstRank(rankings.keyword, gold.relevant),
      dense: firstRank(rankings.dense, gold.relevant),
      hybrid: firstRank(rankings.hybrid, gold.relevant),
    },
  };
}

async function groupIds(
  { index }: Engine,
  hits: readonly { article: number; alsoIn: readonly number[] }[],
): Promise<string[][]> {
  const groups = hits.map(({ article, alsoIn }) => [article, ...alsoIn]);
  const read = await index.read(groups.flat(), [], []);
  return groups.map((group) => group.map((number) => read.article(number).id));
}

const reciprocal = (rank: number): number => (rank <= 10 ? 1 / rank : 0);
const within = (k: number) => (rank: number) => (rank <= k ? 1 : 0);

/** The figures of a run. */
export function summarize(engine: Engine, outcomes: readonly Outcome[], skipped: number): Report {
  const answerable = outcomes.filter(({ gold }) => gold.relevant.length > 0);
  const unanswerable = outcomes.filter(({ gold }) => gold.relevant.length === 0);
  const { manifest } = engine.index;
  const latencies = outcomes.map(({ answer }) => answer.elapsedMs);
  return {
    articles: manifest.articles,
    passages: manifest.passages,
    model: manifest.model.name,
    skipped,
    all: figuresOf(answerable),
    byLanguage: groupFigures(answerable, ({ gold }) => gold.language),
    byType: groupFigures(answerable, ({ gold }) => gold.type),
    unanswerable: { questions: unanswerable.length, answered: mean(unanswerable.map(isAnswered)) },
    misses: countMisses(answerable),
    legs: Object.fromEntries(
      LEGS.map((leg) => {
        const ranks = answerable.map((outcome) => outcome.ranks[leg]);
        return [leg, { 'recall@1': mean(ranks.map(within(1))), 'mrr@10': mean(ranks.map(reciprocal)) }];
      }),
    ) as Report['legs'],
    latencyMs: { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) },
  };
}

function groupFigures(
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => string,
): Record<string, Figures> {
  const keys = [...new Set(outcomes.map(keyOf))].sort();
  return Object.fromEntries(
    keys.map((key) => [key, figuresOf(outcomes.filter((outcome) => keyOf(outcome) === key))]),
  );
}

const isAnswered = ({ answer }: Outcome): number => (answer.status === 'answered' ? 1 : 0);
const FACT_TYPES = ['who', 'where', 'number'];

/** What can go wrong, in the order of the path: not answered, wrong article, wrong quote, wrong day, wrong words. */
export const CAUSES = ['refusal', 'retrieval', 'sentence', 'date', 'span'] as const;
type Cause = (typeof CAUSES)[number];

function causeOf(outcome: Outcome): Cause | null {
  const { gold, answer } = outcome;
  if (answer.status !== 'answered') return 'refusal';
  // A list of articles, and a line of small talk, have no evidence.
  const articles = answer.evidence
    .slice(0, 1)
    .flatMap(({ article, alsoIn }) => [article, ...alsoIn].map(({ id }) => id));
  if (!articles.some((id) => gold.relevant.includes(id))) return 'retrieval';
  if (gold.type === 'when' && gold.date !== null) return factHit(outcome) ? null : 'date';
  if (gold.answers.length === 0) return null;
  if (FACT_TYPES.includes(gold.type) && factHit(outcome)) return null;
  if (!evidenceHit(outcome, 1)) return 'sentence';
  return FACT_TYPES.includes(gold.type) ? 'span' : null;
}

function countMisses(outcomes: readonly Outcome[]): Record<Cause, number> {
  const causes = outcomes.map(causeOf);
  return Object.fromEntries(
    CAUSES.map((cause) => [cause, causes.filter((one) => one === cause).length]),
  ) as Record<Cause, number>;
}

const passageHit = ({ gold, answer, ranking }: Outcome, k: number): boolean =>
  passagesAnswer(answer, gold, ranking, k);

export const evidenceHit = ({ gold, answer }: Outcome, k: number): boolean =>
  answer.status === 'answered' && quotesAnswer(answer, gold.answers, k);

/** Whether the first fact of the asked kind is right; for `when`, whether its date is. */
export function factHit({ gold, answer }: Outcome): boolean {
  if (answer.status !== 'answered') return false;
  if (gold.type === 'when') return dateMatches(answer, gold);
  const first = answer.facts.find(({ kind }) => kind === gold.type);
  return first !== undefined && factMatches(first, gold.answers);
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const ranks = outcomes.map(({ ranks }) => ranks.hybrid);
  const hits = (of: readonly Outcome[], hit: (outcome: Outcome) => boolean): number[] =>
    of.map((outcome) => (hit(outcome) ? 1 : 0));
  const withAnswers = outcomes.filter(({ gold }) => gold.answers.length > 0);
  const withFact = withAnswers.filter(({ gold }) => FACT_TYPES.includes(gold.type));
  const withDate = outcomes.filter(({ gold }) => gold.type === 'when' && gold.date !== null);
  const quoteLengths = outcomes
    .map(({ answer }) => firstQuoteLength(answer))
    .filter((length) => length !== null);
  const values = {
    'recall@1': ranks.map(within(1)),
    'mrr@10': ranks.map(reciprocal),
    'passage@1': hits(withAnswers, (outcome) => passageHit(outcome, 1)),
    'passage@3': hits(withAnswers, (outcome) => passageHit(outcome, 3)),
    answered: outcomes.map(isAnswered),
    'evidence@1': hits(withAnswers, (outcome) => evidenceHit(outcome, 1)),
    'evidence@3': hits(withAnswers, (outcome) => evidenceHit(outcome, 3)),
    fact: hits(withFact, factHit),
    date: hits(withDate, factHit),
  };
  const meanOrNull = (of: readonly number[]): number | null => (of.length === 0 ? null : mean(of));
  return {
    questions: outcomes.length,
    'recall@1': mean(values['recall@1']),
    'recall@5': mean(ranks.map(within(5))),
    'recall@10': mean(ranks.map(within(10))),
    'mrr@10': mean(values['mrr@10']),
    'ndcg@10': mean(outcomes.map(({ ranking, gold }) => ndcg(ranking, gold.relevant, 10))),
    'passage@1': meanOrNull(values['passage@1']),
    'passage@3': meanOrNull(values['passage@3']),
    answered: mean(values.answered),
    'evidence@1': meanOrNull(values['evidence@1']),
    'evidence@3': meanOrNull(values['evidence@3']),
    quoteLength: meanOrNull(quoteLengths),
    fact: meanOrNull(values.fact),
    date: meanOrNull(values.date),
    intervals: Object.fromEntries(
      WITH_INTERVAL.map((name) => [name, values[name].length === 0 ? null : bootstrapInterval(values[name])]),
    ) as Figures['intervals'],
  };
}
