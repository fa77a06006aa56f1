/** How much of what one text says another says, in whatever language each is. */
import type { Terms } from '../types.ts';
import { cutText } from './cut-text.ts';
import { wordOf } from './lexicon.ts';
import { stem } from './stems.ts';
import { wordsThatSay } from './terms.ts';

/**
 * Share of the words of a text that a passage has, or has words for that mean the same, in [0, 1]; 1 for a text without words.
 * @param terms those of the passage
 */
export function shareSaid(text: string, terms: Terms): number {
  const { folded } = cutText(text);
  const isRunning = [...terms.keys()].some((term) => HAN.test(term));
  const running = folded.runs.flatMap(({ words, isHan }) =>
    isHan ? words.filter((word) => word.length > 1) : [],
  );
  const said = [
    // A word has so many glosses that nearly every passage has one of them: they count in another language only.
    ...running.map((word) => (isRunning ? stands(word, terms) : isMeant(word, terms))),
    ...wordsThatSay(folded.text).map((word) => terms.has(stem(word))),
  ];
  return said.length === 0 ? 1 : said.filter((isSaid) => isSaid).length / said.length;
}

const HAN = /^\p{Script=Han}/u;

const stands = (word: string, terms: Terms): boolean => {
  const characters = [...word];
  return characters.slice(1).every((character, i) => terms.has(characters[i]! + character));
};

const isMeant = (word: string, terms: Terms): boolean =>
  [...wordOf(word).terms.keys()].some((term) => !HAN.test(term) && terms.has(term));
