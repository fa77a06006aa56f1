/** Whether the names of a statement stand in its passages, as written or in another language. */
import { findNames } from '../names/names.ts';
import { findPlaces } from '../names/places.ts';
import { englishReading } from '../names/reading.ts';
import { languagesIn } from '../rules/languages.ts';
import { isCommonGloss } from '../text/glosses.ts';
import { toSimplified } from '../text/normalize.ts';
import { findEnglishOrganisations, findOrganisation } from '../text/organisations.ts';
import { ENGLISH_STOP_WORDS, stem } from '../text/stems.ts';
import { wordsThatSay } from '../text/terms.ts';
import { findWhole } from '../text/whole-words.ts';
import { fold, type Ground } from './ground.ts';
import type { Fault } from './safe.ts';

/** The first name of a person, an organisation or a place that none of the passages has. */
export function findWrongName(text: string, grounds: readonly Ground[]): Fault<'name'> | null {
  const named = [
    ...findNames(text).filter((name) => !isOpeningWord(name)),
    ...findPlaces(text).map(({ start, end }) => ({
      start,
      text: text.slice(start, end),
      kind: 'place' as const,
    })),
  ];
  const wrong = named.find(({ text: what, kind, start }) => {
    const reading = englishReading({ text: what, kind: kind === 'person' ? kind : 'organisation' }) || null;
    const rest = start === 0 ? withoutOpeningWord(what, kind === 'person') : null;
    return !grounds.some((ground) => {
      if (isNamed(what, reading, ground)) return true;
      if (rest === null || !isNamed(rest, null, ground)) return false;
      // Of Harbour Corporation both words may stand there apart from each other.
      return rest.includes(' ') || !standsApart(fold(what.split(' ', 1)[0]!), ground.folded);
    });
  });
  return wrong === undefined ? null : { reason: 'name', what: wrong.text };
}

/** A common word that has its capital from the sentence it begins: Twelve. */
const isOpeningWord = ({ text, start }: { readonly text: string; readonly start: number }): boolean =>
  start === 0 && isCommonGloss(text.toLowerCase());

/** Of what begins a sentence the first word may have its capital from that: Open Server Settings. Null where it has not. */
function withoutOpeningWord(name: string, isPerson: boolean): string | null {
  const [first = '', ...rest] = name.split(/\s+/u);
  const mayOpen = isCommonGloss(first.toLowerCase()) && rest.length >= (isPerson ? 2 : 1);
  return mayOpen ? rest.join(' ') : null;
}

function isNamed(name: string, reading: string | null, ground: Ground): boolean {
  const folded = fold(name);
  if (standsApart(folded, ground.folded)) return true;
  if (ground.readings.some((known) => standsApart(folded, known))) return true;
  if (reading !== null && standsApart(fold(reading), ground.folded)) return true;
  if (organisationsIn(name).some((known) => ground.terms.has(`o:${known}`))) return true;
  const hasParts = partsOf(name).every((part) => standsApart(fold(part), ground.folded));
  const words = wordsThatSay(folded);
  if (words.length === 0) return reading !== null && hasAll(wordsThatSay(fold(reading)), ground);
  // Where the passage is in the same language, words that stand there apart from each other are no name.
  const isOfOther = languagesIn(ground.text).some(({ names }) => names.writing === 'running');
  return hasParts || (isOfOther && hasAll(words, ground));
}

const hasAll = (words: readonly string[], { terms }: Ground): boolean =>
  words.length > 0 && words.every((word) => terms.has(stem(word)));

const organisationsIn = (name: string): string[] => [
  ...findEnglishOrganisations(name).map(({ organisation }) => organisation.name),
  ...(findOrganisation(toSimplified(name)) ? [findOrganisation(toSimplified(name))!.name] : []),
];

/** Where a name has words of grammar: Wang Wei of the Harbour Institute. */
const partsOf = (name: string): string[] => {
  const parts: string[][] = [[]];
  for (const word of name.split(/\s+/))
    if (ENGLISH_STOP_WORDS.has(word.toLowerCase())) parts.push([]);
    else parts.at(-1)!.push(word);
  return parts.filter((part) => part.length > 0).map((part) => part.join(' '));
};

const standsApart = (what: string, text: string): boolean => findWhole(text, what).length > 0;
