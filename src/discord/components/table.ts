/** What happens with each kind of button, menu and form. */
import { acknowledgeUpdate } from '../connection/interaction.ts';
import type { Kind } from '../custom-id.ts';
import {
  askToReset,
  changeSetting,
  chooseChannels,
  chooseDigest,
  chooseListening,
  chooseParts,
  resetServer,
} from './admin.ts';
import { askFollowUp, countFeedback, openFollowUp, showWhy, stopWriting, unkeepQuestion } from './answer.ts';
import { keepWritten, removeEntry, turnEntries, undoChange } from './articles.ts';
import type { ComponentAction, FormAction } from './component.ts';
import { keepReply, openReply, toggleTelling } from './gaps.ts';
import { chooseHelpers, chooseTag, handOver, markSolved, togglePings } from './solving.ts';
import { openSource, turnList, turnPage } from './sources.ts';

export const COMPONENTS: Readonly<Record<Kind, ComponentAction>> = {
  source: openSource,
  follow: openFollowUp,
  why: showWhy,
  helpful: countFeedback('helpful'),
  unhelpful: countFeedback('unhelpful'),
  page: turnPage,
  list: turnList,
  channels: chooseChannels,
  listening: chooseListening,
  digest: chooseDigest,
  parts: chooseParts,
  setting: changeSetting,
  tag: chooseTag,
  helpers: chooseHelpers,
  pings: togglePings,
  unkeep: unkeepQuestion,
  stop: stopWriting,
  solved: markSolved,
  unsolved: handOver,
  forget: askToReset,
  reset: resetServer,
  entries: turnEntries,
  remove: removeEntry,
  undo: undoChange,
  changes: undoChange,
  answer: openReply,
  tell: toggleTelling,
  // Kinds of forms.
  write: acknowledgeUpdate,
  reply: acknowledgeUpdate,
};

export const FORMS: Readonly<Partial<Record<Kind, FormAction>>> = {
  follow: askFollowUp,
  write: keepWritten,
  reply: keepReply,
};
