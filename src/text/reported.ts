/** What in a sentence only tells of the report: who wrote it, when and where, and what somebody else says in it. */
import { LANGUAGES } from '../rules/languages.ts';
import type { ReportRules } from '../rules/reports.ts';
import { fitter, sourceOf } from '../rules/rule.ts';
import type { Span } from '../types.ts';

const rowsOf = <K extends keyof ReportRules>(name: K) =>
  LANGUAGES.flatMap(({ reports }) => [...reports[name]]);

const follows = fitter(rowsOf('bylines'));
const leads = fitter(rowsOf('behindNames'));
const isQuotedFrom = fitter(rowsOf('quotedFrom'));
const isPress = fitter(rowsOf('press'));
const heardOf = fitter(rowsOf('heard'));
const DAY_OF_REPORT = new RegExp(sourceOf(rowsOf('daysOfReport')), 'u');

/** Whether a text that follows a day or place says that it is that of the report. */
export const endsDateline = fitter(rowsOf('datelines'));

/** A name that only says who reports: 记者刘巍巍, 新华社南京8月1日电. */
export const isByline = ({ start, end }: Span, text: string): boolean =>
  follows(text.slice(Math.max(0, start - 12), start)) ||
  leads(text.slice(end, end + 16)) ||
  (isQuotedFrom(text.slice(Math.max(0, start - 2), start)) && isPress(text.slice(start, end)));

/** The day of the report, which need not be the day of the event: 7月27日电; 7月24日，新京报记者从北京联合大学了解到. */
export const isDateline = (end: number, text: string): boolean =>
  endsDateline(text.slice(end, end + 4)) || heardOf(text.slice(end, end + 30));

/** Within direct speech, whose 今天 is the day on which it was spoken. */
export const isQuoted = (end: number, text: string): boolean => /^[^“”]*”/u.test(text.slice(end));

/** The place of the report: 南京8月1日电. */
export const standsInDateline = (end: number, text: string): boolean =>
  endsDateline(text.slice(end, end + 12).replace(DAY_OF_REPORT, ''));
