/** The rows of talk in Chinese. */
import type { TalkRules } from '../talk.ts';
import { COMPARISONS } from './comparisons.ts';
import { GOING_ON } from './follow-up.ts';
import { ASKING, JOINTS } from './joints.ts';
import { NEWEST } from './newest.ts';

export const TALK: TalkRules = {
  goingOn: GOING_ON,
  joints: JOINTS,
  asking: ASKING,
  comparisons: COMPARISONS,
  newest: NEWEST,
};
