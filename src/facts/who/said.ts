/** Whether a question itself says a name: who asks "who signed with Liaoning" does not ask for Liaoning. */

import type { Name } from '../../names/names.ts';
import type { Question } from '../../question/question.ts';
import { containsHan } from '../../text/characters.ts';
import { glossesOf } from '../../text/glosses.ts';
import { locateTerms, type Match } from '../../text/locate.ts';
import { normalize, toSimplified } from '../../text/normalize.ts';
import { COMMON_WORDS } from '../../text/organisation-words.ts';
import { findOrganisation } from '../../text/organisations.ts';
import { tagWords } from '../../text/words.ts';
import type { Terms } from '../../types.ts';

/**
 * A name is given by the question where it says this share of the words that make it this one; less is enough where
 * it says the last of them, which tells 三峡集团 from other groups, or four characters in a row: 黄埔文冲 of
 * 中船黄埔文冲船舶有限公司.
 */
const GIVEN_SHARE = 0.75;
const GIVEN_SHARE_IN_PART = 0.4;
const CHARACTERS_IN_A_ROW = 4;
/** A short form right after a name: 西北工业大学（简称“西工大”）, Centre Testing International (CTI). */
const SHORT_FORM = /^\s*[（(](?:[^（）()]{0,6}[“"])?([^“”"（）()]{2,12})["”]?[)）]/u;

/**
 * True where the question gives the name that stands in `sentence`.
 * @param type of the organisation asked for: one of that type is given only where nearly all of it is said
 */
export function isGiven(name: Name, sentence: string, { given }: Question, type?: RegExp): boolean {
  if (name.kind === 'person') return saidShare(name.text, given).share >= GIVEN_SHARE;
  const organisation = findOrganisation(toSimplified(name.text));
  if (organisation && given.has(`o:${organisation.name}`)) return true;
  const shortForm = SHORT_FORM.exec(sentence.slice(name.end))?.[1];
  // 奥迪公司 is given by 奥迪跟哪家公司签约; 中国银行 is not by 哪家银行 and a 中国 beside it.
  if (type?.test(name.text)) {
    const proper = normalize(name.text).replace(COMMON_WORDS, '');
    return saidShare(proper.length > 1 ? proper : name.text, given).share >= GIVEN_SHARE;
  }
  return saysName(name.text, given) || (shortForm !== undefined && saysName(shortForm, given));
}

/** True where the question's words make up most of a name. */
export function saysName(name: string, given: Terms): boolean {
  const core = normalize(name).replace(COMMON_WORDS, ' ').trim() || name;
  const { share, saysLast, inARow } = saidShare(core, given);
  const tells = inARow >= CHARACTERS_IN_A_ROW || (saysLast && !isOfOtherPlace(core, given));
  return share >= (tells ? GIVEN_SHARE_IN_PART : GIVEN_SHARE);
}

/** What other places have, too: 四川省旅游协会 is not given by who names the 旅游局 of a city elsewhere. */
function isOfOtherPlace(core: string, given: Terms): boolean {
  const words = tagWords(core);
  const places = words.filter(({ tag }) => tag === 'ns');
  return (
    words[0]?.tag === 'ns' &&
    /^[a-z]/.test(glossesOf(words.at(-1)!.word)[0] ?? '') &&
    places.every(({ word }) => saidShare(word, given).share === 0)
  );
}

/** Share of a name's characters whose words the question says, whether it says the last one, and how many in a row. */
function saidShare(name: string, given: Terms): { share: number; saysLast: boolean; inARow: number } {
  const core = normalize(name);
  const length = [...core.replace(/\s/g, '')].length;
  const matches = locateTerms(core, given).filter(({ terms }) =>
    [...terms.keys()].some((term) => term.length > 1),
  );
  const share = matches.reduce((sum, match) => sum + saidCharacters(match), 0) / Math.max(1, length);
  return {
    share,
    saysLast: matches.some(({ end }) => end === core.length),
    inARow: longestRun(matches.filter(({ terms }) => [...terms.keys()].some(isBigram))),
  };
}

const isBigram = (term: string): boolean => /^\p{Script=Han}{2}$/u.test(term);

/** Characters that matches cover one after the other, at most. */
function longestRun(matches: readonly Match[]): number {
  let best = 0;
  let start = 0;
  let end = 0;
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    if (match.start > end) start = match.start;
    end = Math.max(end, match.end);
    best = Math.max(best, end - start);
  }
  return best;
}

/**
 * 材料 says two of the four characters of 材料科学, and of a word known by its gloss the question says the share of
 * that gloss: who says "textile" does not name 中国纺织工业联合会.
 */
function saidCharacters({ start, end, terms }: Match): number {
  const said = [...terms];
  const bigrams = said.filter(([term]) => isBigram(term)).length;
  const gloss = said.reduce(
    (sum, [term, weight]) => sum + (!containsHan(term) || term.includes(':') ? weight : 0),
    0,
  );
  return Math.min(end - start, Math.max(bigrams === 0 ? 0 : bigrams + 1, gloss * (end - start)));
}
