/** Days, months and years of a sentence that could answer when. */
import { termsOfNames } from '../../question/names/given-name.ts';
import { overlaps } from '../../question/period.ts';
import type { Question } from '../../question/question.ts';
import { rulesFor } from '../../rules/languages.ts';
import type { Rule } from '../../rules/rule.ts';
import type { ResolvedDate } from '../../text/dates.ts';
import type { Match } from '../../text/locate.ts';
import { isDateline, isQuoted } from '../../text/reported.ts';
import type { Span } from '../../types.ts';
import type { Candidate, Finder, SentenceContext } from '../candidate.ts';
import { isDenied } from '../denied.ts';
import { BEFORE_DATE, nearness } from '../nearness.ts';
import { eventStandsBefore, sharesOfEvents } from './events.ts';
import { asHabit, timesOf } from './hours.ts';

export const findWhen: Finder = (question, context, matches) => {
  const { ways, names } = question;
  const { dates, weights, topic } = context;
  const { text } = context.said;
  const { isPast, isOfPeriod, candidateOf } = dayReader(question, context, matches);
  const isClosing = ({ start }: ResolvedDate): boolean =>
    dates.some(({ through }) => through?.start === start);
  const saying = dates.filter(saysDay);
  const events = saying
    .filter((date) => isOfPeriod(date) && !isPast(date) && !isClosing(date))
    .map((date) => ({ date, start: date.start, end: (date.through ?? date).end }));
  // A version or a year tells events apart.
  const named = termsOfNames(names.filter(({ whole }) => !/^[nd]:/.test(whole)));
  const isTopic = (term: string): boolean => named.has(term) || topic?.has(term) === true;
  const shares = sharesOfEvents(events, text, matches, weights, isTopic);
  const shareOf = ({ start }: ResolvedDate): number =>
    shares.get(events.find((event) => event.start <= start && start < event.end)!) ?? 1;
  const times = timesOf(question, context, matches);
  const mayBeOnce = question.expects.hours === 'habit';
  const isOfDay = (time: Span, day: Candidate): boolean => mayBeOnce && isBeside(time, day, text);
  const days = saying
    .filter((date) => ways.end || !isClosing(date))
    .map((date) => {
      const candidate = candidateOf(date);
      const day = { ...candidate, score: candidate.score * shareOf(date) };
      const isOnce = date.recurs !== true && times.some((time) => isOfDay(time, day));
      return isOnce ? day : asHabit(question, day, date.recurs === true);
    });
  return [...asRanges(days), ...times.filter((time) => !days.some((day) => isOfDay(time, day)))];
};

/** How days of a sentence are read for a question. */
function dayReader(question: Question, context: SentenceContext, matches: readonly Match[]) {
  const { ways, period, terms } = question;
  const { published, weights } = context;
  const { text } = context.said;
  const { before, ends, begins, months } = rulesFor(text).dayContext;
  const isPlan = (start: number): boolean =>
    ways.planned &&
    before.some(({ means, pattern }) => means === 'planned' && pattern.test(text.slice(0, start)));
  const says = (rows: readonly Rule<unknown>[], said: string): boolean =>
    rows.some(({ pattern }) => pattern.test(said));
  const factorInRange = ({ closes, through, start, end }: ResolvedDate): number => {
    const isEnd = closes || says(ends, text.slice(Math.max(0, start - 6), start));
    if (ways.end) return isEnd ? END_ASKED : through === undefined || ways.beginning ? 1 : END_UNASKED;
    if (ways.beginning && (through !== undefined || says(begins, text.slice(end)))) return END_ASKED;
    return isEnd ? END_UNASKED : 1;
  };
  const isOfFuture = ways.future && published !== null;
  // Who asks when it will be is not told when something was; 年内 is still to come.
  const isPast = ({ iso, until }: ResolvedDate): boolean => {
    const last = until ?? iso;
    return isOfFuture && last !== null && (last < published.slice(0, last.length) || last === published);
  };
  const isOfPeriod = (date: ResolvedDate): boolean =>
    period === null || date.iso === null || overlaps(date, period);
  const candidateOf = (date: ResolvedDate): Candidate => {
    const { start, iso, from, until, through, relative } = date;
    // A range is told whole unless one of its ends is asked for.
    const isWhole = through === undefined || ways.end === ways.beginning;
    const end = isWhole ? (through ?? date).end : date.end;
    return {
      kind: 'when',
      start,
      end,
      ...(iso !== null && { date: iso }),
      ...(isWhole && until !== undefined && { until }),
      ...(from && { from }),
      fits: (!ways.day || iso?.length !== 4) && !isPast(date),
      ...(isDenied(date, text) && { isNoAnswer: true }),
      score:
        (isPlan(start) ? PLANNED : ways.year ? 1 : exactness(date)) *
        (ways.day && iso?.length === 4 ? 0.3 : 1) *
        (isPast(date) ? 0.3 : 1) *
        (ways.month && !says(months, text.slice(start, end)) ? 0.3 : 1) *
        factorInRange(date) *
        (isDateline(end, text) || terms.has(`d:${iso}`) ? 0.3 : 1) *
        (relative?.unit === 'day' && !relative.isFromMentioned && isQuoted(end, text) ? 0.3 : 1) *
        (isOfPeriod(date) ? 1 : 0.3) *
        nearness(
          { start, end },
          text,
          matches,
          weights,
          eventStandsBefore({ start, end }, text) ? 1 : BEFORE_DATE,
        ),
    };
  };
  return { isPast, isOfPeriod, candidateOf };
}

/** What happens once is on its day, at that time: 14 March at 18:00; it opens at nine on any other. */
const isBeside = (time: Span, day: Candidate, text: string): boolean =>
  day.date?.length === 10 &&
  day.end <= time.start &&
  BESIDE_DAY.test(text.slice(day.end, time.start)) &&
  time.start - day.end <= BESIDE_CHARACTERS;
const BESIDE_DAY = /^[\s,，(（]*\p{L}{0,3}\s*$/u;
const BESIDE_CHARACTERS = 8;

/** A range is worth what its first day is where that stands alone as well: on New Year's Day, from 1 to 3 January. */
const asRanges = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) => {
    if (candidate.until === undefined) return candidate;
    const same = candidates.filter(({ date }) => date === candidate.date);
    return { ...candidate, score: Math.max(...same.map(({ score }) => score)) };
  });

/** A day that nobody can tell is told as it stands. */
const saysDay = ({ iso, month, lunar, figures, recurs }: ResolvedDate): boolean =>
  iso !== null || month !== undefined || lunar !== undefined || figures !== undefined || recurs === true;

/** A day tells more than a week or a month, and a month more than a year; of a day that nobody can tell less is known. */
function exactness({ iso, until, through }: ResolvedDate): number {
  if (iso?.length === 4 || iso === null) return 0.5;
  return iso.length === 10 && (until === undefined || through !== undefined) ? 2 : 1.5;
}

/** Plans are told as years, too. */
const PLANNED = 5;

/** Who asks when it was is told its first day first: 8月29至31日. */
const END_UNASKED = 0.5;
const END_ASKED = 3;
