/** What a language model is given to write from: numbered passages, without what in them is not for readers. */
import type { Answer, CitedPassage } from '../answer-types.ts';
import { LANGUAGES } from '../rules/languages.ts';
import { type OrderRule, ROLE_MARKS } from '../rules/orders.ts';
import { normalize } from '../text/normalize.ts';
import { splitIntoSentences } from '../text/sentences.ts';
import type { Block } from '../types.ts';

export interface NumberedPassage extends CitedPassage {
  /** Its blocks, a line or more each. */
  readonly text: string;
}

/** More than this and a small model loses what was asked; the quotes are at most three a part. */
const MAX_PASSAGES = 6;
/** Twice what a passage is cut to; long code and tables have more. */
const MAX_CHARACTERS = 1_200;

const ORDERS: readonly OrderRule[] = [...ROLE_MARKS, ...LANGUAGES.flatMap(({ orders }) => orders)];

/** Passages that are quoted, then others of the same articles by rank; of each what is left once orders to programs are taken out. */
export function numberPassages({ evidence, passages }: Answer): NumberedPassage[] {
  const quoted = evidence.map(({ article, passage, headings, anchor, blocks }) => {
    const found = passages.find(({ id }) => id === passage);
    return { article, passage, headings, anchor, blocks: found?.blocks ?? blocks };
  });
  const others = passages.flatMap(({ article: from, id: passage, headings, anchor, blocks }) => {
    const article = quoted.find((one) => one.article.id === from)?.article;
    return article === undefined ? [] : [{ article, passage, headings, anchor, blocks }];
  });
  const chosen = new Map<string, (typeof quoted)[number]>();
  for (const one of [...quoted, ...others])
    if (chosen.size < MAX_PASSAGES && !chosen.has(one.passage)) chosen.set(one.passage, one);
  return [...chosen.values()]
    .filter(({ article, headings }) => ![article.title, ...headings].some(calls))
    .map(({ blocks, article, headings, ...place }) => ({
      ...place,
      article: { ...article, title: withoutOrders(article.title) },
      headings: headings.map(withoutOrders).filter((heading) => heading !== ''),
      text: withoutOrdersIn(blocks).slice(0, MAX_CHARACTERS).trimEnd(),
    }))
    .filter(({ text }) => text !== '')
    .map((one, place) => ({ ...one, number: place + 1 }));
}

/** A block that begins by calling a program takes with it what follows in the passage. */
function withoutOrdersIn(blocks: readonly Block[]): string {
  const called = blocks.findIndex(({ text }) => calls(text) && withoutOrders(text) === '');
  return blocks
    .slice(0, called < 0 ? blocks.length : called)
    .map(({ text }) => withoutOrders(text))
    .filter((text) => text !== '')
    .join('\n');
}

/** What of a text is for readers: without characters that nobody sees, comments of markup, and orders to programs. */
function withoutOrders(text: string): string {
  let kept = '';
  let announces = false;
  for (const sentence of sentencesOf(text)) {
    const order = orderIn(sentence);
    // What follows in the block goes with it.
    if (order === 'call') break;
    if (order === null && !announces) kept += sentence;
    // Or the end of a sentence stands within an address.
    announces = order !== null && /[:：]\s*$|[!?]$/u.test(sentence);
  }
  return kept.trim();
}

const calls = (text: string): boolean => sentencesOf(text).some((sentence) => orderIn(sentence) === 'call');

function sentencesOf(text: string): string[] {
  // The mark of a picture ends no sentence.
  const seen = text.replace(COMMENTS, ' ').replace(UNSEEN, '').replaceAll('![', '[');
  return splitIntoSentences(seen).map(({ start, end }) => seen.slice(start, end));
}

const COMMENTS = /<!--[\s\S]*?(?:-->|$)/gu;
/** Of no width, or of the block of tags; joiners of emoji go, too, which changes no word. */
export const UNSEEN =
  /(?![\n\t])(?:[\p{Cf}\p{Cc}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0]|\p{Variation_Selector})/gu;

/** A long sentence is looked at in its beginning: orders that are hidden behind more than that are cut with the passage. */
const MAX_SENTENCE = 4_000;

function orderIn(sentence: string): OrderRule['means'] | null {
  const folded = normalize(sentence.slice(0, MAX_SENTENCE))
    .replace(ADDRESS, 'url')
    .replace(/\s+/g, ' ')
    .trim();
  return ORDERS.find(({ pattern }) => pattern.test(folded))?.means ?? null;
}

/** Its marks would end the clause that it stands in. */
const ADDRESS = /\bhttps?:\/\/[^\s"'<>）)]+/gu;
