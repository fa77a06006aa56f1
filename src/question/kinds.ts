/** For which kinds of fact a question asks: by its question words, or by the noun that says what is asked for. */
import type { NounKind } from '../text/noun-kinds.ts';
import type { FactKind } from '../types.ts';
import type { AskedNoun } from './asked-noun.ts';

/** Question words of a kind, in simplified, lower-case text. */
const QUESTION_WORDS: readonly (readonly [FactKind, RegExp])[] = [
  ['when', /什么时候|啥时|何时|何日|(?<!\d)几时|多会儿|成立于[？?\s]*$|(?:签约|签署|签订|成立|开业|揭牌|开幕|生效)日[？?\s]*$|哪一?[天年月日]|(?<!哪)几[月号日]|(?<!多长)(?:时间|日期)(?![内后前里])|(?<!\b(?:who|whom|what|which|how|where)\b.*\w )\bwhen\b|\b(?:and|or) when\b|\bdate\b|\bhow soon\b/],
  ['number', /多少|(?<![哪那这好])几(?![月号日时乎])|多[大高长远快重久强宽深厚]|\bhow (?:many|much|long|big|large|old|often|far|high|fast|tall|deep|wide)\b|\bnumber of\b|\brank(?:s|ed|ing)?\b|排名|名次|\bwhich (?:birth )?anniversary/],
  ['where', /哪里|哪儿|(?<!如)何处|在哪(?!一?[家个位些天年月日次所几本部张首篇幅件种])|哪条|什么地方|何地|(?:签约|签署|举办|举行)地[？?\s]*$|(?<!\b(?:event|summit|forum|ceremony|conference|meeting|contest|competition|show|expo|fair|festival|signing|visit|one|place|city|town|company|school|deal) )\bwhere(?:abouts)?\b(?!.*\brank)|\bat (?:what|which) (?:\S+ )?(?:forum|conference|event|fair|expo|summit|park|base|university|school|college|hospital)\b|\b(?:what|which) part of\b|(?:哪[个次]?|什么)(?:[大峰年]?会上|大会|论坛|峰会)/],
  ['who', /谁|哪位|何人|[和跟与同]哪[里儿](?:签|合作)|哪[几些两三]?[家所](?!城市|酒店|宾馆|饭店)|(?:合作|签约)(?:单位|银行|方|对象)|(?<!\b(?:people|those|one|person|man|woman|men|women|guy|official|executive|leader|company|firm)s? )\bwho(?:m|se)?\b|\bwith (?:what|which)\b/],
]; // biome-ignore format: a table

/** What asks for the noun of a kind; a thing is asked for as `what`, which is no fact. */
const ASKED_AS: Readonly<Record<NounKind, FactKind>> = {
  person: 'who',
  organisation: 'who',
  party: 'who',
  place: 'where',
  time: 'when',
  amount: 'number',
  thing: 'what',
};

/** A province, a county or a town can be the party that signed: 和哪个县签约, which province teamed up with it. */
const BEFORE_PARTY = /(?:[和跟与同][^，。？]{0,2}哪[^，。？]{0,3}|\bwith (?:what|which) (?:\S+ ){0,3})$/;
const AFTER_PARTY =
  /^(?:[^，。？]{0,2}(?:签|达成|联手|携手|(?:跟|和|与|同).{2,12}签)|\S* (?:signed|agreed|teamed|partnered|joined|inked|reached|struck|got together))/;
const SIGNS_WITH =
  /\b(?:sign|team up|partner|cooperate|work|link up|ally)\b[^,?]*? with(?= (?:the day|in|on|at|before|after|last|this|during)\b|\W*$)/;
const USED = /(?:[使采选运借]用|用的?是?|基于|搭载|依托|接入)[^，。？和跟与同]{0,8}哪[几些]?[个款种]$/;
const VENUE = /酒店|宾馆|饭店|剧[场院]|城市/;
const IN_PLACE = /(?:[在于到去][^，。？]{0,8}|\b(?:in|at|near) (?:what|which) (?:\S+ ){0,3})$/;

function kindOfNoun(folded: string, { noun, kind, start }: AskedNoun): FactKind {
  const [before, after] = [folded.slice(0, start), folded.slice(start + noun.length)];
  // 用的是哪个平台 asks for a thing.
  if (noun === '平台' && USED.test(before)) return 'what';
  // 那个中心叫什么 asks for a name.
  if (kind === 'place' && /^(?:的?名字)?叫/.test(after)) return 'what';
  // 哪家国家图书馆签的 asks for the library.
  if (kind === 'place' && /哪[几些两三]?家/.test(before) && !IN_PLACE.test(before) && !VENUE.test(noun))
    return 'who';
  // Which city did it sign with.
  if (kind === 'place' && SIGNS_WITH.test(after)) return 'who';
  if (kind === 'place' && (BEFORE_PARTY.test(before) || (!IN_PLACE.test(before) && AFTER_PARTY.test(after))))
    return 'who';
  return kind === 'organisation' && /\b(?:in|at|near) (?:what|which) (?:\S+ ){0,3}$/.test(before)
    ? 'where'
    : ASKED_AS[kind];
}

/** Kinds of fact that a normalised question asks for, in its order; `what` alone where nothing else is. */
export function kindsOf(folded: string, asked: readonly AskedNoun[]): FactKind[] {
  const nouns = asked.map((noun) => ({ kind: kindOfNoun(folded, noun), place: noun.start }));
  // What its noun says counts before the question word: 哪家 of 在哪家酒店 asks for a place.
  const byNoun = new Set(nouns.map(({ kind }) => kind));
  const words = QUESTION_WORDS.map(([kind, pattern]) => ({ kind, place: folded.search(pattern) })).filter(
    ({ kind, place }) => place >= 0 && !(kind === 'who' && byNoun.has('where') && !/谁|\bwho/.test(folded)),
  );
  const all = [...words, ...nouns].filter(({ kind }) => kind !== 'what').sort((a, b) => a.place - b.place);
  return all.length === 0 ? ['what'] : [...new Set(all.map(({ kind }) => kind))];
}
