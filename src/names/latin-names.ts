/** Names in Latin letters: capitalised words and what joins them. */
import { AND_WITHIN_NAME } from '../rules/en/names.ts';
import { ORGANISATIONS } from '../rules/en/organisations.ts';
import { PLACE_NAMES } from '../rules/en/place-names.ts';
import { isCommonGloss } from '../text/glosses.ts';
import { findEnglishOrganisations } from '../text/organisations.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import type { Name } from './names.ts';

/** No name goes on in the next cell of a table or the next line. */
const LATIN_NAME =
  /\b\p{Lu}(?:[\p{Script=Latin}\p{N}&'’-]|\.(?=[\p{Script=Latin}\p{N}]))*(?:[^\S\t\n]+(?:(?:of|for|and|the|de|&)[^\S\t\n]+)*\p{Lu}[\p{Script=Latin}\p{N}&'’-]*)*/gu;
/** Words in capitals throughout are a short form, and some names of organisations end in what others are called by. */
const ACRONYM = /^\p{Lu}{2,}$/u;
const OF_ORGANISATION = /\b(?:International|Scientific|BioMed)\b|&/u;
const isOfOrganisation = (name: string): boolean =>
  ACRONYM.test(name) ||
  OF_ORGANISATION.test(name) ||
  ORGANISATIONS.some(({ pattern, named = pattern }) => named.test(name.toLowerCase()));

/** Capitalised at the start of a sentence, in a date, or as the name of an event. */
const NOT_A_NAME =
  /^(?:The|A|An|In|On|At|It|This|That|These|Those|They|He|She|We|Both|Under|As|After|Before|During|For|With|By|From|According|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b/;

/** What people are, in capitals. */
const TITLE = /^C[ETFOMI]O$/;
/** Where a share is traded follows its number: 600000.SH. */
const TICKER = /\d\.$/u;
/** What a thing is called: AE200 X01, GPT-4. */
const MODEL = /^\p{Lu}{1,4}-?\d+/u;

export function findLatinNames(text: string): Omit<Name, 'text'>[] {
  const capitalised = [...text.matchAll(LATIN_NAME)].map(({ 0: match, index }) => ({ match, index }));
  return capitalised.flatMap(partiesOf).flatMap(({ match, index }): Omit<Name, 'text'>[] => {
    // "On Monday Cloud River Bank": the name is what follows.
    const end = index + match.length;
    let name = match;
    while (NOT_A_NAME.test(name) || opensWithVerb(name, text.slice(0, end - name.length)))
      name = name.replace(/^\S+\s*/, '');
    name = name.replace(/^(?:(?:of|for|and|the|de|&)\s+)+/, '');
    if (name.length < 2 || TITLE.test(name) || MODEL.test(name)) return [];
    if (isOpeningWord(name, text.slice(0, end - name.length), text.slice(end))) return [];
    if (PLACE_NAMES.some(({ pattern }) => pattern.test(name))) return [];
    if (TICKER.test(text.slice(Math.max(0, index - 3), index))) return [];
    const isOrganisation = isOfOrganisation(name) || !name.includes(' ') || name === name.toUpperCase();
    return [{ start: end - name.length, end, kind: isOrganisation ? 'organisation' : 'person' }];
  });
}

/** Capitalised only because a sentence begins with it: Check, You'll; but Apple, and Kestrel of "Kestrel reads". */
const isOpeningWord = (name: string, before: string, after: string): boolean =>
  BEGINS_SENTENCE.test(before) &&
  ONE_WORD.test(name) &&
  isCommon(name) &&
  !isKnown(name) &&
  (/s$|-/.test(name) || !DOES_SOMETHING.test(after));
const DOES_SOMETHING = /^\s+(?:\p{Ll}+(?:s|ed)|won|was|will|and)\b/u;

/** Keeping Sentry clean, Set the ABC. */
const opensWithVerb = (name: string, before: string): boolean =>
  BEGINS_SENTENCE.test(before) && VERB_IN_FRONT.test(name) && isCommon(/^\S+/.exec(name)![0]);

const BEGINS_SENTENCE = /(?:^|[.!?\n…]["'”’)]?)\s*$/u;
const ONE_WORD = /^\p{Lu}(?:\p{Ll}+(?:['’]\p{Ll}+)?|\p{Ll}*-\p{Ll}+)$/u;
const VERB_IN_FRONT = /^\p{Lu}\p{Ll}+(?:(?<=ing) |\s+the )\p{Lu}/u;

const isKnown = (name: string): boolean => findEnglishOrganisations(name).length > 0;
function isCommon(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    /['’]/.test(lower) ||
    ENGLISH_STOP_WORDS.has(lower) ||
    isCommonGloss(lower.replace(/^.*-/, '')) ||
    isCommonGloss(lower.replace(/ing$/, ''))
  );
}

interface Capitalised {
  readonly match: string;
  readonly index: number;
}

const AND = /\s+and\s+(?:the\s+)?/g;

/** Two names that "and" joins, each for itself: Harbour Institute and Reed Hospital, but not the Bank of Arts and Crafts. */
function partiesOf(whole: Capitalised): Capitalised[] {
  const { match, index } = whole;
  const joint = [...match.matchAll(AND)].find((and) => joinsNames(match, and.index, and[0].length));
  if (joint === undefined) return [whole];
  const end = joint.index + joint[0].length;
  return [
    { match: match.slice(0, joint.index), index },
    ...partiesOf({ match: match.slice(end), index: index + end }),
  ];
}

function joinsNames(capitalised: string, at: number, length: number): boolean {
  const marked = `${capitalised.slice(0, at)} ‹and› ${capitalised.slice(at + length)}`;
  return !AND_WITHIN_NAME.some(({ pattern }) => pattern.test(marked));
}
