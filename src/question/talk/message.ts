/** What a message wants: small talk, the bot, the collection, or an answer; and what it asks without its courtesies. */
import type { Intent } from '../../answer-types.ts';
import { LANGUAGES } from '../../rules/languages.ts';
import { SMALL_TALK_BY_WEIGHT, type SmallTalk } from '../../rules/messages.ts';
import { normalize } from '../../text/normalize.ts';
import type { Language } from '../../types.ts';
import { languageOf } from '../language.ts';
import { isAsking } from '../parts.ts';
import { nearestPhrase } from './small-talk-spelling.ts';
import { readWish, type Wish } from './wish.ts';

export interface Message {
  readonly intent: Intent;
  readonly language: Language;
  /** What its small talk is answered by; null where something is asked of the articles. */
  readonly talk: SmallTalk | null;
  /** What it asks about the collection; null where it asks nothing of it. */
  readonly wish: Wish | null;
  /** What it asks, as it was written, without greetings, thanks and who is spoken to. */
  readonly asked: string;
}

/** Small talk is short: what is longer holds a question. */
const MAX_TALK_CHARACTERS = 300;

/** What stands between clauses: marks of all kinds, pictures, mentions of Discord. */
const BETWEEN =
  /<a?:\w+:\d+>|<[@#][!&]?\d+>|:\w+:|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f])+|[.,!?;:~…\n，。！？；：、～()（）"“”]+|\s[-–—]+\s|[<>^]+/gu;
const PICTURE = /<a?:\w+:\d+>|\p{Extended_Pictographic}/u;

/** `today` and `around` as for a question. */
export function readMessage(
  text: string,
  today = new Date().toISOString().slice(0, 10),
  around: string | null = null,
): Message {
  const language = languageOf(text);
  const whole = { language, talk: null, wish: null, asked: text } as const;
  if (text.length <= MAX_TALK_CHARACTERS) {
    const talk = talkOf(text);
    if (talk !== null) return { ...whole, intent: INTENTS[talk] ?? 'small-talk', talk, asked: '' };
  }
  const asked = spokenCalmly(withoutCourtesies(text));
  const wish = readWish(asked, today, around);
  return { ...whole, intent: wish === null ? 'question' : 'about-the-collection', wish, asked };
}

const INTENTS: Readonly<Partial<Record<SmallTalk, Intent>>> = {
  abilities: 'about-the-bot',
  identity: 'about-the-bot',
  greeting: 'greeting',
  thanks: 'thanks',
};

/** Fewer words in capitals may be names: NASA, RFC 9110. */
const SHOUTED_WORDS = 4;

/** In small letters where all is in capitals: models know words as texts write them. */
function spokenCalmly(text: string): string {
  const isShouted =
    !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}[\p{Lu}'’]+/gu)?.length ?? 0) >= SHOUTED_WORDS;
  return isShouted ? text.toLowerCase() : text;
}

interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number): void => {
    const clause = text.slice(start, end);
    if (/[\p{L}\p{N}]/u.test(clause)) clauses.push({ text: clause, start, end });
  };
  for (const { 0: mark, index } of text.matchAll(BETWEEN)) {
    add(index);
    start = index + mark.length;
  }
  add(text.length);
  return clauses;
}

/** The small talk that a message is as a whole; null where it holds anything else. */
function talkOf(text: string): SmallTalk | null {
  const clauses = clausesOf(text);
  if (clauses.length === 0)
    return QUESTION_MARKS.test(text) ? 'abilities' : PICTURE.test(text) ? 'assent' : null;
  const said = clauses.map((clause) => talksIn(clause.text));
  if (said.some((talks) => talks === null)) return null;
  const all = said.flatMap((talks) => talks!);
  return SMALL_TALK_BY_WEIGHT.find((talk) => all.includes(talk)) ?? null;
}

/** Nothing but the mark of a question asks how to ask. */
const QUESTION_MARKS = /^\s*[?？]\s*$/u;

/** All that a clause says, in order; null where it says anything but small talk. */
function talksIn(clause: string): SmallTalk[] | null {
  const plain = plainForm(clause);
  const { talks, rest } = peel(plain);
  if (rest === '') return talks;
  const mended = nearestPhrase(plain);
  const again = mended === null ? null : peel(mended);
  return again?.rest === '' ? again.talks : null;
}

/** As the rows read it: hellooo as hello. */
const plainForm = (clause: string): string =>
  normalize(clause)
    .replace(/’/gu, "'")
    .replace(/(\p{Script=Latin})\1{2,}/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();

/** Figures are said in every language: 88, 666. */
const rowsFor = (plain: string) =>
  LANGUAGES.filter(({ letters }) => letters.test(plain) || /\d/.test(plain)).flatMap(
    ({ talk }) => talk.smallTalk,
  );

/** Takes phrases from the beginning for as long as there are some, each time the longest. */
function peel(plain: string): { readonly talks: SmallTalk[]; readonly rest: string } {
  const talks: SmallTalk[] = [];
  const rows = rowsFor(plain);
  let rest = plain;
  while (rest !== '') {
    const [best] = rows
      .flatMap(({ pattern, means }) => {
        const length = pattern.exec(rest)?.[0].length ?? 0;
        return length > 0 ? [{ means, length }] : [];
      })
      .sort((a, b) => b.length - a.length);
    if (best === undefined) break;
    talks.push(best.means);
    rest = rest.slice(best.length).replace(/^[\s'-]+/u, '');
  }
  return { talks, rest };
}

/** Without the clauses at both ends, and the words in front, that are small talk; all of it where nothing else is there. */
function withoutCourtesies(text: string): string {
  const clauses = clausesOf(text);
  const isTalk = ({ text: clause }: Clause): boolean =>
    talksIn(clause)?.some((talk) => talk !== 'address') ?? false;
  const first = clauses.findIndex((clause) => !isTalk(clause));
  const last = clauses.findLastIndex((clause) => !isTalk(clause));
  if (first < 0) return text;
  const start = first === 0 ? 0 : clauses[first]!.start;
  const end = last === clauses.length - 1 ? text.length : clauses[last + 1]!.start;
  return withoutLead(text.slice(start, end).trim());
}

/** A clause that begins with an opening, or with a greeting right before a word that asks. */
function withoutLead(text: string): string {
  const plain = plainForm(text);
  const { talks, rest } = peel(plain);
  const lead = talks.at(-1);
  const beginsToAsk = isAsking(/^\p{Script=Han}{1,2}|^\S+/u.exec(rest)?.[0] ?? '', languageOf(text));
  const isLead = lead === 'opening' || (talks.some((talk) => talk === 'greeting') && beginsToAsk);
  // Only where what is left can be found again as it was written.
  const at = text.length - rest.length;
  return isLead && rest !== '' && plainForm(text.slice(at)) === rest ? text.slice(at) : text;
}
