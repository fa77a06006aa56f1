/** What a question asks about the collection of articles as a whole: how many there are, which are new, which mention a word. */
import { LANGUAGES, languagesIn } from '../../rules/languages.ts';
import type { CollectionWish } from '../../rules/messages.ts';
import { normalizeWithOrigin, originalSpan } from '../../text/normalize.ts';
import { wordsThatSay } from '../../text/terms.ts';
import { cutWords } from '../../text/words.ts';
import type { Period, WaysToSay } from '../../types.ts';
import { waysOfWord } from '../content-words.ts';
import { END } from '../parts.ts';
import { periodOf, withoutDates } from '../period.ts';

export interface Wish {
  readonly wants: CollectionWish;
  /** What the articles are to be about, as it was written; null for any. */
  readonly about: string | null;
  /** The words of `about`. */
  readonly words: readonly WaysToSay[];
  /** Days on which the articles are to be published. */
  readonly period: Period | null;
}

/** Null where a question asks nothing of the collection. `today` and `around` as for a question. */
export function readWish(text: string, today: string, around: string | null): Wish | null {
  const asked = text.replace(END, '').trim();
  const folded = normalizeWithOrigin(asked);
  const plain = folded.text.replace(/’/gu, "'");
  const leads = languagesIn(plain).flatMap(({ talk }) => talk.leads);
  const lead = Math.max(0, ...leads.map(({ pattern }) => pattern.exec(plain)?.[0].length ?? 0));
  const said = plain.slice(lead);
  for (const { pattern, means } of languagesIn(said).flatMap(({ talk }) => talk.collection)) {
    if (!pattern.test(said)) continue;
    const match = new RegExp(pattern, `${pattern.flags}d`).exec(said)!;
    const groups = Object.entries(match.indices?.groups ?? {}).filter(([, span]) => span !== undefined);
    const wordsOf = (name: string): string[] =>
      groups
        .filter(([key]) => key.startsWith(name))
        .map(([, [start, end]]) => {
          const span = originalSpan(folded, lead + start, lead + end);
          return asked.slice(span.start, span.end);
        });
    if (wordsOf('time').some((time) => !isTime(time))) continue;
    const about = withoutTime(wordsOf('about').join(' '));
    const words = about === '' ? [] : waysToSay(about);
    return {
      wants: means,
      about: words.length === 0 ? null : about,
      words,
      period: periodOf(ofTimes(plain), today, around),
    };
  }
  return null;
}

/** Articles from 2023 are those of 2023; what happened from 2023 on is another thing. */
const ofTimes = (plain: string): string =>
  LANGUAGES.flatMap(({ talk }) => talk.ofTimes).reduce(
    (left, { pattern }) => left.replace(pattern, 'in'),
    plain,
  );

const JOINTS = LANGUAGES.flatMap(({ talk }) => talk.aroundTimes);
const withoutJoints = (text: string): string =>
  JOINTS.reduce((left, { pattern }) => left.replace(pattern, ' '), text.toLowerCase());

const isTime = (text: string): boolean => {
  const left = withoutDates(text);
  return left !== text && withoutJoints(left).trim() === '';
};

/** A subject without the time behind it: "the ferry in 2024" is about the ferry. */
function withoutTime(about: string): string {
  const left = withoutDates(about);
  if (left === about) return about.trim();
  if (withoutJoints(left).trim() === '') return '';
  return left.replace(/\s+(?:from|in|of|on|since|before|after|during|until|between|and)?\s*$/iu, '').trim();
}

const HAN_RUN = /\p{Script=Han}+/gu;

function waysToSay(about: string): WaysToSay[] {
  const { text } = normalizeWithOrigin(about);
  const words = [...[...text.matchAll(HAN_RUN)].flatMap(([run]) => cutWords(run)), ...wordsThatSay(text)];
  return [...new Set(words)].map(waysOfWord).filter((ways) => ways.length > 0);
}
