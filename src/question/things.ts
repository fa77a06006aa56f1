/** Kinds of thing that a question for what may mean, where texts write them in a way of their own. */

/** The fields of a cooperation; sectors or sorts, told in a row; a work between marks; a title or slogan. */
export type ThingKind = 'field' | 'sector' | 'work' | 'title';

/** How each is asked for, in simplified, lower-case text. */
const ASKED: readonly (readonly [ThingKind, RegExp])[] = [
  [
    'field',
    /领域|方面|哪些合作|合作(?:些?什么|些?啥|内容)|合作.*[行产]业|[行产]业.*合作|\b(?:areas?|fields?|domains?|sectors|aspects|cover)\b|\bwork (?:on|together)\b|\b(?:cooperate|collaborate|team up) (?:on|in)\b/,
  ],
  ['sector', /行业|产业|\b(?:industries|kinds of)\b/],
  [
    'work',
    /哪[几两一]?[部首本篇出幅档](?![分门位件领])|\b(?:what|which) (?:\S+ ){0,2}(?:films?|movies?|books?|novels?|songs?|operas?|plays?|dramas?|albums?|documentar(?:y|ies))\b/,
  ],
  ['title', /主题|口号|标题|\b(?:title|slogan|theme|motto)\b/],
];

/** Kinds of thing that a normalised question asks for; none where it asks for another what. */
export function thingsAsked(folded: string): ThingKind[] {
  const all = ASKED.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind);
  // Sectors to cooperate in are fields.
  return all.filter((kind) => kind !== 'sector' || !all.includes('field'));
}
