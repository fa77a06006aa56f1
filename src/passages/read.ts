/** Articles and passages as what answers a question reads them: each text is analysed when that is first asked for, once. */
import type { Source } from '../answer-types.ts';
import { findNames, type Name } from '../names/names.ts';
import { findPlaces, type Place } from '../names/places.ts';
import { passageTerms } from '../text/analyze.ts';
import { type CutText, cutText } from '../text/cut-text.ts';
import { type ResolvedDate, resolveDates } from '../text/dates.ts';
import { type LocatedWord, locateWords } from '../text/locate.ts';
import { trimSpan } from '../text/sentences.ts';
import type { Article, Passage, Span, Terms } from '../types.ts';
import type { Cut } from './cut.ts';
import { blockOf, layOutPassage, TOP, unitsOf } from './passage.ts';

export interface ReadArticle extends Article {
  /** True where it is more than paragraphs one after the other. */
  readonly isStructured: boolean;
  /** Its title, cut into words. */
  readonly heading: CutText;
  /** Days that it names, counted from its own day, or near the typical day of the corpus where it has none. */
  readonly dates: readonly ResolvedDate[];
}

export interface ReadPassage extends Passage {
  readonly text: string;
  /** Sentences, rows, steps and listings, spans into `text`, in order. */
  readonly units: readonly Span[];
  /** The units, but for the head of a table that is repeated above its part. */
  readonly sentences: readonly ReadSentence[];
  readonly terms: Terms;
  /** Its text, cut into words. */
  readonly cut: CutText;
  /** Of the title of its article and the heading above it. */
  readonly headingTerms: Terms;
}

/** A sentence, row, step or listing; the span is of the text of its article, without white space at either end. */
export interface ReadSentence extends Span, SaidText {
  /** Its place among the units of its passage. */
  readonly unit: number;
  /** Its text, cut into words. */
  readonly cut: CutText;
}

/** A text with what stands in it, as offsets into it. */
export interface SaidText {
  readonly text: string;
  readonly words: readonly LocatedWord[];
  readonly names: readonly Name[];
  readonly places: readonly Place[];
}

/** @param typicalDate a day that stands for the corpus, or null */
export function readArticle(article: Article, typicalDate: string | null): ReadArticle {
  const { title, text, date, structure } = article;
  const heading = once(() => cutText(title));
  const dates = once(() => resolveDates(text, date, typicalDate));
  return {
    ...article,
    isStructured: structure !== undefined,
    get heading() {
      return heading();
    },
    get dates() {
      return dates();
    },
  };
}

/**
 * @param place in the article, from 1
 * @param cut where it was cut out of the article
 */
export function readPassage(article: ReadArticle, place: number, cut: Cut): ReadPassage {
  const { title, date } = article;
  const { start, end, kind } = cut;
  const layout = layOutPassage(article, cut);
  const { text } = layout;
  const section = article.structure?.sections[cut.section] ?? TOP;
  const units = once(() => unitsOf(layout));
  const blocks = once(() => layout.blocks.map((block) => blockOf(text, block)));
  const sentences = once(() => sentencesOf(article, { start, end }, end - text.length, units()));
  const terms = once(() => passageTerms(text, date));
  const wordsCut = once(() => cutText(text));
  const headingTerms = once(() => passageTerms(`${title}\n${section.headings.at(-1) ?? ''}`, date));
  return {
    id: `${article.id}#${place}`,
    ...{ span: { start, end }, kind, section, text },
    get blocks() {
      return blocks();
    },
    get units() {
      return units();
    },
    get sentences() {
      return sentences();
    },
    get terms() {
      return terms();
    },
    get cut() {
      return wordsCut();
    },
    get headingTerms() {
      return headingTerms();
    },
  };
}

/** @param from where the text of the passage would begin in the article, were a repeated head a part of it there */
function sentencesOf({ text }: Article, passage: Span, from: number, units: readonly Span[]): ReadSentence[] {
  return units
    .map((unit, i) => ({ unit: i, ...trimSpan(text, { start: from + unit.start, end: from + unit.end }) }))
    .filter(({ start, end }) => start >= passage.start && end > start)
    .map(({ unit, start, end }) => {
      const own = text.slice(start, end);
      const cut = once(() => cutText(own));
      return Object.defineProperties(saidText(own, cut), {
        ...Object.getOwnPropertyDescriptors({ unit, start, end }),
        cut: { get: cut, enumerable: true },
      }) as ReadSentence;
    });
}

export function saidText(text: string, cut: () => CutText = () => cutText(text)): SaidText {
  const words = once(() => locateWords(cut()));
  const names = once(() => findNames(text));
  const places = once(() => findPlaces(text));
  return {
    text,
    get words() {
      return words();
    },
    get names() {
      return names();
    },
    get places() {
      return places();
    },
  };
}

/** What is shown of an article. */
export const sourceOf = ({ id, title, date, url }: Source): Source => ({ id, title, date, url });

/** An article as a list of all has it, with what tells who sees it. */
export interface ListedArticle extends Source, Partial<Pick<Article, 'source' | 'server'>> {
  /** Of its sections, in order, without those above them; the first {@link MAX_LISTED_HEADINGS}. */
  readonly headings?: readonly string[];
}

/** What a long handbook is about is told by fewer. */
const MAX_LISTED_HEADINGS = 30;

export function listedOf(article: Article): ListedArticle {
  const { source, server, structure } = article;
  const headings = (structure?.sections ?? []).flatMap((section) => section.headings.at(-1) ?? []);
  return {
    ...{ ...sourceOf(article), source },
    ...(server !== undefined && { server }),
    ...(headings.length > 0 && { headings: [...new Set(headings)].slice(0, MAX_LISTED_HEADINGS) }),
  };
}

/** What it gives the first time is kept. */
export function once<T extends object>(read: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= read();
    return known;
  };
}
