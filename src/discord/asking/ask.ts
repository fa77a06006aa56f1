/** One question from its turn to its answer, whichever way it was asked. */
import type { Answer } from '../../types.ts';
import { type Context, today } from '../context.ts';
import { renderAnswer } from '../render/answer.ts';
import { type Rendered, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { type Asked, optionsOf } from './asked.ts';
import type { Refusal } from './turns.ts';

/** Somebody who asks, and the way back to them. */
export interface Asker {
  readonly personId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly isPrivate: boolean;
  /** Texts for what is said before there is an answer. */
  readonly texts: Texts;
  /** Labels for an answer; a person's own language, or where it is not known that of the answer. */
  readonly textsFor: (answer: Answer) => Texts;
  /** Shows that work has begun. */
  readonly acknowledge: () => Promise<unknown>;
  readonly respond: (body: Rendered) => Promise<unknown>;
}

/** Answers a question, or says why it has to wait. */
export async function answerAsked(asked: Asked, asker: Asker, context: Context): Promise<void> {
  if (asked.question === '') {
    await asker.respond(renderNotice(asker.texts.notices.howToAsk));
    return;
  }
  const answer = await findAnswer(asked, asker, context, true);
  if (answer === null) return;
  const { status, language, elapsedMs } = answer;
  context.log.info('answered', { status, language, elapsedMs });
  if (status === 'unanswered') keepGap(asked, asker, context);
  const texts = asker.textsFor(answer);
  const findArticle = context.catalog.titles().byId;
  await asker.respond(renderAnswer(answer, { asked, texts, findArticle }));
}

/**
 * Acknowledges, waits for a turn, and asks the library. Null where the person has to wait, which they are told;
 * `afterPause` is false for what follows an answer at once.
 */
export async function findAnswer(
  asked: Asked,
  asker: Asker,
  context: Context,
  afterPause: boolean,
): Promise<Answer | null> {
  const { library, unlessClosing, log } = context;
  const turn = context.takeTurn(asker.personId, afterPause);
  if ('reason' in turn) {
    await asker.respond(renderRefusal(turn, asker.texts));
    return null;
  }
  // The turn is over when the answer is found, not when Discord has it.
  try {
    await asker.acknowledge();
    await unlessClosing(turn.begins);
    log.debug('asked', { ...asked });
    const answer = await unlessClosing(library.ask(asked.question, optionsOf(asked)));
    await showNewIndex(answer, context);
    return answer;
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

/** Questions asked in private stay private. A count that cannot be kept costs nobody their answer. */
function keepGap({ question, follows }: Asked, { guildId, isPrivate }: Asker, { state, log }: Context): void {
  if (guildId === null || isPrivate) return;
  try {
    // Without what it follows, "and when?" would tell nobody what the articles lack.
    state.countGap(guildId, follows === null ? question : `${follows} → ${question}`, today());
  } catch (error) {
    log.error('an unanswered question could not be kept', { error });
  }
}

function renderRefusal(refusal: Refusal, { notices }: Texts): Rendered {
  if (refusal.reason === 'cooling') return renderNotice(notices.cooling(refusal.seconds));
  return renderNotice(notices[refusal.reason]);
}
