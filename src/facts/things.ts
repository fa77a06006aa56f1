/** Things in a sentence that a question for what may mean: the fields of a list, what stands in quotation marks. */

import type { Question } from '../question/question.ts';
import { normalize } from '../text/normalize.ts';
import type { Span } from '../types.ts';

/** A work, which texts write between marks: 哪部歌剧, which film. */
const WORK =
  /哪[几两一]?[部首本篇出幅档](?![分门位件领])|\b(?:what|which) (?:\S+ ){0,2}(?:films?|movies?|books?|novels?|songs?|operas?|plays?|dramas?|albums?|documentar(?:y|ies))\b/;

/** Whether a work is asked for: a text that has none does not tell. */
export const asksForWork = ({ text }: Question): boolean => WORK.test(normalize(text));

/** How a kind of thing is asked for, and how texts write it. The thing is the group `thing`. */
const THINGS: readonly (readonly [asked: RegExp, written: RegExp])[] = [
  [
    /领域|方面|行业|产业|哪些合作|合作(?:些?什么|些?啥|内容)|\b(?:areas?|fields?|domains?|industries|sectors|aspects|kinds of|cover)\b|\bwork (?:on|together)\b|\b(?:cooperate|collaborate|team up) (?:on|in)\b/,
    /(?<=^|[在就于将围绕展开加强推进深化涉及包括涵盖聚焦加速，：])(?<thing>[^，。；：“”、在就]{2,20}?(?:、[^，。；：“”、]{2,20}?)+?)(?=等|领域|方面|上?开展|深化|展开|达成|[，。；]|$)/gu,
  ],
  [WORK, /[《“](?<thing>[^《》“”]{1,40})[》”]/gu],
  [/主题|口号|标题|\b(?:title|slogan|theme|motto)\b/, /[“《"](?<thing>[^”》"]{2,40})[”》"]/gu],
];

/** What a list of fields stands before: 在供水、能源等方面开展合作. */
const OF_FIELDS = /^等?[^，。；、]{0,6}?(?:领域|方面|行业|产业)/u;
/** 双方将围绕 is not of the list. */
const LEADS_IN = /^[^、]*(?:围绕|聚焦|涉及|包括|涵盖)(?=[^、]{2,}、)/u;
const ASKS_FIELDS =
  /领域|方面|合作|\b(?:areas?|fields?|domains?|sectors|aspects|cover)\b|\bwork (?:on|together)\b|\b(?:cooperate|collaborate|team up) (?:on|in)\b/;
/** Such a list is this much likelier to be one of fields than what else stands in a row. */
const FIELDS = 5;

/** Things of the kind that the question asks for; none where it asks for another kind of what. */
export function findThings(question: string, text: string): (Span & { readonly worth: number })[] {
  const asked = normalize(question);
  const wantsFields = ASKS_FIELDS.test(asked);
  return THINGS.filter(([asks]) => asks.test(asked)).flatMap(([, written]) =>
    [...text.matchAll(written)].map((match) => {
      const thing = match.groups!.thing!;
      const from = match.index + match[0].indexOf(thing);
      const end = from + thing.length;
      const start = from + (LEADS_IN.exec(thing)?.[0].length ?? 0);
      return { start, end, worth: wantsFields && OF_FIELDS.test(text.slice(end)) ? FIELDS : 1 };
    }),
  );
}
