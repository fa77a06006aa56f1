/** What the bot has to read: articles by title, a page at a time, and a menu that opens one. */
import { ButtonStyle, ComponentType } from 'discord.js';
import type { Source } from '../../answer-types.ts';
import { customId, passageKey } from '../custom-id.ts';
import type { Texts } from '../texts/en.ts';
import { cut, cutAtSentence, joinWithin, LIMITS } from './limits.ts';
import { escapeText, link, oneLine, placeAddress } from './markdown.ts';
import { COLOR, type Rendered, type Row } from './rendered.ts';

/** Articles of a page: as many as a phone shows at once. */
const PAGE_SIZE = 10;
const MAX_TITLE = 120;
/** Stands in the footer in front of what was searched for. */
const SEARCHED = '🔎 ';
const MAX_SEARCHED = 100;

/** Page `page`, from 1, of articles that fit what was typed; one that there is not becomes the first or last. */
export function renderArticleList(
  articles: readonly Source[],
  typed: string,
  page: number,
  { list }: Texts,
): Rendered {
  const pages = Math.max(1, Math.ceil(articles.length / PAGE_SIZE));
  const shown = Math.max(1, Math.min(page, pages));
  const those = articles.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE);
  const lines = those.map(({ title, id, url, date }) => {
    const name = link(cut(oneLine(title) || oneLine(id) || '—', MAX_TITLE), placeAddress(url, null));
    return `- ${date === null ? name : `${name} · ${escapeText(oneLine(date))}`}`;
  });
  const search = cutAtSentence(oneLine(typed), MAX_SEARCHED);
  const footer = [search === '' ? '' : SEARCHED + search, list.page(shown, pages, articles.length)];
  return {
    embeds: [
      {
        color: COLOR.plain,
        title: list.title,
        description: joinWithin(lines, '\n', LIMITS.embedDescription) || list.nothing,
        footer: { text: footer.filter((line) => line !== '').join('\n') },
      },
    ],
    components: [
      ...(those.length > 0 ? [openRow(those, list.open)] : []),
      ...(pages > 1 ? [pageRow(shown, pages, list)] : []),
    ],
  };
}

/** What was searched for in a list, as its footer tells; '' for all articles. */
export const searchedIn = (footer: string): string =>
  footer
    .split('\n')
    .find((line) => line.startsWith(SEARCHED))
    ?.slice(SEARCHED.length) ?? '';

function openRow(articles: readonly Source[], placeholder: string): Row {
  const options = new Map(
    articles.map(({ id, title, date }) => {
      const value = passageKey(id, 1);
      const label = cut(oneLine(title) || oneLine(id) || '—', LIMITS.choice);
      const day = cut(oneLine(date ?? ''), LIMITS.choice);
      return [value, { label, value, ...(day !== '' && { description: day }) }];
    }),
  );
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId('source'),
        placeholder,
        options: [...options.values()],
      },
    ],
  };
}

function pageRow(page: number, pages: number, { previous, next }: Texts['list']): Row {
  const button = (to: number, label: string) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: customId('list', to),
    label,
    disabled: to < 1 || to > pages,
  });
  return { type: ComponentType.ActionRow, components: [button(page - 1, previous), button(page + 1, next)] };
}
