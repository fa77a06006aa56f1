/** Menus, buttons and forms of those who change the articles. */
import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { acknowledge, acknowledgeUpdate, mayManage, respond, textsFor } from '../connection/interaction.ts';
import type { Context } from '../context.ts';
import { textKey } from '../custom-id.ts';
import type { Editor } from '../editing/editor.ts';
import { respondAndRebuild } from '../editing/read-anew.ts';
import { renderEntries, renderRemoved, WRITTEN } from '../panels/articles.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { renderNotice } from '../render/rendered.ts';
import type { ComponentAction, FormAction } from './component.ts';

type Used = MessageComponentInteraction | ModalSubmitInteraction;

/** The editor and whose articles are meant, for who may change them; others are told that they may not. */
async function editorFor(
  interaction: Used,
  whose: string | undefined,
  { editor, isOperator }: Context,
): Promise<{ readonly editor: Editor; readonly guildId: string | null } | null> {
  const { editing, admin } = textsFor(interaction);
  const refuse = async (reason: string): Promise<null> => {
    await respond(interaction, renderNotice(reason));
    return null;
  };
  if (editor === null) return refuse(editing.off);
  if (whose === 'all')
    return (await isOperator(interaction.user.id)) ? { editor, guildId: null } : refuse(editing.notOperator);
  return mayManage(interaction) ? { editor, guildId: interaction.guildId } : refuse(admin.notAllowed);
}

export const turnEntries: ComponentAction = async (interaction, [whose, page], context) => {
  const allowed = await editorFor(interaction, whose, context);
  if (allowed === null) return;
  await acknowledgeUpdate(interaction);
  const { editor, guildId } = allowed;
  const titles = context.catalog.titles({ server: guildId });
  const texts = textsFor(interaction);
  await respond(interaction, renderEntries(await editor.list(guildId), Number(page), guildId, titles, texts));
};

export const removeEntry: ComponentAction = async (interaction, [whose], context) => {
  const allowed = interaction.isStringSelectMenu() ? await editorFor(interaction, whose, context) : null;
  if (allowed === null || !interaction.isStringSelectMenu()) return;
  await acknowledgeUpdate(interaction);
  const { editor, guildId } = allowed;
  const entries = await editor.list(guildId);
  const name = entries.find((entry) => textKey(entry.name) === interaction.values[0])?.name;
  const change = name === undefined ? null : await editor.remove(guildId, interaction.user.id, name);
  const texts = textsFor(interaction);
  if (change === null) return respond(interaction, { ...renderNotice(texts.editing.gone), components: [] });
  await respondAndRebuild(interaction, renderRemoved(change, guildId, texts), texts, context);
};

/** Undoes the change of a button, or the one that was chosen from the list of changes. */
export const undoChange: ComponentAction = async (interaction, [whose, id], context) => {
  const allowed = await editorFor(interaction, whose, context);
  if (allowed === null) return;
  await acknowledgeUpdate(interaction);
  const { editor, guildId } = allowed;
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : id;
  const change = await editor.undo(guildId, interaction.user.id, Number(chosen));
  const texts = textsFor(interaction);
  const said = change === null ? texts.editing.gone : texts.editing.undone(escapeText(oneLine(change.name)));
  const shown = { ...renderNotice(said), components: [] };
  if (change === null) return respond(interaction, shown);
  await respondAndRebuild(interaction, shown, texts, context);
};

export const keepWritten: FormAction = async (interaction, [whose], context) => {
  const allowed = await editorFor(interaction, whose, context);
  if (allowed === null) return;
  await acknowledge(interaction, true);
  const { editor, guildId } = allowed;
  const title = oneLine(interaction.fields.getTextInputValue(WRITTEN.title));
  const text = interaction.fields.getTextInputValue(WRITTEN.text).trim();
  const texts = textsFor(interaction);
  if (title === '' || text === '') return respond(interaction, renderNotice(texts.editing.nothingGiven));
  await editor.write(guildId, interaction.user.id, { title, text });
  const said = renderNotice(texts.editing.written(escapeText(title)));
  await respondAndRebuild(interaction, said, texts, context);
};
