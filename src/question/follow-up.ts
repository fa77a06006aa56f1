/** Questions that go on from what was asked before: "and when?", 那是什么时候？, "what about the mill?" */
import { LANGUAGES, rulesOf } from '../rules/languages.ts';
import { fitter } from '../rules/rule.ts';
import type { GoingOn } from '../rules/talk.ts';
import { countHan, latinWords } from '../text/characters.ts';
import { findDates } from '../text/find-dates.ts';
import { normalize, normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import { tagWords } from '../text/words.ts';
import { withoutQuestionWords } from './focus.ts';
import { kindsOf } from './kinds.ts';
import { languageOf } from './language.ts';
import { END, isAsking, ownWords, splitComparison, splitQuestion } from './parts.ts';
import { withoutDates } from './period.ts';
import { MAX_QUESTION_CHARACTERS, type Question, readQuestion } from './question.ts';
import { subjectOf, withSubject } from './subject.ts';

/** A question of no more words than this, question words aside, cannot stand alone. */
const FEW_WORDS = 2;

/**
 * Reads a question that may follow another, and that may be made of several. Where it names nothing itself and is short or
 * points back, the words of the one before are added to its own; what it asks for stays its own. A part takes over from the
 * part before it in the same way. `around` as in {@link readQuestion}.
 */
export function readFollowUp(
  text: string,
  before: string | undefined,
  today?: string,
  around?: string | null,
): Question | null {
  const read: Read = (words) => readQuestion(words, today, around);
  const texts = splitQuestion(text);
  const compared = texts.length === 0 ? splitComparison(text) : [];
  const talk = before === undefined ? null : readTalk(read, before);
  const whole = texts.length === 0 ? readAfter(read, text, talk, false) : read(text);
  const parts: Question[] = [];
  for (const part of texts) {
    // Most parts are about what the first is about; "it" is what was named last.
    const last = goingOn(part).way === 'points' ? parts.at(-1) : parts[0];
    const one = readAfter(read, part, last ?? talk, parts.length > 0);
    if (one !== null) parts.push(one);
  }
  for (const { one, about } of compared) {
    const asked = read(`${one} ${about}`);
    if (asked !== null) parts.push({ ...asked, written: one, own: read(one)?.own ?? asked.own });
  }
  if (whole && parts.length > 1) return { ...whole, parts, compares: compared.length > 0 };
  const one = whole ?? parts[0] ?? null;
  return one && one.otherwise === null && one.wantsNewest && one.kinds.includes('when')
    ? { ...one, own: new Map(), otherwise: withoutDay(one) }
    : one;
}

/** When the latest came may be told by the day of its article alone: where no day is told, the article is looked for. */
const withoutDay = (question: Question): Question => {
  const kinds = question.kinds.filter((kind) => kind !== 'when');
  return { ...question, kinds: kinds.length > 0 ? kinds : ['what'] };
};

/** Reads words as a question of its own, on the day on which it is asked. */
type Read = (words: string) => Question | null;

/** Where one question of a talk ends. */
const TURN = /\n+|(?<=[?？])\s*/u;

/** The last question of a talk, with what it takes over from those before it: a new subject leaves them behind. */
function readTalk(read: Read, talk: string): Question | null {
  let last: Question | null = null;
  for (const turn of talk.split(TURN)) last = readAfter(read, turn, last, false) ?? last;
  return last;
}

/** @param isPart whether `previous` is a part of the same question, which speaks of the same thing more often than not */
function readAfter(read: Read, text: string, previous: Question | null, isPart: boolean): Question | null {
  const question = read(text);
  if (previous === null) return question;
  const { way, other } = goingOn(text);
  if (way === 'says all' && !isPart && question !== null)
    return { ...question, otherwise: takeOver(read, question, previous, text) };
  if (way === 'instead') return insteadOf(read, question, previous, other!, text) ?? question;
  const isShort = countWords(withoutQuestionWords(text)) <= FEW_WORDS;
  const isNamed = (question?.names.length ?? 0) > 0;
  const needsSubject = isNamed ? way !== null && isShort : way !== null || isShort || isPart;
  if (question !== null && (!needsSubject || (way !== 'points' && namesAnew(question, previous))))
    return question;
  const taken = takeOver(read, question, previous, text);
  const standsAlone =
    question !== null && way !== 'points' && subjectOf(normalize(text), question.language) !== null;
  // It may be about something new: only what has all its words is taken for an answer to it with the subject before.
  return standsAlone && taken !== null
    ? { ...taken, intent: question.intent, otherwise: question }
    : (taken ?? question);
}

/** Whether a question says again what the one before was about: it needs nothing of it. */
function namesAnew({ text, language }: Question, previous: Question): boolean {
  const subject = subjectOf(normalize(text), language);
  const said = new Set(ownWords(normalize(previous.text)));
  return subject !== null && ownWords(subject).some((word) => /\P{Script=Han}/u.test(word) && said.has(word));
}

/** How a text goes on, by the first rule that says so; `other` is what takes the place of the subject. */
function goingOn(text: string): { readonly way: GoingOn | null; readonly other?: string } {
  const folded = normalizeWithOrigin(text.replace(END, ''));
  for (const { pattern, means } of rulesOf(languageOf(text)).talk.goingOn) {
    const match = new RegExp(pattern, `${pattern.flags}d`).exec(folded.text);
    if (match === null) continue;
    const other = match.indices?.groups?.other;
    if (other === undefined) return { way: means };
    const { start, end } = originalSpan(folded, ...other);
    return { way: means, other: text.slice(start, end) };
  }
  return { way: null };
}

const OF_DATES = LANGUAGES.flatMap(({ talk }) => talk.ofDates);
const saysOnlyDates = (other: string): boolean =>
  OF_DATES.reduce((left, { pattern }) => left.replace(pattern, ''), withoutDates(other)).trim() === '';

/** What adds a circumstance instead of another subject: "and on Sundays?", 那周末呢. */
const addsCircumstance = fitter(LANGUAGES.flatMap(({ talk }) => talk.circumstances));
const isCircumstance = (other: string): boolean =>
  addsCircumstance(other) || tagWords(other).every(({ tag }) => tag === 't');

/** The question before with another subject or time: "and the mill?", "and in 2024?" */
function insteadOf(
  read: Read,
  question: Question | null,
  previous: Question,
  other: string,
  text: string,
): Question | null {
  const base = findDates(normalize(other)).length > 0 ? withoutDates(previous.text) : previous.text;
  const added = isCircumstance(other) || saysOnlyDates(other);
  const replaced = added ? `${base.replace(END, '')} ${other}` : withSubject(base, other, previous.language);
  const taken = takeOver(read, question, previous, text);
  const otherwise = added || taken === null ? question : { ...taken, otherwise: question };
  const asked = replaced === null ? null : read(replaced);
  if (asked === null) return otherwise;
  const { language } = question ?? previous;
  return {
    ...asked,
    written: text,
    intent: 'follow-up',
    language,
    kinds: previous.kinds,
    own: question?.own ?? asked.own,
    otherwise,
  };
}

function takeOver(read: Read, question: Question | null, previous: Question, text: string): Question | null {
  const subject = withoutQuestionWords(
    findDates(normalize(text)).length > 0 ? withoutDates(previous.text) : previous.text,
  );
  // What is asked now counts before what it takes over.
  const room = Math.max(0, MAX_QUESTION_CHARACTERS - [...text].length - 1);
  const joined = read(`${[...subject].slice(0, room).join('')} ${text}`);
  if (joined === null) return null;
  const { language } = question ?? previous;
  const asks = question !== null && isAsking(normalize(text), question.language);
  const alone = kindsOf(normalize(text), []);
  const kinds = asks
    ? question.kinds
    : !alone.includes('what')
      ? alone
      : joined.kinds.includes('what')
        ? previous.kinds
        : joined.kinds;
  const asked = asks ? { ways: question.ways, expects: question.expects } : {};
  return {
    ...joined,
    ...asked,
    written: text,
    intent: 'follow-up',
    language,
    kinds,
    own: question?.own ?? joined.own,
  };
}

/** Words that say something; two Chinese characters are about one. */
const countWords = (text: string): number =>
  countHan(text) / 2 + latinWords(text).filter((word) => !ENGLISH_STOP_WORDS.has(word.toLowerCase())).length;
