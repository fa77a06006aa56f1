/** `/articles`: what there is to read, and an article by its title, passage by passage. */
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import { titlesAt } from '../asking/titles-at.ts';
import { scopeAt } from '../asking/where.ts';
import { acknowledge, respond, textsFor } from '../connection/interaction.ts';
import { placeOfInteraction } from '../connection/place.ts';
import { articleKey } from '../custom-id.ts';
import { renderArticle } from '../render/article.ts';
import { renderArticleList } from '../render/article-list.ts';
import { cut, LIMITS } from '../render/limits.ts';
import { oneLine } from '../render/markdown.ts';
import { renderNotice } from '../render/rendered.ts';
import { localizations } from '../texts/locale.ts';
import type { SlashCommand } from './command.ts';

const TITLE = 'title';

export const ARTICLES: SlashCommand = {
  data: {
    name: 'articles',
    name_localizations: localizations('articles', '文章'),
    description: 'See what there is to read, and open an article',
    description_localizations: localizations(
      'See what there is to read, and open an article',
      '看有哪些文章，打开一篇来读',
    ),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: TITLE,
        name_localizations: localizations('title', '标题'),
        description: 'Words of its title, in Chinese, pinyin or English',
        description_localizations: localizations(
          'Words of its title, in Chinese, pinyin or English',
          '标题里的字：中文、拼音或英文',
        ),
        autocomplete: true,
      },
    ],
  },
  complete: async (interaction, context) =>
    (await titlesAt(interaction, context))
      .search(interaction.options.getFocused(), LIMITS.choices)
      .map(({ id, title, date }) => {
        const day = date === null ? '' : ` · ${oneLine(date)}`;
        const name = cut(oneLine(title) || oneLine(id) || '—', LIMITS.choice - day.length);
        return { name: cut(name + day, LIMITS.choice), value: articleKey(id) };
      }),
  run: async (interaction, { catalog, library, rulesAt, unlessClosing }) => {
    const texts = textsFor(interaction);
    await acknowledge(interaction, true);
    const place = placeOfInteraction(interaction);
    const scope = scopeAt(place, await rulesAt(place));
    const titles = catalog.titles(scope);
    const typed = interaction.options.getString(TITLE) ?? '';
    const found = titles.find(typed);
    const article = found && (await unlessClosing(library.article(found.id, scope)));
    if (article) return respond(interaction, renderArticle(article, 1, texts));
    if (catalog.status() === null) return respond(interaction, renderNotice(texts.notices.preparing));
    const articles = titles.search(typed, titles.count());
    await respond(interaction, renderArticleList(articles, typed, 1, texts));
  },
};
