/** All buttons, menus and forms by the kind that their id begins with. */
import { ADMIN_PART } from '../render/admin.ts';
import { ANSWER_PART } from '../render/answer-rows.ts';
import { PAGE } from '../render/article.ts';
import { chooseChannels, resetServer } from './admin.ts';
import { askFollowUp, countFeedback, openFollowUp, showWhy } from './answer.ts';
import type { ComponentAction, FormAction } from './component.ts';
import { openSource, turnPage } from './sources.ts';

export const COMPONENTS: ReadonlyMap<string, ComponentAction> = new Map([
  [ANSWER_PART.source, openSource],
  [ANSWER_PART.follow, openFollowUp],
  [ANSWER_PART.why, showWhy],
  [ANSWER_PART.helpful, countFeedback('helpful')],
  [ANSWER_PART.unhelpful, countFeedback('unhelpful')],
  [PAGE, turnPage],
  [ADMIN_PART.channels, chooseChannels],
  [ADMIN_PART.reset, resetServer],
]);

export const FORMS: ReadonlyMap<string, FormAction> = new Map([[ANSWER_PART.follow, askFollowUp]]);
