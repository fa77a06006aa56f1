/** Small talk that is typed in a hurry: "thnaks", "good mornign". */
import { LANGUAGES } from '../../rules/languages.ts';
import { isOneEditApart } from '../../text/edits.ts';

/** Shorter words are too near to others. */
const MIN_LENGTH = 5;

const LETTERS = /^[a-z]+$/;
let words: ReadonlySet<string> | undefined;

/** Longer words of the examples of small talk. */
function knownWords(): ReadonlySet<string> {
  words ??= new Set(
    LANGUAGES.flatMap(({ talk }) => talk.smallTalk)
      .flatMap(({ examples }) => examples)
      .flatMap((example) => example.split(/[^a-z]+/))
      .filter((word) => word.length >= MIN_LENGTH),
  );
  return words;
}

/** The clause with words of small talk for those that are one letter away from them; null where there is none. */
export function nearestPhrase(plain: string): string | null {
  let isMended = false;
  const mended = plain.split(' ').map((word) => {
    if (!LETTERS.test(word) || word.length < MIN_LENGTH - 1 || knownWords().has(word)) return word;
    const near = [...knownWords()].find((known) => known[0] === word[0] && isOneEditApart(word, known));
    isMended ||= near !== undefined;
    return near ?? word;
  });
  return isMended ? mended.join(' ') : null;
}
