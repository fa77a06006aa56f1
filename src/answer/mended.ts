/** Reads a question with its typing errors mended by the words of the articles, and says so. */
import { type Mended, mendTyping, type Vocabulary } from '../question/talk/typing-errors.ts';
import type { Corpus } from '../retrieval/corpus.ts';
import { stem } from '../text/stems.ts';
import type { AnswerBody } from './parts.ts';
import { SAYINGS } from './sayings.ts';

/** Words that stand in Latin letters in a text. */
const WRITTEN = 'e:';

export const mendByCorpus = (corpus: Corpus, text: string): Promise<Mended> =>
  mendTyping(text, vocabularyOf(corpus));

const vocabularyOf = (corpus: Corpus): Vocabulary => ({
  has: corpus.has,
  beginningWith: async (letters) =>
    (await corpus.termsFrom(WRITTEN + letters)).map((term) => term.slice(WRITTEN.length)),
  spellingOf: async (root) => {
    const words = (await corpus.textWith(WRITTEN + root))?.match(/\p{Script=Latin}+/gu) ?? [];
    return words.find((word) => stem(word.toLowerCase()) === root) ?? null;
  },
});

/** An answer, with what the question was taken to mean. */
export function tellMended(body: AnswerBody, { words }: Mended): AnswerBody {
  if (body.answer === null) return body;
  if (words.length === 0) return body;
  const reading = words.map(({ written, meant }) => SAYINGS[body.language].mended(written, meant)).join('');
  return { ...body, answer: body.answer + reading, reading };
}
