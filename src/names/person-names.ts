/** Names of people where words run on: by surnames, titles, and what stands around. */
import type { RunningPeople } from '../rules/names/names.ts';
import { fitter, sourceOf } from '../rules/rule.ts';
import { glossesOf } from '../text/glosses.ts';
import { wordOf } from '../text/lexicon.ts';
import { originalSpan } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { isUsualSurname, surnameLength } from '../text/romanize.ts';
import { OFFICE, RANKS, TITLE } from '../text/titles.ts';
import type { TaggedWord } from '../text/words.ts';
import type { Span } from '../types.ts';
import type { TextForNames } from './cut-for-names.ts';

export const HAS_TITLE = new RegExp(`${TITLE}$`, 'iu');
const HAS_OFFICE = new RegExp(`${OFFICE}$`, 'iu');
const TITLE_FOLLOWS = new RegExp(`^${RANKS}${TITLE}`, 'iu');
/** More characters before and after a name than any of the patterns looks at. */
const REACH = 8;

/** What stands right before and after names of people. */
export function surroundings({ acts, followers, leads, agents }: RunningPeople) {
  const act = sourceOf(acts);
  const joint = sourceOf(followers.filter(({ means }) => means === 'joint'));
  return {
    before: new RegExp(`(?:${TITLE}|[^“‘《"\\P{P}]|\\s|^|${sourceOf(leads)})$`, 'iu'),
    /** A name ends before one of these, or at the end of the text. */
    after: new RegExp(`^(?:[\\s\\p{P}]|$|${sourceOf(followers)}|${act}|${RANKS}${TITLE})`, 'iu'),
    /** Of two lengths that could be, the name is the one before a word of these: 刘军代表, 石勇重点介绍. */
    end: new RegExp(`^(?:${act}|[\\p{P}\\s]|${joint}|${RANKS}${TITLE})`, 'iu'),
    act: new RegExp(`^${act}`, 'u'),
    agent: new RegExp(`${sourceOf(agents)}$`, 'u'),
  };
}

/** Finds people; spans are of the original text. */
export function peopleFinder(rules: RunningPeople): (folded: TextForNames) => Span[] {
  const lengthAt = nameReader(rules);
  const insideTitles = titleReader(rules);
  return (folded) => {
    const { text } = folded;
    const place: Places = { text, over: wordsOver(folded.words), titles: insideTitles(text) };
    const found: Span[] = [];
    for (let start = 0; start < text.length - 1; start++) {
      const length = lengthAt(place, start);
      if (length === 0) continue;
      found.push(originalSpan(folded, start, start + length));
      start += length - 1;
    }
    return found;
  };
}

/** A text with what stands at each of its offsets. */
interface Places {
  readonly text: string;
  /** The word over each offset. */
  readonly over: readonly TaggedWord[];
  /** Offsets within titles. */
  readonly titles: ReadonlySet<number>;
}

const wordsOver = (words: readonly TaggedWord[]): TaggedWord[] =>
  words.flatMap((word) => Array.from({ length: word.end - word.start }, () => word));

/** Whether a word that fits begins at an offset, or runs over it from before. */
const begins = ({ over }: Places, at: number, fits: (word: TaggedWord) => boolean): boolean =>
  over[at]?.start === at && fits(over[at]);
const runsOver = ({ over }: Places, at: number, fits: (word: TaggedWord) => boolean): boolean =>
  over[at]!.start < at && fits(over[at]!);

/** Tells how long a name is that begins at an offset of a text; 0 where none does. */
function nameReader(rules: RunningPeople): (place: Places, start: number) => number {
  const around = surroundings(rules);
  const isPerson = personTest(rules, around.after);
  return (place, start) => {
    const { text, over, titles } = place;
    const listed = surnameLength(text.slice(start, start + 3));
    // Most characters begin no name, which is known before anything around them is read.
    if ((listed === 0 && !isUnknown(over[start]!)) || titles.has(start) || begins(place, start, isPlace))
      return 0;
    const before = text.slice(Math.max(0, start - REACH), start);
    // Right after a title a surname may be one that no list has: 市委书记蒿慧杰、.
    const surname = listed || (HAS_OFFICE.test(before) ? 1 : 0);
    if (surname === 0) return 0;
    // 人民法院长江路: no name begins within the name of a place.
    const titled = HAS_TITLE.test(before) && !runsOver(place, start, ({ tag }) => tag === 'ns');
    // 许多 and 和 begin with surnames and are no nouns.
    if (begins(place, start, isGrammar) && !titled) return 0;
    const isRare = surname === 1 && !isUsualSurname(text[start]!);
    const lengths = [surname + 2, surname + 1].filter((length) => {
      const end = start + length;
      if (end > text.length) return false;
      const after = text.slice(end, end + REACH);
      // 由贺兰舟点灯: who does it stands before what is done; 由于 is a word.
      const isAgent =
        !runsOver(place, start, isGrammar) && around.agent.test(before) && begins(place, end, isDeed);
      if (!isPerson(text.slice(start, end), titled, isAgent ? '' : after)) return false;
      // 院长是马骏: is is no surname.
      if (listed === 0)
        return (
          !begins(place, start, (word) => isGrammar(word) || isVerb(word)) &&
          around.end.test(after) &&
          over.slice(start, end).every(isUnknown)
        );
      // 研究院范丛明院长: a title after the name says as much as one before it.
      const titleFollows = begins(place, start, (word) => !isVerb(word)) && TITLE_FOLLOWS.test(after);
      // 中国信保张辉等: what segmentation takes for a name may follow anything.
      const isNamed =
        !isRare &&
        begins(place, start, (word) => word.end === end && isTakenForName(word)) &&
        around.act.test(after);
      return (
        titled ||
        titleFollows ||
        isNamed ||
        (around.before.test(before) && (!isRare || around.act.test(after)))
      );
    });
    const rank = (length: number): number =>
      (around.end.test(text.slice(start + length, start + length + REACH)) ? 2 : 0) +
      // 刘露担任: a name does not end within a word.
      (over[start + length - 1]!.end === start + length ? 1 : 0);
    return lengths.sort((a, b) => rank(b) - rank(a) || b - a)[0] ?? 0;
  };
}

const isVerb = ({ tag }: TaggedWord): boolean => tag === 'v';

const isTakenForName = ({ tag }: TaggedWord): boolean => tag === 'nr' || tag === 'x';

/** Characters of no word that a dictionary has. */
const isUnknown = ({ word }: TaggedWord): boolean =>
  /^\p{Script=Han}+$/u.test(word) && (word.length === 1 || !wordOf(word).isGlossed);

/** 与安徽合作 tells of a place. */
const isPlace = ({ word, tag }: TaggedWord): boolean =>
  tag === 'ns' && word.length > 1 && /^\p{Lu}/u.test(wordOf(word).glosses[0] ?? '');

const isGrammar = ({ tag }: TaggedWord): boolean => /^[mcdrpu]/.test(tag);

/** 点灯 is done, whatever part of speech a dictionary says of it. */
const isDeed = ({ word, tag }: TaggedWord): boolean =>
  tag === 'v' || (wordOf(word).glosses[0] ?? '').startsWith('to ');

/** Gives the offsets within the titles of a text, where no name begins: 党 of 党委, 程 of 工程师. */
function titleReader({ bodies }: RunningPeople): (text: string) => Set<number> {
  const titles = new RegExp(`${sourceOf(bodies)}|${TITLE}`, 'giu');
  return (text) =>
    new Set(
      [...text.matchAll(titles)].flatMap(({ 0: title, index }) =>
        Array.from({ length: title.length }, (_, i) => index + i),
      ),
    );
}

/** Tells whether a name with what follows it can be somebody's; `titled` where a title stands before it. */
function personTest(
  { acts, noNames, cuts, beforePlaces }: RunningPeople,
  after: RegExp,
): (name: string, titled: boolean, after: string) => boolean {
  const isNone = fitter([...noNames, ...cuts]);
  const isAct = new RegExp(`^${sourceOf(acts)}$`, 'u');
  return (name, titled, next) => {
    if (!/^\p{Script=Han}+$/u.test(name) || isNone(`‹${name}›${next}`) || isAct.test(name)) return false;
    if (beforePlaces.some(({ pattern }) => pattern.test(name) && isProperNoun(name.replace(pattern, ''))))
      return false;
    // After a title whatever begins a word may follow: 院士石勇重点介绍了.
    if (!titled && !after.test(next)) return false;
    // A word of the dictionary (高新, 方面) is a name only right after a title.
    return titled || (glossesOf(name).length === 0 && findOrganisation(name) === undefined);
  };
}

const isProperNoun = (word: string): boolean => /^\p{Lu}/u.test(glossesOf(word)[0] ?? '');
