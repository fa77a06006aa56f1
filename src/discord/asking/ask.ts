/** One question from its turn to its answer, whichever way it was asked. */

import type { Answer } from '../../answer-types.ts';
import type { Log } from '../../log.ts';
import { StateAway } from '../../storage/database/server.ts';
import type { PlaceRules } from '../../storage/place-state.ts';
import { addDays } from '../../text/calendar.ts';
import type { Place } from '../connection/place.ts';
import { type Context, today } from '../context.ts';
import { renderAnswer } from '../render/answer.ts';
import type { Rendered } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { type Asked, gapOf, optionsOf } from './asked.ts';
import { languageAt, scopeAt, whyNotHere } from './where.ts';
import { respondInWriting } from './written.ts';

/** Somebody who asks, and the way back to them. */
export interface Asker {
  readonly personId: string;
  readonly place: Place;
  readonly rules: PlaceRules;
  /** True where nobody else sees the answer. */
  readonly isPrivate: boolean;
  /** True where they have said so themselves: then nothing of it is kept. */
  readonly wantsPrivacy: boolean;
  /** False where something has to be said. */
  readonly maySayNothing: boolean;
  /** Texts for what is said before there is an answer. */
  readonly texts: Texts;
  /** Labels for an answer; a person's own language, or where it is not known that of the answer. */
  readonly textsFor: (answer: Answer) => Texts;
  /** Shows that work has begun. */
  readonly acknowledge: () => Promise<unknown>;
  /** Shows an answer, and the next time another in its place. */
  readonly respond: (body: Rendered) => Promise<unknown>;
  /** Says why there is no answer, to that person alone; where others would read it nothing is said unless it `isNews`. */
  readonly decline: (reason: string, isNews: boolean) => Promise<unknown>;
}

/** Answers a question, or says why it has to wait or be asked elsewhere. */
export async function answerAsked(asked: Asked, asker: Asker, context: Context): Promise<void> {
  if (!(await mayAskHere(asker, context))) return;
  if (asked.question === '') return void (await asker.decline(asker.texts.notices.howToAsk, false));
  const answer = await findAnswer(asked, asker, context, true);
  if (answer === null) return;
  const { status, language, elapsedMs } = answer;
  context.log.info('answered', { status, language, elapsedMs });
  const isKept = status === 'unanswered' && (await keepGap(asked, asker, context));
  const { refusals } = asker.rules.settings;
  if (status === 'unanswered' && refusals === 'nothing' && asker.maySayNothing)
    return await countAnswer(answer, asker, context);
  const titles = context.catalog.titles(scopeAt(asker.place, asker.rules));
  const shown = await respondInWriting(answer, asked, asker, context, (one, stopKey) =>
    renderAnswer(one, {
      ...{ asked, isKept },
      writing: stopKey === null ? null : { model: context.writer?.model ?? '', stopKey },
      texts: asker.textsFor(one),
      findArticle: titles.byId,
      newest: olderThanAWeek(titles.newest()),
      refusesBriefly: refusals !== 'titles',
    }),
  );
  await countAnswer(shown, asker, context);
}

/** Of newer articles nobody needs to be told that they know nothing later. */
const olderThanAWeek = (day: string | null): string | null =>
  day !== null && day < addDays(today(), -7) ? day : null;

/** Whether a question is answered where it is asked; who asks by a command is told where it is not. */
export async function mayAskHere(asker: Asker, context: Context): Promise<boolean> {
  const { place, rules, personId, isPrivate, texts } = asker;
  const reason = whyNotHere(place, rules, context.answersDirectMessages, texts);
  if (reason !== null) {
    const isNews =
      place.guildId === null && (await context.sharing.isFirst(`no direct messages:${personId}`));
    await asker.decline(reason, isNews);
    return false;
  }
  if (!isPrivate && rules.settings.answers === 'private') {
    const isNews = await context.sharing.isFirst(`privately:${personId}`);
    await asker.decline(texts.notices.askPrivately, isNews);
    return false;
  }
  if (place.mayWrite || isPrivate) return true;
  context.log.info('a question cannot be answered where it was asked');
  await asker.decline(texts.notices.mayNotWrite, false);
  return false;
}

/** Acknowledges, waits for a turn, and asks the library. Null where there is none, which the person is told. */
export async function findAnswer(
  asked: Asked,
  asker: Asker,
  context: Context,
  afterPause: boolean,
): Promise<Answer | null> {
  const { library, unlessClosing, log } = context;
  return inTurn(asker, context, afterPause, async () => {
    log.debug('asked', asked.about === null ? { ...asked } : { about: 'a message' });
    const language = languageAt(asker.rules);
    const options = {
      ...optionsOf(asked),
      ...(language !== null && !asker.isPrivate && { language }),
      scope: scopeAt(asker.place, asker.rules),
    };
    const answer = await unlessClosing(library.ask(asked.question, options));
    await showNewIndex(answer, context);
    return answer;
  });
}

/** Does what somebody wants when it is their turn; null where too much waits already. `afterPause` as for a turn. */
export async function inTurn<T>(
  asker: Asker,
  { takeTurn, sharing, manners, unlessClosing }: Context,
  afterPause: boolean,
  work: () => Promise<T>,
): Promise<T | null> {
  const { personId, place, texts } = asker;
  const turn = takeTurn({ personId, channelId: place.channelId, afterPause });
  if ('reason' in turn) {
    await asker.decline(texts.notices.waiting[turn.reason], turn.isNews);
    return null;
  }
  // The turn is over when the answer is found, not when Discord has it.
  try {
    const shared = await sharing.enterTurn(personId, afterPause, 1 + manners.waitingOfPerson);
    if (shared === null) {
      await asker.decline(texts.notices.waiting.person, false);
      return null;
    }
    try {
      await asker.acknowledge();
      await unlessClosing(turn.begins);
      await unlessClosing(shared.begins);
      return await work();
    } finally {
      shared.leave(manners.cooldownMs);
    }
  } finally {
    turn.end();
  }
}

/** An answer from another index than the bot knows of tells that there is one; the answer is worth more than its titles. */
async function showNewIndex({ index }: Answer, { catalog, unlessClosing, log }: Context): Promise<void> {
  if (catalog.status()?.index === index) return;
  await unlessClosing(catalog.refresh()).catch((error) =>
    log.warn('the index could not be looked at', { error }),
  );
}

/** That the state is away is in the log already. */
const noteLoss = (what: string, error: unknown, log: Log): void =>
  log[error instanceof StateAway ? 'debug' : 'error'](what, { error });

/** How many are asked, answered and written is counted a day, and nothing else of them. */
async function countAnswer(
  { status, written }: Answer,
  { place }: Asker,
  { state, log }: Context,
): Promise<void> {
  if (place.guildId === null || status === 'chat') return;
  try {
    const what = written === undefined ? [status] : [status, 'written' as const];
    await state.countDaily(place.guildId, what, today());
  } catch (error) {
    noteLoss('a question could not be counted', error, log);
  }
}

/**
 * Questions asked in private stay private, and so does what others have written. A count that cannot be kept costs nobody
 * their answer. True where it was kept.
 */
async function keepGap(asked: Asked, asker: Asker, { state, log }: Context): Promise<boolean> {
  const { guildId } = asker.place;
  if (guildId === null || asker.wantsPrivacy || asked.about !== null) return false;
  try {
    await state.countGap(guildId, gapOf(asked), today());
    return true;
  } catch (error) {
    noteLoss('an unanswered question could not be kept', error, log);
    return false;
  }
}
