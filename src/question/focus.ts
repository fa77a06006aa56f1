/** What a question turns on: of all its words those next to the question word say most about the answer. */
import { locateTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { normalize } from '../text/normalize.ts';
import type { Terms } from '../types.ts';

const QUESTION_WORD =
  /什么时候|啥时候|什么|啥|哪一?(?:[个位家所些年天月日里座种项支场]|些?国)?|多少|怎么样?|怎样|如何|为什么(?!时候)|为何|谁|何[时地处人]|几|(?:时间|日期|地点|金额)$|\b(?:who(?:m|se)?|what|which|when|where|why|how(?: (?:many|much|long|old|often|big|large|far))?)\b|\b(?:date|time|place|venue|amount)\b(?=\W*$)/g;
/** A word this many characters away from the question word counts half; an English word is longer. */
const HALF_DISTANCE = { han: 3, latin: 16 } as const;

/** Terms of a question, each weighing the more, up to 1, the nearer it stands to a question word. */
export function focusTerms(text: string, terms: Terms): Terms {
  const folded = normalize(text);
  const words = [...folded.matchAll(QUESTION_WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const focused = new Map<string, number>();
  for (const { start, end, terms: matched } of locateTerms(folded, terms)) {
    if (words.some((word) => word.start < end && start < word.end)) continue;
    const distance = Math.min(
      ...words.map((word) => (start >= word.end ? start - word.end : word.start - end)),
    );
    const half = containsHan(folded.slice(start, end)) ? HALF_DISTANCE.han : HALF_DISTANCE.latin;
    const weight = words.length === 0 ? 1 : 1 / (1 + distance / half);
    for (const term of matched.keys())
      focused.set(term, Math.max(weight * (terms.get(term) ?? 0), focused.get(term) ?? 0));
  }
  return focused;
}

/** A partner may be asked for by its kind alone: 合作银行是哪家, 签约单位有哪些. */
const PARTNER = /(?:合作|签约)\p{Script=Han}{2,3}/gu;

/** The question without its question words, so that another question word may follow. */
export const withoutQuestionWords = (text: string): string =>
  normalize(text).replace(QUESTION_WORD, ' ').replace(/[？?]/gu, ' ');

/** A noun phrase in which the question word says what kind of thing is asked for: which textile federation, 台湾哪个学会. */
const ASKED_PHRASE =
  /[^\s，。？！、和跟与同由被给在是为向从的对到]{0,6}(?:哪(?!一?[天年月日里儿])一?[几些两]?[个家所位支种座项]?)[^\s，。？！、和跟与同在是的签]{0,6}|(?<=那[家个所])[^\s，。？的]{2,10}?(?=(?:名字)?(?:叫|是)(?:什么|啥|哪|谁))|\b(?:which|what)\s+(?:(?!(?:did|does|do|is|was|were|has|had|have|will|can|to|with|for|in|at|on|by|from|of|the|that|who|\w+ed)\b)[\w'’&-]+\s*){1,5}/g;

/** The phrases that say what kind of thing is asked for, normalised: "which bank", 合作银行 of 合作银行是哪家. */
export const askedPhrases = (text: string): string[] => [
  ...(normalize(text).match(ASKED_PHRASE) ?? []),
  ...(normalize(text).match(PARTNER) ?? []),
];

const ASKED_KIND =
  /哪(?!一?[天年月日里儿])一?[几些两]?[个家所位支种座项]?[^\s，。？！、和跟与同在是的签]{0,6}/g;

/** The question without what follows a Chinese question word: 台湾哪个学会 names 台湾 and no society. */
export const withoutAskedKind = (text: string): string => normalize(text).replace(ASKED_KIND, ' ');

/** The question without the phrases that only describe what it asks for; what is left gives names and circumstances. */
export const withoutAskedPhrase = (text: string): string =>
  normalize(text).replace(ASKED_PHRASE, (phrase) => ' '.repeat(phrase.length));
