/** Where a text says what a question asks for. */
import type { Span, Terms } from '../types.ts';
import { containsHan } from './characters.ts';
import { type CutText, cutText } from './cut-text.ts';
import { type KnownWord, wordOf } from './lexicon.ts';
import { eachGram } from './terms.ts';
import { isDayOrNumber, isGram } from './wanted-terms.ts';

/** A word of a text that a question asks for. */
export interface Match extends Span {
  /** Terms of the question that the word matches, with how well it stands for each, in (0, 1]. */
  readonly terms: Terms;
}

/** A word or phrase of a text, with what is known of it. */
export interface LocatedWord extends Span {
  readonly known: KnownWord;
  /** What is known of the words of a phrase; null for a word. */
  readonly parts: readonly KnownWord[] | null;
}

/** The words and phrases of a text, which are the same whatever is asked. */
export function locateWords({ located: { origin, runs } }: CutText): LocatedWord[] {
  const found: LocatedWord[] = [];
  for (const { start: first, words, known, phrases } of runs) {
    const starts = [first];
    let end = first;
    for (let i = 0; i < words.length; i++) {
      const start = end;
      end += words[i]!.length;
      starts.push(end);
      found.push({ start: origin[start]!, end: origin[end]!, known: known[i]!, parts: null });
    }
    for (const { phrase, from, to } of phrases) {
      const [start, end] = [origin[starts[from]!]!, origin[starts[to]!]!];
      found.push({ start, end, known: wordOf(phrase), parts: known.slice(from, to) });
    }
  }
  return found;
}

const NONE: Terms = new Map();

/** Finds those of words that stand for something that a question asks for; of one word that is found out once. */
export class Matcher {
  readonly #question: Terms;
  /** Characters stand in the word itself; what it stands for in other letters takes longer to find. */
  readonly #asksGramsAlone: boolean;
  readonly #ofWords = new Map<KnownWord, Terms>();
  readonly #ofPhrases = new Map<KnownWord, Terms>();

  constructor(question: Terms) {
    this.#question = question;
    this.#asksGramsAlone = [...question.keys()].every((term) => isGram(term) || isDayOrNumber(term));
  }

  match(words: readonly LocatedWord[]): Match[] {
    const matches: Match[] = [];
    for (const { start, end, known, parts } of words) {
      const terms = parts === null ? this.#ofWord(known) : this.#ofPhrase(known, parts);
      if (terms.size > 0) matches.push({ start, end, terms });
    }
    return matches;
  }

  #ofWord(known: KnownWord): Terms {
    let terms = this.#ofWords.get(known);
    if (terms === undefined) {
      const all = this.#asksGramsAlone ? gramsOf(known) : known.terms;
      terms = this.#withLongGlosses(known, this.#among(all));
      this.#ofWords.set(known, terms);
    }
    return terms;
  }

  #ofPhrase(known: KnownWord, parts: readonly KnownWord[]): Terms {
    let own = this.#ofPhrases.get(known);
    if (own === undefined) {
      own = this.#asksGramsAlone ? NONE : this.#among(known.bridge);
      this.#ofPhrases.set(known, own);
    }
    // What its words say counts once.
    const more = [...own].filter(([term]) => !parts.some(({ terms }) => terms.has(term)));
    return this.#withLongGlosses(known, more.length === own.size ? own : new Map(more));
  }

  #among(terms: Terms): Terms {
    const some = new Map<string, number>();
    for (const [term, weight] of terms) if (this.#question.has(term)) some.set(term, weight);
    return some.size > 0 ? some : NONE;
  }

  /** Who says women's federation says all of 妇联. */
  #withLongGlosses(known: KnownWord, terms: Terms): Terms {
    // Finding them takes a while.
    if (this.#asksGramsAlone) return terms;
    const said = known.longGlosses.filter((stems) => stems.every((one) => this.#question.has(one))).flat();
    return said.length === 0 ? terms : new Map([...terms, ...said.map((one) => [one, 1] as const)]);
  }
}

function gramsOf({ word }: KnownWord): Terms {
  const grams = new Map<string, number>();
  if (containsHan(word)) eachGram(word, (start, end) => grams.set(word.slice(start, end), 1));
  return grams;
}

/** The matches in a text that nothing else is asked of. */
export const locateTerms = (text: string, question: Terms): Match[] =>
  new Matcher(question).match(locateWords(cutText(text)));
