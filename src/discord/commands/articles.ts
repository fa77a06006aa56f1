/** `/articles`: an article by its title, passage by passage. */
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import { scopeAt } from '../asking/where.ts';
import { acknowledge, respond, textsFor } from '../connection/interaction.ts';
import { placeOfInteraction } from '../connection/place.ts';
import { articleKey } from '../custom-id.ts';
import { renderArticle } from '../render/article.ts';
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
    description: 'Read an article, passage by passage',
    description_localizations: localizations('Read an article, passage by passage', '逐段阅读一篇文章'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: TITLE,
        name_localizations: localizations('title', '标题'),
        description: 'Its title: type Chinese, pinyin or English, and choose',
        description_localizations: localizations(
          'Its title: type Chinese, pinyin or English, and choose',
          '标题：输入中文、拼音或英文后选择',
        ),
        required: true,
        autocomplete: true,
      },
    ],
  },
  complete: (interaction, { catalog, state }) =>
    catalog
      .titles(scopeAt(placeOfInteraction(interaction), state))
      .search(interaction.options.getFocused(), LIMITS.choices)
      .map(({ id, title, date }) => {
        const day = date === null ? '' : ` · ${oneLine(date)}`;
        const name = cut(oneLine(title) || oneLine(id) || '—', LIMITS.choice - day.length);
        return { name: cut(name + day, LIMITS.choice), value: articleKey(id) };
      }),
  run: async (interaction, { catalog, library, state, unlessClosing }) => {
    const { notices } = textsFor(interaction);
    await acknowledge(interaction, true);
    const scope = scopeAt(placeOfInteraction(interaction), state);
    const found = catalog.titles(scope).find(interaction.options.getString(TITLE, true));
    const article = found && (await unlessClosing(library.article(found.id, scope)));
    if (article) await respond(interaction, renderArticle(article, 1, textsFor(interaction)));
    else {
      const reason = catalog.status() === null ? notices.preparing : notices.unknownArticle;
      await respond(interaction, renderNotice(reason));
    }
  },
};
