/** The nouns of answers. */
import type { Block, FactKind, Language, PassageKind } from './types.ts';

/** A short answer that stands in the text. */
export interface Fact {
  readonly kind: FactKind;
  /** Verbatim from the article. */
  readonly text: string;
  /** Reading for a person who does not read the article's language: a known name, a gloss or pinyin. */
  readonly gloss?: string;
  /** For `when`: the day, month or year meant, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; of what lasts longer the first. */
  readonly date?: string;
  /** The last day, month or year of what lasts longer: of a range, a week, a quarter. */
  readonly until?: string;
  /** Id of the passage it stands in. */
  readonly passage: string;
  /** Articles that tell it, the one of `passage` first, then the newer first. */
  readonly sources: readonly Source[];
}

/** What is shown of the article that a quote is from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
}

/** A quote that supports the answer. */
export interface Evidence {
  readonly article: Source;
  /** Reprints of the same article. */
  readonly alsoIn: readonly Source[];
  /** Id of the passage that the quote is from. */
  readonly passage: string;
  /** The headings above it, outermost first, without the title of the article. */
  readonly headings: readonly string[];
  /** Name of its place in the page, for a link behind the address of the article; null at its beginning. */
  readonly anchor: string | null;
  readonly kind: PassageKind;
  /** Verbatim: two sentences where they tell a fact, else whole blocks; the texts of `blocks`, joined by line ends. */
  readonly quote: string;
  /** The quote as data. */
  readonly blocks: readonly Block[];
  /** Half-open ranges of UTF-16 offsets into `quote` that answer the question, or say which day 当天 is. */
  readonly highlights: readonly (readonly [number, number])[];
}

/** A passage that was found, and how each leg ranked it. */
export interface FoundPassage {
  readonly id: string;
  /** Id of its article. */
  readonly article: string;
  /** From 1. */
  readonly rank: number;
  readonly score: number;
  readonly keywordRank: number | null;
  readonly denseRank: number | null;
  readonly headings: readonly string[];
  readonly anchor: string | null;
  readonly kind: PassageKind;
  /** The texts of `blocks`, joined by line ends. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What somebody who writes wants. */
export type Intent =
  | 'question'
  | 'follow-up'
  | 'about-the-collection'
  | 'about-the-bot'
  | 'greeting'
  | 'thanks'
  | 'small-talk';

/** What is done for a question, in this order: passages are found, then their sentences read and judged. */
export type Stage = 'searching' | 'reading';

/** A passage that a language model wrote from; what it wrote refers to it by its number. */
export interface CitedPassage {
  /** From 1. */
  readonly number: number;
  readonly article: Source;
  readonly passage: string;
  /** The headings above it, outermost first, without the title of the article. */
  readonly headings: readonly string[];
  readonly anchor: string | null;
}

/** What a language model wrote from the evidence, and what is left of it once it is checked. */
export interface Written {
  /** Name of the model. */
  readonly model: string;
  /** False where it says that the passages do not tell; nothing else is written then. */
  readonly tells: boolean;
  /** Statements, each with the numbers of the passages that tell it behind it, as [1]. */
  readonly blocks: readonly Block[];
  /** Those that are referred to, by their numbers. */
  readonly sources: readonly CitedPassage[];
}

/** The answer to a question, with its evidence. */
export interface Answer {
  readonly question: string;
  /** Name of the build of the index that it was answered from. */
  readonly index: string;
  /** Kinds of which articles tell different facts; those facts then stand one an article, the newest first. */
  readonly disputed: readonly FactKind[];
  readonly language: Language;
  readonly intent: Intent;
  /** `chat` for what asks nothing of the articles: a line is said, without evidence. */
  readonly status: 'answered' | 'unanswered' | 'chat';
  /** Probability, in [0, 1], that the evidence answers the question; 0 where there is none. */
  readonly confidence: number;
  /** One sentence in the question's language, or null where the corpus does not tell. */
  readonly answer: string | null;
  /** How a typing error was read, where there was one: the end of `answer`. */
  readonly reading?: string;
  /** Best first. */
  readonly facts: readonly Fact[];
  /** Best first; empty where the corpus does not tell. */
  readonly evidence: readonly Evidence[];
  /** Best first. */
  readonly passages: readonly FoundPassage[];
  /** Titles of the closest articles, best first. */
  readonly closest: readonly string[];
  /** Where the collection itself is asked about: those listed, the newest or best first; `answer` says how many more there are. */
  readonly articles?: readonly Source[];
  /** Of a question of several parts each part's own answer, in its order; the fields above then hold all of them. */
  readonly parts?: readonly AnswerPart[];
  /** Where a language model is set and wrote something that holds: shown in place of `answer` and the facts, above the evidence. */
  readonly written?: Written;
  readonly elapsedMs: number;
}

/** The answer to one part of a question. */
export type AnswerPart = Omit<
  Answer,
  'index' | 'intent' | 'passages' | 'articles' | 'parts' | 'written' | 'elapsedMs'
>;
