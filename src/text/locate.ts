/** Where a text says what a question asks for. */
import type { Span, Terms } from '../types.ts';
import { findPhrases } from './bridge.ts';
import { type CutText, cutText } from './cut-text.ts';
import { type KnownWord, wordOf } from './lexicon.ts';
import { originalSpan } from './normalize.ts';

/** A word of a text that a question asks for. */
export interface Match extends Span {
  /** Terms of the question that the word matches, with how well it stands for each, in (0, 1]. */
  readonly terms: Terms;
}

/** A word or phrase of a text, with all that it may stand for. */
export interface LocatedWord extends Span, Pick<KnownWord, 'terms' | 'longGlosses'> {}

/** The words and phrases of a text, which are the same whatever is asked. */
export function locateWords({ located }: CutText): LocatedWord[] {
  const found: LocatedWord[] = [];
  for (const { start, words } of located.runs) {
    const starts = [start];
    for (const word of words) starts.push(starts.at(-1)! + word.length);
    const spanOf = (from: number, to: number): Span => originalSpan(located, starts[from]!, starts[to]!);
    const known = words.map(wordOf);
    for (const [i, { terms, longGlosses }] of known.entries())
      found.push({ ...spanOf(i, i + 1), terms, longGlosses });
    for (const { phrase, from, to } of findPhrases(words)) {
      // What its words say counts once.
      const said = known.slice(from, to);
      const { bridge, longGlosses } = wordOf(phrase);
      const more = [...bridge].filter(([term]) => !said.some(({ terms }) => terms.has(term)));
      found.push({ ...spanOf(from, to), terms: new Map(more), longGlosses });
    }
  }
  return found;
}

/** Those of the words that stand for something that a question asks for. */
export function matchWords(words: readonly LocatedWord[], question: Terms): Match[] {
  return words.flatMap(({ start, end, terms: all, longGlosses }) => {
    const terms = new Map<string, number>();
    for (const [term, weight] of all) if (question.has(term)) terms.set(term, weight);
    // Who says women's federation says all of 妇联.
    for (const stems of longGlosses)
      if (stems.every((one) => question.has(one))) for (const one of stems) terms.set(one, 1);
    return terms.size > 0 ? [{ start, end, terms }] : [];
  });
}

/** {@link matchWords} of a text that nothing else is asked of. */
export const locateTerms = (text: string, question: Terms): Match[] =>
  matchWords(locateWords(cutText(text)), question);
