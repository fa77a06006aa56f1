/** An answer as a Discord message: the sentence first, then the facts, then the quotes that support them. */
import type { APIEmbed } from 'discord.js';
import { dateInWords } from '../text/date-in-words.ts';
import type { Answer, Evidence, Fact, FactKind, Language, Source, Span } from '../types.ts';
import { cut, joinWithin, LIMITS } from './limits.ts';
import { blockQuote, bold, clean, escapeText, link, oneLine } from './markdown.ts';
import { TEXTS } from './texts.ts';

/** What is sent; nothing of it can ping, as embeds never do. */
export interface Rendered {
  readonly embeds: readonly APIEmbed[];
}

/** A line on the corpus, such as how many articles it has, in both languages. */
export type CorpusNote = Readonly<Record<Language, string>>;

const COLOR = { answered: 0x2f855a, unanswered: 0x8a8f98 } as const;

/** More would push the first quote off a phone's screen. */
const QUOTES = 3;
const CLOSEST = 5;

/** Before escaping, which at most doubles them: so the sentence, the facts and one quote always fit together. */
const MAX = { sentence: 350, fact: 120, gloss: 80, quote: 160, title: 120, date: 40, note: 500 } as const;
const MAX_FACTS_BLOCK = 1_100;

/** The message for an answer, in the language of its question. */
export function renderAnswer(answer: Answer, corpusNote?: CorpusNote): Rendered {
  const blocks = answer.status === 'answered' ? answeredBlocks(answer) : [];
  return { embeds: [blocks.length > 0 ? answeredEmbed(blocks) : unansweredEmbed(answer, corpusNote)] };
}

const answeredEmbed = (blocks: readonly string[]): APIEmbed => ({
  color: COLOR.answered,
  description: joinWithin(blocks, '\n\n', LIMITS.embedDescription),
});

function unansweredEmbed({ language, closest }: Answer, corpusNote?: CorpusNote): APIEmbed {
  const texts = TEXTS[language];
  const titles = closest.map(oneLine).filter((title) => title !== '');
  const list = titles.slice(0, CLOSEST).map((title) => `- ${escapeText(cut(title, MAX.title))}`);
  const blocks = [texts.unanswered, ...(list.length > 0 ? [[texts.closest, ...list].join('\n')] : [])];
  const note = cut(oneLine(corpusNote?.[language] ?? ''), MAX.note);
  return {
    color: COLOR.unanswered,
    description: blocks.join('\n\n'),
    ...(note !== '' && { footer: { text: note } }),
  };
}

function answeredBlocks({ answer, facts, evidence, language }: Answer): string[] {
  const blocks = [
    sentenceBlock(answer ?? '', facts, language),
    factsBlock(facts, language),
    ...evidence.slice(0, QUOTES).map((piece) => quoteBlock(piece, language)),
  ];
  return blocks.filter((block) => block !== '');
}

/** The sentence, with the facts that it states in bold. */
function sentenceBlock(answer: string, facts: readonly Fact[], language: Language): string {
  const sentence = cut(oneLine(answer), MAX.sentence);
  const wordings = facts.flatMap(({ text, gloss = '', date = '' }) => [
    oneLine(text),
    oneLine(gloss),
    date,
    dateInWords(date, language),
  ]);
  return bold(
    sentence,
    wordings.flatMap((wording) => findWhole(sentence, wording)),
  );
}

/** Places of `wording` in `text` that are no part of a longer word or number: not the 3 of 2023. */
function findWhole(text: string, wording: string): Span[] {
  const spans: Span[] = [];
  if (wording === '') return spans;
  for (let start = text.indexOf(wording); start !== -1; start = text.indexOf(wording, start + 1)) {
    const end = start + wording.length;
    if (!joins(text, start) && !joins(text, end)) spans.push({ start, end });
  }
  return spans;
}

/** Whether a word or a number goes on over `offset`; a full stop behind a number does not. */
function joins(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 2), offset);
  const after = text.slice(offset, offset + 2);
  return (
    (/\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after)) ||
    (/\d$/.test(before) && /^[.,]?\d/.test(after)) ||
    (/\d[.,]$/.test(before) && /^\d/.test(after))
  );
}

/** One line for each kind of fact, in the order of the best fact of each. */
function factsBlock(facts: readonly Fact[], language: Language): string {
  const kinds = new Map<FactKind, Set<string>>();
  for (const fact of facts) {
    const line = factMarkdown(fact, language);
    if (line !== '') kinds.set(fact.kind, (kinds.get(fact.kind) ?? new Set()).add(line));
  }
  const { kinds: labels, colon } = TEXTS[language];
  const lines = [...kinds].map(([kind, items]) => {
    const label = labels[kind] + colon;
    return label + joinWithin([...items], ' · ', MAX_FACTS_BLOCK - label.length);
  });
  return joinWithin(lines, '\n', MAX_FACTS_BLOCK);
}

function factMarkdown({ text, gloss = '', date = '' }: Fact, language: Language): string {
  const shown = cut(oneLine(text), MAX.fact);
  if (shown === '') return '';
  const { aside, asideSeparator } = TEXTS[language];
  const reading = cut(oneLine(gloss), MAX.gloss);
  const day = cut(oneLine(dateInWords(date, language)), MAX.date);
  const asides = [...new Set([reading, day])].filter((part) => part !== '' && part !== shown).map(escapeText);
  const fact = bold(shown, [{ start: 0, end: shown.length }]);
  return asides.length > 0 ? fact + aside(asides.join(asideSeparator)) : fact;
}

function quoteBlock({ article, alsoIn, quote, highlights }: Evidence, language: Language): string {
  const text = cut(clean(quote), MAX.quote);
  const spans = highlights.map(([start, end]) => ({ start, end }));
  const source = [
    sourceTitle(article),
    escapeText(cut(oneLine(dateInWords(article.date ?? '', language)), MAX.date)),
    alsoIn.length > 0 ? TEXTS[language].alsoIn(alsoIn.length) : '',
  ];
  const parts = [blockQuote(bold(text, spans)), `— ${source.filter((part) => part !== '').join(' · ')}`];
  return parts.filter((part) => part !== '').join('\n');
}

const sourceTitle = ({ title, id, url }: Source): string =>
  link(cut(oneLine(title) || oneLine(id), MAX.title), url);
