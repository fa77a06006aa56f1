/** Names of people from abroad where words run on, as their sounds are written: 布林肯, 费尔南多·阿里亚斯. */
import { LANGUAGES } from '../rules/languages.ts';
import type { RunningPeople } from '../rules/names/names.ts';
import { fitter, sourceOf } from '../rules/rule.ts';
import { wordOf } from '../text/lexicon.ts';
import { originalSpan } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { surnameLength } from '../text/romanize.ts';
import type { TaggedWord } from '../text/words.ts';
import type { Span } from '../types.ts';
import type { TextForNames } from './cut-for-names.ts';
import { HAS_TITLE, surroundings } from './person-names.ts';

const DOT = '[·•・]';
const MAX_SOUNDS = 12;

/** Finds them after a title, with a dot between the parts, or as a word that is nothing else; spans are of the original text. */
export function foreignPeopleFinder(rules: RunningPeople): (folded: TextForNames) => Span[] {
  const around = surroundings(rules);
  const isCut = fitter(rules.cuts);
  const titleAbroad = new RegExp(`${sourceOf(rules.titlesAbroad)}$`, 'u');
  const sounds = soundsOf(rules.sounds);
  const part = `[${rules.sounds}]{1,8}`;
  // A name may end in a part that is no sound, or have an initial: 安纳托列夫娜·王, 乔治·W·布什.
  const withDots = new RegExp(`${part}(?:${DOT}(?:${part}|[a-z]))*${DOT}(?:${part}|\\p{Script=Han})`, 'gu');
  return (folded) => {
    const { text, words } = folded;
    const dotted = [...text.matchAll(withDots)].map(({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
    }));
    const runs = runsOf(sounds, words)
      .filter((run) => {
        const { start, end } = spanOf(run);
        const before = text.slice(Math.max(0, start - 6), start);
        if (end - start < 2 || end - start > MAX_SOUNDS || run.every(isCommonWord)) return false;
        if (dotted.some((name) => name.start < end && start < name.end)) return false;
        if (HAS_TITLE.test(before) || titleAbroad.test(before)) return true;
        return (
          run.every(({ tag }) => /^(?:nrt?|x|zg)$/.test(tag)) &&
          around.before.test(before) &&
          around.after.test(text.slice(end, end + 3))
        );
      })
      .map(spanOf)
      .map(({ start, end }) => {
        const marked = `‹${text.slice(start, end)}›${text.slice(end, end + 1)}`;
        return { start, end: isCut(marked) ? end - 1 : end };
      });
    return [...dotted, ...runs].map(({ start, end }) => originalSpan(folded, start, end));
  };
}

const soundsOf = (characters: string): RegExp => new RegExp(`^(?:[${characters}]|${DOT})+$`, 'u');

const spanOf = (run: readonly TaggedWord[]): Span => ({ start: run[0]!.start, end: run.at(-1)!.end });

/** Neighbouring words that are all written in characters of sounds. */
function runsOf(sounds: RegExp, words: readonly TaggedWord[]): TaggedWord[][] {
  const runs: TaggedWord[][] = [];
  for (const word of words) {
    if (!sounds.test(word.word)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)!.end === word.start) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** 卢布 and 海里 are words, and so is whatever is no noun. */
const isCommonWord = ({ word, tag }: TaggedWord): boolean =>
  findOrganisation(word) !== undefined ||
  /^[vdpcurtm]/.test(tag) ||
  (word.length > 1 && /^[a-z(]/.test(wordOf(word).glosses[0] ?? ''));

const SOUNDS = LANGUAGES.flatMap(({ names }) =>
  names.writing === 'running' ? [soundsOf(names.people.sounds)] : [],
);
const HAS_DOT = new RegExp(DOT, 'u');

/** True for a name that is written so, whole. */
export const isForeignName = (text: string): boolean =>
  SOUNDS.some((sounds) => sounds.test(text)) &&
  (text.length > 3 || surnameLength(text) === 0 || HAS_DOT.test(text));
