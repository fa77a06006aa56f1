/** What every language says of questions that go on from another, and of where one question ends and the next begins. */
import type { Language } from '../types.ts';
import { COMPARISONS as EN_COMPARISONS } from './en/comparisons.ts';
import { GOING_ON as EN_GOING_ON } from './en/follow-up.ts';
import { ASKING as EN_ASKING, JOINTS as EN_JOINTS } from './en/joints.ts';
import type { Rule } from './rule.ts';
import { COMPARISONS as ZH_COMPARISONS } from './zh/comparisons.ts';
import { GOING_ON as ZH_GOING_ON } from './zh/follow-up.ts';
import { ASKING as ZH_ASKING, JOINTS as ZH_JOINTS } from './zh/joints.ts';

/**
 * `points`: a word stands for what was spoken of; `goes on`: it only begins as if it went on; `instead`: the same is asked
 * of the group `other`.
 */
export type GoingOn = 'points' | 'goes on' | 'instead';

/** Groups `a` and `b` are compared; `about`, where it is there, says in what. */
export type Comparison = 'comparison';

export interface TalkRules {
  readonly goingOn: readonly Rule<GoingOn>[];
  /** Between two questions; with the flag `g`. */
  readonly joints: readonly Rule<'next question'>[];
  /** What makes a clause a question. */
  readonly asking: readonly Rule<'question'>[];
  readonly comparisons: readonly Rule<Comparison>[];
}

export const TALK: Readonly<Record<Language, TalkRules>> = {
  en: { goingOn: EN_GOING_ON, joints: EN_JOINTS, asking: EN_ASKING, comparisons: EN_COMPARISONS },
  zh: { goingOn: ZH_GOING_ON, joints: ZH_JOINTS, asking: ZH_ASKING, comparisons: ZH_COMPARISONS },
};
