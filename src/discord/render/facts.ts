/** The short answers of an answer: one line a kind, or one a article where the articles differ. */
import { dateInWords } from '../../text/date-in-words.ts';
import type { AnswerPart, Fact, FactKind, Language } from '../../types.ts';
import type { Texts } from '../texts/en.ts';
import { cut, joinWithin } from './limits.ts';
import { bold, escapeText, link, oneLine } from './markdown.ts';

/** Before escaping, which at most doubles them. */
const MAX = { fact: 120, gloss: 80, date: 40, title: 60 } as const;
const MAX_BLOCK = 1_100;

/** Kinds in the order of the best fact of each; '' where there is no fact. */
export function factsBlock({ facts, disputed, language }: AnswerPart, texts: Texts): string {
  const kinds = new Map<FactKind, Fact[]>();
  for (const fact of facts) kinds.set(fact.kind, [...(kinds.get(fact.kind) ?? []), fact]);
  const lines = [...kinds].flatMap(([kind, found]) =>
    disputed.includes(kind)
      ? disputedLines(kind, found, language, texts)
      : agreedLine(kind, found, language, texts),
  );
  return joinWithin(lines, '\n', MAX_BLOCK);
}

function agreedLine(kind: FactKind, facts: readonly Fact[], language: Language, texts: Texts): string[] {
  const items = [...new Set(facts.map((fact) => factMarkdown(fact, language, texts)))].filter(Boolean);
  const label = texts.kinds[kind] + texts.colon;
  return items.length === 0 ? [] : [label + joinWithin(items, texts.listSeparator, MAX_BLOCK - label.length)];
}

/** Each fact with the day and the title of its article, in the order they come in: the newest first. */
function disputedLines(kind: FactKind, facts: readonly Fact[], language: Language, texts: Texts): string[] {
  const lines = facts.flatMap((fact) => {
    const markdown = factMarkdown(fact, language, texts);
    if (markdown === '') return [];
    const [source] = fact.sources;
    const day = cut(oneLine(dateInWords(source?.date ?? '', language)), MAX.date) || texts.answer.undated;
    const title = source ? link(cut(oneLine(source.title), MAX.title), source.url) : '';
    return [`- ${[markdown, escapeText(day), title].filter(Boolean).join(texts.listSeparator)}`];
  });
  return lines.length === 0
    ? []
    : [`${texts.kinds[kind]}${texts.aside(texts.answer.disputed)}${texts.colon}`, ...lines];
}

function factMarkdown(
  { text, gloss = '', date = '', until }: Fact,
  language: Language,
  texts: Texts,
): string {
  const shown = cut(oneLine(text), MAX.fact);
  if (shown === '') return '';
  const reading = cut(oneLine(gloss), MAX.gloss);
  const day = cut(oneLine(dateInWords(date, language, until)), MAX.date);
  const asides = [...new Set([reading, day])].filter((part) => part !== '' && part !== shown).map(escapeText);
  const fact = bold(shown, [{ start: 0, end: shown.length }]);
  return asides.length > 0 ? fact + texts.aside(asides.join(texts.asideSeparator)) : fact;
}
