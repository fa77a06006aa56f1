/** The words of a question that say what it is about, each with how texts of either language may say it. */
import { questionTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { glossesOf, isCommonGloss, isProperGloss } from '../text/glosses.ts';
import { normalize } from '../text/normalize.ts';
import { stem } from '../text/stems.ts';
import { wordsThatSay } from '../text/terms.ts';
import { tagKnownWords } from '../text/words.ts';
import type { ContentWord, WaysToSay } from '../types.ts';
import { withoutQuestionWords } from './focus.ts';

/** Of Chinese the nouns and verbs; of words in Latin letters all but those of grammar. */
export function contentWords(text: string): ContentWord[] {
  const folded = withoutQuestionWords(text);
  const capitalised = new Set([...text.matchAll(CAPITALISED)].map(([word]) => normalize(word)));
  // A country or a town is where somebody is as often as what is asked about.
  const isName = (word: string): boolean =>
    !isProperGloss(word) && (containsHan(text) ? !isWord(word) : capitalised.has(word));
  const chinese = [...folded.matchAll(/\p{Script=Han}+/gu)]
    .flatMap(([run]) => tagKnownWords(run))
    .filter(({ word, tag }) => /^[nv]/.test(tag) && word.length > 1)
    .map(({ word, tag }) => ({
      ways: waysOfWord(word),
      beginning: null,
      isName: false,
      isChineseVerb: tag.startsWith('v'),
    }));
  // I've and don't are grammar.
  const said = wordsThatSay(folded).filter((word) => !word.includes("'"));
  const latin = said.map((word) => ({
    ways: [[stem(word)]],
    beginning: word.length >= SHORTEST_BEGINNING ? stem(word) : null,
    isName: word.length >= SHORTEST_NAME && isName(word),
    isChineseVerb: false,
  }));
  return [...chinese, ...latin];
}

/** Not at the beginning of a sentence, where any word has a capital; within a word a capital always tells a name. */
const CAPITALISED =
  /(?<=[\p{L}\p{N},;]['"]?\s+["'(]?)\p{Lu}[\p{L}\p{N}]+|(?<![\p{L}\p{N}])\p{L}*\p{Ll}\p{Lu}[\p{L}\p{N}]*/gu;
/** Shorter words are abbreviations, which people make up: dc, vps. */
const SHORTEST_NAME = 4;

const isWord = (word: string): boolean => [word, stem(word)].some(isCommonGloss);

/** Two letters begin too many words. */
const SHORTEST_BEGINNING = 3;

/** As Chinese texts write a word, by its names and numbers, and by all words of one of its glosses. */
export function waysOfWord(word: string): WaysToSay {
  const terms = [...questionTerms(word).keys()];
  const grams = terms.filter((term) => /^\p{Script=Han}+$/u.test(term));
  const pairs = grams.filter((gram) => gram.length > 1);
  const inChinese = pairs.length > 0 ? [pairs] : grams.length > 0 ? [grams] : [];
  const glosses = glossesOf(word)
    .map((gloss) => wordsThatSay(normalize(gloss)).map((one) => `e:${stem(one)}`))
    .filter((stems) => stems.length > 0);
  const others = terms.filter((term) => !grams.includes(term) && !term.startsWith('e:'));
  return [...inChinese, ...glosses, ...others.map((term) => [term])];
}
