/** Things in a sentence that a question for what may mean: the fields of a list, what stands in quotation marks. */
import type { ThingKind } from '../rules/asking.ts';
import { LANGUAGES } from '../rules/languages.ts';
import { fitter } from '../rules/rule.ts';
import type { Span } from '../types.ts';

const ROWS = LANGUAGES.flatMap(({ rows }) => rows.rows.map(({ pattern }) => pattern));
const LEADS = LANGUAGES.flatMap(({ rows }) => rows.leads);
/** What a list of fields stands before: 在供水、能源等方面开展合作. */
const isOfFields = fitter(LANGUAGES.flatMap(({ rows }) => rows.ofFields));

/** How texts write each kind of thing. The thing is the group `thing`. */
const WRITTEN: Readonly<Record<ThingKind, readonly RegExp[]>> = {
  field: ROWS,
  sector: ROWS,
  work: [/[《“](?<thing>[^《》“”]{1,40})[》”]/gu],
  title: [/[“《"](?<thing>[^”》"]{2,40})[”》"]/gu],
};

/** Such a list is this much likelier to be one of fields than what else stands in a row. */
const FIELDS = 5;

/** Things of the kinds asked for. */
export const findThings = (
  asked: readonly ThingKind[],
  text: string,
): (Span & { readonly weight: number })[] =>
  asked.flatMap((kind) =>
    WRITTEN[kind]
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map((match) => {
        const thing = match.groups!.thing!;
        const from = match.index + match[0].indexOf(thing);
        const end = from + thing.length;
        // 双方将围绕 is not of the list.
        const lead = LEADS.map(({ pattern }) => pattern.exec(thing)).find((found) => found !== null);
        const start = from + (lead?.[0].length ?? 0);
        return { start, end, weight: asked.includes('field') && isOfFields(text.slice(end)) ? FIELDS : 1 };
      }),
  );
