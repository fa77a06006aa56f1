/** The nouns of articles and questions. Everything imports downwards to this file; it imports nothing. */

/** Languages that questions and answers come in. */
export type Language = 'zh' | 'en';

/** A half-open range [start, end) of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a block is: a paragraph, an entry of a list or step, code, a table, or who wrote what follows and when. */
export type BlockKind = 'text' | 'item' | 'code' | 'table' | 'byline';

interface AnyBlock {
  readonly kind: BlockKind;
  /** As a person reads it: no mark of Markdown, no line breaks but those of code and between rows. */
  readonly text: string;
  /** Lists that it stands in: 0 outside, 1 for an item of a list and what belongs to it. */
  readonly depth: number;
}

interface TextBlock extends AnyBlock {
  readonly kind: 'text' | 'byline';
}

export interface ItemBlock extends AnyBlock {
  readonly kind: 'item';
  /** Of a step, as the author counted; null in a list without numbers. */
  readonly number: number | null;
}

interface CodeBlock extends AnyBlock {
  readonly kind: 'code';
  /** As the author named it; null where it is not named. */
  readonly language: string | null;
}

/** `text` has a row a line, the head first, and a tab between cells; no cell holds either. */
export interface TableBlock extends AnyBlock {
  readonly kind: 'table';
  /** Names of the columns; null where the table has none. */
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

/** A piece of an article, as data: each way of showing it turns it into what its reader sees. */
export type Block = TextBlock | ItemBlock | CodeBlock | TableBlock;

/** What stands under one heading of an article, up to the next. */
export interface Section {
  /** The headings above it, outermost first, its own last; without the title of the article. */
  readonly headings: readonly string[];
  /** Name of its place in the page, for a link; null above the first heading. */
  readonly anchor: string | null;
  /** True where the heading asks and what follows answers. */
  readonly isQuestion: boolean;
}

/** A block as an article keeps it: its text is `Article.text` from `start` to `end`. */
export interface BlockSpan extends Span {
  readonly kind: BlockKind;
  /** Number of its section, from 0. */
  readonly section: number;
  readonly depth: number;
  readonly number?: number;
  readonly language?: string;
  /** False for a table without names of columns. */
  readonly hasHead?: boolean;
}

/** How an article is laid out. */
export interface Structure {
  readonly sections: readonly Section[];
  /** In the order of the text, without overlap; what lies between them are headings and line ends. */
  readonly blocks: readonly BlockSpan[];
}

/** One news item, guide, thread or page of the corpus, as its author wrote it. */
export interface Article {
  /** Path without its ending, or the `id` of a JSON line, behind `servers/<id>/` where one server alone sees it; unique in a corpus. */
  readonly id: string;
  readonly title: string;
  /** Day of publication, or of the last change where the article says so, `YYYY-MM-DD`; null where it tells neither. */
  readonly date: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** Plain text, a block a paragraph: lines ended by a line feed. */
  readonly text: string;
  /** Missing where the text is nothing but paragraphs, a line each. */
  readonly structure?: Structure;
  /** Path of the file it was read from. */
  readonly file?: string;
  /** Id of the server that alone sees it; missing where all do. */
  readonly server?: string;
}

/** What most of a passage is. */
export type PassageKind = 'prose' | 'steps' | 'code' | 'table' | 'question-and-answer' | 'message';

/** Blocks under one heading of an article, or whole sentences of one; `span` points into `Article.text`. */
export interface Passage {
  /** `<article id>#<place in the article, from 1>`. */
  readonly id: string;
  readonly span: Span;
  readonly kind: PassageKind;
  readonly section: Section;
  /** Its text: blocks joined by line ends. A part of a table has the head of the table. */
  readonly blocks: readonly Block[];
}

/** What an index is asked: term to weight, weights above 0. */
export type Terms = ReadonlyMap<string, number>;

/** Of each way to say a word the terms; what says it so has all of them. */
export type WaysToSay = readonly (readonly string[])[];

/** A word of a question and how texts may say it. */
export interface ContentWord {
  readonly ways: WaysToSay;
  /** What a written-out form begins with: people ask for perms and config; null where that tells nothing. */
  readonly beginning: string | null;
  /** Whether it is the name of something: a word of no dictionary in a Chinese question, one with a capital in another. */
  readonly isName: boolean;
  readonly isChineseVerb: boolean;
}

/** Kinds of fact that a question can ask for. */
export type FactKind = 'who' | 'when' | 'where' | 'number' | 'what';

/** Days between which an article was published, both included, `YYYY-MM-DD`; null where there is no bound. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}
