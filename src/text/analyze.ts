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
import type { Span, Terms } from '../types.ts';
import { isoDate } from './calendar.ts';
import { containsHan } from './characters.ts';
import { countriesOf, isCountryBesideOthers } from './country-characters.ts';
import { namesYear, type ResolvedDate, resolveDates } from './dates.ts';
import { glossesOf, isCommonGloss, isPhrase, isProperGloss } from './glosses.ts';
import { normalize, normalizeWithOrigin, originalSpan } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import { findEnglishOrganisations, findOrganisation } from './organisations.ts';
import { findNamesInPinyin, isFrequentSurname, nameSyllables, surnameLength, syllables } from './romanize.ts';
import { ENGLISH_STOP_WORDS, stem } from './stems.ts';
import { cutWords, cutWordsForSearch } from './words.ts';

/** Goes into the manifest of an index: raise it when the terms of a text change. */
export const ANALYSIS_VERSION = 10;

const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_OR_DIGIT_WORD = /[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)?/gu;
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
  const folded = normalize(text);
  const terms = new Map<string, number>();
  for (const [run] of folded.matchAll(HAN_RUN)) {
    addGrams(terms, run);
    for (const word of cutWordsForSearch(run)) addAll(terms, bridgeTerms(word));
    for (const { phrase } of findPhrases(cutWords(run))) addAll(terms, bridgeTerms(phrase));
    for (const name of personNames(run)) addAll(terms, nameTerms(name));
    for (const name of unknownStretches(run)) for (const term of windowTerms(name)) add(terms, term, 1);
  }
  for (const word of latinWords(folded)) {
    add(terms, stem(word), 1);
    add(terms, `e:${stem(word)}`, 1);
  }
  for (const { organisation } of findEnglishOrganisations(text)) add(terms, `o:${organisation.name}`, 1);
  addDatesAndNumbers(terms, folded, published, false);
  return terms;
}

/** Terms that a question asks for; `asked` is the day on which relative dates are counted from. */
export function questionTerms(text: string, asked: string | null = null): Map<string, number> {
  const folded = normalize(text);
  const terms = new Map<string, number>();
  for (const [run] of folded.matchAll(HAN_RUN)) {
    const words = cutWords(run);
    for (const segment of withoutStopWords(words)) addGrams(terms, segment);
    for (const word of words) {
      if (CHINESE_STOP_WORDS.has(word)) continue;
      const organisation = findOrganisation(word);
      if (organisation) add(terms, `o:${organisation.name}`, 1);
      for (const [term, weight] of bridgeTerms(word))
        if (!term.startsWith('o:')) keep(terms, `e:${term}`, weight);
    }
  }
  const organisations = findEnglishOrganisations(text);
  // Of PICC the texts have the name that it stands for.
  const abbreviations = new Set(
    organisations
      .map(({ start, end }) => text.slice(start, end))
      .filter((name) => /^\p{Lu}{2,}$/u.test(name))
      .map((name) => name.toLowerCase()),
  );
  for (const word of latinWords(folded)) if (!abbreviations.has(word)) keep(terms, stem(word), 1);
  for (const { organisation } of organisations) keep(terms, `o:${organisation.name}`, 1);
  for (const { name } of findNamesInPinyin(text)) keep(terms, stem(name), 1);
  addDatesAndNumbers(terms, folded, asked, true);
  return terms;
}

function latinWords(folded: string): string[] {
  const words: string[] = [];
  for (const [match] of folded.matchAll(LATIN_OR_DIGIT_WORD)) {
    const word = match.replace(/['’]s?$/, '').replace(/’/g, "'");
    if (!ENGLISH_STOP_WORDS.has(word)) words.push(word);
  }
  return words;
}

/** The stretches of a question between its stop words: no bigram is to run across one. */
const withoutStopWords = (words: readonly string[]): string[] =>
  words
    .map((word) => (CHINESE_STOP_WORDS.has(word) ? ' ' : word))
    .join('')
    .split(' ')
    .filter(Boolean);

function addGrams(terms: Map<string, number>, run: string): void {
  const characters = [...run];
  for (const [i, character] of characters.entries()) {
    add(terms, character, 1);
    const next = characters[i + 1];
    if (next !== undefined) add(terms, character + next, 1);
  }
}

/** Bridge terms are the same wherever a word stands, and finding them is slow: each word is looked up once. */
const remembered = new Map<string, Terms>();
const MAX_REMEMBERED = 200_000;

/** English stems and pinyin of a Chinese word, each with its best weight, and its canonical organisation. */
function bridgeTerms(word: string): Terms {
  let terms = remembered.get(word);
  if (terms === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    terms = computeBridgeTerms(word);
    remembered.set(word, terms);
  }
  return terms;
}

function computeBridgeTerms(word: string): Terms {
  const terms = new Map<string, number>();
  const organisation = findOrganisation(word);
  if (organisation) {
    terms.set(`o:${organisation.name}`, 1);
    // Huadian of China Huadian Corporation names it alone.
    for (const part of latinWords(normalize(organisation.english)))
      if (!isCommonGloss(part) && !isProperGloss(part)) keep(terms, stem(part), 1);
  }
  for (const gloss of glossesOf(word)) {
    if (isCountryBesideOthers(word, gloss)) continue;
    const words = latinWords(normalize(gloss));
    for (const glossWord of words) keep(terms, stem(glossWord), 1 / words.length);
  }
  if (word.length === 2)
    for (const country of countriesOf(word[0]!, word[1]!)) keep(terms, stem(country.toLowerCase()), 1);
  if (word.length >= 2) keep(terms, stem(syllables(word).join('')), 1);
  return terms;
}

const MAX_PHRASE_WORDS = 4;
const MAX_PHRASE_CHARACTERS = 8;

interface Phrase {
  readonly phrase: string;
  /** Numbers of its first word and of the one after its last. */
  readonly from: number;
  readonly to: number;
}

/** Words in a row that a dictionary has as one. */
function findPhrases(words: readonly string[]): Phrase[] {
  const found: Phrase[] = [];
  for (let from = 0; from < words.length; from++) {
    let phrase = words[from]!;
    for (let to = from + 2; to <= Math.min(words.length, from + MAX_PHRASE_WORDS); to++) {
      phrase += words[to - 1]!;
      if (phrase.length > MAX_PHRASE_CHARACTERS) break;
      if (isPhrase(phrase) || isCountries(words.slice(from, to))) found.push({ phrase, from, to });
    }
  }
  return found;
}

const isCountries = (words: readonly string[]): boolean =>
  words.length === 2 &&
  words.every((word) => word.length === 1) &&
  countriesOf(words[0]!, words[1]!).length > 0;

/**
 * Stretches of two or three characters that look like a person's name: a surname and a given name of which no
 * dictionary word is a part. Segmentation cuts names it does not know anywhere (霍步 刚), so this looks itself; where
 * it found a word and left one character over (张开 富), a frequent surname makes a name of the three.
 */
export function personNames(run: string): string[] {
  const names: string[] = [];
  const words = cutWords(run);
  let offset = 0;
  for (const [i, word] of words.entries()) {
    const surname = surnameLength(run.slice(offset));
    const known = word.length >= 2 && glossesOf(word).length > 0;
    const leftOver = word.length === 2 && words[i + 1]?.length === 1 && isFrequentSurname(word[0]!);
    const lengths = surname === 0 ? [] : !known ? [surname + 1, surname + 2] : leftOver ? [3] : [];
    for (const length of lengths) {
      const name = run.slice(offset, offset + length);
      if (name.length === length) names.push(name);
    }
    offset += word.length;
  }
  return names;
}

/**
 * Stretches of words that no dictionary has, with the single characters beside them: segmentation cuts a name that it
 * does not know anywhere (子 牛亦东), and who writes it in English cuts it otherwise (Ziniu Yidong).
 */
function unknownStretches(run: string): string[] {
  const stretches: string[] = [];
  let stretch = '';
  let isUnknown = false;
  for (const word of [...cutWords(run), '']) {
    const unknown = word.length > 1 && glossesOf(word).length === 0;
    if (unknown || word.length === 1) {
      stretch += word;
      isUnknown ||= unknown;
      continue;
    }
    if (isUnknown && stretch.length > 2) stretches.push(stretch);
    stretch = '';
    isUnknown = false;
  }
  return stretches;
}

/** Pinyin of each two and three characters in a row. */
function windowTerms(name: string): string[] {
  const all = syllables(name);
  return all.flatMap((_, i) =>
    [2, 3]
      .filter((length) => i + length <= all.length)
      .map((length) => stem(all.slice(i, i + length).join(''))),
  );
}

/** Surname and given name apart and joined: huo, bugang, huobugang. */
function nameTerms(name: string): Terms {
  const surname = surnameLength(name);
  const all = nameSyllables(name);
  const given = all.slice(surname).join('');
  const terms = new Map<string, number>([[stem(all.join('')), 1]]);
  if (name.length - surname >= 2) keep(terms, stem(given), 1);
  keep(terms, stem(all.slice(0, surname).join('')), 0.5);
  return terms;
}

function addDatesAndNumbers(
  terms: Map<string, number>,
  folded: string,
  reference: string | null,
  isQuestion: boolean,
): void {
  let rest = folded;
  for (const date of resolveDates(folded, reference)) {
    const { start, end } = date;
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    for (const term of dateTerms(date, isQuestion)) keep(terms, term, 1);
  }
  for (const { value, percent } of findNumbers(rest)) keep(terms, `n:${value}${percent ? '%' : ''}`, 1);
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

function add(terms: Map<string, number>, term: string, weight: number): void {
  terms.set(term, (terms.get(term) ?? 0) + weight);
}

function addAll(terms: Map<string, number>, more: Terms): void {
  for (const [term, weight] of more) add(terms, term, weight);
}

/** Like {@link add}, but a term counts once, with its best weight. */
function keep(terms: Map<string, number>, term: string, weight: number): void {
  if (term !== '') terms.set(term, Math.max(terms.get(term) ?? 0, weight));
}

/** A word of a text that a question asks for. */
export interface Match extends Span {
  /** Terms of the question that the word matches, with how well it stands for each, in (0, 1]. */
  readonly terms: Terms;
}

/** Where the words of a text match terms of a question, directly or through their glosses and pinyin. */
export function locateTerms(text: string, question: Terms): Match[] {
  const folded = normalizeWithOrigin(text);
  const matches: Match[] = [];
  for (const { 0: run, index } of folded.text.matchAll(/\p{Script=Han}+|[\p{Script=Latin}\p{N}'’]+/gu)) {
    const words = containsHan(run) ? cutWords(run) : [run];
    const starts = [index];
    for (const word of words) starts.push(starts.at(-1)! + word.length);
    const addMatch = (from: number, to: number, found: Terms, phrase: string): void => {
      const terms = new Map([...found].filter(([term]) => question.has(term)));
      // Who says women's federation says all of 妇联.
      for (const stems of longGlosses(phrase))
        if (stems.every((one) => question.has(one))) for (const one of stems) terms.set(one, 1);
      if (terms.size > 0) matches.push({ ...originalSpan(folded, starts[from]!, starts[to]!), terms });
    };
    for (const [i, word] of words.entries()) addMatch(i, i + 1, wordTerms(word), word);
    for (const { phrase, from, to } of findPhrases(words)) {
      // What its words say counts once.
      const said = words.slice(from, to).map(wordTerms);
      const more = [...bridgeTerms(phrase)].filter(([term]) => !said.some((terms) => terms.has(term)));
      addMatch(from, to, new Map(more), phrase);
    }
  }
  return matches;
}

const rememberedGlosses = new Map<string, readonly (readonly string[])[]>();

/** Stems of each gloss of more than one word. */
function longGlosses(word: string): readonly (readonly string[])[] {
  let glosses = rememberedGlosses.get(word);
  if (glosses === undefined) {
    if (rememberedGlosses.size >= MAX_REMEMBERED) rememberedGlosses.clear();
    glosses = glossesOf(word)
      .map((gloss) => latinWords(normalize(gloss)).map(stem))
      .filter((stems) => stems.length > 1);
    rememberedGlosses.set(word, glosses);
  }
  return glosses;
}

function wordTerms(word: string): Terms {
  const terms = new Map<string, number>();
  if (!containsHan(word)) {
    for (const part of latinWords(word))
      for (const term of [stem(part), `e:${stem(part)}`]) keep(terms, term, 1);
    return terms;
  }
  addGrams(terms, word);
  for (const [term, weight] of bridgeTerms(word)) keep(terms, term, weight);
  // 投资规模 has no gloss of its own, its parts have.
  if (glossesOf(word).length === 0 && findOrganisation(word) === undefined)
    for (const part of cutWordsForSearch(word))
      for (const [term, weight] of bridgeTerms(part)) keep(terms, term, (weight * part.length) / word.length);
  if (surnameLength(word) > 0 && word.length <= 4)
    for (const [term, weight] of nameTerms(word)) keep(terms, term, weight);
  return new Map([...terms].map(([term, weight]) => [term, Math.min(1, weight)]));
}

/** True where the text has anything that could be looked up. */
export const hasTerms = (text: string): boolean =>
  containsHan(text) || latinWords(normalize(text)).length > 0;
