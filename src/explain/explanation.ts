/** Why an answer is what it is, as plain data. */
import type { Answer } from '../answer-types.ts';
import type { ConfidenceFeatures, FactFeatures } from '../evidence/features.ts';
import type { FusionFeatures } from '../retrieval/fuse.ts';
import type { FactKind, Language, Period } from '../types.ts';

/** One of the values that a sum is made of: it adds its value times its weight. */
export interface Feature<Name extends string = string> {
  readonly name: Name;
  readonly value: number;
  readonly weight: number;
}

/** Place in a ranking, from 1, null where it has none; and what it is ranked by. */
export interface Ranked {
  readonly rank: number | null;
  readonly score: number;
}

/** A passage that either leg puts among its first, or that is quoted. */
export interface ExplainedPassage {
  readonly id: string;
  /** Id and title of its article. */
  readonly article: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly anchor: string | null;
  /** Its first characters. */
  readonly beginning: string;
  /** By the same words: BM25. */
  readonly keyword: Ranked;
  /** By the same meaning: a cosine, in [-1, 1]. */
  readonly dense: Ranked;
  /** By both. */
  readonly both: Ranked;
  /** What `both` is the sum of, where nothing of the question favours or disfavours it. */
  readonly features: readonly Feature<keyof FusionFeatures>[];
  /** Place once sentences are read, from 1; null where its article has better ones, or is a reprint. */
  readonly final: number | null;
  readonly isQuoted: boolean;
}

/**
 * Why a fact is told or not: there are better ones of its kind (`weaker`), out of a guide it is probably wrong (`doubtful`), it is
 * not in what is quoted (`unshown`), is of another kind or unit than asked for (`misfit`), or nothing is sure enough (`unsure`).
 */
export type FactOutcome = 'told' | 'unshown' | 'doubtful' | 'weaker' | 'misfit' | 'unsure';

export interface ExplainedFact {
  readonly kind: FactKind;
  /** Verbatim from the article. */
  readonly text: string;
  readonly date?: string;
  readonly passage: string;
  readonly outcome: FactOutcome;
  /** How well it fits beside the best of its kind, in [0, 1]. */
  readonly share: number;
  /** Of a fact out of a guide that was chosen: how probably it is right. */
  readonly probability?: Probability<keyof FactFeatures>;
}

/** A probability, and what is needed. */
export interface Probability<Name extends string> {
  readonly value: number;
  readonly threshold: number;
  /** `value` less `threshold`. */
  readonly distance: number;
  /** What adds to the sum beside the features; a logistic curve makes the value of it. */
  readonly bias: number;
  readonly features: readonly Feature<Name>[];
}

/** One thing that was looked up: the question, a part of it, or one way to mean it. */
export interface Lookup {
  /** As it was looked up, with what it takes over from the talk before. */
  readonly question: string;
  readonly language: Language;
  readonly kinds: readonly FactKind[];
  /** Days that its words limit it to. */
  readonly period: Period | null;
  /** How sure the answer to it is. */
  readonly confidence: Probability<keyof ConfidenceFeatures>;
  /** True where nothing is there of what is asked for: its confidence is 0 then, whatever the features. */
  readonly isLacking: boolean;
  /** Best by both first. */
  readonly passages: readonly ExplainedPassage[];
  /** Considered in the quotes, those told first. */
  readonly facts: readonly ExplainedFact[];
}

export interface ExplainedAnswer extends Answer {
  /** In the order in which they were looked up; none for small talk and for what asks about the collection. */
  readonly explanation: readonly Lookup[];
}
