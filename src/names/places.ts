/** Places in a text: where something is, was or was signed. */
import { LANGUAGES, rulesFor } from '../rules/languages.ts';
import type { CapitalPlaces, RunningPlaces } from '../rules/names/places.ts';
import { fitter, type Rule, sourceOf } from '../rules/rule.ts';
import { glossesOf } from '../text/glosses.ts';
import { type NormalizedText, normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import { tagWords } from '../text/words.ts';
import type { Span } from '../types.ts';

export interface Place extends Span {
  /** Whether something is said to take place there; then it may be the seat of who the question names. */
  readonly held: boolean;
  /** Above 0: more for what is said to be the place of something, less for what only says where a place lies. */
  readonly weight: number;
}

type Finder = (text: string) => Place[];

const FINDERS = new Map<string, Finder>(
  LANGUAGES.map(({ code, places: { names } }) => [
    code,
    names.writing === 'running' ? runningPlaceFinder(names) : capitalPlaceFinder(names),
  ]),
);

/** Places of a text; a town, its city and its province are places of their own. */
export const findPlaces = (text: string): Place[] => FINDERS.get(rulesFor(text).code)!(text);

/** Where each of these rules finds something. */
const findAll = (rules: readonly Rule<unknown>[], text: string): Span[] =>
  rules
    .flatMap(({ pattern }) => [...text.matchAll(pattern)])
    .map(({ 0: all, index, groups }) => {
      const place = groups?.place ?? all;
      const start = index + all.indexOf(place);
      return { start, end: start + place.length };
    });

/** A phrase of more characters than this says something of the place before it names it. */
const LONG_PHRASE = 8;

function runningPlaceFinder(rules: RunningPlaces): Finder {
  const { held, lies, noPhrases, noPlaces, towns, sites, units, noUnits } = rules;
  const isNone = fitter([...noPhrases, ...noPlaces.filter(({ means }) => means === 'common noun')]);
  const isNoUnit = fitter(noUnits);
  const isSite = fitter(sites);
  const town = new RegExp(sourceOf(towns), 'u');
  const findTagged = taggedPlaceFinder(rules);
  /** Length of the name at the end of a long phrase, from its last proper word on: 海粟文化广场 of 又一全新商办综合体海粟文化广场. */
  const landmarkLength = (phrase: string): number =>
    phrase.length <= LONG_PHRASE || !isSite(phrase) ? 0 : phrase.length - lastProperWord(phrase);
  return (text) => {
    const folded = normalizeWithOrigin(text);
    const phrases = findAll(held, folded.text).flatMap(({ start, end }) => {
      const phrase = folded.text.slice(start, end);
      if (isNone(phrase)) return [];
      const tail = town.exec(phrase)?.[0].length ?? landmarkLength(phrase);
      return [
        { ...originalSpan(folded, start, end), held: true, weight: tail > 0 ? 1 : 2 },
        ...(tail > 0 ? [{ ...originalSpan(folded, end - tail, end), held: true, weight: 3 }] : []),
      ];
    });
    const lying = findAll(lies, folded.text).map(({ start, end }) => ({
      ...originalSpan(folded, start, end),
      held: true,
      weight: 2,
    }));
    const named = findAll(units, folded.text)
      .filter(({ start, end }) => !isNoUnit(folded.text.slice(start, end)))
      .map(({ start, end }) => ({ ...originalSpan(folded, start, end), held: false, weight: 2 }));
    const tagged = findTagged(folded);
    const isNew = (unit: Span): boolean =>
      !tagged.some(({ start, end }) => start < unit.end && unit.start < end);
    return [...tagged, ...named.filter(isNew), ...phrases, ...lying];
  };
}

/** Where the last proper word within a phrase begins; its length where there is none. */
function lastProperWord(phrase: string): number {
  const proper = tagWords(phrase)
    .slice(1, -1)
    .findLast(
      ({ word, tag }) => word.length > 1 && (tag === 'ns' || (tag !== 'eng' && glossesOf(word).length === 0)),
    );
  return proper?.start ?? phrase.length;
}

function taggedPlaceFinder({ ends, noPlaces, prepositions }: RunningPlaces) {
  const isPlace = fitter(ends.filter(({ means }) => means === 'is a place'));
  const lengthens = fitter(ends);
  const isCommon = fitter(noPlaces);
  const isAt = fitter(prepositions);
  return (folded: NormalizedText): Place[] => {
    const places: { start: number; end: number }[] = [];
    for (const { word, tag, start, end } of tagWords(folded.text)) {
      const last = places.at(-1);
      const mayBe = (tag === 'ns' && word.length > 1) || (tag !== 'x' && word.length > 2 && isPlace(word));
      if (mayBe && !isCommon(word)) places.push({ start, end });
      else if (last?.end === start && lengthens(word)) last.end = end;
    }
    return places.map((place, i) => {
      let first = i;
      while (first > 0 && places[first - 1]!.end === places[first]!.start) first--;
      const held = isAt(folded.text.slice(0, places[first]!.start));
      const contains = places[i + 1]?.start === place.end;
      const weight = (held ? 2 : 1) * (contains ? 0.5 : 1);
      return { ...originalSpan(folded, place.start, place.end), held: false, weight };
    });
  };
}

/** "In the greenhouse" weighs less than a name. */
const COMMON_WORTH = 0.5;

function capitalPlaceFinder({ named, common, noPlaces }: CapitalPlaces): Finder {
  const isNone = fitter(noPlaces);
  return (text) => {
    const find = (rules: readonly Rule<unknown>[], weight: number): Place[] =>
      findAll(rules, text)
        .filter(({ start, end }) => !isNone(text.slice(start, end)))
        .map((span) => ({ ...span, held: true, weight }));
    return [...find(named, 1), ...find(common, COMMON_WORTH)];
  };
}
