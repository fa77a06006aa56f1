/** Things in a sentence that a question for what may mean: the fields of a list, what stands in quotation marks. */

import type { ThingKind } from '../rules/asking.ts';
import type { Span } from '../types.ts';

const ROW =
  /(?<=^|[在就于将围绕展开加强推进深化涉及包括涵盖聚焦加速，：])(?<thing>[^，。；：“”、在就]{2,20}?(?:、[^，。；：“”、]{2,20}?)+?)(?=等|领域|方面|上?开展|深化|展开|达成|[，。；]|$)/gu;
/** How texts write each kind of thing. The thing is the group `thing`. */
const WRITTEN: Readonly<Record<ThingKind, RegExp>> = {
  field: ROW,
  sector: ROW,
  work: /[《“](?<thing>[^《》“”]{1,40})[》”]/gu,
  title: /[“《"](?<thing>[^”》"]{2,40})[”》"]/gu,
};

/** What a list of fields stands before: 在供水、能源等方面开展合作. */
const OF_FIELDS = /^等?[^，。；、]{0,6}?(?:领域|方面|行业|产业)/u;
/** 双方将围绕 is not of the list. */
const LEADS_IN = /^[^、]*(?:围绕|聚焦|涉及|包括|涵盖)(?=[^、]{2,}、)/u;
/** Such a list is this much likelier to be one of fields than what else stands in a row. */
const FIELDS = 5;

/** Things of the kinds asked for. */
export const findThings = (
  asked: readonly ThingKind[],
  text: string,
): (Span & { readonly worth: number })[] =>
  asked.flatMap((kind) =>
    [...text.matchAll(WRITTEN[kind])].map((match) => {
      const thing = match.groups!.thing!;
      const from = match.index + match[0].indexOf(thing);
      const end = from + thing.length;
      const start = from + (LEADS_IN.exec(thing)?.[0].length ?? 0);
      return { start, end, worth: asked.includes('field') && OF_FIELDS.test(text.slice(end)) ? FIELDS : 1 };
    }),
  );
