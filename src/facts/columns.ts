/** Rows of a table: which cell a candidate stands in, and whether its column is the one asked for. */
import { cutText } from '../text/cut-text.ts';
import { locateWords } from '../text/locate.ts';
import type { Span } from '../types.ts';
import type { Candidate, SentenceContext } from './candidate.ts';
import { weightOf } from './nearness.ts';

/** Number of the cell that a span of a row begins in, from 0. */
export const columnOf = ({ start }: Span, row: string): number => row.slice(0, start).split('\t').length - 1;

/** What stands in a column of which the question says nothing, beside one of which it does. */
const OTHER_COLUMN = 0.2;

/** Candidates of a row, those in the column that the question names before those in others. */
export function preferColumn(
  candidates: readonly Candidate[],
  { said: { text }, head, weights, matcher }: SentenceContext,
): Candidate[] {
  if (!text.includes('\t')) return [...candidates];
  const cells = text.split('\t');
  const saidOf = (said: string): number =>
    matcher.match(locateWords(cutText(said))).reduce((sum, one) => sum + weightOf(one, weights), 0);
  // The first cell says what the row is about, not what a column holds.
  const asked = cells.map((cell, i) => (i === 0 ? 0 : saidOf(`${head?.[i] ?? ''} ${cell}`)));
  const most = Math.max(...asked);
  if (most === 0) return [...candidates];
  return candidates.map((candidate) => {
    const share = asked[columnOf(candidate, text)]! / most;
    return { ...candidate, score: candidate.score * (OTHER_COLUMN + (1 - OTHER_COLUMN) * share) };
  });
}
