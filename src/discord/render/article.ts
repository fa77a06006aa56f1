/** An article, one passage a page. */
import { ButtonStyle, ComponentType } from 'discord.js';
import type { ArticleView } from '../../library.ts';
import { articleKey, customId } from '../custom-id.ts';
import { cut, cutAtSentence, LIMITS } from '../limits.ts';
import { clean, escapeText, oneLine, webAddress } from '../markdown.ts';
import type { Texts } from '../texts/en.ts';
import { COLOR, type Rendered, type Row } from './rendered.ts';

export const PAGE = 'page';

/** Before escaping, which at most doubles it. */
const MAX_PASSAGE = LIMITS.embedDescription / 2;

/** Page `place`, from 1; one that the article does not have becomes its first or last. */
export function renderArticle(article: ArticleView, place: number, texts: Texts): Rendered {
  const { title, id, date, url, passages } = article;
  const page = Math.max(1, Math.min(place, passages.length));
  const text = clean(passages[page - 1]?.text ?? '').trim();
  const footer = [oneLine(date ?? ''), texts.article.page(page, Math.max(1, passages.length))];
  const address = webAddress(url);
  const embed = {
    color: COLOR.plain,
    title: cut(oneLine(title) || oneLine(id) || '—', LIMITS.embedTitle),
    description: escapeText(cutAtSentence(text, MAX_PASSAGE)) || texts.article.empty,
    footer: { text: cut(footer.filter(Boolean).join(' · '), LIMITS.embedTitle) },
    ...(address !== null && { url: address }),
  };
  return { embeds: [embed], components: passages.length > 1 ? [pageRow(article, page, texts)] : [] };
}

function pageRow({ id, passages }: ArticleView, page: number, texts: Texts): Row {
  const button = (to: number, label: string) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: customId(PAGE, articleKey(id), to),
    label,
    disabled: to < 1 || to > passages.length,
  });
  return {
    type: ComponentType.ActionRow,
    components: [button(page - 1, texts.article.previous), button(page + 1, texts.article.next)],
  };
}
