/** How probable it is that the quotes answer the question. */
import type { OpenIndex } from '../index/open.ts';
import type { Retrieved } from '../retrieval/retrieve.ts';
import { passageTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { findDates } from '../text/dates.ts';
import { glossesOf } from '../text/glosses.ts';
import { normalize } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { ENGLISH_STOP_WORDS, stem } from '../text/stems.ts';
import { tagWords } from '../text/words.ts';
import type { Terms } from '../types.ts';
import type { Quote } from './evidence.ts';
import { type ConfidenceFeatures, weighFeatures } from './features.ts';
import type { Question } from './question.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from './weights.ts';

/** Features of the first quote; `dense` is its passage's cosine above the mean. */
export function confidenceFeatures(
  index: OpenIndex,
  question: Question,
  { passages }: Retrieved,
  [quote]: readonly Quote[],
  dense: number,
): ConfidenceFeatures {
  if (quote === undefined)
    return { quote: 0, names: 0, elsewhere: 0, unknown: 0, dense: 0, share: 0, bridged: 0 };
  const { title, date, text } = index.article(quote.hit.article);
  const found = passages.filter(({ article }) => article === quote.hit.article);
  const texts = [title, ...found.map(({ passage }) => index.passageText(passage))];
  const covered = Math.max(...quote.sentences.map(({ features }) => features.context));
  const terms = texts.map((one) => passageTerms(one, date));
  return {
    quote: covered,
    ...judgeNames(index, question, terms),
    dense: Math.max(0, dense),
    share: quote.share,
    bridged: question.language === 'en' && containsHan(text) ? 1 : 0,
  };
}

/**
 * How the question's names stand to the article, each name weighing its idf: the share that it has, that only other
 * articles have (a wrong partner), and that no article has (often a spelling that no gloss leads to).
 */
function judgeNames(index: OpenIndex, question: Question, texts: readonly Terms[]) {
  const { keywords } = index;
  const sums = { names: 0, elsewhere: 0, unknown: 0 };
  for (const [whole, ...parts] of namesOf(question)) {
    const terms = keywords.frequency(whole!) > 0 ? [whole!] : parts;
    const idf = Math.max(...terms.map((term) => keywords.idf(term)));
    const stands = texts.some((text) => text.has(whole!) || parts.every((part) => text.has(part)));
    const known = keywords.frequency(whole!) > 0 || parts.every((part) => keywords.frequency(part) > 0);
    sums[stands ? 'names' : known ? 'elsewhere' : 'unknown'] += idf;
  }
  const total = sums.names + sums.elsewhere + sums.unknown || 1;
  return { names: sums.names / total, elsewhere: sums.elsewhere / total, unknown: sums.unknown / total };
}

/** Stricter than for texts: a word that no dictionary has is more often a turn of speech than a name. */
const isName = (word: string, tag: string): boolean =>
  /^(?:ns|nr|nrt|nt|nz)$/.test(tag) ||
  findOrganisation(word) !== undefined ||
  /^[A-Z]/.test(glossesOf(word)[0] ?? '');

/**
 * Names in a question. Of each: the term that stands for the whole name, then the terms that together do; a text
 * has the name where it has the first or all the others.
 */
function namesOf({ text }: Question): string[][] {
  const chinese = tagWords(normalize(text))
    .filter(({ word, tag }) => containsHan(word) && word.length > 1 && isName(word, tag))
    .map(({ word }) => {
      const characters = [...word];
      const bigrams = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
      return [`o:${findOrganisation(word)?.name ?? word}`, ...bigrams];
    });
  // The first word of a question is capitalised whatever it is, and in capitals throughout no word stands out.
  const shouts = !/\p{Ll}/u.test(text);
  const english = [...text.matchAll(/(?<=\S\s+)\p{Lu}[\p{L}\p{N}'’]*/gu)]
    .map(([word]) =>
      normalize(word)
        .replace(/['’]s?$/, '')
        .replace(/’/g, "'"),
    )
    .filter((word) => !shouts && !ENGLISH_STOP_WORDS.has(word) && findDates(`in ${word}`).length === 0)
    .map((word) => [stem(word), stem(word)]);
  return [...chinese, ...english].filter((terms) => terms.length > 1);
}

/** Probability, in (0, 1), that the quotes answer the question. */
export function confidenceOf(features: ConfidenceFeatures): number {
  const score = CONFIDENCE_BIAS + weighFeatures(CONFIDENCE_WEIGHTS, features);
  return 1 / (1 + Math.exp(-score));
}
