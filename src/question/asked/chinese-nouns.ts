/** The nouns that a Chinese question asks for: 学会 of 哪个学会, 地址 of 公司地址. */
import { containsHan } from '../../text/characters.ts';
import { kindOfChineseNoun } from '../../text/noun-kinds.ts';
import { tagWords } from '../../text/words.ts';
import type { AskedNoun } from './asked-noun.ts';

/** What stands between a question word and its noun: 哪几家, 什么样的. */
const WORD =
  /哪(?![里儿])(?!一?[天年月日])一?[几些两三四五六七八九十]?[个家所位支种座项条名款]?|(?:(?<![为用靠凭])什么样?的?|啥)(?!时候)/gu;
/** A noun stands before it: 董事长叫什么, 地址是哪里. */
const END =
  /(?:的?(?:名字|姓名))?(?:(?:叫|是|姓|选了?)(?:做|个)?(?:什么|啥|谁|哪)|(?:[由归选换派让请]|目前是|现在是)谁|(?:都|分别)?有(?:哪些人?|哪几[个位名]|谁)(?=[呢啊？?\s]*$)|是(?=[？?\s]*$))/gu;
/** Or at the end of what somebody is: 谁是海棠的董事长. */
const WHO_IS = /谁(?:是|担任|出任|当选为?|任)[^，。？！,?!\s]{2,20}?(?=[了的呢啊吧]?(?:[，。？！,?!\s]|$))/gu;
/** Where nothing else asks, the last noun does. */
const NO_QUESTION = /^(?!.*(?:谁|哪|什么|啥|几|多少|何|吗|怎))/u;
const MAX_NOUN_CHARACTERS = 8;
/** 总经理 姓名 asks for the manager. */
const NAME_OF = /(?:\s*的?(?:姓名|名字|名单))?[\s？?。呢]*$/u;

/** Nouns that a normalised question asks for in Chinese, in no order. */
export function chineseNouns(folded: string): AskedNoun[] {
  if (!containsHan(folded)) return [];
  const after = [...folded.matchAll(WORD)].flatMap(
    ({ 0: word, index }) => nounAfter(folded, index + word.length) ?? [],
  );
  const before = [...folded.matchAll(END)]
    // 闸门是谁建的 does not ask for the gate, nor 集团是谁创办的 for the company.
    .flatMap(({ 0: asks, index }) => {
      const noun = nounBefore(folded, index);
      const asked = asks.includes('叫')
        ? /^(?:person|party|organisation|amount)$/
        : /^(?:person|party|amount)$/;
      return noun !== null && asked.test(noun.kind) ? [noun] : [];
    });
  const described = [...folded.matchAll(WHO_IS)].flatMap(({ 0: asks, index }) => {
    const noun = nounBefore(folded, index + asks.length);
    return noun?.kind === 'person' ? [noun] : [];
  });
  if (after.length + before.length + described.length > 0) return [...after, ...before, ...described];
  if (!NO_QUESTION.test(folded)) return [];
  const last = nounBefore(folded, folded.replace(NAME_OF, '').length);
  if (last !== null && asksAlone(last)) return [last];
  // 奉贤 区委书记 上海大学签约: a title that stands alone asks who bears it.
  const alone = [...folded.matchAll(/(?<!\S)\S+(?!\S)/gu)].map(({ 0: word, index }) =>
    nounBefore(folded, index + word.length),
  );
  return alone.filter((noun) => noun?.kind === 'person').slice(0, 1) as AskedNoun[];
}

const IS_NOUN = /^(?:n|nr|ns|nt|nz|ng|nrt|j|b|vn|an|x|eng|s|f|a|m|q|i|l)$/;
/** What is done follows the noun: 哪个县签的, 哪个镇办的. */
const ENDS_NOUN = /[签办搞是有在的和跟与同了给把被，。？！、,?!\s]|一起|一块|联合|合作/u;

function nounAfter(folded: string, from: number): AskedNoun | null {
  const rest = folded.slice(from, from + MAX_NOUN_CHARACTERS);
  const phrase = rest.slice(0, rest.search(ENDS_NOUN) < 0 ? undefined : rest.search(ENDS_NOUN));
  const ends = tagWords(phrase).map(({ end }) => end);
  const nouns = ends.map((end) => nounOf(phrase.slice(0, end), from)).filter((noun) => noun !== null);
  const noun = nouns.at(-1);
  return noun ? { ...noun, of: houseIn(folded.slice(0, from).replace(WORD, '')) + noun.noun } : null;
}

/** What the noun is of that follows: 图书交流委员会 of 新设的图书交流委员会，主任. */
const houseIn = (before: string): string =>
  /[^的，。？！]{0,16}$/u.exec(before.replace(/[的，,\s]+$/u, ''))![0];

function nounBefore(folded: string, to: number): AskedNoun | null {
  const words = tagWords(folded.slice(0, to).replace(/的?$/u, ''));
  const last = words.at(-1);
  if (last === undefined || !(IS_NOUN.test(last.tag) || kindOfChineseNoun(last.word))) return null;
  const first = words.at(-2)?.end === last.start && IS_NOUN.test(words.at(-2)!.tag) ? words.at(-2)! : last;
  const noun =
    nounOf(folded.slice(last.start, last.end), last.start) ??
    nounOf(folded.slice(first.start, last.end), first.start);
  return noun && { ...noun, of: houseIn(folded.slice(0, noun.start)) };
}

function nounOf(noun: string, start: number): AskedNoun | null {
  const kind = noun === '' ? undefined : kindOfChineseNoun(noun);
  return kind === undefined ? null : { noun, kind, start };
}

/** Where no word asks, only some nouns do by themselves: a day, a sum, a chairman; a company does not. */
const asksAlone = ({ noun, kind }: AskedNoun): boolean =>
  /^(?:time|amount|person|party)$/.test(kind) || /地[址点]?$|位置|选址|总部|城市/.test(noun);
