/** A text folded and cut into words, once for all that is found in it. */
import { containsHan } from './characters.ts';
import { type NormalizedText, normalize, normalizeWithOrigin } from './normalize.ts';
import { cutWords } from './words.ts';

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
  /** Together they are the run. */
  readonly words: readonly string[];
  readonly isHan: boolean;
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

const cutRuns = (folded: string): Run[] =>
  [...folded.matchAll(RUN)].map(({ 0: run, index }) => {
    const isHan = containsHan(run);
    return { start: index, words: isHan ? cutWords(run) : [run], isHan };
  });
