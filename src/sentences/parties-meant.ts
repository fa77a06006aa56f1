/** What "both sides" stands for: names that the sentences before it have. */

import { termsOfNames } from '../question/names/given-name.ts';
import type { Question } from '../question/question.ts';
import { LANGUAGES } from '../rules/languages.ts';
import { sourceOf } from '../rules/rule.ts';
import type { Match } from '../text/locate.ts';
import type { Terms } from '../types.ts';

/** 双方签署协议: the parties, where a sentence does not name them. */
const BOTH = new RegExp(sourceOf(LANGUAGES.flatMap(({ descriptions }) => descriptions.parties)), 'u');
/** What it means counts this much of what is named. */
const MEANT = 0.5;

/**
 * Reads the sentences of a passage one after the other. Gives, for one that speaks of both sides, where, with the terms of
 * the names of the question that the sentences before have and this one lacks; null for any other.
 */
export function partiesReader(question: Question): (sentence: string, terms: Terms) => Match | null {
  const wanted = termsOfNames(question.names);
  const named = new Map<string, number>();
  return (sentence, terms) => {
    const both = BOTH.exec(sentence);
    const meant = new Map([...named].filter(([term]) => !terms.has(term)));
    for (const [term, weight] of terms)
      if (wanted.has(term)) named.set(term, Math.min(1, Math.max(MEANT * weight, named.get(term) ?? 0)));
    return both && { start: both.index, end: both.index + both[0].length, terms: meant };
  };
}
