/** The nouns that an English question asks for: president of "which university president". */
import { containsHan } from '../../text/characters.ts';
import { kindOfEnglishNoun } from '../../text/noun-kinds.ts';
import { findEnglishOrganisations } from '../../text/organisations.ts';
import { ENGLISH_STOP_WORDS } from '../../text/stems.ts';
import type { AskedNoun } from './asked-noun.ts';

/** Words of an English noun phrase before its noun. */
const MAX_WORDS = 8;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’&-]*/gu;
/** What is asked for follows: which bank, what is the value, who is the chairman, name of the host. */
const START =
  /\b(?:(?:which|what(?! (?:the|an?)\b))(?:['’]?s| is| was| are| were| will be)?|who(?:['’]?s| is| was| are| were| became| becomes| will be| (?:serves?|served|acts?|acted) as| (?:is|was|has been) (?:named|appointed|elected)(?: as)?)|^(?:the )?(?:full )?names? of)\s+(?:(?:the|a|an|name of the|name of)\s+)*/g;

/** Nouns that a normalised question asks for in English, in its order. */
export function englishNouns(folded: string): AskedNoun[] {
  const starts = [...folded.matchAll(START)].map(({ 0: match, index }) => index + match.length);
  const asked = starts.flatMap((start) => nounAfter(folded, start) ?? []);
  // A name in a Chinese question asks nothing.
  if (starts.length > 0 || containsHan(folded) || ASKS_OTHERWISE.test(folded)) return asked;
  // Where no word asks, the last noun does if it can alone ("signing date?"), or else the first.
  // "PICC Group chairman name?" asks for the chairman.
  const last = nounBefore(folded.replace(/(?:['’]s)? names?\W*$/, ''));
  const first = nounAfter(folded, /^(?:(?:the|a|an) )?/.exec(folded)![0].length);
  // "Nanning matchmaking event: total investment of the projects?"
  const colon = /[:：]\s*(?:the\s+)?/.exec(folded);
  const after = colon === null ? null : nounAfter(folded, colon.index + colon[0].length);
  const found =
    [last, after].find((noun) => noun !== null && asksAlone(noun)) ??
    (first !== null && IS_WHOLE.test(folded.slice(first.start)) ? first : null);
  return found !== null && asksAlone(found) && !isObject(folded, found) ? [found] : [];
}

/** Of what somebody wants to do no noun is asked for: ban a user, set the clock in the container. */
const isObject = (folded: string, { kind, start }: AskedNoun): boolean =>
  /^(?:person|party)$/.test(kind) && OBJECT_OF.test(folded.slice(0, start));
const OBJECT_OF = /\S.*\b(?:an?|in|on|to|with|from|by|at|into|via|my|your) (?:\p{L}+ )?$/u;

/** Head of the harbour office; not docker compose restart. */
const IS_WHOLE = /^\S+?(?:\s+(?:of|for|to|at|in|from|who|that|when|during|on|with|as)\b|\s*(?:[,:;?]|$))/u;

/** Without a word that asks, only some nouns ask by themselves: a date, a sum, a chairman; a company does not. */
const asksAlone = ({ noun, kind }: AskedNoun): boolean =>
  /^(?:time|amount|person|party)$/.test(kind) || /\b(?:venue|location|address|headquarters)\b/.test(noun);

const ASKS_OTHERWISE =
  /\b(?:who|whom|whose|when|where|how|why|do|does|did|is|are|was|were|can|tell|describe|number of|vs|versus|difference|differences)\b/;

const PLURAL = /[^s]s$/;
const IRREGULAR_PAST =
  /^(?:met|made|won|spoke|took|gave|held|led|got|became|began|bought|sold|sent|built|paid|put|set|ran|said|told|came|went|left|found|kept|brought|drew|grew|rose|fell|wrote|chose|hit|cut|let|lost|took|sat|stood|struck|froze|drew|drove|beat|shut|lent|spent|sought|taught|caught|fought|dealt|saw|oversaw|overtook|undertook|underwent|withdrew|rose|quit|split|swept|rebuilt|bid|fed|flew|threw|rang|sang|swore|wore|chose)$/;

/** The last noun before what is done: site of "which railway station building site did he visit". */
function nounAfter(folded: string, from: number): AskedNoun | null {
  let found = null as AskedNoun | null;
  let owner = null as AskedNoun | null;
  const houses = findEnglishOrganisations(folded);
  const words = [...folded.slice(from).matchAll(WORD)].slice(0, MAX_WORDS);
  let end = from;
  for (const [i, { 0: word, index }] of words.entries()) {
    const start = from + index;
    const isOwner = /['’]s?$/.test(word);
    // The culture and tourism bureau.
    if (word === 'and' && found !== null) continue;
    // A University of Tokyo professor.
    if (word === 'of' && found?.kind === 'organisation') {
      const next = words[i + 1] === undefined ? null : nounAfter(folded, from + words[i + 1]!.index);
      if (next?.kind === 'person') return { ...next, of: houseIn(folded, from, next.start) };
    }
    if (
      // The fund China Construction Bank set up.
      (found !== null && houses.some((house) => house.start === start && house.end - start > word.length)) ||
      /[,;:?!()]/.test(folded.slice(end, start)) ||
      ENGLISH_STOP_WORDS.has(word) ||
      (!isOwner && isVerb(word, found)) ||
      // What day Jinan's library signed.
      (isOwner && /^(?:time|amount)$/.test(found?.kind ?? ''))
    )
      break;
    end = start + word.length;
    // What belongs to something is asked for, not the thing: the university's chief.
    if (isOwner) {
      owner = nounOf(word.replace(/['’]s?$/, ''), start, found?.noun);
      found = null;
    }
    found = nounOf(word, start, found?.noun) ?? found;
  }
  // Which lab's software did they use: the lab is asked for.
  if (
    found?.kind === 'thing' &&
    owner !== null &&
    IS_ACTOR.test(owner.kind) &&
    WHICH.test(folded.slice(0, from))
  )
    found = owner;
  return found && { ...found, of: houseIn(folded, from, found.start) };
}

const IS_ACTOR = /^(?:person|organisation|party)$/;
const WHICH = /\b(?:which|what)\s+$/;

/** A party secretary is no secretary, and a party chief no head of anything else. */
function nounOf(noun: string, start: number, before: string | undefined): AskedNoun | null {
  if (before === 'party' && /^(?:chief|boss|secretary|head|leader)$/.test(noun))
    return { noun: '书记', kind: 'person', start };
  const kind = kindOfEnglishNoun(noun);
  return kind === undefined ? null : { noun, kind, start };
}

/** Of the party secretary of a city the party is part of the title. */
const OF_PARTY = /\bparty $/;

/** What the noun at `start` is of: the words of its phrase before it, and what follows with "of". */
function houseIn(folded: string, from: number, start: number): string {
  const after = /^\S+ (?:of|at|for|from|in) (?<house>.+)/.exec(folded.slice(start));
  const [house = ''] = after === null ? [] : after.groups!.house!.split(HOUSE_END);
  return `${folded.slice(from, start).replace(OF_PARTY, '')} ${house}`.trim();
}
export const HOUSE_END =
  / (?:who|that|which|when|where|as|is|was|were|did|does|do|has|had|to|and|with|while|during|\w+ed)\b|[,;?]/;

/** Words that are mostly no nouns are verbs where they are past, or say what somebody does: executive sits, firms make. */
function isVerb(word: string, subject: AskedNoun | null): boolean {
  if (subject === null) return false;
  if (/[^e]ed$/.test(word) || IRREGULAR_PAST.test(word)) return true;
  const isPlural = PLURAL.test(subject.noun);
  const kind = kindOfEnglishNoun(word);
  // Firms of "state firms" are no verb.
  const mayAct = kind !== undefined && IS_ACTOR.test(kind);
  if (subject.kind !== 'thing' && !isPlural && !mayAct && PLURAL.test(word)) return true;
  return isPlural && kind === undefined;
}

/** The noun that ends the phrase: "Beijing News Fuyang signing date?". */
function nounBefore(folded: string): AskedNoun | null {
  const words = [...folded.matchAll(WORD)];
  const last = words.at(-1);
  const noun = last ? nounOf(last[0], last.index, words.at(-2)?.[0]) : null;
  return noun && { ...noun, of: houseIn(folded, 0, noun.start) };
}
