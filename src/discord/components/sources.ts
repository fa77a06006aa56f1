/** Opening a source of an answer, and turning its pages. */

import { acknowledge, acknowledgeUpdate, respond, textsFor } from '../connection/interaction.ts';
import type { Context } from '../context.ts';
import { readPassageKey } from '../custom-id.ts';
import { renderArticle } from '../render/article.ts';
import { type Rendered, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import type { ComponentAction } from './component.ts';

/** To that person alone, at the passage that was found. */
export const openSource: ComponentAction = async (interaction, _parts, context) => {
  const [chosen = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  const key = readPassageKey(chosen);
  if (key === null) return acknowledgeUpdate(interaction);
  await acknowledge(interaction, true);
  const { article, place } = key;
  await respond(interaction, await renderPage(article, place, textsFor(interaction), context));
};

export const turnPage: ComponentAction = async (interaction, [key = '', place], context) => {
  await acknowledgeUpdate(interaction);
  await respond(interaction, await renderPage(key, Number(place), textsFor(interaction), context));
};

/** The article of a key may be gone from the index, or the index may not be open yet. */
async function renderPage(
  key: string,
  place: number,
  texts: Texts,
  { catalog, library, unlessClosing }: Context,
): Promise<Rendered> {
  await unlessClosing(catalog.refresh());
  const found = catalog.titles().find(key);
  const article = found && (await unlessClosing(library.article(found.id)));
  return article
    ? renderArticle(article, place, texts)
    : { ...renderNotice(texts.notices.gone), components: [] };
}
