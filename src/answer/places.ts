/** Places in a text: where something is, was or was signed. */
import { containsHan } from '../text/characters.ts';
import { normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import { tagWords } from '../text/words.ts';
import type { Span } from '../types.ts';

/** Words that lengthen the name of a place: 千灯 becomes 千灯镇, 张江 becomes 张江院区. */
const PLACE_END = /^(?:省|市|区|县|镇|乡|村|州|盟|旗|街道|新区|校区|院区|开发区|园区|大厦|中心|会议中心|国际会议中心)$/;
const ENDS_AS_PLACE = /(?:省|市|区|县|镇|乡|街道|新区|校区|院区|开发区|园区|大厦|会议中心|书展|大会|论坛|峰会|博览会)$/u;
/** What is said to take place somewhere: the words between 在 and it name the place. */
const HELD_AT = /在([^，。；：、在]{2,30}?)(?:隆重|正式|成功)?(?:举行|举办|召开|签署|签订|签约|揭牌|开幕|启动|举办|落地)/gu;

/** Places of a text, the more telling phrase first where two cover each other. */
export function findPlaces(text: string): Span[] {
  if (!containsHan(text)) return findLatinPlaces(text);
  const folded = normalizeWithOrigin(text);
  const phrases = [...folded.text.matchAll(HELD_AT)].map((match) =>
    originalSpan(folded, match.index + 1, match.index + 1 + match[1]!.length),
  );
  return [...taggedPlaces(folded), ...phrases];
}

function taggedPlaces(folded: ReturnType<typeof normalizeWithOrigin>): Span[] {
  const places: Span[] = [];
  let start = 0;
  let first: number | null = null;
  let last = 0;
  const close = (): void => {
    if (first !== null) places.push(originalSpan(folded, first, last));
    first = null;
  };
  for (const { word, tag } of tagWords(folded.text)) {
    const end = start + word.length;
    if (tag === 'ns' || (first === null && tag !== 'x' && word.length > 2 && ENDS_AS_PLACE.test(word))) {
      first ??= start;
      last = end;
    } else if (first !== null && (PLACE_END.test(word) || ENDS_AS_PLACE.test(word))) last = end;
    else close();
    start = end;
  }
  close();
  return places;
}

/** After in, at or near: "in Shanghai", "at the China International Import Expo". */
const LATIN_PLACE = /(?<=\b(?:in|at|near) (?:the )?)\p{Lu}[\p{L}’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]*)*/gu;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

const findLatinPlaces = (text: string): Span[] =>
  [...text.matchAll(LATIN_PLACE)]
    .filter(([place]) => !MONTH.test(place))
    .map(({ 0: place, index }) => ({ start: index, end: index + place.length }));
