/** The git that is on the machine, kept from what it could be led to. */
import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isPublic, PrivateAddressError } from './web/address.ts';
import { ImportError } from './web/import-error.ts';

/** For one call of git: a repository of that size would not be one of articles. */
const GIT_MS = 300_000;
const OUTPUT_BYTES = 1 << 20;

export type Git = (args: readonly string[], signal?: AbortSignal) => Promise<string>;

/**
 * Git that asks nobody for a password, reads no settings of the machine, and connects to the address that was checked,
 * as its own look-up could be answered differently. Throws {@link PrivateAddressError}.
 */
export async function guardedGit(url: URL, allowed: ReadonlySet<string>): Promise<Git> {
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
  return async (args, signal) => {
    try {
      const options = { env, timeout: GIT_MS, maxBuffer: OUTPUT_BYTES, ...(signal && { signal }) };
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

const LOOK_MS = 500;

/** Work that fills a folder, ended where that takes more bytes: no option of git bounds what a host sends. Throws {@link ImportError}. */
export async function within(
  bytes: number,
  folder: string,
  url: URL,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const full = new AbortController();
  const look = async (): Promise<void> => {
    if ((await sizeOf(folder)) > bytes) full.abort();
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_MS);
  try {
    await work(full.signal);
    await look();
  } catch (error) {
    if (!full.signal.aborted) throw error;
  } finally {
    clearInterval(timer);
    await looking;
  }
  if (full.signal.aborted) throw new ImportError(`${url.href} is larger than ${bytes} bytes`);
}

/** Of files that come and go while it looks. */
async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    if (entry.isFile())
      bytes += await stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      );
  return bytes;
}
