/** What the sentences that were read say of one another. */
import type { Candidate } from '../facts/candidate.ts';
import { type Description, descriptionFactor } from '../facts/who/people.ts';
import type { Question } from '../question/question.ts';
import type { Texts } from '../retrieval/texts.ts';
import type { FactKind } from '../types.ts';
import type { Sentence } from './sentences.ts';

/** Gives each sentence what others say of its people, and how its candidates compare with theirs. */
export const compareSentences = (
  texts: Texts,
  question: Question,
  sentences: readonly Sentence[],
): Sentence[] => compareCandidates(question, shareDescriptions(texts, sentences));

/** What another sentence says of a person counts this much where they are named alone. */
const SAID_ELSEWHERE = 0.7;

/** An article says once what a person is and often only names them later: 李雪华和杨宝田代表双方签署. */
function shareDescriptions(texts: Texts, sentences: readonly Sentence[]): Sentence[] {
  const best = new Map<string, Description>();
  const keyOf = ({ hit }: Sentence, { start, end }: Candidate): string =>
    `${hit.article} ${texts.article(hit.article).text.slice(start, end)}`;
  for (const sentence of sentences)
    for (const candidate of sentence.candidates) {
      if (!candidate.description) continue;
      const key = keyOf(sentence, candidate);
      const { weight, fits, organisation } = candidate.description;
      const known = best.get(key) ?? { weight, fits, organisation };
      best.set(key, {
        weight: Math.max(weight, known.weight),
        fits: Math.max(fits, known.fits),
        organisation: Math.max(organisation, known.organisation),
      });
    }
  return sentences.map((sentence) => ({
    ...sentence,
    candidates: sentence.candidates.map((candidate) => {
      const { description, score } = candidate;
      if (!description) return candidate;
      const known = best.get(keyOf(sentence, candidate))!;
      const more = Math.max(0, SAID_ELSEWHERE * known.weight - description.weight);
      const factor = descriptionFactor(known);
      const regained = factor / descriptionFactor(description);
      return {
        ...candidate,
        score: regained * score + factor * description.factor * more,
        description: { ...description, fits: known.fits, organisation: known.organisation },
      };
    }),
  }));
}

/** Tells each sentence how its best candidates compare with those of the others, each by its passage's score. */
function compareCandidates(question: Question, sentences: readonly Sentence[]): Sentence[] {
  const bestOf = (kind: FactKind, { candidates, features: { passage } }: Sentence): number =>
    passage * Math.max(0, ...candidates.filter((one) => one.kind === kind).map(({ score }) => score));
  const best = new Map(
    question.kinds.map((kind) => [kind, Math.max(...sentences.map((sentence) => bestOf(kind, sentence)))]),
  );
  return sentences.map((sentence) => {
    const shares = question.kinds.map((kind) => bestOf(kind, sentence) / (best.get(kind) || 1));
    const candidate = shares.reduce((a, b) => a + b, 0) / shares.length;
    return { ...sentence, features: { ...sentence.features, candidate } };
  });
}
