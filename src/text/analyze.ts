/**
 * Text to weighted terms, the same for passages and questions and for both languages.
 *
 * | term | stands for | in a passage | in a question |
 * | --- | --- | --- | --- |
 * | `辽`, `辽宁` | characters and bigrams of Chinese text | 1 | 1 |
 * | `liaon` | stem of an English word, of a gloss (weight 1/L for a gloss of L words), or pinyin | 1, 1/L | 1 |
 * | `e:liaon` | stem of a word that stands in English in the text | 1 | of the glosses of a Chinese question |
 * | `o:西北工业大学` | organisation under any of its Chinese or English names | 1 | 1 |
 * | `d:2024-01-31` | date, and its month and its month and day | 1 | 1 |
 * | `d:07..09` | quarter, half of a year, season | 1 | 1 |
 * | `n:5000000` | number in digits, numerals or words | 1 | 1 |
 */

import type { Terms } from '../types.ts';
import { findPhrases, nameTerms, partsByHand, personNames, unknownStretches, windowTerms } from './bridge.ts';
import { isoDate } from './calendar.ts';
import { containsHan } from './characters.ts';
import { type CutText, cutText, type Run } from './cut-text.ts';
import { namesYear, type ResolvedDate, resolveDates } from './dates.ts';
import { wordOf } from './lexicon.ts';
import { normalize } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import { findEnglishOrganisations, findOrganisation } from './organisations.ts';
import { findNamesInPinyin } from './romanize.ts';
import { stem } from './stems.ts';
import { type TermCollector, TermMap, wordsThatSay } from './terms.ts';
import type { WantedTerms } from './wanted-terms.ts';
import { cutWords } from './words.ts';

/** Goes into the manifest of an index: raise it when the terms of a text change. */
export const ANALYSIS_VERSION = 11;

const HAN_RUN = /\p{Script=Han}+/gu;
/** Words that ask or bind in a Chinese question and say nothing of its subject. */
const CHINESE_STOP_WORDS = new Set(
  `的 了 吗 呢 啊 吧 是 在 有 被 把 和 跟 与 同 及 叫 叫做 那 那个 那位 那份 那些 这 这个 这些 他 她 他们 我 你 它 都 也 就 还 要 会
  谁 哪 哪家 哪个 哪位 哪些 哪里 哪儿 哪天 哪年 哪月 哪所 哪里 何时 何处 什么 什么样 时候 什么时候 啥 啥时候 咋 怎么 怎样 如何 为什么
  几 几家 几个 几号 多少 多久 请问 请 一下 到底 最 里 上 个 家 位 所 得 着 过 给 对 从 到 为 以 之 而 或 等 名字`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Terms that a passage is found by.
 * @param published day that dates without a year refer to
 */
export function passageTerms(text: string, published: string | null): Map<string, number> {
  const terms = new TermMap();
  collectTerms(terms, cutText(text), published);
  return terms;
}

/** {@link passageTerms} of a text, one by one. */
export function collectTerms(into: TermCollector, { text, folded }: CutText, published: string | null): void {
  for (const run of folded.runs) {
    if (!run.isHan) continue;
    into.addGrams(run.text);
    for (const { search } of run.known) into.addAll(search);
    for (const { phrase } of run.phrases) into.addAll(wordOf(phrase).bridge);
    addSpellings(into, run);
  }
  addLatinWords(into, folded.text);
  addOrganisations(into, text);
  addDatesAndNumbers(into, folded.text, published, false);
}

/** Those of {@link passageTerms} that are wanted, for a small part of its cost. */
export function termsAmong({ text, folded }: CutText, published: string | null, wanted: WantedTerms): Terms {
  const terms = new TermMap();
  for (const run of folded.runs) {
    if (!run.isHan) continue;
    if (wanted.hasGlosses) {
      for (const known of run.known) terms.addAll(wanted.among(known.search));
      for (const { phrase } of run.phrases) terms.addAll(wanted.among(wordOf(phrase).bridge));
      addSpellings(terms, run);
    } else if (wanted.hasOrganisations) addNamed(terms, run);
  }
  if (wanted.hasWords) addLatinWords(terms, folded.text);
  if (wanted.hasOrganisations) addOrganisations(terms, text);
  if (wanted.hasDays) addDatesAndNumbers(terms, folded.text, published, false);
  for (const gram of wanted.grams) {
    const count = countIn(folded.text, gram);
    if (count > 0) terms.set(gram, count);
  }
  return terms;
}

/** How often a text has a gram, overlaps included. */
function countIn(text: string, gram: string): number {
  let count = 0;
  for (let at = text.indexOf(gram); at >= 0; at = text.indexOf(gram, at + 1)) count++;
  return count;
}

/** Organisations that Chinese words, the words inside them, and phrases of them name. */
function addNamed(terms: TermCollector, { known, phrases }: Run): void {
  const named = [
    ...known.flatMap(({ organisations }) => organisations),
    ...phrases.flatMap(({ phrase }) => findOrganisation(phrase)?.name ?? []),
  ];
  for (const name of named) terms.add(`o:${name}`, 1);
}

/** Names of people and words that no table has, as they are written in Latin letters. */
function addSpellings(terms: TermCollector, { known }: Run): void {
  for (const name of personNames(known))
    for (const [term, weight] of nameTerms(name)) terms.add(term, weight);
  for (const name of unknownStretches(known)) for (const term of windowTerms(name)) terms.add(term, 1);
}

function addLatinWords(terms: TermCollector, folded: string): void {
  for (const word of wordsThatSay(folded)) {
    const stemmed = stem(word);
    terms.add(stemmed, 1);
    terms.add(`e:${stemmed}`, 1);
  }
}

function addOrganisations(terms: TermCollector, text: string): void {
  for (const { organisation } of findEnglishOrganisations(text)) terms.add(`o:${organisation.name}`, 1);
}

/** Terms that a question asks for; `asked` is the day on which relative dates are counted from. */
export function questionTerms(text: string, asked: string | null = null): Map<string, number> {
  const folded = normalize(text);
  const terms = new TermMap();
  for (const [run] of folded.matchAll(HAN_RUN)) {
    const words = cutWords(run);
    for (const segment of withoutStopWords(words)) terms.addGrams(segment);
    for (const word of words) {
      if (CHINESE_STOP_WORDS.has(word)) continue;
      const organisation = findOrganisation(word);
      if (organisation) terms.add(`o:${organisation.name}`, 1);
      for (const said of [word, ...partsByHand(word)]) keepGlosses(terms, said);
    }
    for (const { phrase } of findPhrases(words)) keepGlosses(terms, phrase);
  }
  const organisations = findEnglishOrganisations(text);
  // Of PICC the texts have the name that it stands for.
  const abbreviations = new Set(
    organisations
      .map(({ start, end }) => text.slice(start, end))
      .filter((name) => /^\p{Lu}{2,}$/u.test(name))
      .map((name) => name.toLowerCase()),
  );
  for (const word of wordsThatSay(folded)) if (!abbreviations.has(word)) terms.keep(stem(word), 1);
  for (const { organisation } of organisations) terms.keep(`o:${organisation.name}`, 1);
  for (const { name } of findNamesInPinyin(text)) terms.keep(stem(name), 1);
  addDatesAndNumbers(terms, folded, asked, true);
  return terms;
}

/** The English of a Chinese word, to be found where it stands in English. */
function keepGlosses(terms: TermCollector, word: string): void {
  for (const [term, weight] of wordOf(word).bridge)
    if (!term.startsWith('o:')) terms.keep(`e:${term}`, weight);
}

/** The stretches of a question between its stop words: no bigram is to run across one. */
const withoutStopWords = (words: readonly string[]): string[] =>
  words
    .map((word) => (CHINESE_STOP_WORDS.has(word) ? ' ' : word))
    .join('')
    .split(' ')
    .filter(Boolean);

function addDatesAndNumbers(
  terms: TermCollector,
  folded: string,
  reference: string | null,
  isQuestion: boolean,
): void {
  let rest = folded;
  for (const date of resolveDates(folded, reference)) {
    const { start, end } = date;
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    for (const term of dateTerms(date, isQuestion)) terms.keep(term, 1);
  }
  for (const { value, percent } of findNumbers(rest)) terms.keep(`n:${value}${percent ? '%' : ''}`, 1);
}

/**
 * `d:2024-01-31` is also found as `d:2024-01`, `d:2024` and, for who does not say the year, `d:01-31`. Of a week or a quarter
 * only what all its days have in common, and `d:07..09`. Who asks for a quarter without its year means that of any year.
 */
function dateTerms(date: ResolvedDate, isQuestion: boolean): string[] {
  const { iso, until, through, year, month, day, months } = date;
  if (months) {
    const named = `d:${[months.first, months.last].map((one) => String(one).padStart(2, '0')).join('..')}`;
    return iso === null || (isQuestion && !namesYear(date) && date.relative === undefined)
      ? [named]
      : [named, `d:${iso.slice(0, 'YYYY'.length)}`];
  }
  const dayOfYear = month && day ? [`d:${isoDate(0, month, day).slice('YYYY-'.length)}`] : [];
  // Of 05/03/2009 the year at least is known.
  if (iso === null) return year === undefined ? dayOfYear : [...dayOfYear, `d:${isoDate(year)}`];
  const parts = iso.split('-');
  const last = through === undefined ? (until ?? iso).split('-') : parts;
  const differs = parts.findIndex((part, i) => part !== last[i]);
  const common = differs < 0 ? parts : parts.slice(0, differs);
  return [...dayOfYear, ...common.map((_, i) => `d:${parts.slice(0, i + 1).join('-')}`)];
}

/** True where the text has anything that could be looked up. */
export const hasTerms = (text: string): boolean =>
  containsHan(text) || wordsThatSay(normalize(text)).length > 0;
