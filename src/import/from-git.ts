/** Public Git repositories of Markdown, read by the git that is on the machine. */
import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listCorpus } from '../documents/list.ts';
import { describeProblem } from '../documents/problem.ts';
import { keep, lose, type Outcome, recordOf, stay } from './keep.ts';
import { readArticles } from './read-articles.ts';
import { isPublic, PrivateAddressError } from './web/address.ts';
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

/** For one call of git: a repository of that size would not be one of articles. */
const GIT_MS = 300_000;
const OUTPUT_BYTES = 1 << 20;
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
    await checkOut(repo, folder, git);
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

type Git = (args: readonly string[]) => Promise<string>;

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

/**
 * Git that asks nobody for a password, reads no settings of the machine, and connects to the address that was checked,
 * as its own look-up could be answered differently. Throws {@link PrivateAddressError}.
 */
async function guardedGit(url: URL, allowed: ReadonlySet<string>): Promise<Git> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch((error: Error) => {
    throw new ImportError(`${url.href} could not be read (${(error as NodeJS.ErrnoException).code})`);
  });
  const refused = found.find(({ address }) => !isPublic(address));
  if (refused !== undefined && !allowed.has(`${url.hostname}:${port}`))
    throw new PrivateAddressError(url.hostname, port, refused.address);
  const addresses = found.map(({ address, family }) => (family === 6 ? `[${address}]` : address));
  const settings = [
    `http.curloptResolve=${url.hostname}:${port}:${addresses.join(',')}`,
    'http.followRedirects=false',
    'http.proxy=',
    'protocol.allow=never',
    'protocol.http.allow=always',
    'protocol.https.allow=always',
    'core.symlinks=false',
    'credential.helper=',
  ].flatMap((setting) => ['-c', setting]);
  const env = {
    PATH: process.env.PATH,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    LC_ALL: 'C',
  };
  return async (args) => {
    try {
      const options = { env, timeout: GIT_MS, maxBuffer: OUTPUT_BYTES };
      return (await promisify(execFile)('git', [...settings, ...args], options)).stdout;
    } catch (error) {
      throw new ImportError(`${url.href} could not be read (${reasonOf(error)})`, { cause: error });
    }
  };
}

function reasonOf(error: unknown): string {
  const { code, killed, stderr } = error as { code?: unknown; killed?: boolean; stderr?: string };
  if (code === 'ENOENT') return 'git is not installed';
  if (killed) return `no end within ${GIT_MS / 1000} s`;
  const lines = (stderr ?? '').trim().split('\n');
  return (
    lines.find((line) => /^(?:fatal|error):/.test(line))?.replace(/^\w+:\s*/, '') ??
    lines.at(-1) ??
    'git failed'
  );
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
