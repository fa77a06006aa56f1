/** In what a question wants its number: what it asks to measure, or what it counts. */
import { LANGUAGES } from '../../rules/languages.ts';
import type { Measure } from '../../rules/units.ts';
import { normalize } from '../../text/normalize.ts';
import { kindOfChineseNoun, kindOfEnglishNoun } from '../../text/noun-kinds.ts';
import { ENGLISH_STOP_WORDS } from '../../text/stems.ts';
import { tagWords } from '../../text/words.ts';

const ASKED = LANGUAGES.flatMap(({ units }) => units.asked);
const COUNTED = LANGUAGES.flatMap(({ units }) => units.counted);

const COUNTED_LATIN = /\bhow many ((?:[a-z'’-]+ ?){1,4})/;
const COUNTED_HAN = /(?:多少|几)[个位名]?(\p{Script=Han}{2,4})/u;
const PEOPLE: readonly Measure[] = ['people', 'scaled'];

/** What the number asked for is to be. */
export interface NumberAsked {
  /** What it measures; empty where any will do. */
  readonly measures: readonly Measure[];
  /** A unit that the question names and that says what is counted: 罐 of 多少罐. */
  readonly unit: string | undefined;
  /** Whether by how much two differ is asked for. */
  readonly isDifference: boolean;
}

export function numberAsked(text: string): NumberAsked {
  const asking = normalize(text);
  const measures = measuresOfCounted(asking) ?? rowOf(asking) ?? [];
  const units = LANGUAGES.map(({ units }) => units.asksUnit?.exec(asking)?.groups?.unit);
  return {
    measures,
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

/** How what is counted is counted: how many patrol boats, 多少孩子. People are, whatever they are called. */
function measuresOfCounted(asking: string): readonly Measure[] | undefined {
  const [, latin = ''] = COUNTED_LATIN.exec(asking) ?? [];
  const words = latin.trim().split(' ');
  const isNoun = (word: string): boolean =>
    kindOfEnglishNoun(word) !== undefined || measuresOf(word) !== undefined;
  const end = words.findIndex((word) => ENGLISH_STOP_WORDS.has(word));
  const phrase = end < 0 ? words : words.slice(0, end);
  // What follows a plural is said of it: teams took part.
  const counted = phrase.find((word) => /[^s]s$/.test(word) && isNoun(word)) ?? phrase.filter(isNoun).at(-1);
  if (counted !== undefined)
    return measuresOf(counted) ?? (kindOfEnglishNoun(counted) === 'person' ? PEOPLE : undefined);
  const [, noun = ''] = COUNTED_HAN.exec(asking) ?? [];
  // 多少注册用户 counts people, 多少企业员工 does not count firms.
  const isPerson = tagWords(noun).some(({ word }) => kindOfChineseNoun(word) === 'person');
  return measuresOf(noun) ?? (isPerson ? PEOPLE : undefined);
}
