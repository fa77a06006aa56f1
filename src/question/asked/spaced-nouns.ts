/** The nouns that a question asks for where words stand apart: president of "which university president". */
import type { SpacedNouns } from '../../rules/nouns.ts';
import { fitter, sourceOf } from '../../rules/rule.ts';
import { containsHan } from '../../text/characters.ts';
import { kindOfEnglishNoun } from '../../text/noun-kinds.ts';
import { findEnglishOrganisations } from '../../text/organisations.ts';
import { ENGLISH_STOP_WORDS } from '../../text/stems.ts';
import type { AskedNoun } from './asked-noun.ts';

/** Words of a noun phrase before its noun. */
const MAX_WORDS = 8;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’&-]*/gu;
const IS_ACTOR = /^(?:person|organisation|party)$/;

/** Finds the nouns that a normalised question asks for, in its order. */
export function spacedNounFinder(rules: SpacedNouns): (folded: string) => AskedNoun[] {
  const starts = new RegExp(sourceOf(rules.starts), 'gu');
  const nameOf = new RegExp(sourceOf(rules.nameOf), 'u');
  const article = new RegExp(`^${sourceOf(rules.articles)}?`, 'u');
  const afterColon = new RegExp(`[:：]\\s*${sourceOf(rules.articles)}?`, 'u');
  const asksOtherwise = fitter(rules.otherwise);
  const isWhole = fitter(rules.whole);
  const isObjectOf = fitter(rules.objectOf);
  const isPlaceAlone = fitter(rules.alone);
  const { nounAfter, nounBefore } = phraseReader(rules);

  // Without a word that asks, only some nouns ask by themselves: a date, a sum, a chairman; a company does not.
  const asksAlone = ({ noun, kind }: AskedNoun): boolean =>
    /^(?:time|amount|person|party)$/.test(kind) || isPlaceAlone(noun);
  // Of what somebody wants to do no noun is asked for: ban a user, set the clock in the container.
  const isObject = (folded: string, { kind, start }: AskedNoun): boolean =>
    /^(?:person|party)$/.test(kind) && isObjectOf(folded.slice(0, start));

  return (folded) => {
    const places = [...folded.matchAll(starts)].map(({ 0: match, index }) => index + match.length);
    const asked = places.flatMap((start) => nounAfter(folded, start) ?? []);
    // A name in a Chinese question asks nothing.
    if (places.length > 0 || containsHan(folded) || asksOtherwise(folded)) return asked;
    // Where no word asks, the last noun does if it can alone ("signing date?"), or else the first.
    // "PICC Group chairman name?" asks for the chairman.
    const last = nounBefore(folded.replace(nameOf, ''));
    const first = nounAfter(folded, article.exec(folded)![0].length);
    // "Nanning matchmaking event: total investment of the projects?"
    const colon = afterColon.exec(folded);
    const after = colon === null ? null : nounAfter(folded, colon.index + colon[0].length);
    const found =
      [last, after].find((noun) => noun !== null && asksAlone(noun)) ??
      (first !== null && isWhole(folded.slice(first.start)) ? first : null);
    return found !== null && asksAlone(found) && !isObject(folded, found) ? [found] : [];
  };
}

type PhrasePatterns = ReturnType<typeof patternsOf>;

function patternsOf({ owners, plurals, past, which, joinedTitles, of, phraseEnds }: SpacedNouns) {
  return {
    joinedTitles,
    owner: new RegExp(sourceOf(owners), 'u'),
    isPlural: fitter(plurals),
    isPast: fitter(past),
    isWhich: fitter(which),
    beforeTitle: new RegExp(`\\b(?:${joinedTitles.map(({ before }) => before).join('|')}) $`, 'u'),
    ofPhrase: new RegExp(sourceOf(of), 'u'),
    phraseEnd: new RegExp(sourceOf(phraseEnds), 'u'),
  };
}

/** Reads the noun of the phrase that begins or ends somewhere. */
function phraseReader(rules: SpacedNouns) {
  const patterns = patternsOf(rules);
  return {
    nounAfter: (folded: string, from: number): AskedNoun | null => nounAfter(folded, from, patterns),
    nounBefore: (folded: string): AskedNoun | null => nounBefore(folded, patterns),
  };
}

/** A party secretary is no secretary, and a party chief no head of anything else. */
function nounOf(
  noun: string,
  start: number,
  before: string | undefined,
  { joinedTitles }: PhrasePatterns,
): AskedNoun | null {
  const title = joinedTitles.find((one) => one.before === before && one.noun.pattern.test(noun));
  if (title !== undefined) return { noun: title.noun.means, kind: 'person', start };
  const kind = kindOfEnglishNoun(noun);
  return kind === undefined ? null : { noun, kind, start };
}

/** What the noun at `start` is of: the words of its phrase before it, and what follows with "of". */
function ownerIn(
  folded: string,
  from: number,
  start: number,
  { ofPhrase, phraseEnd, beforeTitle }: PhrasePatterns,
): string {
  const [behind = ''] = ofPhrase.exec(folded.slice(start))?.groups?.of?.split(phraseEnd) ?? [];
  // Of the party secretary of a city the party is part of the title.
  return `${folded.slice(from, start).replace(beforeTitle, '')} ${behind}`.trim();
}

/** Words that are mostly no nouns are verbs where they are past, or say what somebody does: executive sits, firms make. */
function isVerb(word: string, subject: AskedNoun | null, { isPast, isPlural }: PhrasePatterns): boolean {
  if (subject === null) return false;
  if (isPast(word)) return true;
  const isMany = isPlural(subject.noun);
  const kind = kindOfEnglishNoun(word);
  // Firms of "state firms" are no verb.
  const mayAct = kind !== undefined && IS_ACTOR.test(kind);
  if (subject.kind !== 'thing' && !isMany && !mayAct && isPlural(word)) return true;
  return isMany && kind === undefined;
}

/** The last noun before what is done: site of "which railway station building site did he visit". */
function nounAfter(folded: string, from: number, patterns: PhrasePatterns): AskedNoun | null {
  const { owner, isWhich } = patterns;
  let found = null as AskedNoun | null;
  let owning = null as AskedNoun | null;
  const organisations = findEnglishOrganisations(folded);
  const words = [...folded.slice(from).matchAll(WORD)].slice(0, MAX_WORDS);
  let end = from;
  for (const [i, { 0: word, index }] of words.entries()) {
    const start = from + index;
    // The culture and tourism bureau.
    if (word === 'and' && found !== null) continue;
    // A University of Tokyo professor.
    if (word === 'of' && found?.kind === 'organisation') {
      const next =
        words[i + 1] === undefined ? null : nounAfter(folded, from + words[i + 1]!.index, patterns);
      if (next?.kind === 'person') return { ...next, of: ownerIn(folded, from, next.start, patterns) };
    }
    const isOwner = owner.test(word);
    // The fund China Construction Bank set up.
    const beginsName =
      found !== null && organisations.some((one) => one.start === start && one.end - start > word.length);
    const isApart = /[,;:?!()]/.test(folded.slice(end, start));
    if (beginsName || isApart || endsPhrase(word, isOwner, found, patterns)) break;
    end = start + word.length;
    // What belongs to something is asked for, not the thing: the university's chief.
    if (isOwner) {
      owning = nounOf(word.replace(owner, ''), start, found?.noun, patterns);
      found = null;
    }
    found = nounOf(word, start, found?.noun, patterns) ?? found;
  }
  // Which lab's software did they use: the lab is asked for.
  const isOwned = found?.kind === 'thing' && owning !== null && IS_ACTOR.test(owning.kind);
  if (isOwned && isWhich(folded.slice(0, from))) found = owning;
  return found && { ...found, of: ownerIn(folded, from, found.start, patterns) };
}

/** Whether a word is none of the phrase that has had a noun, or none yet. */
const endsPhrase = (
  word: string,
  isOwner: boolean,
  found: AskedNoun | null,
  patterns: PhrasePatterns,
): boolean =>
  ENGLISH_STOP_WORDS.has(word) ||
  (!isOwner && isVerb(word, found, patterns)) ||
  // What day Jinan's library signed.
  (isOwner && /^(?:time|amount)$/.test(found?.kind ?? ''));

/** The noun that ends the phrase: "Beijing News Fuyang signing date?". */
function nounBefore(folded: string, patterns: PhrasePatterns): AskedNoun | null {
  const words = [...folded.matchAll(WORD)];
  const last = words.at(-1);
  const noun = last ? nounOf(last[0], last.index, words.at(-2)?.[0], patterns) : null;
  return noun && { ...noun, of: ownerIn(folded, 0, noun.start, patterns) };
}
