import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { repositoryOf } from '../../src/import/from-git.ts';
import { importSources } from '../../src/import/import.ts';
import { WEB_SETTINGS } from '../../src/import/web/web.ts';
import { makeFolder } from '../temporary-folder.ts';
import { importAll } from './import-all.ts';

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Tarn', '-c', 'user.email=tarn@example.com', '-C', folder, ...args], {
    encoding: 'utf8',
  });

/** Serves a repository with these files as a host of Git does, by git's own program, until the test ends. */
async function startRepository(files: Readonly<Record<string, string>>) {
  const folder = makeFolder(files);
  git(folder, 'init', '--quiet', '--initial-branch=trunk');
  git(folder, 'config', 'uploadpack.allowFilter', 'true');
  const commit = (): void => {
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'x');
  };
  commit();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url!, 'http://x');
    asked.push(pathname);
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: pathname.replace('/tarn/guide.git', '/.git'),
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method!,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(child.stdin);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('close', () => {
      const output = Buffer.concat(parts);
      const end = output.indexOf('\r\n\r\n');
      const lines = output.subarray(0, end).toString().split('\r\n');
      const headers = Object.fromEntries(lines.map((line) => line.split(': ', 2)));
      response.writeHead(Number.parseInt(headers.Status ?? '200', 10), headers).end(output.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/tarn/guide.git`;
  return { folder, commit, asked, address, options: { allowPrivate: [`127.0.0.1:${port}`] } };
}

describe('a Git repository', () => {
  it('gives its Markdown, and only that of the folder where one is named', async () => {
    const { address, options } = await startRepository({
      'README.md': '# Tarn\n\nA town with a quay.\n',
      'docs/quay.md': '# The quay\n\nA night costs 30 crowns.\n',
      'docs/deep/crane.mdx': '# The crane\n\nIt lifts two tons.\n',
      'docs/logo.svg': '<svg/>',
    });
    const all = await importAll(null, [address], options);
    expect(all.articles.map(({ title }) => title)).toEqual(['Tarn', 'The crane', 'The quay']);
    expect(all.articles[2]).toMatchObject({ source: 'tarn/guide', url: null });
    const some = await importAll(null, [`${address}#trunk:docs`], options);
    expect(some.articles.map(({ title }) => title)).toEqual(['The crane', 'The quay']);
  });

  it('is fetched again only where it has changed, and what it deleted is gone', async () => {
    const { folder, commit, asked, address, options } = await startRepository({
      'a.md': '# A\n\nFirst words.\n',
      'b.md': '# B\n\nOther words.\n',
    });
    const places = { ...options, folder: makeFolder(), records: makeFolder() };
    await importAll(null, [address], places);
    const before = asked.length;
    expect((await importAll(null, [address], places)).kinds).toEqual(['same', 'same']);
    expect(asked.slice(before).length).toBeLessThanOrEqual(2);
    writeFileSync(join(folder, 'a.md'), '# A\n\nSecond words.\n');
    rmSync(join(folder, 'b.md'));
    commit();
    const { kinds, articles } = await importAll(null, [address], places);
    expect(kinds).toEqual(['changed', 'gone']);
    expect(articles.map(({ text }) => text)).toEqual(['Second words.']);
  });

  it('is read again where a run was ended or left something out', async () => {
    const { address, options } = await startRepository({ 'a.md': '# A\n\nA.\n', 'b.md': '# B\n\nB.\n' });
    const places = { ...options, folder: makeFolder(), records: makeFolder() };
    expect((await importAll(null, [address], { ...places, maxItems: 1 })).kinds).toEqual(['added', 'left']);
    expect((await importAll(null, [address], places)).kinds).toEqual(['same', 'added']);
    const ended = { ...places, folder: makeFolder() };
    const settings = { ...WEB_SETTINGS, ...ended, maxItems: 9, day: '2025-03-01' };
    const allowPrivate = new Set(options.allowPrivate);
    for await (const { kind } of importSources([address], { ...settings, allowPrivate })) {
      expect(kind).toBe('added');
      break;
    }
    expect((await importAll(null, [address], ended)).kinds).toEqual(['same', 'added']);
  });

  it.each(['#trunk:../..', '#trunk:docs/..%2F..', '#:..%5C..'])('has no folder outside of it: %s', async (hash) => {
    const { address, options, asked } = await startRepository({ 'a.md': 'A' });
    const { reasons } = await importAll(null, [address + hash], options);
    expect(reasons).toEqual([expect.stringMatching(/a folder outside of its repository/)]);
    expect(asked).toEqual([]);
  }); // biome-ignore format: a table

  it('that takes more of the disk than it may is told, and nothing of it is kept', async () => {
    const words = Array.from({ length: 4_000 }, (_, i) =>
      createHash('sha256').update(String(i)).digest('hex'),
    );
    const { address, options } = await startRepository({ 'a.md': `# A\n\n${words.join(' ')}\n` });
    const { files, reasons } = await importAll(null, [address], { ...options, maxBytes: 3_000 });
    expect([files, reasons]).toEqual([[], [`${address} is larger than 150000 bytes`]]);
  });

  it('that is not there, has no such branch, or lies in a private network is told', async () => {
    const { address, options } = await startRepository({ 'a.md': 'A' });
    const reasonOf = async (source: string, given = options) => (await importAll(null, [source], given)).reasons;
    expect(await reasonOf(address.replace('guide', 'none'))).toEqual([expect.stringMatching(/could not be read \(repository .+ not found/)]);
    expect(await reasonOf(`${address}#nowhere`)).toEqual([expect.stringMatching(/has no branch nowhere/)]);
    expect(await reasonOf(`${address}#:nowhere`)).toEqual([expect.stringMatching(/has no Markdown in "nowhere\/"/)]);
    expect(await reasonOf(address, { allowPrivate: [] })).toEqual([expect.stringMatching(/no address of the public internet/)]);
  }); // biome-ignore format: a table

  it.each([
    ['https://github.com/tarn/guide', 'https://github.com/tarn/guide', null, ''],
    ['https://github.com/tarn/guide/tree/v2/docs/en', 'https://github.com/tarn/guide', 'v2', 'docs/en'],
    ['https://gitlab.com/tarn/guide/-/tree/main/docs', 'https://gitlab.com/tarn/guide', 'main', 'docs'],
    [
      'https://codeberg.org/tarn/guide/src/branch/main/docs',
      'https://codeberg.org/tarn/guide',
      'main',
      'docs',
    ],
    ['https://git.example.com/a/b/c.git', 'https://git.example.com/a/b/c.git', null, ''],
    ['https://github.com/tarn/guide/tree/50%/docs', 'https://github.com/tarn/guide', '50%', 'docs'],
    ['https://git.example.com/c.git#main:/docs/', 'https://git.example.com/c.git', 'main', 'docs'],
  ])('is told by the address %s', (address, url, branch, folder) => {
    const found = repositoryOf(new URL(address))!;
    expect([found.url.href, found.branch, found.folder]).toEqual([url, branch, folder]);
  });

  it('on a forge has no folder outside of it', () => {
    const address = new URL('https://github.com/tarn/guide/tree/main/..%2f..%2fetc');
    expect(() => repositoryOf(address)).toThrow(/a folder outside of its repository/);
  });

  it.each([
    'https://github.com/tarn',
    'https://github.com/tarn/guide/blob/main/README.md',
    'https://github.com/tarn/guide/wiki/Start',
    'https://github.com/topics/sailing',
    'https://example.com/tarn/guide',
  ])('is not told by the address %s', (address) => {
    expect(repositoryOf(new URL(address))).toBeNull();
  });
});
