/** What in a sentence only tells of the report: who wrote it, when and where, and what somebody else says in it. */

import { DATELINE_END } from '../rules/zh/time/day-context.ts';
import type { Span } from '../types.ts';

/** A name that only says who reports: 记者刘巍巍, 新华社南京8月1日电. */
export function isByline({ start, end }: Span, text: string): boolean {
  return (
    /(?:记者|通讯员|编辑|责编|作者|摄影|来源|供图|撰文)[\s:：]*(?:[\p{Script=Han}]{2,3}[\s、]+)*$/u.test(
      text.slice(Math.max(0, start - 12), start),
    ) ||
    /^(?:记者(?![协站节])|(?:\p{Script=Han}{0,4}(?:(?:\d{1,2}月)?\d{1,2}日)?)?(?:电|讯|消息|报道)(?=[\s，。:：）)(（]|称|$))/u.test(
      text.slice(end, end + 16),
    ) ||
    (/(?:据|援引)$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      /[社报网台]$/u.test(text.slice(start, end)))
  );
}

/** The day of the report, which need not be the day of the event: 7月27日电. */
export const isDateline = (end: number, text: string): boolean =>
  DATELINE_END.test(text.slice(end, end + 4)) || REPORTED.test(text.slice(end, end + 30));

/** The day on which a reporter heard of it: 7月24日，新京报记者从北京联合大学了解到. */
const REPORTED = /^[，,]?[^，。]{0,8}记者[^，。]{0,14}(?:了解到|获悉|看到|注意到|从)/u;

/** Within direct speech, whose 今天 is the day on which it was spoken. */
export const isQuoted = (end: number, text: string): boolean => /^[^“”]*”/u.test(text.slice(end));

/** The place of the report: 南京8月1日电. */
export const standsInDateline = (end: number, text: string): boolean =>
  DATELINE_END.test(text.slice(end, end + 12).replace(/^\s*(?:\d{1,2}月)?\d{1,2}日/, ''));
