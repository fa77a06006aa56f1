/** Public Git repositories of Markdown, read by the git that is on the machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listCorpus } from '../documents/list.ts';
import { describeProblem } from '../documents/problem.ts';
import { type Git, guardedGit, within } from './git.ts';
import { keep, lose, type Outcome, recordOf, stay } from './keep.ts';
import { readArticles } from './read-articles.ts';
import { decoded } from './web/addresses.ts';
import { ImportError } from './web/import-error.ts';
import type { Work } from './work.ts';

export interface Repository {
  readonly url: URL;
  /** Null for the branch that the repository shows first. */
  readonly branch: string | null;
  /** Without slashes at its ends; empty for all of it. */
  readonly folder: string;
}

/** Hosts whose addresses of two names are repositories; others are told by `.git`. */
const FORGES = /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|gitee\.com|bitbucket\.org)$/i;
/** Beginnings of addresses on those that are not owners of repositories. */
const NOT_OWNERS =
  /^(?:about|blog|enterprise|explore|features|help|marketplace|orgs|settings|sponsors|topics|users)$/i;

/**
 * The repository that an address names: `https://github.com/OWNER/NAME`, the same with `/tree/BRANCH/FOLDER`, or
 * `https://HOST/PATH.git#BRANCH:FOLDER`. Null for any other address. Throws {@link ImportError} for a folder that is not in it.
 */
export function repositoryOf(address: URL): Repository | null {
  const parts = address.pathname.split('/').filter((part) => part !== '');
  const end = parts.findIndex((part) => part.endsWith('.git'));
  const isForge = FORGES.test(address.hostname);
  if (end === parts.length - 1 && end >= 0) {
    const [branch = '', folder = ''] = decoded(address.hash.slice(1)).split(':', 2);
    return repository(address, parts, branch || null, folder);
  }
  if (!isForge || parts.length < 2 || NOT_OWNERS.test(parts[0]!)) return null;
  const [tree, branch, ...folder] = parts.slice(2).filter((part) => part !== '-');
  if (tree === undefined) return repository(address, parts, null, '');
  if ((tree !== 'tree' && tree !== 'src') || branch === undefined) return null;
  // Codeberg writes what comes after: src/branch/NAME/FOLDER.
  const rest = tree === 'src' && branch === 'branch' ? folder : [branch, ...folder];
  const [name, ...below] = rest.map(decoded);
  return repository(address, parts.slice(0, 2), name ?? null, below.join('/'));
}

function repository(
  address: URL,
  parts: readonly string[],
  branch: string | null,
  folder: string,
): Repository {
  const url = new URL(`/${parts.join('/')}`, address);
  // It is looked for on the disk, where other files lie beside those of the repository.
  if (folder.split(/[\\/]/).includes('..'))
    throw new ImportError(`${address.href} names a folder outside of its repository`);
  return { url, branch, folder: folder.replace(/^\/+|\/+$/g, '') };
}

/** A repository may take so many times what one page may. */
const MAX_PAGES_OF_SIZE = 50;
const MARKDOWN = ['*.md', '*.markdown', '*.mdx'];

/** The Markdown of a repository, or of its folder. What it has no more is gone at once: nothing else deletes a file there. */
export async function* importRepository(repo: Repository, work: Work): AsyncGenerator<Outcome> {
  const { shelf, settings } = work;
  const git = await guardedGit(repo.url, settings.allowPrivate);
  const commit = await lastCommit(repo, git);
  const records = [...shelf.records.all()].filter(({ gone }) => !gone);
  let isWhole = true;
  if (records.length > 0 && records.every((one) => one.etag === commit.id && recordOf(one.page, shelf)))
    return yield* records.map((record) => stay(record, shelf));
  const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-'));
  try {
    await within(MAX_PAGES_OF_SIZE * settings.maxBytes, folder, repo.url, (signal) =>
      checkOut(repo, folder, (args) => git(args, signal)),
    );
    const root = join(folder, repo.folder);
    const { files, problems } = listCorpus([root]);
    const chosen = files.filter(({ path }) => /\.(?:md|markdown|mdx)$/i.test(path));
    if (chosen.length === 0) throw new ImportError(`${repo.url.href} has no Markdown in "${repo.folder}/"`);
    for (const problem of problems) yield { kind: 'failed', reason: describeProblem(problem) };
    isWhole &&= problems.length === 0;
    const read = chosen.slice(0, settings.maxItems);
    for (const file of read) {
      const page = `${file.id}${file.ending}`;
      const place = [repo.folder, page].filter((part) => part !== '').join('/');
      for await (const item of readArticles(file)) {
        if ('remedy' in item) {
          isWhole = false;
          yield { kind: 'failed', reason: `${place}: ${describeProblem({ ...item, where: repo.url.href })}` };
          continue;
        }
        const article = {
          ...item.article,
          url: item.article.url ?? linkTo(repo, place, commit.branch),
          source: item.article.source ?? repo.url.pathname.replace(/^\/|\.git$/g, ''),
        };
        const address = `${repo.url.href}/${place}`;
        yield await keep(article, { page, address }, shelf);
      }
    }
    isWhole &&= chosen.length === read.length;
    if (chosen.length > read.length)
      yield {
        kind: 'left',
        reason: `${repo.url.href} has ${chosen.length} files of Markdown; the first ${read.length} were read. Read more with --limit ${chosen.length}`,
      };
    const there = new Set(chosen.map((file) => `${file.id}${file.ending}`));
    for (const record of records)
      if (!there.has(record.page))
        yield lose(record, `${record.page} is not in ${repo.url.href} any more`, shelf, true);
    // Not before: of a run that was ended, or left something out, the next one reads all again.
    if (isWhole)
      for (const record of shelf.records.all())
        if (!record.gone) shelf.records.put({ ...record, etag: commit.id });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Commit {
  readonly id: string;
  readonly branch: string;
}

async function lastCommit({ url, branch }: Repository, git: Git): Promise<Commit> {
  const wanted = branch === null ? 'HEAD' : `refs/heads/${branch}`;
  const lines = await git(['ls-remote', '--symref', '--', url.href, wanted]);
  const id = /^([0-9a-f]{40,64})\t/m.exec(lines)?.[1];
  if (id === undefined) throw new ImportError(`${url.href} has no branch ${branch ?? 'to show first'}`);
  return { id, branch: branch ?? /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(lines)?.[1] ?? 'HEAD' };
}

/** Fetches the last commit alone, and of its files only Markdown, where the server knows how to. */
async function checkOut({ url, branch, folder }: Repository, into: string, git: Git): Promise<void> {
  const choice = branch === null ? [] : ['--branch', branch];
  const shallow = ['--depth=1', '--single-branch', '--no-tags', '--filter=blob:none', '--no-checkout'];
  await git(['clone', '--quiet', ...shallow, ...choice, '--', url.href, into]);
  const patterns = MARKDOWN.map((name) => (folder === '' ? name : `/${folder}/**/${name}`));
  await git(['-C', into, 'sparse-checkout', 'set', '--no-cone', ...patterns]);
  await git(['-C', into, 'checkout', '--quiet']);
}

/** The page of a file where a forge has one, else null. */
function linkTo({ url }: Repository, place: string, branch: string): string | null {
  if (!FORGES.test(url.hostname)) return null;
  const path = place.split('/').map(encodeURIComponent).join('/');
  const kind = /gitlab/i.test(url.hostname)
    ? '-/blob'
    : /codeberg/i.test(url.hostname)
      ? 'src/branch'
      : 'blob';
  return `${url.href.replace(/\.git$/, '')}/${kind}/${branch}/${path}`;
}
