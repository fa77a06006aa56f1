/** A question of several parts, as the questions that it is made of: "who opened it, and what does a ticket cost?" */
import { LANGUAGES, rulesOf } from '../rules/languages.ts';
import { fitter } from '../rules/rule.ts';
import { countHan, latinWords } from '../text/characters.ts';
import { normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import { ENGLISH_STOP_WORDS, stem } from '../text/stems.ts';
import type { Language, Span } from '../types.ts';
import { withoutQuestionWords } from './focus.ts';
import { languageOf } from './language.ts';

/** More are not answered apart: the reply would be longer than anybody reads. What is behind them stays with the last. */
const MAX_PARTS = 4;

/**
 * The questions that a question is made of, in its order and as it writes them; none where it is one. A clause that asks
 * nothing stays with the one that it leads to, and one that says nothing of its own ("and when?") with the one before.
 */
export function splitQuestion(text: string): string[] {
  const folded = normalizeWithOrigin(text);
  const language = languageOf(text);
  const parts = joinBare(folded.text, joinAsking(folded.text, clausesOf(folded.text, language), language));
  if (parts.length < 2) return [];
  const last = parts.at(-1)!;
  const kept = [
    ...parts.slice(0, MAX_PARTS - 1),
    { start: parts[MAX_PARTS - 1]?.start ?? last.start, end: last.end },
  ];
  return (parts.length <= MAX_PARTS ? parts : kept).map(({ start, end }) => {
    const span = originalSpan(folded, start, end);
    return text.slice(span.start, span.end).trim();
  });
}

/** What a question sets beside each other, and in what it compares them; none where it compares nothing. */
export function splitComparison(text: string): { readonly one: string; readonly about: string }[] {
  const folded = normalizeWithOrigin(text.replace(END, ''));
  for (const { pattern } of rulesOf(languageOf(text)).talk.comparisons) {
    const groups = new RegExp(pattern, `${pattern.flags}d`).exec(folded.text)?.indices?.groups;
    if (groups === undefined) continue;
    const [a, b, about] = [groups.a, groups.b, groups.about].map((found) => {
      if (found === undefined) return '';
      const { start, end } = originalSpan(folded, ...found);
      return text.slice(start, end);
    });
    return [a!, b!].map((one) => ({ one, about: about! }));
  }
  return [];
}

/** Marks that end a question. */
export const END = /[\s?？!！.。]+$/u;

function clausesOf(folded: string, language: Language): Span[] {
  const joints = rulesOf(language)
    .talk.joints.flatMap(({ pattern }) => [...folded.matchAll(pattern)])
    .map(({ 0: joint, index }) => ({ start: index, end: index + joint.length }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const clauses: Span[] = [];
  let start = 0;
  for (const joint of [...joints, { start: folded.length, end: folded.length }]) {
    if (joint.start < start) continue;
    clauses.push({ start, end: joint.start });
    start = joint.end;
  }
  return clauses.filter((clause) => folded.slice(clause.start, clause.end).trim() !== '');
}

/** Whether a clause asks: it has a word that does, or begins with a verb. */
export const isAsking = (folded: string, language: Language): boolean =>
  rulesOf(language).talk.asking.some(({ pattern }) => pattern.test(folded.trim()));

/** One span for each clause that asks: what leads to the first goes with it, what follows one stays with it. */
function joinAsking(folded: string, clauses: readonly Span[], language: Language): Span[] {
  const joined: Span[] = [];
  let lead: number | null = null;
  for (const { start, end } of clauses) {
    const before = joined.at(-1);
    if (isAsking(folded.slice(start, end), language)) {
      joined.push({ start: lead ?? start, end });
      lead = null;
    } else if (before === undefined) lead ??= start;
    else joined[joined.length - 1] = { start: before.start, end };
  }
  return joined;
}

/** Words that ask for a measure say what is asked for: "and how long is it?" stands alone, "and when?" does not. */
const asksMeasure = fitter(LANGUAGES.flatMap(({ talk }) => talk.measures));

function joinBare(folded: string, clauses: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of clauses) {
    const before = joined.at(-1);
    const words = ownWords(folded.slice(start, end));
    const said = new Set(before === undefined ? [] : ownWords(folded.slice(joined[0]!.start, before.end)));
    const isOwn = words.some((word) => !said.has(word)) || asksMeasure(folded.slice(start, end));
    if (before === undefined || isOwn) joined.push({ start, end });
    else joined[joined.length - 1] = { start: before.start, end };
  }
  // A lead that says nothing ("and then?") is no question before the first.
  return joined;
}

const GRAMMAR = LANGUAGES.flatMap(({ talk }) => talk.grammar);

/** What a clause says beside the words that ask: Chinese characters, and stems of English words. */
export function ownWords(folded: string): string[] {
  const said = GRAMMAR.reduce((left, { pattern }) => left.replace(pattern, ''), withoutQuestionWords(folded));
  const words = latinWords(said).filter((word) => !ENGLISH_STOP_WORDS.has(word.toLowerCase()));
  return [
    ...words.map((word) => stem(word.toLowerCase())),
    ...(countHan(said) > 0 ? said.match(/\p{Script=Han}/gu)! : []),
  ];
}
