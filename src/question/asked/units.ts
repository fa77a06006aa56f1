/** In what a question wants its number: what it asks to measure, or what it counts. */
import { LANGUAGES } from '../../rules/languages.ts';
import type { Rule } from '../../rules/rule.ts';
import { DIMENSIONS, type Measure } from '../../rules/units.ts';
import { questionTerms } from '../../text/analyze.ts';
import { normalize } from '../../text/normalize.ts';
import { kindOfChineseNoun, kindOfEnglishNoun } from '../../text/noun-kinds.ts';
import { ENGLISH_STOP_WORDS } from '../../text/stems.ts';
import { tagWords } from '../../text/words.ts';
import type { Terms } from '../../types.ts';

const ASKED = LANGUAGES.flatMap(({ units }) => units.asked);
const COUNTED = LANGUAGES.flatMap(({ units }) => units.counted);

const COUNTED_SPACED = LANGUAGES.flatMap(({ nouns }) => (nouns.writing === 'spaced' ? nouns.counted : []));
const COUNTED_RUNNING = LANGUAGES.flatMap(({ nouns }) => (nouns.writing === 'running' ? nouns.counted : []));
const PEOPLE: readonly Measure[] = ['people', 'scaled'];

/** What the number asked for is to be. */
export interface NumberAsked {
  /** What it measures; empty where any will do. */
  readonly measures: readonly Measure[];
  /** Terms of the noun that it counts, where no measure is known for that; else none. */
  readonly counted: Terms;
  /** A unit that the question names and that says what is counted: 罐 of 多少罐. */
  readonly unit: string | undefined;
  /** Whether by how much two differ is asked for. */
  readonly isDifference: boolean;
}

export function numberAsked(text: string): NumberAsked {
  const asking = normalize(text);
  const known = measuresOfCounted(asking);
  const measures = known ?? rowOf(asking) ?? [];
  const noun = known === undefined && !measures.some(isDimension) ? countedNoun(asking) : null;
  const units = LANGUAGES.map(({ units }) => units.asksUnit?.exec(asking)?.groups?.unit);
  return {
    measures,
    counted: noun === null ? new Map() : questionTerms(noun),
    unit: measures.length > 0 ? undefined : units.find((unit) => unit !== undefined),
    isDifference: LANGUAGES.some(({ units }) =>
      units.asksDifference.some(({ pattern }) => pattern.test(asking)),
    ),
  };
}

/** What the numbers in a column of a table measure, by its name. */
export function measuresOfColumn(name: string): readonly Measure[] {
  const folded = normalize(name);
  return measuresOf(folded) ?? rowOf(folded) ?? [];
}

const rowOf = (asking: string): readonly Measure[] | undefined =>
  ASKED.find(({ pattern }) => pattern.test(asking))?.means;

const measuresOf = (noun: string): readonly Measure[] | undefined =>
  COUNTED.find(({ pattern }) => pattern.test(noun))?.means;

const isDimension = (measure: Measure): boolean => (DIMENSIONS as readonly Measure[]).includes(measure);

const nounIn = (rules: readonly Rule<unknown>[], asking: string): string | undefined =>
  rules.map(({ pattern }) => pattern.exec(asking)?.groups?.noun).find((noun) => noun !== undefined);

/** The noun behind how many and 多少个; null where none follows. */
function countedNoun(asking: string): string | null {
  const phrase = phraseCounted(asking);
  if (phrase.length > 0) return phrase.find((word) => /[^s]s$/.test(word)) ?? phrase.at(-1)!;
  const run = nounIn(
    COUNTED_RUNNING.filter(({ means }) => means === 'long'),
    asking,
  );
  const words = run === undefined ? [] : tagWords(run);
  return words.find(({ tag, word }) => tag.startsWith('n') && word.length > 1)?.word ?? null;
}

/** The words behind how many, up to the first of grammar. */
function phraseCounted(asking: string): string[] {
  const words = nounIn(COUNTED_SPACED, asking)?.trim().split(' ') ?? [];
  const end = words.findIndex((word) => ENGLISH_STOP_WORDS.has(word));
  return end < 0 ? words : words.slice(0, end);
}

/** How what is counted is counted: how many patrol boats, 多少孩子. People are, whatever they are called. */
function measuresOfCounted(asking: string): readonly Measure[] | undefined {
  const isNoun = (word: string): boolean =>
    kindOfEnglishNoun(word) !== undefined || measuresOf(word) !== undefined;
  const phrase = phraseCounted(asking);
  // What follows a plural is said of it: teams took part.
  const counted = phrase.find((word) => /[^s]s$/.test(word) && isNoun(word)) ?? phrase.filter(isNoun).at(-1);
  if (counted !== undefined)
    return measuresOf(counted) ?? (kindOfEnglishNoun(counted) === 'person' ? PEOPLE : undefined);
  const noun =
    nounIn(
      COUNTED_RUNNING.filter(({ means }) => means === 'counted'),
      asking,
    ) ?? '';
  // 多少注册用户 counts people, 多少企业员工 does not count firms.
  const isPerson = tagWords(noun).some(({ word }) => kindOfChineseNoun(word) === 'person');
  return measuresOf(noun) ?? (isPerson ? PEOPLE : undefined);
}
