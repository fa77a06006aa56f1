/** What a question is about, as the words that stand for it: "the new pier" of "When was the new pier opened?" */

import { LANGUAGES } from '../rules/languages.ts';
import type { RunningNouns, SpacedNouns } from '../rules/nouns.ts';
import { fitter, sourceOf } from '../rules/rule.ts';
import { glossesOf } from '../text/glosses.ts';
import { normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import { kindOfChineseNoun } from '../text/noun-kinds.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import { tagWords } from '../text/words.ts';
import type { Language, Span } from '../types.ts';
import { isAsking } from './parts.ts';

/**
 * The question with other words in the place of its subject; null where it has none that can be told. A name takes the
 * place of a name.
 */
export function withSubject(question: string, subject: string, language: Language): string | null {
  const names = [...question.matchAll(NAME)];
  const name = names.at(-1);
  const bare = subject.replace(/^the /iu, '');
  if (name !== undefined && /^\p{Lu}/u.test(bare))
    return `${question.slice(0, name.index)}${bare}${question.slice(name.index + name[0].length)}`;
  const folded = normalizeWithOrigin(question);
  const found = SUBJECT_OF.get(language)!(folded.text);
  if (found === null) return null;
  const { start, end } = originalSpan(folded, found.start, found.end);
  return `${question.slice(0, start)}${subject}${question.slice(end)}`;
}

/** Capitalised words one after the other, but for the one that a question begins with. */
const NAME = /(?<=\S\s+)\p{Lu}[\p{L}\p{N}'’.-]*(?: (?:of (?:the )?)?\p{Lu}[\p{L}\p{N}'’.-]*)*/gu;

/** The words for what a question is about, where it says it: "tickets" of "are tickets sold online", nothing of "how much is it". */
export function subjectOf(folded: string, language: Language): string | null {
  const found = SUBJECT_OF.get(language)!(folded);
  if (found === null || asksBefore(folded.slice(0, found.start))) return null;
  return folded.slice(found.start, found.end);
}

/** Who lights the lanterns does not say of what fair: what stands behind a Chinese question word is no subject. */
const asksBefore = fitter(
  LANGUAGES.flatMap(({ nouns }) => (nouns.writing === 'running' ? nouns.asksBefore : [])),
);

const SUBJECT_OF = new Map(
  LANGUAGES.map(({ code, nouns }) => [
    code,
    nouns.writing === 'running' ? runningSubjectFinder(nouns) : spacedSubjectFinder(code, nouns),
  ]),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;

type Finder = (folded: string) => Span | null;

/** Finds what stands behind the verb; what ends the clause may belong to the verb: was it *opened*, did it *cost*. */
function spacedSubjectFinder(language: Language, rules: SpacedNouns): Finder {
  const verbs = new RegExp(sourceOf(rules.verbs), 'u');
  const be = new RegExp(`^${sourceOf(rules.verbs.filter(({ means }) => means === 'be'))}`, 'u');
  const determiners = new RegExp(sourceOf(rules.determiners), 'u');
  const asksOfNoun = fitter(rules.asksOfNoun);
  return (folded) => {
    const verb = verbs.exec(folded);
    const from = verb === null ? 0 : verb.index + verb[0].length;
    const determiner = determiners.exec(folded.slice(from));
    const start = from + (determiner?.index ?? 0);
    if (verb === null && determiner === null) return nounsAlone(folded, language);
    const words: RegExpExecArray[] = [];
    for (const match of folded.slice(start).matchAll(WORD)) {
      const isDeterminer = words.length === 0 && determiner !== null;
      if (
        !isDeterminer &&
        (ENGLISH_STOP_WORDS.has(match[0]) || /[,;?]/.test(between(folded.slice(start), words.at(-1), match)))
      )
        break;
      words.push(match);
    }
    const isWhole = /^[^\p{L}\p{N}]*$/u.test(folded.slice(start + endOf(words)));
    const isOfNoun = verb !== null && be.test(verb[0]) && asksOfNoun(folded.slice(0, verb.index));
    const nouns = determiner === null ? words.length : words.length - 1;
    if (isWhole && verb !== null && !isOfNoun && nouns > 1) words.pop();
    // "How much does it cost": what stands behind a pronoun is no subject.
    const isNoun =
      determiner !== null || !/^\s*\p{L}+/u.test(folded.slice(from)) || words.length > 1 || isOfNoun;
    return nouns > 0 && words.length > 0 && isNoun ? { start, end: start + endOf(words) } : null;
  };
}

/** Of nothing but a noun phrase, as "opening hours?", all of it. */
function nounsAlone(folded: string, language: Language): Span | null {
  if (isAsking(folded, language)) return null;
  const words = [...folded.matchAll(WORD)].filter(([word]) => !ENGLISH_STOP_WORDS.has(word));
  return words.length === 0 ? null : { start: words[0]!.index, end: endOf(words) };
}

const endOf = (words: readonly RegExpExecArray[]): number => {
  const last = words.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
};
const between = (text: string, before: RegExpExecArray | undefined, next: RegExpExecArray): string =>
  before === undefined ? '' : text.slice(before.index + before[0].length, next.index);

/** Parts of speech of which Chinese names of things are made. */
const NOUN = /^(?:n\w*|j|eng|an|vn|x|b|m|q)$/u;
const STARTS_NAMING = /^(?:n\w*|j|eng|vn|b)$/u;

/** Finds the first run of nouns that is more than a single character. */
function runningSubjectFinder(rules: RunningNouns): Finder {
  const asks = fitter(rules.asksBefore);
  return (folded) => {
    let start: number | null = null;
    let end = 0;
    for (const { word, tag, start: at, end: to } of tagWords(folded)) {
      const isNoun = NOUN.test(tag) && /[\p{L}\p{N}]/u.test(word) && !asks(word);
      if (isNoun && start === null && STARTS_NAMING.test(tag)) start = at;
      else if (!isNoun && start !== null) {
        if (end - start > 1) return { start, end };
        start = null;
      }
      end = to;
    }
    return start !== null && end - start > 1 ? { start, end } : wordBeforeAsking(folded);
  };

  /** A word that is cut into others where it stands alone: 年假 of 年假几天. A time is one only where its length is asked for. */
  function wordBeforeAsking(folded: string): Span | null {
    const [first] = rules.subjectsFirst
      .map(({ pattern, means }) => ({ means, word: pattern.exec(folded)?.groups?.subject }))
      .filter(({ word }) => word !== undefined)
      .sort((a, b) => a.word!.length - b.word!.length);
    if (first === undefined) return null;
    const isSubject = first.means === 'length' || kindOfChineseNoun(first.word!) !== 'time';
    return isSubject && glossesOf(first.word!).length > 0 ? { start: 0, end: first.word!.length } : null;
  }
}
