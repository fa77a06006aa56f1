/** From a question, read once, to its answer: retrieve, quote, find the facts, or say that the corpus does not tell. */
import type { Evidence, Fact, Stage } from '../answer-types.ts';
import type { Engine } from '../engine.ts';
import { type Comparison, compareArticles } from '../evidence/agreement.ts';
import { factsOfAsked } from '../evidence/asked-names.ts';
import { type FoundFact, trustedFacts } from '../evidence/chosen-facts.ts';
import { confidenceOf, lacksAsked } from '../evidence/confidence.ts';
import { type Findings, investigate } from '../evidence/investigate.ts';
import { type NewestFirst, preferNewest } from '../evidence/newest.ts';
import { MAX_SHOWN } from '../evidence/quotes.ts';
import { reprintsOfQuote } from '../evidence/reprints.ts';
import { MIN_CONFIDENCE } from '../evidence/weights.ts';
import type { Question } from '../question/question.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Language, Period } from '../types.ts';
import { composeAnswer } from './compose.ts';
import type { AnswerBody } from './parts.ts';
import { choosePassage } from './passages.ts';
import { chooseShown, holds, type Shown } from './shown.ts';
import { tellFact, tellFound, tellPassage, tellQuote, textOf, textOfBlocks } from './tell.ts';

/** Titles told where the corpus does not tell. */
const MAX_CLOSEST = 3;

/** What a question, a part of one, or one way to mean it was judged by. */
export interface Judged {
  readonly question: Question;
  readonly findings: Findings;
  /** Whether nothing is there of what is asked for, however near the rest stands: the confidence is 0 then. */
  readonly isLacking: boolean;
  readonly confidence: number;
  /** An answer of less confidence is not given. */
  readonly threshold: number;
  /** Facts of the kinds asked for, those of them that are probably right, and those told. */
  readonly facts: { readonly chosen: readonly FoundFact[]; readonly trusted: readonly FoundFact[] };
  readonly told: readonly Fact[];
}

/** Is told how an answer comes about, and changes nothing of it. */
export interface Watch {
  readonly onStage?: (stage: Stage) => void;
  readonly onJudged?: (judged: Judged) => void;
}

interface LookUpOptions {
  /** Only articles of these days are looked at. */
  readonly period?: Period;
  readonly language?: Language;
  readonly watch?: Watch;
}

export const UNANSWERED = {
  status: 'unanswered',
  confidence: 0,
  answer: null,
  facts: [],
  disputed: [],
  evidence: [],
} as const;

/** The answer to one question; its parts and other ways to mean it are looked up apart. */
export async function lookUp(
  engine: Engine,
  question: Question,
  { period, language = question.language, watch = {} }: LookUpOptions,
): Promise<AnswerBody> {
  const { onStage, onJudged } = watch;
  const findings = await investigate(engine, question, {
    ...(period && { period }),
    ...(onStage && { onStage }),
  });
  const { found, texts, sentences } = findings;
  const first = preferNewest(texts, question, findings);
  const { quotes, older } = first;
  const passages = findings.passages.map((hit) => tellFound(texts, hit));
  const closest = found.articles.slice(0, MAX_CLOSEST).map(({ article }) => texts.article(article).title);
  const isLacking = quotes.length === 0 || lacksAsked(question, findings.confidence);
  const confidence = isLacking ? 0 : confidenceOf(findings.confidence);
  const threshold = engine.minConfidence ?? MIN_CONFIDENCE;
  const judged = { question, findings, isLacking, confidence, threshold };
  const body = { intent: question.intent, language, confidence, passages, closest };
  if (quotes.length === 0 || confidence < threshold) {
    onJudged?.({ ...judged, facts: { chosen: [], trusted: [] }, told: [] });
    return { ...UNANSWERED, ...body };
  }
  // What an older article tells otherwise is told beside the newer, not instead.
  const newest = quotes.filter(({ hit }) => !older.has(hit.article));
  const chosen = factsOfAsked(texts, question, newest);
  const trusted = trustedFacts(texts, found, chosen);
  const compared = compareArticles(texts, question, sentences, quotes, trusted, older);
  const { facts, evidence } = show(findings, first, compared, question.asksWhether);
  onJudged?.({ ...judged, facts: { chosen, trusted }, told: facts });
  const { disputed } = compared;
  const source = evidence[0]!.article;
  const isNews = source.date !== null && !isOfGuide(findings);
  const answer = composeAnswer(facts, source, language, isNews, disputed);
  return { ...body, status: 'answered', answer, facts, disputed, evidence };
}

const isOfGuide = ({ passages: [best], texts }: Findings): boolean =>
  best !== undefined && texts.article(best.article).isStructured;

/** What is shown of what was found: quotes or whole passages, and the facts that stand in them. */
function show(
  findings: Findings,
  { passages }: NewestFirst,
  compared: Comparison,
  asksWhether: boolean,
): { facts: Fact[]; evidence: Evidence[] } {
  const { found, texts } = findings;
  const hasFacts = compared.facts.length > 0;
  const shown = chooseShown(texts, compared.quotes, compared.facts);
  const reprintsOf = (article: number, quote: string): readonly number[] =>
    reprintsOfQuote(texts, found.articles.find((hit) => hit.article === article)?.alsoIn ?? [], quote);
  const whole = (hit: Pick<PassageHit, 'article' | 'passage'>): Evidence => {
    const chosen = choosePassage(texts, hit, asksWhether);
    return tellPassage(texts, chosen, reprintsOf(hit.article, textOfBlocks(chosen.blocks)));
  };
  // Where no fact answers, a sentence of a guide is too little: its passage is shown.
  const quoted = (one: Shown): Evidence =>
    !hasFacts && texts.article(one.article).isStructured
      ? whole(one)
      : tellQuote(texts, one, reprintsOf(one.article, textOf(texts, one.article, one.span)));
  const isShown = (fact: FoundFact): boolean =>
    shown.some(({ article, span }) => article === fact.quote.hit.article && holds(span, fact));
  const facts = compared.facts.filter(isShown).map((fact) => {
    const { hit, span } = fact.quote;
    const quote = textOf(texts, hit.article, span);
    const articles = compared.articlesOf(fact).flatMap((article) => [article, ...reprintsOf(article, quote)]);
    return tellFact(texts, fact, [...new Set(articles)]);
  });
  const evidence =
    !hasFacts && isOfGuide(findings) ? passages.slice(0, MAX_SHOWN).map(whole) : shown.map(quoted);
  return { facts, evidence };
}
