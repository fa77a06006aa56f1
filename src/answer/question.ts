/** What a person asks: in which language, for which kinds of fact, and the terms to look for. */
import { hasTerms, questionTerms } from '../text/analyze.ts';
import { countHan, latinWords } from '../text/characters.ts';
import { normalize } from '../text/normalize.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import type { FactKind, Language } from '../types.ts';

export interface Question {
  readonly text: string;
  readonly language: Language;
  /** Kinds of fact asked for, in the order of the question; `what` alone where nothing else is. */
  readonly kinds: readonly FactKind[];
  readonly terms: ReadonlyMap<string, number>;
}

/** A longer question than this is cut: no one asks more, and terms cost time. */
export const MAX_QUESTION_CHARACTERS = 1_000;

/** Ways to ask for a kind, in simplified, lower-case text. */
const ASKS: readonly (readonly [FactKind, RegExp])[] = [
  ['when', /什么时候|啥时候|何时|哪[一]?[天年月日]|几[月号日]|时间|日期|多久以前|\bwhen\b|\b(?:what|which) (?:day|date|year|month)|\bdate\b/g],
  ['number', /多少|几(?![月号日乎])|多[大高长远快重久]|金额|\bhow (?:many|much|long|big|large|old|often)|\bnumber of\b/g],
  ['where', /哪里|哪儿|何处|在哪(?!家|个|位|些|天|年|次)|什么地方|地点|哪[个座]?(?:城市|省|市|镇|县|区)|\bwhere\b|\b(?:what|which) (?:city|town|place|country|province)/g],
  ['who', /谁|哪位|何人|哪[几些]?[家个所](?!城市|省|市|镇|县|区)|哪些(?:单位|企业|公司)|\bwho(?:m|se)?\b|\b(?:what|which) (?:company|companies|university|school|bank|firm|person|partner|organi[sz]ation|institute|province)/g],
];

/** Reads a question; null where it holds nothing that could be looked up (empty, emoji only). */
export function readQuestion(text: string): Question | null {
  const shortened = [...text.trim()].slice(0, MAX_QUESTION_CHARACTERS).join('');
  if (!hasTerms(shortened)) return null;
  return {
    text: shortened,
    language: languageOf(shortened),
    kinds: kindsOf(normalize(shortened)),
    terms: questionTerms(shortened),
  };
}

/** What to tell a person about a question that cannot be taken as it is; null where it can. */
export function noteOn(text: string): string | null {
  if (!hasTerms(text)) return 'There is nothing to look up in this question: write it with words.';
  const length = [...text.trim()].length;
  return length > MAX_QUESTION_CHARACTERS
    ? `The question has ${length} characters; only the first ${MAX_QUESTION_CHARACTERS} were used.`
    : null;
}

/** English where the words between the names are English: "西工大 signed with which province?". */
export function languageOf(text: string): Language {
  const han = countHan(text);
  if (han === 0) return 'en';
  // A name such as LGC or MODI Plus does not make a Chinese question English.
  const words = latinWords(text).filter((word) => word === word.toLowerCase());
  const grammar = words.filter((word) => ENGLISH_STOP_WORDS.has(word)).length;
  return words.length + 2 * grammar >= han ? 'en' : 'zh';
}

function kindsOf(folded: string): FactKind[] {
  const places = ASKS.flatMap(([kind, pattern]) => {
    const match = folded.match(pattern);
    return match ? [{ kind, place: folded.search(pattern) }] : [];
  });
  places.sort((a, b) => a.place - b.place);
  return places.length === 0 ? ['what'] : places.map(({ kind }) => kind);
}
