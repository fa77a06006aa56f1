/** "This solved it" and "Not quite" below an answer to a post, and the panel that says what they do. */
import { type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import { forumOf } from '../connection/forum.ts';
import { acknowledgeUpdate, mayManage, respond, textsFor } from '../connection/interaction.ts';
import type { Context } from '../context.ts';
import { readCustomId } from '../custom-id.ts';
import { renderSolving } from '../panels/solving.ts';
import { renderNotice } from '../render/rendered.ts';
import { openFollowUp } from './answer.ts';
import type { ComponentAction } from './component.ts';
import { mayJudge, rowsOf, rowsWithout } from './judging.ts';

/** More tags a post may not have. */
const MAX_TAGS = 5;

/** Marks the post as its forum does, for whoever asked and those who manage the server. */
export const markSolved: ComponentAction = async (interaction, _parts, { state, sharing, log }) => {
  const texts = textsFor(interaction);
  if (!(await mayJudge(interaction))) return respond(interaction, renderNotice(texts.solving.notYours));
  await acknowledgeUpdate(interaction);
  const { guildId, message, appPermissions } = interaction;
  if (guildId === null) return;
  if (await sharing.isFirst(`verdict:${interaction.user.id}:${message.id}`))
    await state.countFeedback(guildId, 'helpful');
  const thread = interaction.channel?.isThread() ? interaction.channel : null;
  const tag = thread?.parentId ? await state.solvedTag(guildId, thread.parentId) : null;
  await interaction.editReply({ components: rowsWithout(interaction, 'solved', 'unsolved') });
  if (thread === null || tag === null || thread.appliedTags.includes(tag)) return;
  if (!appPermissions.has(PermissionFlagsBits.ManageThreads) || thread.appliedTags.length >= MAX_TAGS) {
    log.warn('a solved post could not be marked: this needs Manage Threads, and less than five tags');
    return;
  }
  await thread.setAppliedTags([...thread.appliedTags, tag]);
};

/** Names those who help, where the server has chosen some, or lets the question be asked more exactly. */
export const handOver: ComponentAction = async (interaction, parts, context) => {
  const { state, sharing } = context;
  const texts = textsFor(interaction);
  if (!(await mayJudge(interaction))) return respond(interaction, renderNotice(texts.solving.notYours));
  const { guildId, message } = interaction;
  if (guildId === null) return;
  if (await sharing.isFirst(`verdict:${interaction.user.id}:${message.id}`))
    await state.countFeedback(guildId, 'unhelpful');
  const helpers = await state.helpers(guildId);
  if (helpers === null) return openFollowUp(interaction, parts, context);
  await acknowledgeUpdate(interaction);
  await interaction.editReply({ components: rowsWithout(interaction, 'solved', 'unsolved') });
  const { role, isPinged } = helpers;
  // A reply, not a follow-up: its nonce makes of a repeated request the same message.
  await message.reply({
    content: texts.solving.handedOver(`<@&${role}>`),
    allowedMentions: { parse: [], repliedUser: false, ...(isPinged && { roles: [role] }) },
    failIfNotExists: false,
    nonce: message.id,
    enforceNonce: true,
  });
};

export const chooseTag: ComponentAction = async (interaction, [forumId = ''], context) => {
  if (!interaction.isStringSelectMenu() || !mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  await context.state.chooseSolvedTag(interaction.guildId, forumId, interaction.values[0] ?? null);
  await showPanel(interaction, interaction.guildId, context);
};

export const chooseHelpers: ComponentAction = async (interaction, _parts, context) => {
  if (!interaction.isRoleSelectMenu() || !mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  const { guildId, values } = interaction;
  const [role] = values;
  const isPinged = (await context.state.helpers(guildId))?.isPinged ?? false;
  await context.state.chooseHelpers(guildId, role === undefined ? null : { role, isPinged });
  await showPanel(interaction, guildId, context);
};

export const togglePings: ComponentAction = async (interaction, _parts, context) => {
  if (!mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  const { guildId } = interaction;
  const helpers = await context.state.helpers(guildId);
  if (helpers !== null)
    await context.state.chooseHelpers(guildId, { ...helpers, isPinged: !helpers.isPinged });
  await showPanel(interaction, guildId, context);
};

/** The panel as it is now; which forum it is about stands in the menu of its tags. */
async function showPanel(
  interaction: MessageComponentInteraction,
  guildId: string,
  { state }: Context,
): Promise<void> {
  const forumId = idsIn(interaction)
    .map(readCustomId)
    .find((id) => id?.kind === 'tag')?.parts[0];
  const forum = forumId === undefined ? null : forumOf(interaction.client, forumId);
  const tag = forum === null ? null : await state.solvedTag(guildId, forum.id);
  await respond(interaction, renderSolving(forum, tag, await state.helpers(guildId), textsFor(interaction)));
}

const refuse = (interaction: MessageComponentInteraction): Promise<void> =>
  respond(interaction, renderNotice(textsFor(interaction).admin.notAllowed));

const idsIn = (interaction: MessageComponentInteraction): string[] =>
  rowsOf(interaction).flatMap(({ components }) =>
    components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])),
  );
