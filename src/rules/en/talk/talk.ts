/** The rows of talk in English. */
import type { TalkRules } from '../../talk.ts';
import { COMPARISONS } from '../asking/comparisons.ts';
import { GOING_ON } from '../asking/follow-up.ts';
import { ASKING, JOINTS } from '../asking/joints.ts';
import { NEWEST } from '../asking/newest.ts';
import { ABOUT_THE_BOT } from './about-the-bot.ts';
import { COLLECTION } from './collection.ts';
import { AROUND_TIMES, OF_TIMES } from './collection-times.ts';
import { SMALL_TALK } from './small-talk.ts';

export const TALK: TalkRules = {
  goingOn: GOING_ON,
  joints: JOINTS,
  asking: ASKING,
  comparisons: COMPARISONS,
  newest: NEWEST,
  grammar: [],
  measures: [
    {
      pattern: /\bhow (?:many|much|long|often|old|big|large|far|high|deep|wide|tall) \p{L}+/u,
      means: 'measure',
      examples: ['how long is it', 'and how many mills'],
      not: ['how long', 'how is it'],
    },
  ],
  circumstances: [
    {
      pattern: /^(?:in|on|for|at|since|from|to|with|without|during|after|before|by)\b/u,
      means: 'circumstance',
      examples: ['on sundays', 'without a ticket'],
      not: ['the mill', 'onshore'],
    },
  ],
  ofDates: [],
  smallTalk: [...ABOUT_THE_BOT, ...SMALL_TALK],
  leads: [
    {
      pattern: /^(?:(?:and|so|ok|well|then|but|now)\s+)+/u,
      means: 'lead',
      examples: ['ok so how many', 'and which'],
      not: ['andover'],
    },
  ],
  collection: COLLECTION,
  aroundTimes: AROUND_TIMES,
  ofTimes: OF_TIMES,
};
