/** An answer as a Discord message: the sentence first, then the facts, then the quotes that support them. */
import { dateInWords } from '../../text/date-in-words.ts';
import type { Answer, Evidence, Fact, Language, Source, Span } from '../../types.ts';
import { type Asked, writeAsked } from '../asked.ts';
import { cut, cutAtSentence, joinWithin, LIMITS } from '../limits.ts';
import { blockQuote, bold, clean, escapeText, link, oneLine } from '../markdown.ts';
import type { Texts } from '../texts/en.ts';
import { answerRows } from './answer-rows.ts';
import { factsBlock } from './facts.ts';
import { COLOR, type Rendered } from './rendered.ts';

/** More would push the first quote off a phone's screen. */
const QUOTES = 3;
const QUOTES_WITHOUT_FACTS = 2;
const CLOSEST = 5;

/** Before escaping, which at most doubles them: so the sentence, the facts and one quote always fit together. */
const MAX = { sentence: 350, quote: 160, title: 120, date: 40 } as const;
/** All texts of a message share 6,000 characters, and the footer needs its own. */
const MAX_DESCRIPTION = Math.min(LIMITS.embedDescription, LIMITS.embedsTotal - LIMITS.embedFooter);

export interface AnswerContext {
  readonly asked: Asked;
  readonly texts: Texts;
  /** Title and day of an article by its id, for those that were found beside the quoted ones. */
  readonly findArticle: (id: string) => Source | null;
}

/** The message for an answer: said in the language of the question, labelled in that of `texts`. */
export function renderAnswer(answer: Answer, { asked, texts, findArticle }: AnswerContext): Rendered {
  const told = answer.status === 'answered' ? answeredBlocks(answer, texts) : [];
  const blocks = told.length > 0 ? told : unansweredBlocks(answer, texts);
  const embed = {
    color: told.length > 0 ? COLOR.answered : COLOR.unanswered,
    description: joinWithin(blocks, '\n\n', MAX_DESCRIPTION),
    footer: { text: writeAsked(asked) },
  };
  return { embeds: [embed], components: answerRows(answer, texts, findArticle) };
}

function unansweredBlocks({ closest }: Answer, texts: Texts): string[] {
  const titles = closest.map(oneLine).filter((title) => title !== '');
  const list = titles.slice(0, CLOSEST).map((title) => `- ${escapeText(cut(title, MAX.title))}`);
  const { unanswered, closest: label } = texts.answer;
  return list.length > 0 ? [unanswered, [label, ...list].join('\n')] : [unanswered];
}

function answeredBlocks(answer: Answer, texts: Texts): string[] {
  const blocks = [
    sentenceBlock(answer.answer ?? '', answer.facts, answer.language),
    factsBlock(answer, texts),
    ...shownEvidence(answer).map((piece) => quoteBlock(piece, answer.language, texts)),
  ];
  return blocks.filter((block) => block !== '');
}

/** The best quote, and those that hold a fact; without facts the best two. The others are in the menu of sources. */
const shownEvidence = ({ evidence, facts }: Answer): Evidence[] =>
  facts.length === 0
    ? evidence.slice(0, QUOTES_WITHOUT_FACTS)
    : evidence.filter(({ highlights }, place) => place === 0 || highlights.length > 0).slice(0, QUOTES);

/** The sentence, with the facts that it states in bold. */
function sentenceBlock(answer: string, facts: readonly Fact[], language: Language): string {
  const sentence = cutAtSentence(oneLine(answer), MAX.sentence);
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

function quoteBlock(
  { article, alsoIn, quote, highlights }: Evidence,
  language: Language,
  texts: Texts,
): string {
  const text = cutAtSentence(clean(quote), MAX.quote);
  const spans = highlights.map(([start, end]) => ({ start, end }));
  const source = [
    sourceTitle(article),
    escapeText(cut(oneLine(dateInWords(article.date ?? '', language)), MAX.date)),
    alsoIn.length > 0 ? texts.answer.alsoIn(alsoIn.length) : '',
  ];
  const parts = [blockQuote(bold(text, spans)), `— ${source.filter((part) => part !== '').join(' · ')}`];
  return parts.filter((part) => part !== '').join('\n');
}

const sourceTitle = ({ title, id, url }: Source): string =>
  link(cut(oneLine(title) || oneLine(id), MAX.title), url);
