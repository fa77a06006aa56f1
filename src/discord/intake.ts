/** What comes from Discord goes through here: each event once, all behind the one error boundary. */
import { randomBytes } from 'node:crypto';
import {
  type Interaction,
  type Message,
  type MessageReaction,
  type PartialMessageReaction,
  type PartialUser,
  RESTJSONErrorCodes,
  type User,
} from 'discord.js';
import { StateAway } from '../storage/database/server.ts';
import { answerMessage, questionOf, reply } from './asking/messages.ts';
import { mayTakeBack, takeBack } from './asking/taken-back.ts';
import { answerUnasked, unaskedQuestionOf } from './asking/unasked.ts';
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from './commands/table.ts';
import { COMPONENTS, FORMS } from './components/table.ts';
import { acknowledgeUpdate, isRefusedWith, once, respond, textsFor } from './connection/interaction.ts';
import type { Context } from './context.ts';
import { isKnownKind, readCustomId } from './custom-id.ts';
import { Closing } from './farewell.ts';
import { type Rendered, renderNotice } from './render/rendered.ts';
import { createDuplicateFilter } from './sharing/duplicates.ts';
import { placeOf } from './sharing/take-over.ts';
import type { Texts } from './texts/en.ts';
import { localeOfText } from './texts/locale.ts';
import { TEXTS } from './texts/texts.ts';

export interface Intake {
  readonly takeInteraction: (interaction: Interaction) => void;
  readonly takeMessage: (message: Message) => void;
  readonly takeReaction: (reaction: Reaction, user: User | PartialUser) => void;
  /** Takes nothing new from now on. */
  readonly close: () => void;
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<unknown>;
}

/** Repeats come within minutes; a busy bot gets some events a second. */
const REMEMBERED_EVENTS = 10_000;

/** One piece of work, and the way to tell somebody that it failed. */
interface Work {
  readonly kind: string;
  readonly texts: Texts;
  readonly run: () => Promise<unknown>;
  readonly tell: (body: Rendered) => Promise<unknown>;
  /** Where it is found again by another process, '' for nowhere; null for what each process does for itself. */
  readonly place: string | null;
}

/** `onError` sees every error first: some mean that Discord will take nothing from the bot any more. */
export function createIntake(context: Context, onError: (error: unknown) => void): Intake {
  const { log } = context;
  const isNew = createDuplicateFilter(REMEMBERED_EVENTS);
  const underWay = new Set<Promise<void>>();
  let isClosed = false;

  const take = (id: string, readWork: () => Work | null): void => {
    if (isClosed || !isNew(id)) return;
    const done = perform(id, readWork).finally(() => underWay.delete(done));
    underWay.add(done);
  };

  /** The one error boundary: the whole goes to the log, one neutral sentence with a reference to the person. */
  const perform = async (id: string, readWork: () => Work | null): Promise<void> => {
    let work: Work | null = null;
    try {
      work = readWork();
      if (work === null) return;
      // Another process may hear of it, too. What each does for itself begins at once.
      if (work.place !== null && !(await context.sharing.take(id, work.place))) return;
      await work.run();
    } catch (error) {
      onError(error);
      // A message is found again; of a command nobody may hear any more.
      if (error instanceof Closing && work?.place && (await context.sharing.handOver(id))) return;
      const notice = noticeOf(error, work);
      if (notice !== null) await work?.tell(notice).catch((failure) => noteSilence(failure));
    }
    if (work !== null && work.place !== null) await context.sharing.finish(id);
  };

  const noticeOf = (error: unknown, work: Work | null): Rendered | null => {
    const notices = work?.texts.notices ?? TEXTS.en.notices;
    if (error instanceof Closing) return renderNotice(notices.closing);
    // Once in the log is enough, and there it is.
    if (error instanceof StateAway) return renderNotice(notices.stateAway);
    const reference = randomBytes(3).toString('hex');
    const cannotTell = UNTELLABLE.some((code) => isRefusedWith(error, code));
    log[cannotTell ? 'warn' : 'error']('failed', { kind: work?.kind, reference, error });
    return cannotTell ? null : renderNotice(notices.failed(reference));
  };

  const noteSilence = (error: unknown): void => log.error('nobody could be told of a failure', { error });

  return {
    takeInteraction: (interaction) => take(interaction.id, () => workOfInteraction(interaction, context)),
    takeMessage: (message) => take(message.id, () => workOfMessage(message, context)),
    takeReaction: (reaction, user) => {
      if (!mayTakeBack(reaction)) return;
      const run = () => takeBack(reaction, user, context);
      take(`${reaction.message.id}:${user.id}`, () => ({ ...SILENT, kind: 'reaction', run }));
    },
    close: () => {
      isClosed = true;
    },
    idle: () => Promise.allSettled(underWay),
  };
}

/** The interaction is over, or the bot may not write there: no notice would get through either. */
const UNTELLABLE = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
];

/** Nobody waits for it, so nobody is told where it fails. */
const SILENT = { texts: TEXTS.en, tell: async () => {}, place: '' } as const;

type Reaction = MessageReaction | PartialMessageReaction;

function workOfMessage(message: Message, context: Context): Work | null {
  if (!message.author.bot) context.helpers.noteMessage(message);
  const question = questionOf(message);
  if (question === null) {
    const unasked = unaskedQuestionOf(message, context);
    const run = () => answerUnasked(message, unasked ?? '', context);
    return unasked === null ? null : { ...SILENT, kind: 'unasked', run, place: null };
  }
  return {
    kind: 'message',
    texts: TEXTS[localeOfText(question)],
    run: () => answerMessage(message, question, context),
    tell: (body) => reply(message, body),
    place: placeOf(message),
  };
}

function workOfInteraction(interaction: Interaction, context: Context): Work {
  const texts = textsFor(interaction);
  if (interaction.isAutocomplete()) {
    const command = SLASH_COMMANDS.find(({ data }) => data.name === interaction.commandName);
    const run = async () =>
      once(interaction.respond((await command?.complete?.(interaction, context)) ?? []));
    return { kind: 'choices', texts, run, tell: async () => {}, place: null };
  }
  const tell = (body: Rendered) => respond(interaction, body);
  const { kind, run } = actionOf(interaction, context) ?? {
    kind: 'unknown',
    run: () => tell(renderNotice(texts.notices.unknownCommand)),
  };
  return { kind, texts, run, tell, place: '' };
}

/** Null for a command or component that this version of the bot does not have; a forged one is acknowledged, no more. */
function actionOf(interaction: Interaction, context: Context): Pick<Work, 'kind' | 'run'> | null {
  if (interaction.isChatInputCommand()) {
    const command = SLASH_COMMANDS.find(({ data }) => data.name === interaction.commandName);
    return command ? { kind: command.data.name, run: () => command.run(interaction, context) } : null;
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = MESSAGE_COMMANDS.find(({ data }) => data.name === interaction.commandName);
    return command ? { kind: command.data.name, run: () => command.run(interaction, context) } : null;
  }
  if (interaction.isMessageComponent()) {
    const { customId } = interaction;
    const read = readCustomId(customId);
    if (read !== null)
      return { kind: read.kind, run: () => COMPONENTS[read.kind](interaction, read.parts, context) };
    return isKnownKind(customId) ? { kind: 'forged', run: () => acknowledgeUpdate(interaction) } : null;
  }
  if (interaction.isModalSubmit()) {
    const read = readCustomId(interaction.customId);
    const action = read && FORMS[read.kind];
    return action ? { kind: read.kind, run: () => action(interaction, read.parts, context) } : null;
  }
  return null;
}
