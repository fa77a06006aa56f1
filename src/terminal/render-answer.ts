/** An answer as a person reads it in the terminal. */
import pc from 'picocolors';
import { dateInWords } from '../text/date-in-words.ts';
import type { Answer, Evidence, Fact, FactKind, Language } from '../types.ts';

const TEXTS = {
  en: {
    unanswered: 'The corpus does not tell.',
    closest: 'Closest articles:',
    source: 'Source',
    alsoIn: (count: number) => `also in ${count} ${count === 1 ? 'article' : 'articles'}`,
    kinds: { who: 'who', when: 'when', where: 'where', number: 'how many', what: 'what' },
  },
  zh: {
    unanswered: '语料中没有答案。',
    closest: '最相近的文章：',
    source: '来源',
    alsoIn: (count: number) => `另见 ${count} 篇`,
    kinds: { who: '谁', when: '何时', where: '何地', number: '多少', what: '什么' },
  },
} as const satisfies Record<Language, { kinds: Record<FactKind, string> } & Record<string, unknown>>;

/** Several lines: the answer, its facts, the quotes with their sources. */
export function renderAnswer(answer: Answer): string {
  const texts = TEXTS[answer.language];
  if (answer.status === 'unanswered') {
    const titles = answer.closest.map((title) => `  · ${title}`);
    return [pc.bold(texts.unanswered), ...(titles.length > 0 ? [pc.dim(texts.closest), ...titles] : [])].join(
      '\n',
    );
  }
  const facts = answer.facts.map(
    (fact) => `  ${pc.dim(texts.kinds[fact.kind])} ${renderFact(fact, answer.language)}`,
  );
  const evidence = shownEvidence(answer).map((item) => renderEvidence(item, answer.language));
  return [pc.bold(answer.answer ?? ''), ...facts, '', ...evidence].join('\n');
}

/** The best quote, and those that hold a fact; without facts the best two. */
const shownEvidence = ({ evidence, facts }: Answer): Evidence[] =>
  facts.length === 0
    ? evidence.slice(0, 2)
    : evidence.filter(({ highlights }, i) => i === 0 || highlights.length > 0);

function renderFact({ text, gloss, date }: Fact, language: Language): string {
  const reading = gloss === undefined ? '' : ` (${gloss})`;
  const resolved = date === undefined ? '' : ` → ${dateInWords(date, language)}`;
  return `${text}${reading}${resolved}`;
}

function renderEvidence({ article, alsoIn, quote, highlights }: Evidence, language: Language): string {
  const texts = TEXTS[language];
  const reprints = alsoIn.length > 0 ? texts.alsoIn(alsoIn.length) : null;
  const source = [article.title, article.date, article.url, reprints].filter(Boolean).join(' · ');
  return `  “${markHighlights(quote, highlights)}”\n    ${pc.dim(`${texts.source}: ${source}`)}`;
}

/** The quote with its answering words in bold, or between ** without colour. */
function markHighlights(quote: string, highlights: Evidence['highlights']): string {
  const mark = (text: string): string => (pc.isColorSupported ? pc.bold(pc.green(text)) : `**${text}**`);
  let marked = '';
  let at = 0;
  for (const [start, end] of highlights) {
    if (start < at) continue;
    marked += quote.slice(at, start) + mark(quote.slice(start, end));
    at = end;
  }
  return marked + quote.slice(at);
}
