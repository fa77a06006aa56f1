/** Questions without an answer: one that a manager writes, and telling those who wait for it. */
import type { Client } from 'discord.js';
import { MAX_GAPS } from '../../storage/gap-state.ts';
import { gapOf } from '../asking/asked.ts';
import { askedIn } from '../asking/asked-in.ts';
import { acknowledge, mayManage, once, respond, textsFor } from '../connection/interaction.ts';
import { NO_PINGS } from '../connection/pings.ts';
import { textKey } from '../custom-id.ts';
import { gapsOfServer } from '../digest.ts';
import { asAnswered } from '../editing/editor.ts';
import { respondAndRebuild } from '../editing/read-anew.ts';
import { replyForm, WRITTEN } from '../panels/articles.ts';
import { cut, LIMITS } from '../render/limits.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { renderLine, renderNotice } from '../render/rendered.ts';
import { localeOfText } from '../texts/locale.ts';
import { TEXTS } from '../texts/texts.ts';
import type { ComponentAction, FormAction } from './component.ts';

/** Whether whoever presses it is told when the question has an answer; each press changes that. */
export const toggleTelling: ComponentAction = async (interaction, _parts, { state }) => {
  const { editing, notices } = textsFor(interaction);
  const asked = askedIn(interaction.message);
  const { guildId, user } = interaction;
  if (asked === null || guildId === null) return respond(interaction, renderNotice(notices.noQuestion));
  const question = gapOf(asked);
  if (!(await state.isGap(guildId, question))) return respond(interaction, renderNotice(editing.noLonger));
  const isWaiting = await state.toggleWaiting(guildId, question, user.id);
  await respond(interaction, renderNotice(isWaiting ? editing.tell : editing.dontTell));
};

/** Opens the form for the answer to the question that was chosen. */
export const openReply: ComponentAction = async (interaction, _parts, { state, editor }) => {
  const texts = textsFor(interaction);
  if (!mayManage(interaction)) return respond(interaction, renderNotice(texts.admin.notAllowed));
  if (!interaction.isStringSelectMenu() || editor === null)
    return respond(interaction, renderNotice(texts.editing.off));
  const [key] = interaction.values;
  const gaps = await state.gaps(interaction.guildId, MAX_GAPS);
  const question = gaps.find((gap) => textKey(gap.question) === key)?.question;
  if (question === undefined) return respond(interaction, renderNotice(texts.editing.noLonger));
  await once(interaction.showModal(replyForm(question, texts)));
};

/** The question and its answer become an article; all who asked the same in other words are told, where they wanted that. */
export const keepReply: FormAction = async (interaction, [key], context) => {
  const { state, editor } = context;
  const texts = textsFor(interaction);
  if (!mayManage(interaction)) return respond(interaction, renderNotice(texts.admin.notAllowed));
  if (editor === null) return respond(interaction, renderNotice(texts.editing.off));
  await acknowledge(interaction, true);
  const { guildId, guild, client, user } = interaction;
  const groups = await gapsOfServer(guildId, '', context);
  const group = groups.find(({ question, others }) =>
    [question, ...others].some((one) => textKey(one) === key),
  );
  const answer = interaction.fields.getTextInputValue(WRITTEN.text).trim();
  if (group === undefined || answer === '') return respond(interaction, renderNotice(texts.editing.noLonger));
  const question = [group.question, ...group.others].find((one) => textKey(one) === key)!;
  const title = cut(oneLine(question), LIMITS.embedTitle);
  await editor.write(guildId, user.id, asAnswered(title, answer), 'answered');
  const people = await state.closeGaps(guildId, [group.question, ...group.others]);
  const said = renderNotice(texts.editing.answered(escapeText(title), people.length));
  await respondAndRebuild(interaction, said, texts, context);
  for (const personId of people)
    await tell(client, personId, guild?.name ?? '', question, answer).catch((error) =>
      context.log.warn('somebody who waited for an answer could not be told', { error }),
    );
};

/** By a direct message, which who wanted it may have closed. */
async function tell(
  client: Client<true>,
  personId: string,
  server: string,
  question: string,
  answer: string,
): Promise<void> {
  const { editing } = TEXTS[localeOfText(question)];
  const person = await client.users.fetch(personId);
  const told = editing.told(escapeText(oneLine(server)), escapeText(question), answer);
  await person.send({
    ...renderLine(cut(told, LIMITS.content)),
    allowedMentions: NO_PINGS,
    nonce: textKey(`${personId}:${question}`),
    enforceNonce: true,
  });
}
