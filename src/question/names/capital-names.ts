/** Names in the Latin letters of a question: organisations, people in pinyin, and capitalised words. */
import type { CapitalNames } from '../../rules/names/names.ts';
import { findDates } from '../../text/find-dates.ts';
import { countryOf } from '../../text/gloss-form.ts';
import { isCommonGloss, isProperGloss } from '../../text/glosses.ts';
import { normalize } from '../../text/normalize.ts';
import { findEnglishOrganisations } from '../../text/organisations.ts';
import { findNamesInPinyin } from '../../text/romanize.ts';
import { ENGLISH_STOP_WORDS, stem } from '../../text/stems.ts';
import { languageOf } from '../language.ts';
import { always, bigrams, type GivenName, nameOfTerm, never } from './given-name.ts';

/** Finds the names that a question gives, as it was written: capitals tell names. */
export function capitalNameFinder({ kindWords }: CapitalNames): (text: string) => GivenName[] {
  const namesOf = nameWords(new Set(kindWords.split(/\s+/).map(stem)));
  return (text) => {
    const known = findEnglishOrganisations(text);
    const organisations = known.map(({ organisation, start, end }) => ({
      whole: `o:${organisation.name}`,
      parts: bigrams(organisation.name),
      enough: 1,
      // Hyundai Mipo Dockyard is not Hyundai, and may have a name of its own.
      lacks: isPartOfName(text, start, end, namesOf) ? never : always,
    }));
    // Whoever asks in Chinese writes a word in Latin letters as the Chinese texts do: Rust, iPhone.
    const isChinese = languageOf(text) === 'zh';
    // In capitals throughout no word stands out, and the first word of a question is capitalised whatever it is.
    const shouts = !isChinese && !/\p{Ll}/u.test(text);
    const people = findNamesInPinyin(text).filter(
      (name) => !known.some(({ start, end }) => name.start < end && start < name.end),
    );
    const words = [...text.matchAll(isChinese ? LATIN_WORD : CAPITALISED)]
      .filter(
        ({ index, 0: word }) =>
          ![...known, ...people].some(({ start, end }) => index < end && start < index + word.length),
      )
      .filter(({ 0: word }) => !shouts && findDates(`in ${word}`).length === 0)
      .flatMap(({ 0: capitalised }) =>
        namesOf(capitalised).map((word) => ({
          // Excel in a Chinese question is not what 擅长 means.
          whole: isChinese && isCommonGloss(word) ? `e:${stem(word)}` : stem(word),
          parts: [],
          enough: 1,
          lacks: isChinese ? (word.length > 2 ? always : never) : () => lacks(word, capitalised),
        })),
      );
    return [...organisations, ...people.map(({ name }) => nameOfPerson(name)), ...words];
  };
}

/** A person's name in pinyin; of one that segmentation cut elsewhere another text of the index tells. */
const nameOfPerson = (name: string): GivenName => ({ ...nameOfTerm(stem(name)), lacks: () => 'ifKnown' });

/** Whether a single word stands beside another capitalised one that says no kind of thing. */
function isPartOfName(text: string, start: number, end: number, namesOf: NameWords): boolean {
  if (/\s/.test(text.slice(start, end))) return false;
  const before = /(\p{Lu}[\p{L}\p{N}'’&-]*)\s$/u.exec(text.slice(0, start));
  const after = /^\s(\p{Lu}[\p{L}\p{N}'’&-]*)/u.exec(text.slice(end));
  return [before, after].some((match) => match !== null && namesOf(match[1]!).length > 0);
}

const CAPITALISED = /(?<=\S\s+|-)\p{Lu}[\p{L}\p{N}'’]*/gu;
const LATIN_WORD = /(?<![\p{Script=Latin}\p{N}])\p{Script=Latin}[\p{Script=Latin}\p{N}'’]+/gu;

const lacks = (word: string, capitalised: string): ReturnType<GivenName['lacks']> => {
  // HMM is no interjection.
  const isAcronym = /^\p{Lu}{2,}$/u.test(capitalised);
  if (!isAcronym && isCommonGloss(word)) return 'never';
  return isProperGloss(word) ? 'always' : 'ifKnown';
};

/** Gives the words of a capitalised phrase that can be part of a name, in small letters. */
type NameWords = (phrase: string) => string[];

const nameWords =
  (kinds: ReadonlySet<string>): NameWords =>
  (phrase) =>
    phrase
      .split(/[^\p{L}\p{N}'’]+/u)
      .map((word) =>
        normalize(word)
          .replace(/['’]s?$/, '')
          .replace(/’/g, "'"),
      )
      .filter((word) => word.length > 1 && !ENGLISH_STOP_WORDS.has(word) && !kinds.has(stem(word)))
      .map(countryOf);
