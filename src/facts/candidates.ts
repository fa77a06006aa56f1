/** What in a sentence could be the fact that a question asks for. */

import type { Question } from '../question/question.ts';
import type { FactKind } from '../types.ts';
import type { Candidate, Finder, SentenceContext } from './candidate.ts';
import { preferColumn } from './columns.ts';
import { findNumber } from './find-number.ts';
import { findWhere } from './find-where.ts';
import { nearness } from './nearness.ts';
import { findThings } from './things.ts';
import { findWhen } from './when/find-when.ts';
import { findWho } from './who/find-who.ts';

const findWhat: Finder = (question, { said: { text }, weights }, matches) =>
  findThings(question.things, text).map(({ start, end, weight }) => ({
    kind: 'what',
    start,
    end,
    score: weight * nearness({ start, end }, text, matches, weights),
  }));

const FINDERS: Readonly<Record<FactKind, Finder>> = {
  who: findWho,
  when: findWhen,
  where: findWhere,
  number: findNumber,
  what: findWhat,
};

/** Candidates of the kinds asked for, in no order. Offsets are the sentence's. */
export function findCandidates(question: Question, context: SentenceContext): Candidate[] {
  const said = context.matcher.match(context.said.words);
  // Of two parties and their people "both" tells neither.
  const all = context.meant ? [...said, context.meant] : said;
  return question.kinds.flatMap((kind) =>
    preferColumn(FINDERS[kind](question, context, kind === 'who' ? said : all), context),
  );
}
