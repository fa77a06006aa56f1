/** Times of day in English. */
import type { HoursRules } from '../../time/hours.ts';

const TIME =
  "(?:(?:[01]?\\d|2[0-3]):[0-5]\\d(?:\\s?[ap]\\.?m\\b\\.?)?|\\d{1,2}\\.[0-5]\\d\\s?[ap]\\.?m\\b\\.?|(?:1[0-2]|[1-9])\\s?(?:[ap]\\.?m\\b\\.?|o['’]clock)|noon|midnight)";

export const HOURS: HoursRules = {
  times: [
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\d.:$€£-])(?:${TIME}|\\d{1,2}(?=\\s?[-–—]))(?:\\s?[-–—~]\\s?|\\s(?:to|until|till|and)\\s)${TIME}(?![\\d:%])|(?<![\\p{L}\\d.:$€£-])${TIME}(?![\\d:%]|\\.\\d|\\s?(?:%|percent|million|billion|met(?:re|er)s?|km|kg))`,
        'giu',
      ),
      means: 'time of day',
      examples: ['open from 9:30', '9 am', 'until 6 p.m.', '10:00–18:00', "7 o'clock", 'at noon'],
      not: ['version 1.22.3', '3.50', '9 members', '192.168.10.20', '1:100'],
    },
  ],
  asked: [
    {
      pattern: /\b(?:what|which) (?:time|hours?)\b|\b(?:opening|closing|business|office|visiting|starting|start) (?:times?|hours)\b|\bhours of\b/,
      means: 'time',
      examples: ['at what time does it open', 'opening hours'],
      not: ['what is the price'],
    },
    {
      pattern:
        /\bwhen (?:does|do|is|are)\b.*\b(?:opens?|closed?|closes|shut|starts?|begins?|ends?|finish|leaves?|departs?|arrives?|runs?|served|available|reached|meets?|take place)\b|\b(?:on )?(?:what|which) days? (?:of the week|does|do|is|are)\b/,
      means: 'habit',
      examples: ['when does the pool open', 'when is the mill closed', 'on which days are there markets'],
      not: ['when did the pool open', 'when was it closed'],
    },
  ],
}; // biome-ignore format: tables
