/** One question from its turn to its answer, whichever way it was asked. */
import type { Answer } from '../types.ts';
import { type Asked, optionsOf } from './asked.ts';
import { type Context, today } from './context.ts';
import { renderAnswer } from './render/answer.ts';
import { type Rendered, renderNotice } from './render/rendered.ts';
import type { Texts } from './texts/en.ts';
import type { Refusal, Turn } from './turns.ts';

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

export async function answerAsked(asked: Asked, asker: Asker, context: Context): Promise<void> {
  const { catalog, log } = context;
  const turn = context.takeTurn(asker.personId);
  if ('reason' in turn) {
    await asker.respond(renderRefusal(turn, asker.texts));
    return;
  }
  const answer = await find(asked, asker, turn, context);
  log.info('answered', { status: answer.status, language: answer.language, elapsedMs: answer.elapsedMs });
  if (answer.status === 'unanswered') keepGap(asked, asker, context);
  await showNewIndex(answer, context);
  const texts = asker.textsFor(answer);
  await asker.respond(renderAnswer(answer, { asked, texts, findArticle: catalog.titles().byId }));
}

/** Acknowledges before it waits; the turn is over when the answer is found, not when Discord has it. */
async function find(
  asked: Asked,
  asker: Asker,
  turn: Turn,
  { library, closing, log }: Context,
): Promise<Answer> {
  try {
    await asker.acknowledge();
    await Promise.race([turn.begins, closing]);
    log.debug('asked', { ...asked });
    return await Promise.race([library.ask(asked.question, optionsOf(asked)), closing]);
  } finally {
    turn.end();
  }
}

/** An answer from another index than the bot knows of tells that there is one; the answer is worth more than its titles. */
async function showNewIndex({ index }: Answer, { catalog, closing, log }: Context): Promise<void> {
  if (catalog.status()?.index === index) return;
  await Promise.race([catalog.refresh(), closing]).catch((error) =>
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
