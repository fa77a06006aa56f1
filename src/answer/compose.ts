/** One sentence from facts, in the question's language. Nothing is said that is not a fact or a title. */
import { END } from '../question/parts.ts';
import { areOfDifferentTimes } from '../retrieval/versions.ts';
import { rulesFor } from '../rules/languages.ts';
import { dateInWords } from '../text/date-in-words.ts';
import type { AnswerPart, Fact, FactKind, Language, Source } from '../types.ts';

/** With its reading: Northwestern Polytechnical University (西北工业大学), 5 million yuan (500万元). */
const nameInWords = ({ text, gloss }: Fact): string => (gloss === undefined ? text : `${gloss} (${text})`);

/** A day whose year nobody tells is said as it stands. */
const dayInWords = ({ text, date, until }: Fact, language: Language): string =>
  date === undefined ? text : dateInWords(date, language, until);

/** The best fact of each kind in words, null where there is none. */
interface Told {
  readonly who: string | null;
  readonly where: string | null;
  readonly when: string | null;
  readonly number: string | null;
}

const join = (parts: readonly (string | null)[], mark: string): string | null => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(mark);
};

/** True for a time of day. */
const isTime = (text: string): boolean =>
  rulesFor(text).hours.times.some(({ pattern }) => text.search(pattern) >= 0);

/** What English says in front of a date. */
type DayLead = 'on ' | 'in ' | 'from ' | '';

function leadOf(day: Fact | undefined): DayLead {
  if (day === undefined || day.date === undefined)
    return /^\d/u.test(day?.text ?? '') && !isTime(day?.text ?? '') ? 'on ' : '';
  if (day.until !== undefined) return 'from ';
  return day.date.length === 10 ? 'on ' : 'in ';
}

/** News tells what was; a guide, which has no day, what is. */
const TEMPLATES: Readonly<Record<Language, (told: Told, lead: DayLead, isNews: boolean) => string | null>> = {
  en: ({ who, where, when, number }, lead, isNews) => {
    const said = join([who ?? number, where && `in ${where}`, when && `${lead}${when}`], ', ');
    return said && `It ${isNews ? 'was' : 'is'} ${said}.`;
  },
  zh: ({ who, where, when, number }) => {
    const main = who ?? number;
    const said = join([main && `是${main}`, where && `地点是${where}`, when && `时间是${when}`], '，');
    return said && `${said}。`;
  },
};

/** The answer sentence from the best fact of each kind; without facts it points to the quote. */
export function composeAnswer(
  facts: readonly Fact[],
  source: Source,
  language: Language,
  disputed: readonly FactKind[] = [],
): string {
  const contested = facts.filter(({ kind }) => disputed.includes(kind));
  if (contested.length > 0) {
    const settled = tellBest(
      facts.filter((fact) => !contested.includes(fact)),
      language,
      source.date !== null,
    );
    return [settled, tellDispute(contested, language)].filter(Boolean).join(language === 'en' ? ' ' : '');
  }
  return tellBest(facts, language, source.date !== null) ?? pointToQuote(source, language);
}

function tellBest(facts: readonly Fact[], language: Language, isNews: boolean): string | null {
  const best = (kind: FactKind): Fact | undefined => facts.find((fact) => fact.kind === kind);
  const [who, where, day, number] = [best('who'), best('where'), best('when'), best('number')];
  const told: Told = {
    who: who ? nameInWords(who) : null,
    where: where ? nameInWords(where) : null,
    when: day ? dayInWords(day, language) : null,
    number: number ? nameInWords(number) : null,
  };
  return TEMPLATES[language](told, leadOf(day), isNews);
}

function pointToQuote({ title, date }: Source, language: Language): string {
  if (language === 'zh') return `请看《${title}》${date ? `（${dateInWords(date, 'zh')}）` : ''}。`;
  return `See “${title}”${date ? ` (${dateInWords(date, 'en')})` : ''}.`;
}

/** Each fact with the day of its article, the newer first; where that is of another time it is the answer. */
function tellDispute(facts: readonly Fact[], language: Language): string {
  const dayOf = (fact: Fact | undefined): string | null => fact?.sources[0]?.date ?? null;
  const said = facts.map((fact) => {
    const day = dayOf(fact);
    const words = fact.kind === 'when' ? dayInWords(fact, language) : nameInWords(fact);
    return day === null ? words : `${words}${DISPUTE[language].aside(dateInWords(day, language))}`;
  });
  const isReplaced =
    facts.length > 1 && facts.slice(1).every((fact) => areOfDifferentTimes(dayOf(facts[0]), dayOf(fact)));
  const { differ, newest, older, gap } = DISPUTE[language];
  const [first, ...others] = said;
  return isReplaced ? newest(first!) + older(others.join(gap)) : differ(said.join(gap));
}

const DISPUTE = {
  en: {
    aside: (day: string) => ` (article of ${day})`,
    gap: '; ',
    differ: (all: string) => `The articles disagree: ${all}.`,
    newest: (first: string) => `The newest article says ${first}; `,
    older: (others: string) => `an older one says ${others}.`,
  },
  zh: {
    aside: (day: string) => `（据${day}的文章）`,
    gap: '；',
    differ: (all: string) => `各篇文章说法不一：${all}。`,
    newest: (first: string) => `最新的文章说是${first}；`,
    older: (others: string) => `较早的说是${others}。`,
  },
} as const satisfies Record<Language, unknown>;

const NOT_TOLD: Readonly<Record<Language, string>> = {
  en: 'I found nothing on that.',
  zh: '文章里没有提到。',
};

/** Each part of a question as it was asked, with its answer: "Who built it? It was Ada Moe. When? I found nothing on that." */
export function composeParts(
  parts: readonly Pick<AnswerPart, 'question' | 'answer'>[],
  language: Language,
  compares: boolean,
): string {
  const marks =
    language === 'zh' ? { asks: '？', names: '：', gap: '' } : { asks: '? ', names: ': ', gap: ' ' };
  const said = parts.map(({ question, answer }) => {
    const asked = question.replace(END, '');
    const begun = `${asked.slice(0, 1).toUpperCase()}${asked.slice(1)}`;
    return `${begun}${compares ? marks.names : marks.asks}${answer ?? NOT_TOLD[language]}`;
  });
  return said.join(marks.gap);
}
