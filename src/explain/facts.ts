/** The facts that were considered for an answer, and what became of each. */
import type { Judged } from '../answer/look-up.ts';
import { type FoundFact, factFeatures } from '../evidence/chosen-facts.ts';
import type { Quote } from '../evidence/quotes.ts';
import { FACT_BIAS, FACT_WEIGHTS, MIN_FACT } from '../evidence/weights.ts';
import type { Candidate } from '../facts/candidate.ts';
import type { ExplainedFact, FactOutcome } from './explanation.ts';
import { featuresOf, probabilityBy } from './features.ts';

/** More are a list that nobody reads. */
const MAX_FACTS = 24;
/** In the order in which they are shown. */
const OUTCOMES: readonly FactOutcome[] = ['told', 'unshown', 'doubtful', 'weaker', 'unsure', 'misfit'];

/** Those told first, then those that came nearest to it. */
export function explainFacts(judged: Judged): ExplainedFact[] {
  const { findings, told } = judged;
  const considered = findings.quotes.flatMap((quote) =>
    quote.sentences.flatMap(({ candidates }) => candidates.map((candidate) => ({ quote, candidate }))),
  );
  const scoreOf = ({ quote, candidate }: Considered): number => quote.share * candidate.score;
  const best = new Map<string, number>();
  for (const one of considered)
    best.set(one.candidate.kind, Math.max(scoreOf(one), best.get(one.candidate.kind) ?? 0));
  const facts = considered.map((one) => explain(judged, one, scoreOf(one) / best.get(one.candidate.kind)!));
  // What another article tells otherwise stands in none of the quotes.
  const elsewhere = told
    .filter((fact) => !facts.some((one) => one.outcome === 'told' && isSame(one, fact)))
    .map(
      ({ kind, text, date, passage }): ExplainedFact => ({
        ...{ kind, text, passage, share: 1, outcome: 'told' },
        ...(date !== undefined && { date }),
      }),
    );
  return [...elsewhere, ...facts]
    .filter(
      (fact, i, all) => all.findIndex((other) => isSame(fact, other) && fact.passage === other.passage) === i,
    )
    .sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || b.share - a.share)
    .slice(0, MAX_FACTS);
}

interface Considered {
  readonly quote: Quote;
  readonly candidate: Candidate;
}

function explain(judged: Judged, { quote, candidate }: Considered, share: number): ExplainedFact {
  const { findings, facts } = judged;
  const { texts, found } = findings;
  const { kind, start, end, date } = candidate;
  const article = texts.article(quote.hit.article);
  const text = article.text.slice(start, end);
  const chosen = facts.chosen.find((fact) => isFrom(fact, quote, candidate));
  return {
    ...{ kind, text, passage: texts.passage(quote.hit.passage).id, share },
    outcome: outcomeOf(judged, { kind, text }, candidate, chosen),
    ...(date !== undefined && { date }),
    ...(chosen !== undefined &&
      article.isStructured && {
        probability: probabilityBy(
          FACT_BIAS,
          featuresOf(FACT_WEIGHTS, factFeatures(found, chosen)),
          MIN_FACT,
        ),
      }),
  };
}

function outcomeOf(
  { question, facts, told, confidence, threshold }: Judged,
  shown: Pick<ExplainedFact, 'kind' | 'text'>,
  candidate: Candidate,
  chosen: FoundFact | undefined,
): FactOutcome {
  if (!question.kinds.includes(candidate.kind) || candidate.fits === false || candidate.isNoAnswer)
    return 'misfit';
  if (confidence < threshold) return 'unsure';
  if (told.some((fact) => isSame(fact, shown))) return 'told';
  if (chosen === undefined) return 'weaker';
  return facts.trusted.includes(chosen) ? 'unshown' : 'doubtful';
}

const isSame = (a: Pick<ExplainedFact, 'kind' | 'text'>, b: Pick<ExplainedFact, 'kind' | 'text'>): boolean =>
  a.kind === b.kind && a.text === b.text;

const isFrom = (fact: FoundFact, { hit }: Quote, { kind, start, end }: Candidate): boolean =>
  fact.kind === kind && fact.start === start && fact.end === end && fact.quote.hit.article === hit.article;
