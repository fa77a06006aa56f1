/** An article, one passage a page. */
import { ButtonStyle, ComponentType } from 'discord.js';
import type { ArticleView, PassageView } from '../../library.ts';
import { articleKey, customId } from '../custom-id.ts';
import type { Texts } from '../texts/en.ts';
import { headingPath, renderBlocks } from './blocks.ts';
import { cut, LIMITS } from './limits.ts';
import { bold, escapeWithin, oneLine, placeAddress } from './markdown.ts';
import { COLOR, type Rendered, type Row } from './rendered.ts';

/** Before escaping, which at most doubles it. */
const MAX_HEADINGS = 240;

/** Page `place`, from 1; one that the article does not have becomes its first or last. */
export function renderArticle(article: ArticleView, place: number, texts: Texts): Rendered {
  const { title, id, date, url, passages } = article;
  const page = Math.max(1, Math.min(place, passages.length));
  const passage = passages[page - 1];
  const footer = [oneLine(date ?? ''), texts.article.page(page, Math.max(1, passages.length))];
  const address = placeAddress(url, passage?.anchor ?? null);
  const embed = {
    color: COLOR.plain,
    title: escapeWithin(oneLine(title) || oneLine(id) || '—', LIMITS.embedTitle),
    description: passage ? passageMarkdown(passage, texts) : texts.article.empty,
    footer: { text: cut(footer.filter(Boolean).join(' · '), LIMITS.embedTitle) },
    ...(address !== null && { url: address }),
  };
  return { embeds: [embed], components: passages.length > 1 ? [pageRow(article, page, texts)] : [] };
}

/** The headings in bold, and below them as much of the passage as fits. */
function passageMarkdown({ headings, blocks }: PassageView, texts: Texts): string {
  const path = headingPath(headings, MAX_HEADINGS);
  const top = path === '' ? '' : `${bold(path, [{ start: 0, end: path.length }])}\n`;
  const { markdown } = renderBlocks(blocks, [], LIMITS.embedDescription - top.length, true);
  return markdown === '' ? texts.article.empty : top + markdown;
}

function pageRow({ id, passages }: ArticleView, page: number, texts: Texts): Row {
  const button = (to: number, label: string) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: customId('page', articleKey(id), to),
    label,
    disabled: to < 1 || to > passages.length,
  });
  return {
    type: ComponentType.ActionRow,
    components: [button(page - 1, texts.article.previous), button(page + 1, texts.article.next)],
  };
}
