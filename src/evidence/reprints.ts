/** Which reprints of an article say what is quoted of it: pages of one mould are nearly the same, and tell of others. */
import type { Texts } from '../retrieval/texts.ts';
import { normalize } from '../text/normalize.ts';
import { splitIntoSentences } from '../text/sentences.ts';

const SHINGLE = 5;
/** Of a sentence a reprint may change a mark or a word; another name or number in it is another sentence. */
const SAME = 0.9;

/** Those of the articles that have each sentence of the quote, nearly letter by letter, with all its numbers. */
export function reprintsOfQuote(texts: Texts, articles: readonly number[], quote: string): number[] {
  if (articles.length === 0) return [];
  const sentences = splitIntoSentences(quote).map(({ start, end }) => quote.slice(start, end));
  return articles.filter((article) => {
    const text = texts.article(article).text;
    const [letters, numbers] = [lettersOf(text), new Set(numbersOf(text))];
    return sentences.every(
      (sentence) =>
        numbersOf(sentence).every((number) => numbers.has(number)) && stands(lettersOf(sentence), letters),
    );
  });
}

const lettersOf = (text: string): string => normalize(text).replace(/[^\p{L}\p{N}]+/gu, '');
const numbersOf = (text: string): string[] => normalize(text).match(/\d+/g) ?? [];

function stands(sentence: string, text: string): boolean {
  const count = Math.max(1, sentence.length - SHINGLE + 1);
  let found = 0;
  for (let i = 0; i < count; i++) if (text.includes(sentence.slice(i, i + SHINGLE))) found++;
  return found >= SAME * count;
}
