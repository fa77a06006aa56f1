/** The rows of talk in Chinese. */
import type { TalkRules } from '../../talk.ts';
import { COMPARISONS } from '../asking/comparisons.ts';
import { GOING_ON } from '../asking/follow-up.ts';
import { ASKING, JOINTS } from '../asking/joints.ts';
import { NEWEST } from '../asking/newest.ts';
import { ABOUT_THE_BOT } from './about-the-bot.ts';
import { AROUND_TIMES, COLLECTION } from './collection.ts';
import { SMALL_TALK } from './small-talk.ts';

export const TALK: TalkRules = {
  goingOn: GOING_ON,
  joints: JOINTS,
  asking: ASKING,
  comparisons: COMPARISONS,
  newest: NEWEST,
  grammar: [
    {
      pattern: /[的了是在和跟与同有吗呢吧啊也都会要能可以被由把这那个]/gu,
      means: 'grammar',
      examples: ['的', '这个'],
      not: ['磨坊'],
    },
  ],
  measures: [],
  circumstances: [],
  ofDates: [{ pattern: /[年月日的]/gu, means: 'of a date', examples: ['年月'], not: ['周末'] }],
  smallTalk: [...ABOUT_THE_BOT, ...SMALL_TALK],
  leads: [
    {
      pattern: /^(?:(?:那么?|所以|另外)+)/u,
      means: 'lead',
      examples: ['那么有几篇', '另外'],
      not: ['有那么多'],
    },
  ],
  collection: COLLECTION,
  aroundTimes: AROUND_TIMES,
  ofTimes: [],
};
