/** The noun that says what kind of thing a question asks for: president of "which university president", 地址 of 公司地址. */
import { LANGUAGES } from '../rules/languages.ts';
import { containsHan } from '../text/characters.ts';
import { kindOfChineseNoun, kindOfEnglishNoun, type NounKind } from '../text/noun-kinds.ts';
import { findEnglishOrganisations } from '../text/organisations.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import { tagWords } from '../text/words.ts';

export interface AskedNoun {
  readonly noun: string;
  readonly kind: NounKind;
  /** Offset into the normalised question, of the noun or of what stands for it. */
  readonly start: number;
  /** Of a person: words that say of which house, as the question has them: PICC in "PICC's chairman". */
  readonly of?: string;
}

/** Words of an English noun phrase before its noun. */
const MAX_WORDS = 8;
const ENGLISH_WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’&-]*/gu;
/** What is asked for follows: which bank, what is the value, who is the chairman, name of the host. */
const ENGLISH_START =
  /\b(?:(?:which|what)(?:['’]s| is| was| are| were| will be)?|who(?:['’]s| is| was| are| were| became| becomes| will be| (?:serves?|served|acts?|acted) as| (?:is|was|has been) (?:named|appointed|elected)(?: as)?)|^(?:the )?(?:full )?names? of)\s+(?:(?:the|a|an|name of the|name of)\s+)*/g;

/** Nouns that a normalised English question asks for, in its order. */
function englishNouns(folded: string): AskedNoun[] {
  const starts = [...folded.matchAll(ENGLISH_START)].map(({ 0: match, index }) => index + match.length);
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
  const found = [last, after].find((noun) => noun !== null && asksAlone(noun)) ?? first;
  return found !== null && asksAlone(found) ? [found] : [];
}

/** Without a word that asks, only some nouns ask by themselves: a date, a sum, a chairman; a company does not. */
const asksAlone = ({ noun, kind }: AskedNoun): boolean =>
  /^(?:time|amount|person|party)$/.test(kind) ||
  /地[址点]?$|位置|选址|总部|城市|\b(?:venue|location|address|headquarters)\b/.test(noun);

const DOERS = LANGUAGES.flatMap(({ asking }) => asking.doers);
const doers = (folded: string): AskedNoun[] =>
  DOERS.flatMap(({ pattern, means: noun }) => {
    const start = folded.search(pattern);
    const of = folded.slice(start).replace(pattern, '').split(HOUSE_END)[0]!.trim();
    return start < 0 ? [] : [{ noun, kind: 'person' as const, start, of }];
  });

const ASKS_OTHERWISE =
  /\b(?:who|whom|whose|when|where|how|why|do|does|did|is|are|was|were|can|tell|describe|number of)\b/;

const PLURAL = /[^s]s$/;
const IRREGULAR_PAST =
  /^(?:met|made|won|spoke|took|gave|held|led|got|became|began|bought|sold|sent|built|paid|put|set|ran|said|told|came|went|left|found|kept|brought|drew|grew|rose|fell|wrote|chose|hit|cut|let|lost|took|sat|stood|struck|froze|drew|drove|beat|shut|lent|spent|sought|taught|caught|fought|dealt|saw|oversaw|overtook|undertook|underwent|withdrew|rose|quit|split|swept|rebuilt|bid|fed|flew|threw|rang|sang|swore|wore|chose)$/;

/** The last noun before what is done: site of "which railway station building site did he visit". */
function nounAfter(folded: string, from: number): AskedNoun | null {
  let found = null as AskedNoun | null;
  let owner = null as AskedNoun | null;
  const houses = findEnglishOrganisations(folded);
  const words = [...folded.slice(from).matchAll(ENGLISH_WORD)].slice(0, MAX_WORDS);
  let end = from;
  for (const [i, { 0: word, index }] of words.entries()) {
    const start = from + index;
    const isOwner = /['’]s?$/.test(word);
    // The culture and tourism bureau.
    if (word === 'and' && found !== null) continue;
    // A University of Tokyo professor.
    if (word === 'of' && found?.kind === 'organisation') {
      const next = words[i + 1] === undefined ? null : nounAfter(folded, from + words[i + 1]!.index);
      if (next?.kind === 'person') return { ...next, of: englishHouse(folded, from, next.start) };
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
      owner = englishNoun(word.replace(/['’]s?$/, ''), start, found?.noun);
      found = null;
    }
    found = englishNoun(word, start, found?.noun) ?? found;
  }
  // Which lab's software did they use: the lab is asked for.
  if (
    found?.kind === 'thing' &&
    owner !== null &&
    IS_ACTOR.test(owner.kind) &&
    WHICH.test(folded.slice(0, from))
  )
    found = owner;
  return found && { ...found, of: englishHouse(folded, from, found.start) };
}

const IS_ACTOR = /^(?:person|organisation|party)$/;
const WHICH = /\b(?:which|what)\s+$/;

/** A party secretary is no secretary, and a party chief no head of anything else. */
function englishNoun(noun: string, start: number, before: string | undefined): AskedNoun | null {
  if (before === 'party' && /^(?:chief|boss|secretary|head|leader)$/.test(noun))
    return { noun: '书记', kind: 'person', start };
  const kind = kindOfEnglishNoun(noun);
  return kind === undefined ? null : { noun, kind, start };
}

/** Of the party secretary of a city the party is part of the title. */
const OF_PARTY = /\bparty $/;

/** What the noun at `start` is of: the words of its phrase before it, and what follows with "of". */
function englishHouse(folded: string, from: number, start: number): string {
  const after = /^\S+ (?:of|at|for|from|in) (?<house>.+)/.exec(folded.slice(start));
  const [house = ''] = after === null ? [] : after.groups!.house!.split(HOUSE_END);
  return `${folded.slice(from, start).replace(OF_PARTY, '')} ${house}`.trim();
}
const HOUSE_END =
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
  const words = [...folded.matchAll(ENGLISH_WORD)];
  const last = words.at(-1);
  const noun = last ? englishNoun(last[0], last.index, words.at(-2)?.[0]) : null;
  return noun && { ...noun, of: englishHouse(folded, 0, noun.start) };
}

/** What stands between a question word and its noun: 哪几家, 什么样的. */
const CHINESE_WORD =
  /哪(?![里儿])(?!一?[天年月日])一?[几些两三四五六七八九十]?[个家所位支种座项条名款]?|(?:(?<![为用靠凭])什么样?的?|啥)(?!时候)/gu;
/** A noun stands before it: 董事长叫什么, 地址是哪里. */
const CHINESE_END =
  /(?:的?(?:名字|姓名))?(?:(?:叫|是|姓|选了?)(?:做|个)?(?:什么|啥|谁|哪)|(?:[由归选换派让请]|目前是|现在是)谁|是(?=[？?\s]*$))/gu;
/** Or at the end of what somebody is: 谁是海棠的董事长. */
const WHO_IS = /谁(?:是|担任|出任|当选为?|任)[^，。？！,?!\s]{2,20}?(?=[了的呢啊吧]?(?:[，。？！,?!\s]|$))/gu;
/** Where nothing else asks, the last noun does. */
const NO_QUESTION = /^(?!.*(?:谁|哪|什么|啥|几|多少|何|吗|怎|how|wh))/u;
const MAX_NOUN_CHARACTERS = 8;
/** 总经理 姓名 asks for the manager. */
const NAME_OF = /(?:\s*的?(?:姓名|名字|名单))?[\s？?。呢]*$/u;

function chineseNouns(folded: string): AskedNoun[] {
  const after = [...folded.matchAll(CHINESE_WORD)].flatMap(
    ({ 0: word, index }) => chineseNounAfter(folded, index + word.length) ?? [],
  );
  const before = [...folded.matchAll(CHINESE_END)]
    // 闸门是谁建的 does not ask for the gate, nor 集团是谁创办的 for the company.
    .flatMap(({ 0: asks, index }) => {
      const noun = chineseNounBefore(folded, index);
      const asked = asks.includes('叫')
        ? /^(?:person|party|organisation|amount)$/
        : /^(?:person|party|amount)$/;
      return noun !== null && asked.test(noun.kind) ? [noun] : [];
    });
  const described = [...folded.matchAll(WHO_IS)].flatMap(({ 0: asks, index }) => {
    const noun = chineseNounBefore(folded, index + asks.length);
    return noun?.kind === 'person' ? [noun] : [];
  });
  if (after.length + before.length + described.length > 0) return [...after, ...before, ...described];
  if (!NO_QUESTION.test(folded)) return [];
  const last = chineseNounBefore(folded, folded.replace(NAME_OF, '').length);
  if (last !== null && asksAlone(last)) return [last];
  // 奉贤 区委书记 上海大学签约: a title that stands alone asks who bears it.
  const alone = [...folded.matchAll(/(?<!\S)\S+(?!\S)/gu)].map(({ 0: word, index }) =>
    chineseNounBefore(folded, index + word.length),
  );
  return alone.filter((noun) => noun?.kind === 'person').slice(0, 1) as AskedNoun[];
}

const IS_NOUN = /^(?:n|nr|ns|nt|nz|ng|nrt|j|b|vn|an|x|eng|s|f|a|m|q|i|l)$/;
/** What is done follows the noun: 哪个县签的, 哪个镇办的. */
const ENDS_NOUN = /[签办搞是有在的和跟与同了给把被，。？！、,?!\s]|一起|一块|联合|合作/u;

function chineseNounAfter(folded: string, from: number): AskedNoun | null {
  const rest = folded.slice(from, from + MAX_NOUN_CHARACTERS);
  const phrase = rest.slice(0, rest.search(ENDS_NOUN) < 0 ? undefined : rest.search(ENDS_NOUN));
  const ends = tagWords(phrase).map(({ end }) => end);
  const nouns = ends.map((end) => nounOf(phrase.slice(0, end), from)).filter((noun) => noun !== null);
  const noun = nouns.at(-1);
  return noun
    ? { ...noun, of: chineseHouse(folded.slice(0, from).replace(CHINESE_WORD, '')) + noun.noun }
    : null;
}

/** What the noun is of that follows: 图书交流委员会 of 新设的图书交流委员会，主任. */
const chineseHouse = (before: string): string =>
  /[^的，。？！]{0,16}$/u.exec(before.replace(/[的，,\s]+$/u, ''))![0];

function chineseNounBefore(folded: string, to: number): AskedNoun | null {
  const words = tagWords(folded.slice(0, to).replace(/的?$/u, ''));
  const last = words.at(-1);
  if (last === undefined || !(IS_NOUN.test(last.tag) || kindOfChineseNoun(last.word))) return null;
  const first = words.at(-2)?.end === last.start && IS_NOUN.test(words.at(-2)!.tag) ? words.at(-2)! : last;
  const noun =
    nounOf(folded.slice(last.start, last.end), last.start) ??
    nounOf(folded.slice(first.start, last.end), first.start);
  return noun && { ...noun, of: chineseHouse(folded.slice(0, noun.start)) };
}

function nounOf(noun: string, start: number): AskedNoun | null {
  const kind = noun === '' ? undefined : kindOfChineseNoun(noun);
  return kind === undefined ? null : { noun, kind, start };
}

/** Nouns that a normalised question asks for. */
export const askedNouns = (folded: string): AskedNoun[] =>
  [
    ...(containsHan(folded) ? chineseNouns(folded) : []),
    ...(/[a-z]/.test(folded) ? englishNouns(folded) : []),
    ...doers(folded),
  ].sort((a, b) => a.start - b.start);
