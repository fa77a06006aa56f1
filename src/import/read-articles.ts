/** Articles of files, with the Markdown that keeps their structure. */
import { limitArticle } from '../documents/limit-article.ts';
import type { CorpusFile, CorpusListing } from '../documents/list.ts';
import type { Problem } from '../documents/problem.ts';
import { isJsonLines, isProblem, readCorpus, readWhole } from '../documents/read.ts';
import { toMarkdown } from '../documents/to-markdown.ts';
import { plainTree } from '../text/plain-text.ts';
import type { NewArticle } from './article-file.ts';

/** Articles and problems of listed files, file after file. */
export async function* readArticles({
  files,
  problems,
}: CorpusListing): AsyncGenerator<NewArticle | Problem> {
  yield* problems;
  for (const file of files) yield* isJsonLines(file) ? readLines(file) : readOne(file);
}

async function* readLines(file: CorpusFile): AsyncGenerator<NewArticle | Problem> {
  for await (const item of readCorpus({ files: [file], problems: [] }))
    yield isProblem(item) ? item : { ...item, markdown: await toMarkdown(plainTree(item.text)) };
}

async function* readOne(file: CorpusFile): AsyncGenerator<NewArticle | Problem> {
  for await (const item of readWhole(file, { markdown: true })) {
    if (isProblem(item)) yield item;
    else
      for (const part of limitArticle(item.article, file.path))
        yield isProblem(part) ? part : { ...part, markdown: item.markdown! };
  }
}
