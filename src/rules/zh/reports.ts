/** How Chinese texts tell of the report itself, as they are written. */
import type { ReportRules } from '../reports.ts';

export const REPORTS: ReportRules = {
  bylines: [
    {
      pattern:
        /(?:记者|通讯员|编辑|责编|作者|摄影|来源|供图|撰文)[\s:：]*(?:[\p{Script=Han}]{2,3}[\s、]+)*$/u,
      means: 'byline',
      examples: ['‹记者›', '（‹记者 林秋、›', '‹来源：›'],
      not: ['记者会', '会上记者林秋说'],
    },
  ],
  behindNames: [
    {
      pattern:
        /^(?:记者(?![协站节])|(?:\p{Script=Han}{0,4}(?:(?:\d{1,2}月)?\d{1,2}日)?)?(?:电|讯|消息|报道)(?=[\s，。:：）)(（]|称|$))/u,
      means: 'byline',
      examples: ['‹记者›林秋', '‹云河8月1日电› 海棠', '‹报道›称'],
      not: ['记者协会', '电影', '8月1日电视'],
    },
  ],
  quotedFrom: [
    { pattern: /(?:据|援引)$/u, means: 'quoted from', examples: ['‹据›', '他‹援引›'], not: ['据说'] },
  ],
  press: [{ pattern: /[社报网台]$/u, means: 'press', examples: ['云河日‹报›', '云河‹网›'], not: ['报社区'] }],
  datelines: [
    {
      pattern: /^\s*[）)]?(?:电|電|讯|訊|消息|报道|報道)/u,
      means: 'dateline',
      examples: ['‹电›（记者林秋）', '‹）讯›', '‹消息›，'],
      not: ['，电', '开幕'],
    },
  ],
  daysOfReport: [
    {
      pattern: /^\s*(?:\d{1,2}月)?\d{1,2}日/u,
      means: 'day',
      examples: ['‹8月1日›电', '‹1日›电'],
      not: ['电', '8月电'],
    },
  ],
  heard: [
    {
      pattern: /^[，,]?[^，。]{0,8}记者[^，。]{0,14}(?:了解到|获悉|看到|注意到|从)/u,
      means: 'heard',
      examples: ['，云河报记者从海棠学院了解到', '记者获悉'],
      not: ['，海棠学院开学', '，记者林秋，从'],
    },
  ],
};
