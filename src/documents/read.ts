/** Reads the articles of a corpus. What cannot be used is named; the rest goes on. */
import { readFileSync } from 'node:fs';
import type { Article } from '../types.ts';
import { ENDINGS } from './endings.ts';
import { readJsonLines } from './json-lines.ts';
import { limitArticle } from './limit-article.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import type { CorpusFile, CorpusListing } from './list.ts';
import { parseApart } from './parse-apart.ts';
import type { ParsedFile, ParseSettings } from './parse-file.ts';
import { markUnread, type Problem } from './problem.ts';
import { UnusableText } from './shared/unusable.ts';

export const isProblem = (item: object): item is Problem => 'remedy' in item;

/** Articles and problems of a listed corpus, file after file; an id that was there before is a problem. */
export async function* readCorpus(
  { files, problems }: CorpusListing,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Article | Problem> {
  yield* problems;
  const placeOfId = new Map<string, string>();
  for (const file of files) {
    for await (const item of readFile(file, onBytes)) {
      if (isProblem(item)) {
        yield item;
        continue;
      }
      const article = ofServer({ ...item, file: file.path }, file);
      if (placeOfId.has(article.id)) yield repeatedId(article.id, file.path, placeOfId.get(article.id)!);
      else {
        placeOfId.set(article.id, file.path);
        yield* limitArticle(article, file.path);
      }
    }
  }
}

const SERVER_FOLDER = /^servers\/(\d{17,20})\//;

/** What lies in the folder of a server is for that server; two of them may have the same ids in their lines. */
function ofServer(article: Article, file: CorpusFile): Article {
  const [folder, server] = SERVER_FOLDER.exec(file.id) ?? [];
  if (folder === undefined || server === undefined) return article;
  return { ...article, server, id: isJsonLines(file) ? folder + article.id : article.id };
}

const repeatedId = (id: string, where: string, before: string): Problem => ({
  where,
  reason: `the id ${JSON.stringify(id)} is taken by an article of ${before}`,
  remedy: 'Rename the file, or give the line another id; the first one counts',
});

async function* readFile(
  file: CorpusFile,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Article | Problem> {
  if (isJsonLines(file)) return yield* readJsonLines(file.path, onBytes);
  onBytes(file.bytes);
  for await (const item of readWhole(file)) yield isProblem(item) ? item : item.article;
}

export const isJsonLines = ({ ending }: CorpusFile): boolean => ending === '.jsonl' || ending === '.jsonl.gz';

/** The article of a file that holds one, and its problems; the article comes first. */
export async function* readWhole(
  { path, id, ending, bytes }: CorpusFile,
  settings: ParseSettings = {},
): AsyncGenerator<Omit<ParsedFile, 'missing'> | Problem> {
  try {
    if (ending === null || ending === '.jsonl' || ending === '.jsonl.gz')
      throw new UnusableText(
        'this kind of file is not read',
        `Turn it into one of ${ENDINGS.join(', ')}, or move it out of the corpus; npm run import reads feeds`,
      );
    if (bytes > MAX_FILE_BYTES)
      throw new UnusableText(
        `the file has ${bytes} bytes, more than ${MAX_FILE_BYTES}`,
        'Divide it into parts',
      );
    const { missing, ...parsed } = await parseApart(ending, id, readFileSync(path), settings);
    yield parsed;
    if (missing) yield { where: path, ...missing };
  } catch (error) {
    if (error instanceof UnusableText) yield { where: path, reason: error.message, remedy: error.remedy };
    else if ((error as NodeJS.ErrnoException).code !== undefined)
      yield {
        where: path,
        reason: `cannot be read (${(error as Error).message})`,
        remedy: 'Check its permissions',
        ...markUnread(error as Error),
      };
    else throw error;
  }
}
