/** The answer to a question of several parts: each part's own, and all of them together. */
import type { Answer, AnswerPart, Evidence } from '../answer-types.ts';
import type { Question } from '../question/question.ts';
import { composeParts } from './compose.ts';

/** The answer to a question, whatever that is called and however long it took. */
export type AnswerBody = Omit<Answer, 'question' | 'index' | 'elapsedMs'>;

/** Quotes of one part: two tell a fact and what it is counted from, and four parts still fit on a screen. */
const MAX_QUOTES_OF_PART = 2;

/** Joins what is told of each part of a question, in their order. */
export function joinParts(
  { intent, language, parts: questions, compares }: Question,
  answers: readonly AnswerBody[],
): AnswerBody {
  const parts = answers.map((one, i) => partOf(questions[i]!.written, one));
  const answered = answers.filter(({ status }) => status === 'answered');
  const isAnswered = answered.length > 0;
  const passages = answers.flatMap((one) => one.passages);
  return {
    intent,
    language,
    status: isAnswered ? 'answered' : 'unanswered',
    confidence: Math.min(...(isAnswered ? answered : answers).map(({ confidence }) => confidence)),
    answer: isAnswered ? composeParts(parts, language, compares) : null,
    facts: parts.flatMap(({ facts }) => facts),
    disputed: [...new Set(parts.flatMap(({ disputed }) => disputed))],
    evidence: joinQuotes(parts.flatMap(({ evidence }) => evidence)),
    passages: passages
      .filter(({ id }, i) => passages.findIndex((other) => other.id === id) === i)
      .map((passage, i) => ({ ...passage, rank: i + 1 })),
    closest: [...new Set(parts.flatMap(({ closest }) => closest))],
    parts,
  };
}

function partOf(question: string, body: AnswerBody): AnswerPart {
  const { language, status, confidence, answer, facts, disputed, evidence, closest } = body;
  const proving = evidence.filter(({ highlights }, i) => i === 0 || highlights.length > 0);
  return {
    ...{ question, language, status, confidence, answer, facts, disputed, closest },
    evidence: proving.slice(0, MAX_QUOTES_OF_PART),
  };
}

/** Each quote once, with all that answers in it. */
function joinQuotes(evidence: readonly Evidence[]): Evidence[] {
  const joined = new Map<string, Evidence>();
  for (const one of evidence) {
    const key = `${one.passage} ${one.quote}`;
    const known = joined.get(key);
    const marks = new Map(
      [...(known?.highlights ?? []), ...one.highlights].map((mark) => [mark.join(), mark]),
    );
    joined.set(key, { ...one, highlights: [...marks.values()].sort((a, b) => a[0] - b[0] || b[1] - a[1]) });
  }
  return [...joined.values()];
}
