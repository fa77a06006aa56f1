/** An article cut to what its readers can bear. */
import { wholeCharacterOffset } from '../text/characters.ts';
import { cleanText } from '../text/plain-text.ts';
import type { Article, Structure } from '../types.ts';
import { MAX_ARTICLE_CHARACTERS, MAX_TITLE_CHARACTERS } from './limits.ts';
import type { Problem } from './problem.ts';

/** The article with a title of one line, cut where title or text is too long, and a problem for each cut. */
export function limitArticle(article: Article, where: string): (Article | Problem)[] {
  const { text, structure } = article;
  const kept = cut(text, MAX_ARTICLE_CHARACTERS);
  const title = cleanText(article.title).replace(/\s+/g, ' ');
  const problems: Problem[] = [];
  if (title.length > MAX_TITLE_CHARACTERS)
    problems.push({
      where,
      reason: `the title has ${title.length} characters; the first ${MAX_TITLE_CHARACTERS} are kept`,
      remedy: 'Give it a shorter one',
    });
  if (text.length > MAX_ARTICLE_CHARACTERS)
    problems.push({
      where,
      reason: `the article has ${text.length} characters; the first ${MAX_ARTICLE_CHARACTERS} are read`,
      remedy: 'Divide it into several articles',
    });
  return [
    {
      ...article,
      title: cut(title, MAX_TITLE_CHARACTERS),
      text: kept,
      ...(structure && { structure: within(structure, kept.length) }),
    },
    ...problems,
  ];
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, wholeCharacterOffset(text, most));

/** The blocks that a text has after it is cut; the one at the cut ends there. */
function within({ sections, blocks }: Structure, end: number): Structure {
  const kept = blocks.filter(({ start }) => start < end);
  return { sections, blocks: kept.map((block) => (block.end <= end ? block : { ...block, end })) };
}
