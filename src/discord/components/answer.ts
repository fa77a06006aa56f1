/** What happens with an answer: why, feedback, and asking further. */
import { ComponentType, MessageFlags, TextInputStyle } from 'discord.js';
import type { Verdict } from '../../storage/count-state.ts';
import { answerAsked, findAnswer } from '../asking/ask.ts';
import { askFurther, gapOf } from '../asking/asked.ts';
import { askedIn } from '../asking/asked-in.ts';
import { askerOf } from '../asking/asker.ts';
import { scopeAt } from '../asking/where.ts';
import { acknowledgeUpdate, once, respond, textsFor } from '../connection/interaction.ts';
import { customId } from '../custom-id.ts';
import { LIMITS } from '../render/limits.ts';
import { renderNotice } from '../render/rendered.ts';
import { renderWhy } from '../render/why.ts';
import type { ComponentAction, FormAction } from './component.ts';
import { mayJudge, rowsWithout } from './judging.ts';

/** Feedback on answers in direct messages is counted in one place. */
const DIRECT_MESSAGES = 'direct messages';

/** Only who asked sees why; the question is asked again, as its ranks are not kept. */
export const showWhy: ComponentAction = async (interaction, [index], context) => {
  const texts = textsFor(interaction);
  const asked = askedIn(interaction.message);
  if (asked === null) return respond(interaction, renderNotice(texts.notices.noQuestion));
  const asker = await askerOf(interaction, asked.question, true, context);
  const answer = await findAnswer(asked, asker, context, false);
  if (answer === null) return;
  const findArticle = context.catalog.titles(scopeAt(asker.place, asker.rules)).byId;
  await respond(interaction, renderWhy(answer, answer.index === index, texts, findArticle));
};

/** Counts how people judge an answer, each person once an answer for as long as the bot runs. */
export const countFeedback =
  (verdict: Verdict): ComponentAction =>
  async (interaction, _parts, { state, sharing }) => {
    const { notices } = textsFor(interaction);
    const isNew = await sharing.isFirst(`verdict:${interaction.user.id}:${interaction.message.id}`);
    if (isNew) await state.countFeedback(interaction.guildId ?? DIRECT_MESSAGES, verdict);
    await respond(interaction, renderNotice(isNew ? notices.thanks : notices.thanksAgain));
  };

/** Deletes a question without an answer that somebody has asked, once; how often others asked it stays. */
export const unkeepQuestion: ComponentAction = async (interaction, _parts, { state, sharing }) => {
  const { notices, solving } = textsFor(interaction);
  if (!(await mayJudge(interaction))) return respond(interaction, renderNotice(solving.notYours));
  const { guildId, message } = interaction;
  const asked = askedIn(message);
  if (asked === null || guildId === null) return respond(interaction, renderNotice(notices.noQuestion));
  await acknowledgeUpdate(interaction);
  if (await sharing.isFirst(`unkept:${message.id}`)) await state.discountGap(guildId, gapOf(asked));
  await interaction.editReply({ components: rowsWithout(interaction, 'unkeep') });
};

/** Stops what is being written, for whoever asked. After a restart nothing is, and the button goes. */
export const stopWriting: ComponentAction = async (interaction, [key = ''], { writings }) => {
  const { notices } = textsFor(interaction);
  const became = writings.stop(key, interaction.user.id);
  if (became === 'of another' || (became === null && !(await mayJudge(interaction))))
    return respond(interaction, renderNotice(notices.notYourAnswer));
  await acknowledgeUpdate(interaction);
  // What was being written shows by itself that it was stopped.
  if (became === null) await interaction.editReply({ components: rowsWithout(interaction, 'stop') });
};

const QUESTION = 'question';

/** Opens the form for a question that goes on from the answer. */
export const openFollowUp: ComponentAction = async (interaction) => {
  const texts = textsFor(interaction);
  const { title, label, placeholder } = texts.followUp;
  const input = {
    type: ComponentType.TextInput as const,
    custom_id: QUESTION,
    style: TextInputStyle.Short,
    placeholder,
    required: true,
    max_length: LIMITS.question,
  };
  await once(
    interaction.showModal({
      title,
      custom_id: customId('follow'),
      components: [{ type: ComponentType.Label, label, component: input }],
    }),
  );
};

/** Answers the question of the form, as privately as the answer that it stands under; with its subject where it tells one. */
export const askFollowUp: FormAction = async (interaction, _parts, context) => {
  const { message } = interaction;
  const asked = askFurther(
    interaction.fields.getTextInputValue(QUESTION),
    message === null ? null : askedIn(message),
  );
  const wantsPrivacy = message?.flags.has(MessageFlags.Ephemeral) ?? false;
  await answerAsked(asked, await askerOf(interaction, asked.question, wantsPrivacy, context), context);
};
