/** Reads a question with its typing errors mended by the words of the index, and says so. */
import type { OpenIndex } from '../index/open.ts';
import { type Mended, mendTyping, type Vocabulary } from '../question/talk/typing-errors.ts';
import { stem } from '../text/stems.ts';
import type { Language } from '../types.ts';
import type { Told } from './parts.ts';

/** Words that stand in Latin letters in a text. */
const WRITTEN = 'e:';

export const mendByIndex = (index: OpenIndex, text: string): Mended => mendTyping(text, vocabularyOf(index));

const vocabularyOf = (index: OpenIndex): Vocabulary => ({
  has: (root) => index.keywords.frequency(root) > 0,
  beginningWith: (letters) =>
    index.keywords.termsFrom(WRITTEN + letters).map((term) => term.slice(WRITTEN.length)),
  spellingOf: (root) => {
    const passage = index.keywords.scores(new Map([[WRITTEN + root, 1]])).findIndex((score) => score > 0);
    if (passage < 0) return null;
    const { title } = index.article(index.articleOf(passage));
    const words = `${index.passageText(passage)} ${title}`.match(/\p{Script=Latin}+/gu) ?? [];
    return words.find((word) => stem(word.toLowerCase()) === root) ?? null;
  },
});

const SAID: Readonly<Record<Language, (written: string, meant: string) => string>> = {
  en: (written, meant) => ` (I read “${written}” as “${meant}”.)`,
  zh: (written, meant) => `（“${written}”按“${meant}”查找。）`,
};

/** What is told, with what the question was taken to mean. */
export function tellMended(told: Told, { words }: Mended): Told {
  if (told.answer === null) return told;
  const said = words.map(({ written, meant }) => SAID[told.language](written, meant));
  return { ...told, answer: told.answer + said.join('') };
}
