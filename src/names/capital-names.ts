/** Names in languages that write them with capitals: capitalised words and what joins them. */
import type { LanguageRules } from '../rules/language.ts';
import type { CapitalNames } from '../rules/names/names.ts';
import { fitter, sourceOf } from '../rules/rule.ts';
import { isCommonGloss } from '../text/glosses.ts';
import { findEnglishOrganisations } from '../text/organisations.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import type { Name } from './names.ts';

type Found = Omit<Name, 'text'>;

/** Words in capitals throughout are a short form. */
const ACRONYM = /^\p{Lu}{2,}$/u;
/** Where a share is traded follows its number: 600000.SH. */
const TICKER = /\d\.$/u;
/** What a thing is called: AE200 X01, GPT-4. */
const MODEL = /^\p{Lu}{1,4}-?\d+/u;
const FIRST_WORD = /^\S+\s*/u;

/** Finds organisations and people in a text as it is written. */
export function capitalNameFinder(
  { organisations }: Pick<LanguageRules, 'organisations'>,
  rules: CapitalNames,
): (text: string) => Found[] {
  const within = sourceOf(rules.within);
  // No name goes on in the next cell of a table or the next line.
  const capitalisedWords = new RegExp(
    `\\b\\p{Lu}(?:[\\p{Script=Latin}\\p{N}&'’-]|\\.(?=[\\p{Script=Latin}\\p{N}]))*(?:[^\\S\\t\\n]+(?:${within}[^\\S\\t\\n]+)*\\p{Lu}[\\p{Script=Latin}\\p{N}&'’-]*)*`,
    'gu',
  );
  const leadWithin = new RegExp(`^(?:${within}\\s+)+`, 'u');
  const holdsWord = fitter(rules.ofOrganisations);
  const endsLikeOne = fitter(organisations.map(({ pattern, named = pattern }) => ({ pattern: named })));
  const isOrganisation = (name: string): boolean =>
    ACRONYM.test(name) ||
    holdsWord(name) ||
    endsLikeOne(name.toLowerCase()) ||
    !name.includes(' ') ||
    name === name.toUpperCase();
  const isNone = fitter(rules.noNames);
  const isPlace = fitter(rules.places);
  const { isOpeningWord, opensWithVerb } = sentenceStarts(rules);
  const partiesOf = partySplitter(rules);
  return (text) => {
    const capitalised = [...text.matchAll(capitalisedWords)].map(({ 0: match, index }) => ({ match, index }));
    return capitalised.flatMap(partiesOf).flatMap(({ match, index }): Found[] => {
      // "On Monday Cloud River Bank": the name is what follows.
      const end = index + match.length;
      let name = match;
      while (isNone(name) || opensWithVerb(name, text.slice(0, end - name.length)))
        name = name.replace(FIRST_WORD, '');
      name = name.replace(leadWithin, '');
      if (name.length < 2 || MODEL.test(name)) return [];
      if (isOpeningWord(name, text.slice(0, end - name.length), text.slice(end))) return [];
      if (isPlace(name)) return [];
      if (TICKER.test(text.slice(Math.max(0, index - 3), index))) return [];
      return [{ start: end - name.length, end, kind: isOrganisation(name) ? 'organisation' : 'person' }];
    });
  };
}

const BEGINS_SENTENCE = /(?:^|[.!?\n…]["'”’)]?)\s*$/u;
const ONE_WORD = /^\p{Lu}(?:\p{Ll}+(?:['’]\p{Ll}+)?|\p{Ll}*-\p{Ll}+)$/u;

/** Tells what has a capital only because a sentence begins with it. */
function sentenceStarts({ deeds, verbsInFront, verbEnds }: CapitalNames) {
  const doesSomething = fitter(deeds);
  const hasVerb = fitter(verbsInFront);
  const verbEnd = new RegExp(`${sourceOf(verbEnds)}$`, 'u');
  const isCommon = (word: string): boolean => {
    const lower = word.toLowerCase();
    return (
      /['’]/.test(lower) ||
      ENGLISH_STOP_WORDS.has(lower) ||
      isCommonGloss(lower.replace(/^.*-/, '')) ||
      isCommonGloss(lower.replace(verbEnd, ''))
    );
  };
  return {
    /** Check, You'll; but Apple, and Kestrel of "Kestrel reads". */
    isOpeningWord: (name: string, before: string, after: string): boolean =>
      BEGINS_SENTENCE.test(before) &&
      ONE_WORD.test(name) &&
      isCommon(name) &&
      !isKnown(name) &&
      (/s$|-/.test(name) || !doesSomething(after)),
    /** Keeping Sentry clean, Set the ABC. */
    opensWithVerb: (name: string, before: string): boolean =>
      BEGINS_SENTENCE.test(before) && hasVerb(name) && isCommon(/^\S+/.exec(name)![0]),
  };
}

const isKnown = (name: string): boolean => findEnglishOrganisations(name).length > 0;

interface Capitalised {
  readonly match: string;
  readonly index: number;
}

/** Makes of two names that "and" joins each its own: Harbour Institute and Reed Hospital, but not the Bank of Arts and Crafts. */
function partySplitter({ joints, joinedWithin }: CapitalNames): (whole: Capitalised) => Capitalised[] {
  const joint = new RegExp(sourceOf(joints), 'gu');
  const isWithin = fitter(joinedWithin);
  const joinsNames = (capitalised: string, at: number, length: number): boolean =>
    !isWithin(`${capitalised.slice(0, at)} ‹and› ${capitalised.slice(at + length)}`);
  const partiesOf = (whole: Capitalised): Capitalised[] => {
    const { match, index } = whole;
    const found = [...match.matchAll(joint)].find((one) => joinsNames(match, one.index, one[0].length));
    if (found === undefined) return [whole];
    const end = found.index + found[0].length;
    return [
      { match: match.slice(0, found.index), index },
      ...partiesOf({ match: match.slice(end), index: index + end }),
    ];
  };
  return partiesOf;
}
