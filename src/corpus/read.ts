/** Reads a corpus: folders, recursively, and single files. What cannot be used is named; the rest goes on. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Article } from '../types.ts';
import { readJsonLines } from './json-lines.ts';
import { decodeText, parseMarkdown, plainArticle, UnusableText } from './markdown.ts';
import type { Problem } from './problem.ts';

const ENDINGS = ['.jsonl.gz', '.jsonl', '.markdown', '.md', '.txt'] as const;
type Ending = (typeof ENDINGS)[number];

export interface CorpusFile {
  readonly path: string;
  /** Path below the folder that was named, or the file's own name, with `/` between folders, without its ending. */
  readonly id: string;
  readonly ending: Ending | null;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export interface CorpusListing {
  /** In the order of their paths, so that every build sees the same order. */
  readonly files: readonly CorpusFile[];
  readonly problems: readonly Problem[];
}

export const isProblem = (item: Article | Problem): item is Problem => 'remedy' in item;

/** The files below the given folders and files. Hidden ones are left out. Reads no contents. */
export function listCorpus(paths: readonly string[]): CorpusListing {
  const files: CorpusFile[] = [];
  const problems: Problem[] = [];
  // A folder counts once, however it is reached: a link to a folder above would never end.
  const visited = new Set<string>();
  const visit = (path: string, root: string): void => {
    try {
      const stats = statSync(path);
      if (stats.isDirectory()) {
        const real = realpathSync(path);
        if (visited.has(real)) return;
        visited.add(real);
        const names = readdirSync(path).filter((name) => !name.startsWith('.'));
        for (const name of names.sort()) visit(join(path, name), root);
      } else if (stats.isFile()) files.push(describeFile(path, root, stats.size, stats.mtimeMs));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      problems.push({
        where: path,
        reason: code === 'ENOENT' ? 'no such file or folder' : `cannot be read (${message})`,
        remedy: code === 'ENOENT' ? 'Check the path' : 'Check its permissions',
      });
    }
  };
  for (const path of paths) visit(path, path);
  return { files, problems };
}

function describeFile(path: string, root: string, bytes: number, modifiedMs: number): CorpusFile {
  const name = path === root ? basename(path) : relative(root, path).split(sep).join('/');
  const ending = ENDINGS.find((candidate) => name.toLowerCase().endsWith(candidate)) ?? null;
  return { path, id: name.slice(0, name.length - (ending?.length ?? 0)), ending, bytes, modifiedMs };
}

/** Articles and problems of a listed corpus, file after file; an id that was there before is a problem. */
export async function* readCorpus(
  { files, problems }: CorpusListing,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Article | Problem> {
  yield* problems;
  const placeOfId = new Map<string, string>();
  for (const file of files) {
    for await (const item of readFile(file, onBytes)) {
      if (isProblem(item)) yield item;
      else if (placeOfId.has(item.id)) yield repeatedId(item.id, file.path, placeOfId.get(item.id)!);
      else {
        placeOfId.set(item.id, file.path);
        yield item;
      }
    }
  }
}

const repeatedId = (id: string, where: string, before: string): Problem => ({
  where,
  reason: `the id ${JSON.stringify(id)} is taken by an article of ${before}`,
  remedy: 'Rename the file, or give the line another id; the first one counts',
});

async function* readFile(
  { path, id, ending, bytes }: CorpusFile,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Article | Problem> {
  if (ending === '.jsonl' || ending === '.jsonl.gz') return yield* readJsonLines(path, onBytes);
  onBytes(bytes);
  if (ending === null) {
    yield {
      where: path,
      reason: 'this kind of file is not read',
      remedy: `Turn it into one of ${ENDINGS.join(', ')}, or move it out of the corpus`,
    };
    return;
  }
  try {
    const content = decodeText(readFileSync(path));
    yield ending === '.txt' ? plainArticle(id, content) : parseMarkdown(id, content);
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
