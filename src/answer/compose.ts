/** One sentence from facts, in the question's language. Nothing is said that is not a fact or a title. */
import type { AnswerPart, Fact, Source } from '../answer-types.ts';
import { END } from '../question/parts.ts';
import { areOfDifferentTimes } from '../retrieval/days.ts';
import { rulesFor } from '../rules/languages.ts';
import { dateInWords } from '../text/date-in-words.ts';
import type { FactKind, Language } from '../types.ts';
import { type DayKind, type FactsInWords, SAYINGS } from './sayings.ts';

/** With its reading: Northwestern Polytechnical University (西北工业大学), 5 million yuan (500万元). */
const nameInWords = ({ text, gloss }: Fact): string => (gloss === undefined ? text : `${gloss} (${text})`);

/** A day whose year nobody tells is said as it stands. */
const dayInWords = ({ text, date, until }: Fact, language: Language): string =>
  date === undefined ? text : dateInWords(date, language, until);

/** True for a time of day. */
const isTime = (text: string): boolean =>
  rulesFor(text).hours.times.some(({ pattern }) => text.search(pattern) >= 0);

function kindOfDay(day: Fact | undefined): DayKind {
  if (day === undefined || day.date === undefined)
    return /^\d/u.test(day?.text ?? '') && !isTime(day?.text ?? '') ? 'day' : 'words';
  if (day.until !== undefined) return 'range';
  return day.date.length === 10 ? 'day' : 'month or year';
}

/**
 * The answer sentence from the best fact of each kind; without facts it points to the quote.
 * @param isNews true where it was so on the day of the source, false where it is so, as in a guide
 */
export function composeAnswer(
  facts: readonly Fact[],
  source: Source,
  language: Language,
  isNews: boolean,
  disputed: readonly FactKind[] = [],
): string {
  const contested = facts.filter(({ kind }) => disputed.includes(kind));
  if (contested.length > 0) {
    const settled = tellBest(
      facts.filter((fact) => !contested.includes(fact)),
      language,
      isNews,
    );
    return [settled, tellDispute(contested, language)].filter(Boolean).join(SAYINGS[language].gap);
  }
  return tellBest(facts, language, isNews) ?? pointToQuote(source, language);
}

function tellBest(facts: readonly Fact[], language: Language, isNews: boolean): string | null {
  const best = (kind: FactKind): Fact | undefined => facts.find((fact) => fact.kind === kind);
  const [who, where, day, number] = [best('who'), best('where'), best('when'), best('number')];
  const words: FactsInWords = {
    who: who ? nameInWords(who) : null,
    where: where ? nameInWords(where) : null,
    when: day ? dayInWords(day, language) : null,
    number: number ? nameInWords(number) : null,
  };
  return SAYINGS[language].facts(words, kindOfDay(day), isNews);
}

const pointToQuote = ({ title, date }: Source, language: Language): string =>
  SAYINGS[language].seeArticle(title, date && dateInWords(date, language));

/** Each fact with the day of its article, the newer first; where that is of another time it is the answer. */
function tellDispute(facts: readonly Fact[], language: Language): string {
  const { aside, differ, newest, older, gap } = SAYINGS[language].dispute;
  const dayOf = (fact: Fact | undefined): string | null => fact?.sources[0]?.date ?? null;
  const said = facts.map((fact) => {
    const day = dayOf(fact);
    const words = fact.kind === 'when' ? dayInWords(fact, language) : nameInWords(fact);
    return day === null ? words : `${words}${aside(dateInWords(day, language))}`;
  });
  const isReplaced =
    facts.length > 1 && facts.slice(1).every((fact) => areOfDifferentTimes(dayOf(facts[0]), dayOf(fact)));
  const [first, ...others] = said;
  return isReplaced ? newest(first!) + older(others.join(gap)) : differ(said.join(gap));
}

/** Each part of a question as it was asked, with its answer: "Who built it? It was Ada Moe. When? I found nothing on that." */
export function composeParts(
  parts: readonly Pick<AnswerPart, 'question' | 'answer'>[],
  language: Language,
  compares: boolean,
): string {
  const { part, notFound, gap } = SAYINGS[language];
  const said = parts.map(({ question, answer }) => {
    const asked = question.replace(END, '');
    const begun = `${asked.slice(0, 1).toUpperCase()}${asked.slice(1)}`;
    return `${begun}${compares ? part.names : part.asks}${answer ?? notFound}`;
  });
  return said.join(gap);
}
