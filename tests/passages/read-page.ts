/** A page of Markdown as an article is indexed. */
import { readMarkdown } from '../../src/documents/markdown/markdown.ts';
import { type ArticleBody, readBlocks } from '../../src/passages/blocks.ts';

export async function readPage(content: string): Promise<ArticleBody> {
  const { tree, title } = await readMarkdown(content);
  return readBlocks(tree, title);
}
