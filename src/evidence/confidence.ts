/** How probable it is that the quotes answer the question. */

import { probabilityOf } from '../linear.ts';
import { languageOf } from '../question/language.ts';
import { hasName, mayHaveName, termsTelling } from '../question/names/given-name.ts';
import type { Question } from '../question/question.ts';
import type { PassageHit, Retrieved } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import type { Sentence } from '../sentences/sentences.ts';
import { termsAmong } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import type { CutText } from '../text/cut-text.ts';
import { wantedTerms } from '../text/wanted-terms.ts';
import type { FactKind } from '../types.ts';
import type { ConfidenceFeatures } from './features.ts';
import type { Quote } from './quotes.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from './weights.ts';

/** Where words tell nothing. */
export const WORDLESS = {
  worded: 0,
  wordedSize: 0,
  quote: 0,
  names: 0,
  absent: 0,
  nameless: 0,
  lead: 0,
  share: 0,
  missing: 0,
  glossed: 0,
  glossedUnheard: 0,
  glossedQuote: 0,
  glossedNames: 0,
};

/** What tells whether the best of what was found answers the question. */
export function confidenceFeatures(
  texts: Texts,
  question: Question,
  { passages, nearest }: Retrieved,
  sentences: readonly Sentence[],
  [quote]: readonly Quote[],
): ConfidenceFeatures {
  const [best] = passages;
  if (best === undefined || quote === undefined)
    return { passage: 0, sentence: 0, agreed: 0, few: 0, translated: 0, unheard: 0, ...WORDLESS };
  const language = languageOf(texts.passage(best.passage).text);
  const size = Math.log10(texts.passageCount) / 4;
  const features = {
    ...nearest,
    agreed: best.keywordRank === 1 && best.denseRank === 1 ? 1 : 0,
    translated: language === question.language ? 0 : 1,
  };
  const isNamed = question.language === 'en' || language === 'zh';
  if (texts.article(best.article).isStructured || !isNamed)
    return { ...features, few: Math.max(0, 1 - 2 * size), ...WORDLESS };
  const other = passages.find(({ article }) => article !== best.article);
  const article = sentences.filter(({ hit }) => hit.article === quote.hit.article);
  const said = contextOf(quote);
  const judged = judgeNames(texts, question, quote);
  const words = { worded: 1, quote: said, ...judged, names: said * judged.names };
  const { translated } = features;
  return {
    ...features,
    few: 0,
    ...words,
    wordedSize: size,
    glossed: translated,
    glossedUnheard: translated * nearest.unheard,
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
        // Nobody of the title asked for is nobody, and neither is who only was there where who signed is asked for.
        (kind !== 'who' ||
          !question.ways.person ||
          (one.nameOf === 'person' && one.description?.fits !== 0 && one.does !== false)),
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
function textsAround(texts: Texts, { article, passage }: PassageHit): CutText[] {
  const all = texts.passagesOf(article);
  const first = Math.max(all.start, passage - MAX_PASSAGES / 2);
  const end = Math.min(all.end, first + MAX_PASSAGES);
  return [
    texts.article(article).heading,
    ...Array.from({ length: end - first }, (_, i) => texts.passage(first + i).cut),
  ];
}

/**
 * How the question's names stand to the article, each name weighing its idf: the share that it has, and that it lacks
 * (a wrong partner). A spelling that no gloss leads to is neither. Of a question without names all its words count.
 */
export function judgeNames(
  texts: Texts,
  question: Question,
  quote: Quote,
): Pick<ConfidenceFeatures, 'names' | 'absent' | 'nameless'> {
  const { date } = texts.article(quote.hit.article);
  const year = `d:${(date ?? texts.typicalDate)?.slice(0, 4)}`;
  const wanted = wantedTerms(question.names.flatMap(termsTelling));
  const cuts = textsAround(texts, quote.hit);
  const around = cuts.map((cut) => termsAmong(cut, date, wanted));
  const sums = { names: 0, absent: 0, unknown: 0 };
  const readsHan = cuts.some(({ text }) => containsHan(text));
  for (const name of question.names) {
    const isKnown = hasName((term) => texts.frequency(term) > 0, name);
    const terms = texts.frequency(name.whole) > 0 || name.parts.length === 0 ? [name.whole] : name.parts;
    const idf = Math.max(...terms.map((term) => texts.idf(term)));
    const has = (term: string): boolean => term === year || around.some((one) => one.has(term));
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

/**
 * Whether the article found for a question that goes on from another has no day or no place at all, where that is what is asked:
 * its names are those of the question before, so they say nothing of whether it is told.
 */
export const lacksAsked = ({ intent, kinds }: Question, { worded, missing }: ConfidenceFeatures): boolean =>
  intent === 'follow-up' &&
  worded === 1 &&
  missing === 1 &&
  kinds.every((kind) => kind === 'where' || kind === 'when');

/** Probability, in (0, 1), that the quotes answer the question. */
export const confidenceOf = (features: ConfidenceFeatures): number =>
  probabilityOf(CONFIDENCE_WEIGHTS, CONFIDENCE_BIAS, features);
