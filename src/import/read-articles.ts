/** Articles of files, with the Markdown that keeps their structure. */
import { readFileSync } from 'node:fs';
import type { WholeFile } from '../documents/endings.ts';
import { limitArticle } from '../documents/limit-article.ts';
import { MAX_FILE_BYTES } from '../documents/limits.ts';
import type { CorpusFile, CorpusListing } from '../documents/list.ts';
import { parseApart } from '../documents/parse-apart.ts';
import type { Problem } from '../documents/problem.ts';
import { isProblem, readCorpus } from '../documents/read.ts';
import { toMarkdown } from '../documents/to-markdown.ts';
import { UnusableText } from '../documents/unusable.ts';
import { plainTree } from '../text/plain-text.ts';
import type { NewArticle } from './article-file.ts';

/** Articles and problems of listed files, file after file. */
export async function* readArticles({
  files,
  problems,
}: CorpusListing): AsyncGenerator<NewArticle | Problem> {
  yield* problems;
  for (const file of files) yield* isWhole(file) ? readWhole(file) : readLines(file);
}

/** Files of one article; of what cannot be read the corpus says why. */
const isWhole = ({ ending, bytes }: CorpusFile): boolean =>
  ending !== null && ending !== '.jsonl' && ending !== '.jsonl.gz' && bytes <= MAX_FILE_BYTES;

async function* readLines(file: CorpusFile): AsyncGenerator<NewArticle | Problem> {
  for await (const item of readCorpus({ files: [file], problems: [] }))
    yield isProblem(item) ? item : { ...item, markdown: await toMarkdown(plainTree(item.text)) };
}

async function* readWhole({ path, id, ending }: CorpusFile): AsyncGenerator<NewArticle | Problem> {
  try {
    const bytes = readFileSync(path);
    const { article, markdown, missing } = await parseApart(ending as WholeFile, id, bytes, {
      markdown: true,
    });
    for (const item of limitArticle(article, path))
      yield isProblem(item) ? item : { ...item, markdown: markdown! };
    if (missing) yield { where: path, ...missing };
  } catch (error) {
    if (error instanceof UnusableText) yield { where: path, reason: error.message, remedy: error.remedy };
    else if ((error as NodeJS.ErrnoException).code !== undefined)
      yield {
        where: path,
        reason: `cannot be read (${(error as Error).message})`,
        remedy: 'Check its permissions',
      };
    else throw error;
  }
}
