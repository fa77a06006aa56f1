/** Passages as the two legs find them, told as plain data. */
import type { Engine } from '../engine.ts';
import { type Limits, queryOf } from '../evidence/investigate.ts';
import type { Question } from '../question/question.ts';
import { fusionOf } from '../retrieval/fuse.ts';
import { rankByLegs } from '../retrieval/legs.ts';
import type { ExplainedPassage } from './explanation.ts';
import { featuresOf } from './features.ts';

/** What an answer did with a passage, by its number and id. */
export interface Used {
  readonly finalOf: (passage: number) => number | null;
  readonly isQuoted: (id: string) => boolean;
}

const BEGINNING = 200;

/** The first `most` by each leg and by both, best first. */
export async function tellPassages(
  engine: Engine,
  question: Question,
  limits: Limits,
  most: number,
  { finalOf, isQuoted }: Used,
): Promise<ExplainedPassage[]> {
  const { index, embedder } = engine;
  const query = await queryOf(engine, question, limits);
  const { ranked, facts } = await rankByLegs(index, fusionOf(embedder.model), query, most);
  const articles = new Set(ranked.map(({ passage }) => facts.articleOf(passage)));
  const read = await index.read(articles, [], []);
  return ranked.map(({ passage: number, rank, score, keyword, dense, features, weights }) => {
    const { id, section, text } = read.passage(number);
    const { id: article, title } = read.article(facts.articleOf(number));
    return {
      ...{ id, article, title, headings: section.headings, anchor: section.anchor },
      beginning: [...text].slice(0, BEGINNING).join(''),
      ...{ keyword, dense, both: { rank, score } },
      features: featuresOf(weights, features),
      final: finalOf(number),
      isQuoted: isQuoted(id),
    };
  });
}
