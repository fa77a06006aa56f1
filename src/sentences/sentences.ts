/** The sentences of the best passages, each with how well it could answer a question. */

import type { Candidate } from '../facts/candidate.ts';
import { findCandidates } from '../facts/candidates.ts';
import type { ReadPassage, ReadSentence } from '../passages/read.ts';
import { termsOfNames } from '../question/names/given-name.ts';
import { isWithin } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { normalizeDense } from '../retrieval/fuse.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import { termsAmong } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { Matcher } from '../text/locate.ts';
import { type WantedTerms, wantedTerms } from '../text/wanted-terms.ts';
import type { Block, Span, TableBlock, Terms } from '../types.ts';
import { compareSentences } from './compare-sentences.ts';
import { competingPassages } from './competing-passages.ts';
import type { SentenceFeatures } from './features.ts';
import { partiesReader } from './parties-meant.ts';

/** A sentence of a passage that was found. Spans are offsets into the text of its article. */
export interface Sentence {
  readonly hit: PassageHit;
  readonly span: Span;
  readonly features: SentenceFeatures;
  /** Possible facts; offsets into the text of the article. */
  readonly candidates: readonly Candidate[];
}

/**
 * Terms of a question, weights summing to 1, for Chinese texts and for texts in Latin letters: the glosses of a
 * Chinese question are looked for in English texts only, and its characters in Chinese ones.
 */
interface TermWeights<T = Terms> {
  readonly han: T;
  readonly latin: T;
}

function divideByScript(terms: Terms): TermWeights {
  const choose = (wanted: (term: string) => boolean): Terms => {
    const chosen = [...terms].filter(([term]) => wanted(term));
    const total = chosen.reduce((sum, [, weight]) => sum + weight, 0) || 1;
    return new Map(chosen.map(([term, weight]) => [term, weight / total]));
  };
  return { han: choose((term) => !term.startsWith('e:')), latin: choose((term) => !containsHan(term)) };
}

const weightsFor = <T>(text: string, weights: TermWeights<T>): T =>
  containsHan(text) ? weights.han : weights.latin;

/**
 * Facts are looked for in this many sentences, those with the most of the question: 16 lose quotes of guides, all of some eighty
 * give the same answers on every development set for three times the work.
 */
const MAX_SEARCHED = 24;

/** The sentences of the best of these passages with their features; one that two passages share counts once. */
export function readSentences(texts: Texts, question: Question, passages: readonly PassageHit[]): Sentence[] {
  const byIdf = new Map(
    [...question.terms]
      .filter(([term]) => !isAccidental(texts, term))
      .map(([term, weight]) => [term, weight * texts.idf(term)]),
  );
  const weights = divideByScript(byIdf);
  const wanted = wantedTerms([
    ...question.terms.keys(),
    ...question.focus.keys(),
    ...termsOfNames(question.names),
  ]);
  const read = competingPassages(texts, passages).map((hit): CompetingPassage => {
    const passage = texts.passage(hit.passage);
    const { date } = texts.article(hit.article);
    const sentences = passage.sentences.map((said) => ({ said, terms: termsAmong(said.cut, date, wanted) }));
    return { hit, passage, sentences, similarities: texts.similarities(hit.passage) };
  });
  const competing = read.flatMap(({ sentences, similarities }) =>
    sentences.map(({ terms, said }) => ({ terms, similarity: similarities[said.unit]! })),
  );
  const focus = divideByScript(
    tellApart(
      question.focus,
      competing.map(({ terms }) => terms),
    ),
  );
  const matchers = { han: new Matcher(focus.han), latin: new Matcher(focus.latin) };
  const bestScore = passages[0]?.score || 1;
  const meanDense = texts.meanSimilarity;
  const bestDense = Math.max(meanDense, ...competing.map(({ similarity }) => similarity));
  const denseOf = (cosine: number): number => normalizeDense(cosine, bestDense, { meanDense });
  const seen = new Set<string>();
  const judged = read.flatMap((one) => {
    const { article, score } = one.hit;
    return judgePassage(
      texts,
      question,
      weights,
      focus,
      matchers,
      wanted,
      one,
      score / bestScore,
      denseOf,
    ).filter(
      ({ sentence: { span } }) =>
        !seen.has(`${article} ${span.start}`) && seen.add(`${article} ${span.start}`),
    );
  });
  const mostPromising = [...judged].sort((a, b) => promiseOf(b.sentence) - promiseOf(a.sentence));
  const searched = new Set([
    ...mostPromising.slice(0, MAX_SEARCHED),
    ...judged.filter(({ isLead }) => isLead),
  ]);
  const sentences = judged.map((one) => (searched.has(one) ? withCandidates(question, one) : one.sentence));
  return compareSentences(texts, question, sentences);
}

/** Facts are looked for in these whatever words they have. */
const LEAD_SENTENCES = 2;

/** How likely it is to be an answer as far as its words tell, for comparison only. */
const promiseOf = ({ features: { context, focus, passage, dense } }: Sentence): number =>
  context + focus + passage + dense;

/** A sentence that no facts have been looked for in, and how that is done. */
interface Judged {
  readonly sentence: Sentence;
  /** Whether it is one of the first of its article, which say who, when and where in news. */
  readonly isLead: boolean;
  /** Offsets are those of the article. */
  readonly find: () => Candidate[];
}

function withCandidates({ kinds }: Question, { sentence, find }: Judged): Sentence {
  const candidates = find();
  const found = kinds.filter((kind) => candidates.some((one) => one.kind === kind && one.fits !== false));
  return {
    ...sentence,
    candidates,
    features: { ...sentence.features, tells: found.length / kinds.length },
  };
}

interface CompetingPassage {
  readonly hit: PassageHit;
  readonly passage: ReadPassage;
  /** Each with what it has of the terms of the question. */
  readonly sentences: readonly { readonly said: ReadSentence; readonly terms: Terms }[];
  /** Of its units. */
  readonly similarities: readonly number[];
}

/** Two characters of two words (签了 and 国推 of 在中国推) that no text has side by side; names are judged apart. */
const isAccidental = ({ frequency }: Texts, term: string): boolean =>
  /^\p{Script=Han}{2}$/u.test(term) && frequency(term) === 0;

const isTable = (block: Block): block is TableBlock => block.kind === 'table';

/** The names of the columns above a row. */
const headAbove = (tables: readonly TableBlock[], row: string): readonly string[] | undefined =>
  tables.find(({ rows }) => rows.some((cells) => cells.join('\t') === row))?.head ?? undefined;

/** Weights of terms, the more the fewer of the sentences have them: what all have tells none of them apart. */
function tellApart(weights: Terms, sentences: readonly Terms[]): Terms {
  const rarity = (term: string): number => {
    const having = sentences.reduce((sum, terms) => sum + Math.min(1, terms.get(term) ?? 0), 0);
    return Math.log(1 + sentences.length / Math.max(1, having));
  };
  return new Map([...weights].map(([term, weight]) => [term, weight * rarity(term)]));
}

function judgePassage(
  texts: Texts,
  question: Question,
  weights: TermWeights,
  focus: TermWeights,
  matchers: TermWeights<Matcher>,
  wanted: WantedTerms,
  { hit, passage, sentences, similarities }: CompetingPassage,
  score: number,
  denseOf: (cosine: number) => number,
): Judged[] {
  const readParties = partiesReader(question);
  const { period, periodTerms } = question;
  const article = texts.article(hit.article);
  const time: Terms = period !== null && isWithin(article.date, period) ? periodTerms : new Map();
  const tables = passage.blocks.filter(isTable);
  return sentences.map(({ said, terms }, i) => {
    const { start, end, unit, text } = said;
    const meant = readParties(text, terms);
    const beside = [sentences[i - 1], sentences[i + 1]].flatMap((one) => one?.terms ?? []);
    const features: SentenceFeatures = {
      context: coverage(weightsFor(text, weights), [...beside, terms, time]),
      focus: coverage(weightsFor(text, focus), [terms, time, ...(meant ? [meant.terms] : [])]),
      passage: score,
      tells: 0,
      candidate: 0,
      dense: denseOf(similarities[unit]!),
    };
    const find = (): Candidate[] => {
      const head = headAbove(tables, text);
      return findCandidates(question, {
        said,
        get dates() {
          return article.dates
            .filter((one) => one.start >= start && one.end <= end)
            .map((one) => shift(one, -start));
        },
        published: article.date ?? texts.typicalDate,
        get topic() {
          return termsAmong(article.heading, article.date, wanted);
        },
        weights: weightsFor(text, focus),
        matcher: weightsFor(text, matchers),
        ...(head && { head }),
        ...(meant && { meant }),
      }).map((one) => shift(one, start));
    };
    const isLead = i < LEAD_SENTENCES && hit.passage === texts.passagesOf(hit.article).start;
    return { sentence: { hit, span: { start, end }, candidates: [], features }, isLead, find };
  });
}

/** With all its offsets moved. */
function shift<T extends Span & { readonly from?: Span; readonly through?: Span }>(one: T, by: number): T {
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...one,
    ...moved(one),
    ...(one.from && { from: moved(one.from) }),
    ...(one.through && { through: moved(one.through) }),
  };
}

/** Share of the weight whose terms stand in one of the texts; a term with less than full weight counts in part. */
function coverage(weights: Terms, texts: readonly Terms[]): number {
  let sum = 0;
  for (const [term, weight] of weights)
    sum += weight * Math.min(1, Math.max(...texts.map((terms) => terms.get(term) ?? 0)));
  return sum;
}
