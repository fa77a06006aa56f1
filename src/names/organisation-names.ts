/** Names of organisations where words run on: known ones, those that end like one, and what stands where a party stands. */
import type { RunningOrganisations } from '../rules/names/names.ts';
import { fitter } from '../rules/rule.ts';
import { wordOf } from '../text/lexicon.ts';
import { originalSpan } from '../text/normalize.ts';
import { IS_LEGAL_FORM, LEGAL_FORM, NAME_END, SHORT_NAME_END } from '../text/organisation-words.ts';
import { findOrganisation } from '../text/organisations.ts';
import type { TaggedWord } from '../text/words.ts';
import type { Span } from '../types.ts';
import type { TextForNames } from './cut-for-names.ts';

/** Parts of speech that stand inside a name. */
const INSIDE_NAME = /^(?:n|ns|nr|nrt|nt|nz|ng|j|b|vn|an|eng|l|s|f|m|a|q|i|x)$/;

type Finder = (folded: TextForNames) => Span[];

/** Finds known organisations and what ends like one; spans are of the original text. */
export function organisationFinder(rules: RunningOrganisations): Finder {
  const isInside = fitter(rules.inside);
  const isBoundary = fitter(rules.boundaries);
  const isPointer = fitter(rules.pointers);
  const leads = rules.leads.filter(({ means }) => means === 'rank');
  const apart = jointSplitter(rules);
  return (folded) => {
    const found: Span[] = [];
    let first: number | null = null;
    // Whether any word of the name so far is proper, and whether the last one is.
    let proper = false;
    let properPart = false;
    for (const { word, tag, start, end } of folded.words.flatMap(apart)) {
      const known = findOrganisation(word) !== undefined;
      const inside = known || (!isBoundary(word) && (INSIDE_NAME.test(tag) || isInside(word)));
      if (!inside) {
        first = null;
        proper = false;
        properPart = false;
      } else {
        first ??= start;
        const name = folded.text.slice(first, end);
        const isShortName = properPart && SHORT_NAME_END.test(word);
        properPart = isProper(word, tag);
        proper ||= known || properPart;
        // 牛奶有限公司: no other word is a legal form, so what stands before it is a name whatever it means.
        const ends = isShortName || ((proper || hasLegalForm(name)) && NAME_END.test(name));
        if (known || (ends && !isPointer(name))) {
          // A longer name replaces the shorter one that it begins with: 比亚迪, then 比亚迪集团.
          if (found.at(-1)?.start === folded.origin[first]) found.pop();
          found.push(originalSpan(folded, known ? start : first + lengthOf(leads, name), end));
        }
      }
    }
    return found;
  };
}

/** Finds what stands where a party stands; spans are of the original text. */
export function partyFinder({ parties, noParties, pointers, leads }: RunningOrganisations): Finder {
  const isNone = fitter([...noParties, ...pointers]);
  return (folded) =>
    parties
      .flatMap(({ pattern }) => [...folded.text.matchAll(pattern)])
      .filter(([party]) => !isNone(party))
      .map(({ 0: party, index }) =>
        originalSpan(folded, index + lengthOf(leads, party), index + party.length),
      );
}

/** Length of what stands in front of a name and is no part of it. */
const lengthOf = (leads: RunningOrganisations['leads'], name: string): number =>
  leads.map(({ pattern }) => pattern.exec(name)).find((match) => match !== null)?.[0].length ?? 0;

/** Takes the joint from the front of a word that no dictionary has: 与兰台 of 大学与兰台医院. */
function jointSplitter({ joints }: RunningOrganisations): (word: TaggedWord) => TaggedWord[] {
  const begins = fitter(joints);
  return ({ word, tag, start, end }) =>
    tag !== 'x' || word.length < 2 || !begins(word) || wordOf(word).isGlossed
      ? [{ word, tag, start, end }]
      : [
          { word: word[0]!, tag: 'c', start, end: start + 1 },
          { word: word.slice(1), tag: 'x', start: start + 1, end },
        ];
}

/** 牛奶有限公司; neither 牛奶公司 nor a 股份有限公司 without a name. */
function hasLegalForm(name: string): boolean {
  const form = LEGAL_FORM.exec(name);
  return form !== null && form.index > 0 && !IS_LEGAL_FORM.test(form[0]);
}

/** A name has a part that no common noun is: a place, a person, Latin letters, a word that no dictionary has. */
function isProper(word: string, tag: string): boolean {
  if (/^(?:ns|nr|nrt|nt|nz|eng|j)$/.test(tag)) return true;
  const { glosses } = wordOf(word);
  return word.length > 1 && (glosses.length === 0 || /^[A-Z]/.test(glosses[0]!));
}
