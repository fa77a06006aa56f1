/** Opening a source of an answer, and turning its pages. */

import { footerOf } from '../asking/asked-in.ts';
import { scopeAt } from '../asking/where.ts';
import {
  type Answerable,
  acknowledge,
  acknowledgeUpdate,
  respond,
  textsFor,
} from '../connection/interaction.ts';
import { placeOfInteraction } from '../connection/place.ts';
import type { Context } from '../context.ts';
import { readPassageKey } from '../custom-id.ts';
import { renderArticle } from '../render/article.ts';
import { renderArticleList, searchedIn } from '../render/article-list.ts';
import { type Rendered, renderNotice } from '../render/rendered.ts';
import type { ComponentAction } from './component.ts';

/** To that person alone, at the passage that was found. */
export const openSource: ComponentAction = async (interaction, _parts, context) => {
  const [chosen = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  const key = readPassageKey(chosen);
  if (key === null) return acknowledgeUpdate(interaction);
  await acknowledge(interaction, true);
  const { article, place } = key;
  await respond(interaction, await renderPage(interaction, article, place, context));
};

export const turnPage: ComponentAction = async (interaction, [key = '', place], context) => {
  await acknowledgeUpdate(interaction);
  await respond(interaction, await renderPage(interaction, key, Number(place), context));
};

/** Another page of the list, searched for anew. */
export const turnList: ComponentAction = async (interaction, [page], { catalog, rulesAt, unlessClosing }) => {
  await acknowledgeUpdate(interaction);
  await unlessClosing(catalog.refresh());
  const typed = searchedIn(footerOf(interaction.message));
  const place = placeOfInteraction(interaction);
  const titles = catalog.titles(scopeAt(place, await rulesAt(place)));
  const articles = titles.search(typed, titles.count());
  await respond(interaction, renderArticleList(articles, typed, Number(page), textsFor(interaction)));
};

/** The article of a key may be gone, or be of another server, or the index may not be open yet. */
async function renderPage(
  interaction: Answerable,
  key: string,
  place: number,
  { catalog, library, rulesAt, unlessClosing }: Context,
): Promise<Rendered> {
  const texts = textsFor(interaction);
  const where = placeOfInteraction(interaction);
  const scope = scopeAt(where, await rulesAt(where));
  await unlessClosing(catalog.refresh());
  const found = catalog.titles(scope).find(key);
  const article = found && (await unlessClosing(library.article(found.id, scope)));
  return article
    ? renderArticle(article, place, texts)
    : { ...renderNotice(texts.notices.gone), components: [] };
}
