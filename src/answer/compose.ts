/** One sentence from facts, in the question's language. Nothing is said that is not a fact or a title. */
import { dateInWords } from '../text/date-in-words.ts';
import type { Fact, Language, Source } from '../types.ts';

/** Names joined in one sentence; more stand among the facts. */
const MAX_NAMES = 2;

/** A name with its reading: Northwestern Polytechnical University (西北工业大学). */
const nameInWords = ({ text, gloss }: Fact): string => (gloss === undefined ? text : `${gloss} (${text})`);

interface Told {
  readonly who: string | null;
  readonly when: string | null;
}

/** Templates, the most telling one that the facts can fill first. */
const TEMPLATES: Readonly<Record<Language, (told: Told, on: boolean) => string | null>> = {
  en: ({ who, when }, on) => {
    const date = when && `${on ? 'on' : 'in'} ${when}`;
    if (who) return `It was ${who}${date ? `, ${date}` : ''}.`;
    return date ? `It was ${date}.` : null;
  },
  zh: ({ who, when }) => {
    if (who) return `是${who}${when ? `，时间是${when}` : ''}。`;
    return when ? `时间是${when}。` : null;
  },
};

/** The answer sentence; without facts it points to the quote. */
export function composeAnswer(facts: readonly Fact[], source: Source, language: Language): string {
  const names = facts.filter(({ kind }) => kind === 'who').slice(0, MAX_NAMES);
  const day = facts.find(({ kind }) => kind === 'when');
  const told: Told = {
    who: names.length > 0 ? nameInWords(names[0]!) : null,
    // A day whose year nobody tells is said as it stands.
    when: day === undefined ? null : day.date === undefined ? day.text : dateInWords(day.date, language),
  };
  return (
    TEMPLATES[language](told, day?.date?.length !== 7 && day?.date?.length !== 4) ??
    pointToQuote(source, language)
  );
}

function pointToQuote({ title, date }: Source, language: Language): string {
  if (language === 'zh')
    return `《${title}》${date ? `（${dateInWords(date, 'zh')}）` : ''}中有相关内容，见引文。`;
  return `“${title}”${date ? ` (${dateInWords(date, 'en')})` : ''} tells about this; see the quote.`;
}
