import type { Answer, AnswerPart, Evidence, Fact, Source, Written } from '../../answer-types.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { findWhole } from '../../text/whole-words.ts';
import type { Language } from '../../types.ts';
import { type Asked, writeAsked } from '../asking/asked.ts';
import type { Texts } from '../texts/en.ts';
import { answerRows, briefRows } from './answer-rows.ts';
import { evidenceMarkdown } from './evidence.ts';
import { cut, cutAtSentence, joinWithin, LIMITS } from './limits.ts';
import { bold, escapeText, escapeWithin, link, oneLine, placeAddress, subtext } from './markdown.ts';
import { COLOR, type Rendered, renderLine } from './rendered.ts';
import { modelName, writtenSources, writtenText } from './written.ts';

/** More would push the first quote off a phone's screen. */
const QUOTES = 3;
const PASSAGES = 3;
const CLOSEST = 5;

/** Before escaping, which at most doubles them: so the sentence, the facts and one quote always fit together. */
const MAX = { reading: 130, sentence: 350, title: 120 } as const;
/** The line that says what was left out, in any language. */
const MAX_NOTE = 160;
/**
 * All texts of a message share 6,000 characters, and the footer needs its own. What is left of a description is more than
 * the line takes that says which message was asked about, or how a typing error was read.
 */
const MAX_TOLD = Math.min(LIMITS.embedDescription, LIMITS.embedsTotal - LIMITS.embedFooter);

export interface AnswerContext {
  readonly asked: Asked;
  readonly texts: Texts;
  /** Title and day of an article by its id, for those that were found beside the quoted ones. */
  readonly findArticle: (id: string) => Source | null;
  /** While a language model writes: its name, and what stands in the id of the button that stops it. */
  readonly writing?: { readonly model: string; readonly stopKey: string } | null;
  /** Where the question is kept without an answer, whoever asked can have it deleted. */
  readonly isKept?: boolean;
  /** Where nobody asked the bot, it says how to have the answer taken back. */
  readonly isUnasked?: boolean;
  /** Day of the newest article, where it is worth telling with a refusal; `YYYY-MM-DD`. */
  readonly newest?: string | null;
  /** Where nothing is found one line is all that is said. */
  readonly refusesBriefly?: boolean;
}

/** The message for an answer: said in the language of the question, labelled in that of `texts`. */
export function renderAnswer(
  answer: Answer,
  {
    asked,
    texts,
    findArticle,
    refusesBriefly = false,
    isUnasked = false,
    isKept = false,
    newest = null,
    writing = null,
  }: AnswerContext,
): Rendered {
  if (answer.status === 'chat') return renderLine(chatText(answer, texts));
  const told = answer.status === 'answered' ? toldText(answer, asked, texts) : '';
  const isBrief = told === '' && refusesBriefly;
  const refusal = isBrief ? [texts.answer.unanswered] : unansweredBlocks(answer, newest, texts);
  const shown = told || joinWithin(refusal, GAP, MAX_TOLD);
  const above = [
    ...(asked.about === null ? [] : [texts.answer.about(asked.about)]),
    ...(isUnasked ? [texts.answer.unasked] : []),
    ...(asked.about === null && !isUnasked && answer.reading !== undefined
      ? [escapeWithin(oneLine(inScript(answer.reading, answer.language, texts)), MAX.reading)]
      : []),
    ...(writing === null ? [] : [texts.answer.writing(modelName(writing.model))]),
  ].map(subtext);
  const footer = writeAsked(asked);
  const embed = {
    color: told === '' ? COLOR.unanswered : COLOR.answered,
    description: [...above, shown].join(GAP),
    ...(footer !== '' && { footer: { text: footer } }),
  };
  const state = { isUnasked, isKept, stopKey: writing?.stopKey ?? null };
  const rows = isBrief ? briefRows(texts, state) : answerRows(answer, asked, texts, findArticle, state);
  return { embeds: [embed], components: rows };
}

/** Words of another person are not repeated: where somebody asks about a message, nothing tells what it says. */
function toldText(answer: Answer, { about }: Asked, texts: Texts): string {
  const { articles, language, parts = [answer], written } = answer;
  if (written !== undefined) return writtenAnswer(answer, written, texts);
  if (articles === undefined) return answeredText(parts, about === null, texts);
  const said = about === null ? inScript(answer.answer ?? '', language, texts) : texts.answer.closest;
  return listText(said, articles, language);
}

/** Above the quotes of all parts what was written, below them which passages it names. */
function writtenAnswer(answer: Answer, written: Written, texts: Texts): string {
  const said = writtenText(written, answer.language, texts);
  const sources = writtenSources(written, answer.language, texts);
  const room = MAX_TOLD - MAX_NOTE - said.length - sources.length - 2 * GAP.length;
  const { quotes, notes } = quotesOf(
    answer,
    (quoted) => room - joinBlocks(quoted).length - 2 * GAP.length,
    texts,
  );
  return joinBlocks([said, ...quotes, ...notes, sources]);
}

/** Who asks what the bot can do is told how to ask here, too. */
const chatText = ({ answer, intent, language }: Answer, texts: Texts): string =>
  [
    escapeText(inScript(answer ?? '', language, texts)),
    ...(intent === 'about-the-bot' ? [texts.notices.howToAsk] : []),
  ].join('\n');

/** What an answer says itself: Chinese is in the characters of the labels around it. Quotes and titles stay as they are written. */
const inScript = (said: string, language: Language, { answer }: Texts): string =>
  language === 'zh' ? answer.said(said) : said;

/** The sentence and a line an article, as many as there is room for. */
function listText(sentence: string, articles: readonly Source[], language: Language): string {
  const lines = articles.map(({ title, id, url, date }) => {
    const shown = link(cut(oneLine(title) || oneLine(id) || '—', MAX.title), placeAddress(url, null), []);
    return `- ${date === null ? shown : `${shown} · ${escapeText(dateInWords(date, language))}`}`;
  });
  const said = escapeText(cutAtSentence(oneLine(sentence), MAX.sentence));
  return joinWithin([said, ...lines], '\n', MAX_TOLD);
}

function unansweredBlocks({ closest }: Answer, newest: string | null, texts: Texts): string[] {
  const titles = closest.map(oneLine).filter((title) => title !== '');
  const list = titles.slice(0, CLOSEST).map((title) => `- ${escapeText(cut(title, MAX.title))}`);
  const { unanswered, closest: label } = texts.answer;
  return [
    unanswered,
    ...(list.length > 0 ? [[label, ...list].join('\n')] : []),
    ...(newest === null ? [] : [subtext(texts.answer.newest(newest))]),
  ];
}

/** Of each part its facts in a sentence, and its quotes; '' where there is nothing to tell. */
function answeredText(parts: readonly AnswerPart[], repeatsQuestion: boolean, texts: Texts): string {
  const sentences = parts.map((part) => [
    parts.length > 1 && repeatsQuestion ? asHeading(part.question) : '',
    sentenceOf(part, texts),
  ]);
  // Sentences of all parts come before quotes of any: room is kept for them.
  const needed = sentences.map((blocks) => joinBlocks(blocks).length + 2 * GAP.length);
  const blocks: string[] = [];
  for (const [place, part] of parts.entries()) {
    blocks.push(...sentences[place]!.filter((block) => block !== ''));
    const later = needed.slice(place + 1).reduce((sum, length) => sum + length, 0);
    const room = MAX_TOLD - MAX_NOTE - later;
    const { quotes, notes } = quotesOf(
      part,
      (said) => room - joinBlocks([...blocks, ...said]).length - 2 * GAP.length,
      texts,
    );
    blocks.push(...quotes, ...notes);
  }
  return joinWithin(
    blocks.filter((block) => block !== ''),
    GAP,
    MAX_TOLD,
  );
}

const GAP = '\n\n';
const joinBlocks = (blocks: readonly string[]): string => blocks.filter((block) => block !== '').join(GAP);

/** A part of the question as it was asked. */
function asHeading(question: string): string {
  const shown = cut(oneLine(question), MAX.title);
  return bold(shown, [{ start: 0, end: shown.length }]);
}

/** Quotes as far as there is room behind those already said, and what says that some are left out. */
function quotesOf(
  part: AnswerPart,
  roomBehind: (said: readonly string[]) => number,
  texts: Texts,
): { readonly quotes: readonly string[]; readonly notes: readonly string[] } {
  const quotes: string[] = [];
  const shown = shownEvidence(part);
  for (const [place, evidence] of shown.entries()) {
    const { markdown, isWhole } = evidenceMarkdown(evidence, part, roomBehind(quotes), place === 0, texts);
    if (markdown !== '') quotes.push(markdown);
    if (isWhole) continue;
    const missing = shown.length - place - (markdown === '' ? 0 : 1);
    const notes = [
      markdown === '' ? '' : texts.answer.shortened,
      missing > 0 ? texts.answer.leftOut(missing) : '',
    ].filter((note) => note !== '');
    return { quotes, notes: [notes.map(subtext).join('\n')] };
  }
  return { quotes, notes: [] };
}

/** The best quote, and those that hold a fact; without facts the best passages. The others are in the menu of sources. */
const shownEvidence = ({ evidence, facts }: AnswerPart): Evidence[] =>
  facts.length === 0
    ? evidence.slice(0, PASSAGES)
    : evidence.filter(({ highlights }, place) => place === 0 || highlights.length > 0).slice(0, QUOTES);

/** Without facts the quote says all; its source stands beside it. */
function sentenceOf({ status, answer, reading = '', ...part }: AnswerPart, texts: Texts): string {
  if (status !== 'answered') return texts.answer.partUnanswered;
  const { facts, evidence, language } = part;
  const sentence = (answer ?? '').slice(0, (answer ?? '').length - reading.length);
  return facts.length === 0 && evidence.length > 0 ? '' : sentenceBlock(sentence, facts, language, texts);
}

/** The sentence, with the facts that it states in bold. */
function sentenceBlock(answer: string, facts: readonly Fact[], language: Language, texts: Texts): string {
  const sentence = cutAtSentence(oneLine(inScript(answer, language, texts)), MAX.sentence);
  const wordings = facts.flatMap(({ text, gloss = '', date = '', until }) => [
    oneLine(text),
    oneLine(gloss),
    date,
    dateInWords(date, language, until),
  ]);
  return bold(
    sentence,
    wordings.flatMap((wording) => findWhole(sentence, inScript(wording, language, texts))),
  );
}
