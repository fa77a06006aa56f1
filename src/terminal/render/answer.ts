/** An answer as a person reads it in the terminal. */
import pc from 'picocolors';
import type { Answer, AnswerPart, Evidence, Fact, Source, Written } from '../../answer-types.ts';
import { addressAt, isShortQuote, markBlocks, pathOf, withoutControls } from '../../blocks.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import type { FactKind, Language } from '../../types.ts';
import { counted } from '../counted.ts';
import { markHighlights, renderBlocks } from './blocks.ts';

const TEXTS = {
  en: {
    unanswered: 'I found no answer in the articles.',
    closest: 'Closest articles:',
    source: 'Source',
    alsoIn: (count: number) => `also in ${counted(count, 'article')}`,
    writtenBy: (model: string) => `Written by ${model} from these passages:`,
    kinds: { who: 'who', when: 'when', where: 'where', number: 'how many', what: 'what' },
  },
  zh: {
    unanswered: '文章里没有找到答案。',
    closest: '最相近的文章：',
    source: '来源',
    alsoIn: (count: number) => `另见 ${count} 篇`,
    writtenBy: (model: string) => `由 ${model} 根据这些段落写成：`,
    kinds: { who: '谁', when: '何时', where: '何地', number: '多少', what: '什么' },
  },
} as const satisfies Record<Language, { kinds: Record<FactKind, string> } & Record<string, unknown>>;

/** Best first. */
const PASSAGES = 3;

/**
 * Several lines: the answer, its facts, then the quotes or the passages with their sources. Tables fit into `columns`, by
 * default the width of the terminal; with null they take what they need, as where the output goes to a file.
 */
export function renderAnswer(
  answer: Answer,
  columns: number | null = process.stdout.columns ?? null,
): string {
  const { articles = [], written } = answer;
  if (written !== undefined) return renderWhole(answer, written, columns);
  if (answer.status === 'chat' || articles.length > 0) return renderList(answer.answer ?? '', articles);
  return answer.status === 'answered' && answer.parts !== undefined
    ? answer.parts.map((part) => renderPart(part, columns)).join('\n\n')
    : renderOne(answer, columns);
}

/** What a language model wrote, the quotes, and which passages its numbers mean. */
function renderWhole(answer: Answer, written: Written, columns: number | null): string {
  const { model, sources } = written;
  const { language } = answer;
  const lines = sources.map(({ number, article: { title, id, date, url }, headings, anchor }) => {
    const place = [pathOf([title || id, ...headings]), date, url === null ? null : addressAt(url, anchor)];
    return `  [${number}] ${withoutControls(place.filter((part) => part !== null).join(' · '))}`;
  });
  return [
    ...renderWritten(written, columns).map(pc.bold),
    '',
    ...renderEvidence(answer, columns),
    ...(lines.length === 0
      ? []
      : ['', pc.dim(withoutControls(TEXTS[language].writtenBy(model))), ...lines.map(pc.dim)]),
  ].join('\n');
}

/** Lines of what a language model wrote. */
export const renderWritten = (
  { blocks }: Written,
  columns: number | null = process.stdout.columns ?? null,
): string[] => renderBlocks(markBlocks(blocks), '', columns);

/** A line, and a line an article under it. */
function renderList(said: string, articles: readonly Source[]): string {
  const lines = articles.map(({ title, id, date, url }) => {
    const about = [date, url].filter((part) => part !== null).join(' · ');
    return `  · ${withoutControls(title || id)}${about === '' ? '' : pc.dim(` · ${withoutControls(about)}`)}`;
  });
  return [pc.bold(withoutControls(said)), ...lines].join('\n');
}

/** Under the words of its part of the question. */
const renderPart = (part: AnswerPart, columns: number | null): string =>
  `${pc.underline(withoutControls(part.question))}\n${renderOne({ ...part, closest: [] }, columns)}`;

function renderOne(answer: AnswerPart, columns: number | null): string {
  const texts = TEXTS[answer.language];
  if (answer.status === 'unanswered') {
    const titles = answer.closest.map((title) => `  · ${withoutControls(title)}`);
    return [pc.bold(texts.unanswered), ...(titles.length > 0 ? [pc.dim(texts.closest), ...titles] : [])].join(
      '\n',
    );
  }
  const facts = answer.facts.map(
    (fact) => `  ${pc.dim(texts.kinds[fact.kind])} ${renderFact(fact, answer.language)}`,
  );
  const said = pc.bold(withoutControls(answer.answer ?? ''));
  return [said, ...facts, '', ...renderEvidence(answer, columns)].join('\n');
}

const renderEvidence = (answer: AnswerPart, columns: number | null): string[] =>
  shownEvidence(answer).flatMap((item, place) =>
    isShortQuote(item, answer)
      ? renderQuote(item, answer.language)
      : [...(place > 0 ? [''] : []), ...renderPassage(item, answer.language, columns)],
  );

/** The best quote, and those that hold a fact; without facts the best passages. */
const shownEvidence = ({ evidence, facts }: AnswerPart): Evidence[] =>
  facts.length === 0
    ? evidence.slice(0, PASSAGES)
    : evidence.filter(({ highlights }, i) => i === 0 || highlights.length > 0);

function renderFact({ text, gloss, date, until }: Fact, language: Language): string {
  const reading = gloss === undefined ? '' : ` (${gloss})`;
  const resolved = date === undefined ? '' : ` → ${dateInWords(date, language, until)}`;
  return withoutControls(`${text}${reading}${resolved}`);
}

function renderQuote(evidence: Evidence, language: Language): string[] {
  const { article, headings, quote, highlights } = evidence;
  const spans = highlights.map(([start, end]) => ({ start, end }));
  return [
    `  “${markHighlights({ text: quote, spans })}”`,
    ...sourceLine([pathOf([article.title, ...headings]), ...placeOf(evidence, language)], language),
  ];
}

/** Under its title and headings, as blocks. */
function renderPassage(evidence: Evidence, language: Language, columns: number | null): string[] {
  const { article, headings, blocks, highlights } = evidence;
  return [
    `  ${pc.cyan(pathOf([article.title, ...headings].map(withoutControls)))}`,
    ...renderBlocks(markBlocks(blocks, highlights), '  ', columns),
    ...sourceLine(placeOf(evidence, language), language),
  ];
}

/** Day, address and reprints of what is quoted, as far as they are known. */
const placeOf = ({ article: { date, url }, anchor, alsoIn }: Evidence, language: Language) => [
  date,
  url === null ? null : addressAt(url, anchor),
  alsoIn.length > 0 ? TEXTS[language].alsoIn(alsoIn.length) : null,
];

function sourceLine(parts: readonly (string | null)[], language: Language): string[] {
  const line = parts.filter(Boolean).join(' · ');
  return line === '' ? [] : [`    ${pc.dim(`${TEXTS[language].source}: ${withoutControls(line)}`)}`];
}
