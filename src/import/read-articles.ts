/** Articles of files, with the Markdown that keeps their structure. */
import { limitArticle } from '../documents/limit-article.ts';
import type { CorpusFile } from '../documents/list.ts';
import { toMarkdown } from '../documents/markdown/to-markdown.ts';
import type { Problem } from '../documents/problem.ts';
import { isJsonLines, isProblem, readCorpus, readWhole } from '../documents/read.ts';
import { plainTree } from '../text/plain-text.ts';
import type { NewArticle } from './article-file.ts';

/** An article of a file; `line` is its id where the file has one on each line. */
export interface ArticleOfFile {
  readonly line: string | null;
  readonly article: NewArticle;
}

/** Articles and problems of a file. */
export const readArticles = (file: CorpusFile): AsyncGenerator<ArticleOfFile | Problem> =>
  isJsonLines(file) ? readLines(file) : readOne(file);

async function* readLines(file: CorpusFile): AsyncGenerator<ArticleOfFile | Problem> {
  for await (const item of readCorpus({ files: [file], problems: [] }))
    yield isProblem(item)
      ? item
      : { line: item.id, article: { ...item, markdown: await toMarkdown(plainTree(item.text)) } };
}

async function* readOne(file: CorpusFile): AsyncGenerator<ArticleOfFile | Problem> {
  for await (const item of readWhole(file, { markdown: true })) {
    if (isProblem(item)) yield item;
    else
      for (const part of limitArticle(item.article, file.path))
        yield isProblem(part) ? part : { line: null, article: { ...part, markdown: item.markdown! } };
  }
}
