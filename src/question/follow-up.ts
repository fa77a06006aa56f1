/** Short questions that take over the subject of the one before: "and when?", 那是什么时候？ */
import { countHan, latinWords } from '../text/characters.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import { withoutQuestionWords } from './focus.ts';
import { type Question, readQuestion } from './question.ts';

/** Words that point back to what was asked before. */
const POINTS_BACK =
  /^(?:and|but|then|what about|how about|那|那么|还有|另外)|\b(?:it|they|them|he|she|that|those|there|its|their)\b|[他她它]们?|[那这](?:个|次|份|是|天|里)|呢[？?]?$/iu;
/** A question of no more words than this, question words aside, cannot stand alone. */
const FEW_WORDS = 2;

/**
 * Reads a question that may follow another: where it names nothing itself and is short or points back, the words of
 * the one before are added to its own. What it asks for stays its own. `around` as in {@link readQuestion}.
 */
export function readFollowUp(
  text: string,
  before: string | undefined,
  today?: string,
  around?: string | null,
): Question | null {
  const question = readQuestion(text, today, around);
  const previous = before === undefined ? null : readQuestion(before, today, around);
  if (previous === null || (question !== null && !needsSubject(question))) return question;
  const joined = readQuestion(`${withoutQuestionWords(previous.text)} ${text}`, today, around);
  if (joined === null) return question;
  const { kinds } = joined.kinds.includes('what') ? previous : joined;
  return { ...joined, language: (question ?? previous).language, kinds };
}

function needsSubject({ text, names }: Question): boolean {
  const pointsBack = POINTS_BACK.test(text.trim());
  const isShort = countWords(withoutQuestionWords(text)) <= FEW_WORDS;
  return names.length > 0 ? pointsBack && isShort : pointsBack || isShort;
}

/** Words that say something; two Chinese characters are about one. */
const countWords = (text: string): number =>
  countHan(text) / 2 + latinWords(text).filter((word) => !ENGLISH_STOP_WORDS.has(word.toLowerCase())).length;
