/** A text folded and cut into words, once for all that is found in it. */
import { findPhrases, type Phrase } from './bridge.ts';
import { containsHan } from './characters.ts';
import { type KnownWord, wordOf } from './lexicon.ts';
import { type NormalizedText, normalize, normalizeWithOrigin } from './normalize.ts';
import { cutRunsOfHan } from './words.ts';

export interface CutText {
  readonly text: string;
  /** One character at a time, so that what is found in it can be shown. */
  readonly located: CutForm & NormalizedText;
  /** As a whole, as terms are made of it: of Traditional characters the words around one tell what it is. */
  readonly folded: CutForm;
}

interface CutForm {
  readonly text: string;
  /** Its runs of Chinese characters, and its words and numbers in Latin letters, in order. */
  readonly runs: readonly Run[];
}

export interface Run {
  /** Offset into the form. */
  readonly start: number;
  readonly text: string;
  /** Together they are the run. */
  readonly words: readonly string[];
  readonly isHan: boolean;
  /** What is known of each of the words, and the phrases that they make. */
  readonly known: readonly KnownWord[];
  readonly phrases: readonly Phrase[];
}

class CutRun implements Run {
  #known: readonly KnownWord[] | undefined;
  #phrases: readonly Phrase[] | undefined;
  readonly start: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly isHan: boolean;

  constructor(start: number, text: string, words: readonly string[], isHan: boolean) {
    this.start = start;
    this.text = text;
    this.words = words;
    this.isHan = isHan;
  }

  get known(): readonly KnownWord[] {
    this.#known ??= this.words.map(wordOf);
    return this.#known;
  }

  get phrases(): readonly Phrase[] {
    this.#phrases ??= findPhrases(this.words, this.text);
    return this.#phrases;
  }
}

export function cutText(text: string): CutText {
  const whole = normalize(text);
  const folded = { text: whole, runs: cutRuns(whole) };
  let located: CutText['located'] | undefined;
  return {
    text,
    folded,
    // Of most texts nothing is to be shown.
    get located() {
      located ??= locate(text, folded);
      return located;
    },
  };
}

function locate(text: string, folded: CutForm): CutText['located'] {
  const located = normalizeWithOrigin(text, folded.text);
  return { ...located, runs: located.text === folded.text ? folded.runs : cutRuns(located.text) };
}

const RUN = /\p{Script=Han}+|[\p{Script=Latin}\p{N}'’]+/gu;

function cutRuns(folded: string): Run[] {
  const runs = [...folded.matchAll(RUN)];
  const ofHan = cutRunsOfHan(runs.map(([run]) => run).filter(containsHan))[Symbol.iterator]();
  return runs.map(({ 0: run, index }) => {
    const isHan = containsHan(run);
    return new CutRun(index, run, isHan ? ofHan.next().value! : [run], isHan);
  });
}
