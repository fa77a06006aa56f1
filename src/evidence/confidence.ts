/** How probable it is that the quotes answer the question. */

import type { OpenIndex } from '../index/open.ts';
import { probabilityOf } from '../linear.ts';
import { languageOf } from '../question/language.ts';
import { hasName, mayHaveName } from '../question/names/given-name.ts';
import type { Question } from '../question/question.ts';
import type { Retrieved } from '../retrieval/retrieve.ts';
import type { Sentence } from '../sentences/sentences.ts';
import { passageTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import type { FactKind } from '../types.ts';
import type { ConfidenceFeatures } from './features.ts';
import type { Quote } from './quotes.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from './weights.ts';

/** Where words tell nothing. */
export const WORDLESS = {
  worded: 0,
  wordedSize: 0,
  wordedUnheard: 0,
  quote: 0,
  names: 0,
  absent: 0,
  nameless: 0,
  lead: 0,
  share: 0,
  missing: 0,
  glossed: 0,
  glossedQuote: 0,
  glossedNames: 0,
};

/** What tells whether the best of what was found answers the question. */
export function confidenceFeatures(
  index: OpenIndex,
  question: Question,
  { passages, nearest }: Retrieved,
  sentences: readonly Sentence[],
  [quote]: readonly Quote[],
): ConfidenceFeatures {
  const [best] = passages;
  if (best === undefined || quote === undefined)
    return { passage: 0, sentence: 0, agreed: 0, few: 0, translated: 0, unheard: 0, ...WORDLESS };
  const language = languageOf(index.passageText(best.passage));
  const size = Math.log10(index.manifest.passages) / 4;
  const features = {
    ...nearest,
    agreed: best.keywordRank === 1 && best.denseRank === 1 ? 1 : 0,
    translated: language === question.language ? 0 : 1,
  };
  const isNamed = question.language === 'en' || language === 'zh';
  if (index.isStructured(best.article) || !isNamed)
    return { ...features, few: Math.max(0, 1 - 2 * size), ...WORDLESS };
  const other = passages.find(({ article }) => article !== best.article);
  const article = sentences.filter(({ hit }) => hit.article === quote.hit.article);
  const told = contextOf(quote);
  const judged = judgeNames(index, question, quote);
  const words = { worded: 1, quote: told, ...judged, names: told * judged.names };
  const { translated } = features;
  return {
    ...features,
    few: 0,
    ...words,
    wordedSize: size,
    wordedUnheard: features.unheard,
    glossed: translated,
    glossedQuote: translated * words.quote,
    glossedNames: translated * words.names,
    lead: best.score - (other?.score ?? 0),
    share: quote.share,
    missing:
      MISSING_IN_ARTICLE * missingIn(article, question) +
      MISSING_IN_QUOTE * missingIn(quote.sentences, question),
  };
}

/** What the article lacks its quote lacks, too: both together are 1. */
const MISSING_IN_QUOTE = 0.4;
const MISSING_IN_ARTICLE = 1 - MISSING_IN_QUOTE;

/** Share of the kinds asked for that sentences have no candidate of that could be the fact. */
function missingIn(sentences: readonly Sentence[], question: Question): number {
  const candidates = sentences.flatMap((sentence) => sentence.candidates);
  const isMissing = (kind: FactKind): boolean =>
    (kind !== 'what' || question.things.includes('work')) &&
    !candidates.some(
      (one) =>
        one.kind === kind &&
        one.fits !== false &&
        // Nobody of the title asked for is nobody, and neither is who only was there where the hand is asked for.
        (kind !== 'who' ||
          !question.ways.person ||
          (one.nameOf === 'person' && one.description?.fits !== 0 && one.signs !== false)),
    );
  return question.kinds.filter(isMissing).length / question.kinds.length;
}

/** Share of the question's term weight in a quote and its neighbours. */
export const contextOf = ({ sentences }: Quote): number =>
  Math.max(...sentences.map(({ features }) => features.context));

/** Share of what the question turns on in the best sentence of a quote. */
export const focusOf = ({ sentences }: Quote): number =>
  Math.max(...sentences.map(({ features }) => features.focus));

/** More passages of a long article are not looked through for names. */
const MAX_PASSAGES = 12;

/** The title and the passages of an article around one of them. */
function textsOf(index: OpenIndex, passage: number, title: string): string[] {
  const article = index.articleOf(passage);
  const { passages } = index.manifest;
  let first = passage;
  while (first > 0 && passage - first < MAX_PASSAGES / 2 && index.articleOf(first - 1) === article) first--;
  const texts = [title];
  for (let i = first; i < passages && i - first < MAX_PASSAGES && index.articleOf(i) === article; i++)
    texts.push(index.passageText(i));
  return texts;
}

/**
 * How the question's names stand to the article, each name weighing its idf: the share that it has, and that it lacks
 * (a wrong partner). A spelling that no gloss leads to is neither. Of a question without names all its words count.
 */
export function judgeNames(
  index: OpenIndex,
  question: Question,
  quote: Quote,
): Pick<ConfidenceFeatures, 'names' | 'absent' | 'nameless'> {
  const { keywords } = index;
  const { hit } = quote;
  const { title, date } = index.article(hit.article);
  const texts = textsOf(index, hit.passage, title).map((text) => passageTerms(text, date));
  const year = `d:${(date ?? index.manifest.typicalDate)?.slice(0, 4)}`;
  const sums = { names: 0, absent: 0, unknown: 0 };
  const readsHan = texts.some((terms) => [...terms.keys()].some(containsHan));
  for (const name of question.names) {
    const isKnown = hasName((term) => keywords.frequency(term) > 0, name);
    const terms = keywords.frequency(name.whole) > 0 || name.parts.length === 0 ? [name.whole] : name.parts;
    const idf = Math.max(...terms.map((term) => keywords.idf(term)));
    const has = (term: string): boolean => term === year || texts.some((text) => text.has(term));
    const stands = hasName(has, name);
    const isAbsent = (): boolean => {
      // How a text in Latin letters would write a Chinese name that no table has is not known.
      if (!readsHan && containsHan(name.whole) && !isKnown) return false;
      if (mayHaveName(has, name)) return false;
      const lacks = name.lacks();
      return lacks === 'always' || (lacks === 'ifKnown' && isKnown);
    };
    sums[stands ? 'names' : isAbsent() ? 'absent' : 'unknown'] += idf;
  }
  const total = sums.names + sums.absent + sums.unknown;
  if (total === 0) return { names: contextOf(quote), absent: 0, nameless: 1 };
  return { names: sums.names / total, absent: sums.absent / total, nameless: 0 };
}

/** Probability, in (0, 1), that the quotes answer the question. */
export const confidenceOf = (features: ConfidenceFeatures): number =>
  probabilityOf(CONFIDENCE_WEIGHTS, CONFIDENCE_BIAS, features);
