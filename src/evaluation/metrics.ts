/** The measures of one question and of many. Shares are in [0, 1]. */
import type { Answer, Fact } from '../answer-types.ts';
import type { GoldQuestion } from './question-file.ts';

/** Ranked groups of article ids; reprints share a group and its rank. */
export type Ranking = readonly (readonly string[])[];

const isRelevant = (group: readonly string[], relevant: readonly string[]): boolean =>
  group.some((id) => relevant.includes(id));

/** Rank of the first relevant article, from 1; Infinity where none is in the ranking. */
export function firstRank(ranking: Ranking, relevant: readonly string[]): number {
  const place = ranking.findIndex((group) => isRelevant(group, relevant));
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}

/**
 * Normalised discounted cumulative gain at k (Järvelin and Kekäläinen 2002) with gain 1 for a group that holds a
 * relevant article. Relevant articles folded into one group count once, in the ideal ranking too.
 */
export function ndcg(ranking: Ranking, relevant: readonly string[], k: number): number {
  const discount = (rank: number): number => 1 / Math.log2(rank + 1);
  const gains = ranking.slice(0, k).map((group) => (isRelevant(group, relevant) ? 1 : 0));
  const found = new Set(ranking.flat().filter((id) => relevant.includes(id)));
  const groups =
    ranking.filter((group) => isRelevant(group, relevant)).length + (relevant.length - found.size);
  const ideal = Array.from({ length: Math.min(k, groups) }, (_, i) => discount(i + 1));
  const sum = gains.reduce<number>((total, gain, i) => total + gain * discount(i + 1), 0);
  return ideal.length === 0 ? 0 : sum / ideal.reduce((a, b) => a + b, 0);
}

/** Spaces and character width aside, two texts that look the same are the same. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** True where one of the first k quotes contains an accepted answer. */
export function quotesAnswer({ evidence }: Answer, answers: readonly string[], k: number): boolean {
  const quotes = evidence.slice(0, k).map(({ quote }) => comparable(quote));
  return quotes.some((quote) => answers.some((answer) => quote.includes(comparable(answer))));
}

/** True where one of the first k passages is of a right article, or a reprint of one, and holds an accepted answer. */
export function passagesAnswer(
  { passages }: Answer,
  { relevant, answers }: Pick<GoldQuestion, 'relevant' | 'answers'>,
  ranking: Ranking,
  k: number,
): boolean {
  const accepted = answers.map(comparable);
  return passages.slice(0, k).some(({ article, text }) => {
    const group = ranking.find((ids) => ids.includes(article)) ?? [article];
    return isRelevant(group, relevant) && accepted.some((answer) => comparable(text).includes(answer));
  });
}

/** Characters of the first quote; null where nothing is quoted. */
export function firstQuoteLength({ status, evidence }: Answer): number | null {
  const [first] = evidence;
  return status === 'unanswered' || first === undefined ? null : [...first.quote].length;
}

/** Names of up to this many characters, and numbers, must be given exactly; others by their characters. */
const SHORT_NAME = 4;
const MIN_F1 = 0.5;

/** True where the fact's text is one of the accepted answers, or close enough to a long one. */
export function factMatches(fact: Fact, answers: readonly string[]): boolean {
  const text = comparable(fact.text);
  return answers.map(comparable).some((answer) => {
    const exact = fact.kind === 'number' || [...answer].length <= SHORT_NAME;
    return exact ? text === answer : characterF1(text, answer) >= MIN_F1;
  });
}

/** Harmonic mean of precision and recall over characters, each counted as often as it stands. */
export function characterF1(a: string, b: string): number {
  const left = new Map<string, number>();
  for (const character of a) left.set(character, (left.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of b) {
    const rest = left.get(character) ?? 0;
    if (rest > 0) common++;
    left.set(character, rest - 1);
  }
  return common === 0 ? 0 : (2 * common) / ([...a].length + [...b].length);
}

/** True where the first date among the facts is the gold date, or lies in the month or year that it names. */
export function dateMatches({ facts }: Answer, { date }: GoldQuestion): boolean {
  const first = facts.find((fact) => fact.kind === 'when')?.date;
  return date !== null && first !== undefined && (first === date || first.startsWith(`${date}-`));
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/** Value below which a share of the values lies; 0 for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const RESAMPLES = 1_000;

/** 95 % interval of the mean by the percentile bootstrap; the same for the same values. */
export function bootstrapInterval(values: readonly number[]): [number, number] {
  const random = seededRandom(20_240_131);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)]!)),
  );
  return [quantile(means, 0.025), quantile(means, 0.975)];
}

/** Numbers in [0, 1) by mulberry32: a seed makes two runs comparable. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
