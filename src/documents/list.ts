/** Which files a corpus has: folders, recursively, and single files. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { isUnfinished } from '../unfinished.ts';
import { ENDINGS, type Ending } from './endings.ts';
import { markUnread, type Problem } from './problem.ts';

export interface CorpusFile {
  readonly path: string;
  /** Path below the folder that was named, or the file's own name, with `/` between folders, without its ending. */
  readonly id: string;
  readonly ending: Ending | null;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** When anything about the file changed; nothing but the system sets it, as tools do the time above. */
  readonly changedMs: number;
}

export interface CorpusListing {
  /** In the order of their paths, so that every build sees the same order. */
  readonly files: readonly CorpusFile[];
  readonly problems: readonly Problem[];
}

/**
 * The files below the given folders and files, without contents. Hidden ones are left out, and what a browser keeps of
 * a page besides it (`page_files/` beside `page.html`).
 */
export function listCorpus(paths: readonly string[]): CorpusListing {
  const files: CorpusFile[] = [];
  const problems: Problem[] = [];
  // A folder counts once, however it is reached: a link to a folder above would never end.
  const visited = new Set<string>();
  const visit = (path: string, root: string): void => {
    try {
      const stats = statSync(path);
      if (path !== root && leadsOut(path, root)) {
        problems.push({
          where: path,
          reason: `the link leads out of the corpus, to ${realpathSync(path)}`,
          remedy: 'Copy what it points to, or name that as a corpus of its own',
        });
      } else if (stats.isDirectory()) {
        const real = realpathSync(path);
        if (visited.has(real)) return;
        visited.add(real);
        for (const name of namesIn(path, problems)) visit(join(path, name), root);
      } else if (stats.isFile()) files.push(describeFile(path, root, stats));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      problems.push({
        where: path,
        reason: code === 'ENOENT' ? 'no such file or folder' : `cannot be read (${message})`,
        remedy: code === 'ENOENT' ? 'Check the path' : 'Check its permissions',
        ...markUnread(error as Error),
      });
    }
  };
  for (const path of paths) visit(path, path);
  return { files, problems };
}

/** True for a link whose target lies outside the folder that was named: it may be anybody's file. */
function leadsOut(path: string, root: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false;
  const fromRoot = relative(realpathSync(root), realpathSync(path));
  return fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot);
}

/** Names in a folder, in order. One that is not UTF-8 could not be opened by the name it is shown under. */
function namesIn(folder: string, problems: Problem[]): string[] {
  const names = readdirSync(folder, { encoding: 'buffer' }).flatMap((bytes) => {
    const name = bytes.toString('utf8');
    if (Buffer.from(name, 'utf8').equals(bytes)) return [name];
    problems.push({
      where: join(folder, name),
      reason: `the file name is not UTF-8 (bytes ${bytes.toString('hex')})`,
      remedy: 'Rename the file',
    });
    return [];
  });
  const pages = new Set(
    names.filter((name) => /\.html?$/i.test(name)).map((name) => name.replace(/\.html?$/i, '')),
  );
  const isPartOfPage = (name: string): boolean =>
    /[_.]files$/i.test(name) && pages.has(name.replace(/[_.]files$/i, ''));
  return names.filter((name) => !name.startsWith('.') && !isUnfinished(name) && !isPartOfPage(name)).sort();
}

function describeFile(path: string, root: string, stats: Stats): CorpusFile {
  const name = path === root ? basename(path) : relative(root, path).split(sep).join('/');
  const ending = ENDINGS.find((candidate) => name.toLowerCase().endsWith(candidate)) ?? null;
  const { size: bytes, mtimeMs: modifiedMs, ctimeMs: changedMs } = stats;
  return {
    path,
    id: name.slice(0, name.length - (ending?.length ?? 0)),
    ending,
    bytes,
    modifiedMs,
    changedMs,
  };
}

/**
 * Changes whenever a file of the corpus is added, removed, renamed or written, also where its size and time of change
 * are kept. A file that was only copied or given other permissions counts as changed: a build embeds nothing then.
 */
export function corpusFingerprint({ files }: CorpusListing): string {
  const lines = files.map(
    ({ path, bytes, modifiedMs, changedMs }) => `${path}\t${bytes}\t${modifiedMs}\t${changedMs}\n`,
  );
  return createHash('sha256').update(lines.join('')).digest('hex');
}
