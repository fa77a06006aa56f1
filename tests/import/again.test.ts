import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../temporary-folder.ts';
import { importAll, type Options } from './import-all.ts';
import { type Answer, type Site, startSite } from './local-site.ts';

const guide = (price: number): string =>
  `<html><head><title>Mooring at Tarn quay</title></head><body><article><h1>Mooring at Tarn quay</h1><p>Whoever moors at the quay of Tarn pays ${price} crowns a night, at the hut beside the crane, before nine in the evening.</p><p>The hut is shut in winter, and boats moor there at their own risk.</p></article></body></html>`;
const NOTHING_HERE =
  '<html><head><title>Tarn</title></head><body><article><h1>Tarn</h1><p>We looked everywhere on this site, but there is nothing at PATH any more. Try the search above, or go back to where you came from.</p></article></body></html>';

/** A site whose answers can be changed, imported again and again into one folder. */
async function startImports(answers: Record<string, Answer>) {
  const site: Site = await startSite(() => answers);
  const places = { folder: makeFolder(), records: makeFolder() };
  return {
    ...{ answers, site, folder: places.folder, records: places.records },
    run: (paths: readonly string[], options: Options = {}) =>
      importAll(
        site,
        paths.map((path) => site.origin + path),
        { ...places, ...options },
      ),
  };
}

describe('a page that is imported again', () => {
  it('is asked for by its version, and not read where that is the same', async () => {
    const headers: (string | undefined)[][] = [];
    const site = await startSite(() => ({
      '/a': ({ headers: asked }, response) => {
        headers.push([asked['if-none-match'], asked['if-modified-since']]);
        const isSame = asked['if-none-match'] === '"1"';
        response.writeHead(isSame ? 304 : 200, {
          'content-type': 'text/html',
          etag: '"1"',
          'last-modified': 'Tue, 04 Mar 2025 10:00:00 GMT',
        });
        response.end(isSame ? '' : guide(30));
      },
    }));
    const places = { folder: makeFolder(), records: makeFolder() };
    const once = await importAll(site, [`${site.origin}/a`], places);
    const again = await importAll(site, [`${site.origin}/a`], places);
    expect([...once.kinds, ...again.kinds]).toEqual(['added', 'same']);
    expect(headers).toEqual([
      [undefined, undefined],
      ['"1"', 'Tue, 04 Mar 2025 10:00:00 GMT'],
    ]);
    // Whoever deleted the article gets it back whole.
    for (const file of again.files) rmSync(join(places.folder, file));
    expect((await importAll(site, [`${site.origin}/a`], places)).kinds).toEqual(['added']);
  });

  it('replaces its article under the same name where it has changed, also its title', async () => {
    const { answers, run } = await startImports({ '/a': { body: guide(30) } });
    const before = await run(['/a']);
    answers['/a'] = { body: guide(45).replaceAll('Mooring at', 'Prices of') };
    const after = await run(['/a']);
    expect(after.kinds).toEqual(['changed']);
    expect(after.files).toEqual(before.files);
    expect(after.articles[0]).toMatchObject({ title: 'Prices of Tarn quay' });
    expect(after.articles[0]!.text).toContain('45 crowns');
  });

  it('takes the place of an older copy that nobody keeps, and of no newer one', async () => {
    const { answers, site, folder, run } = await startImports({ '/a': { body: guide(45) } });
    const copy = (date: string): void =>
      writeFileSync(
        join(folder, 'saved.md'),
        `---\ntitle: Mooring\nurl: ${site.origin}/a/index.html?utm_source=mail\ndate: ${date}\n---\n\nIt costs 30 crowns.\n`,
      );
    copy('2025-09-01');
    answers['/a'] = { body: guide(45).replace('<article>', '<article><p>Last updated: 2025-03-03</p>') };
    expect(await run(['/a'])).toMatchObject({ kinds: ['known'], files: ['saved.md'] });
    copy('2024-09-01');
    const after = await run(['/a']);
    expect([after.kinds, after.articles.map(({ text }) => text.includes('45 crowns'))]).toEqual([
      ['changed'],
      [true],
    ]);
    expect(readdirSync(folder)).toContain('.saved.md.gone');
    expect((await run(['/a'])).kinds).toEqual(['same']);
  });

  it('stays beside what another source keeps of its address', async () => {
    const { site, folder, run } = await startImports({ '/a': { body: guide(45) } });
    const source = makeFolder();
    writeFileSync(
      join(source, 'quay.md'),
      `---\nurl: ${site.origin}/a\n---\n\n# Quay\n\nIt costs 30 crowns.\n`,
    );
    const places = { folder, records: (await run([])).records };
    const first = await importAll(site, [source], places);
    expect([first.kinds, (await run(['/a'])).kinds, (await importAll(site, [source], places)).kinds]).toEqual(
      [['added'], ['known'], ['same']],
    );
    expect((await run(['/a'])).files).toEqual(first.files);
  });

  it('is one article at all addresses that a site has for it', async () => {
    const { run } = await startImports({
      '/a': { body: guide(30) },
      '/a/': { body: guide(30).replace('hut', 'shed') },
      '/a?utm_source=mail': { body: guide(31) },
      '/a?page=2': { body: guide(32) },
    });
    const { kinds, files } = await run(['/a', '/a/', '/a?utm_source=mail', '/a?page=2']);
    expect([kinds, files.length]).toEqual([['added', 'known', 'known', 'added'], 2]);
  });

  it('is as it was where only its encoding has changed', async () => {
    const words =
      '塔恩码头每晚收费三十克朗，请于晚上九点前到起重机旁的小屋付款，冬季小屋关闭，船只停泊风险自负。';
    const text = `<html><head><title>码头</title></head><body><article><h1>码头</h1><p>${words}</p><p>${words}</p></article></body></html>`;
    const { answers, run } = await startImports({
      '/a': { type: 'text/html; charset=utf-8', body: text },
    });
    await run(['/a']);
    answers['/a'] = { type: 'text/html; charset=utf-16le', body: Buffer.from(text, 'utf16le') };
    expect((await run(['/a'])).kinds).toEqual(['same']);
  });

  it('stays where it was while it is sent a byte at a time, or leads in circles', async () => {
    const table: Record<string, Answer | ((_: unknown, response: ServerResponse) => void)> = {
      '/a': { body: guide(30) },
      '/b': { status: 302, headers: { location: '/a' } },
    };
    const site = await startSite(() => table);
    const places = { folder: makeFolder(), records: makeFolder() };
    const { files } = await importAll(site, [`${site.origin}/a`], places);
    table['/a'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    };
    const slow = await importAll(site, [`${site.origin}/a`], { ...places, timeoutMs: 200 });
    table['/a'] = { status: 302, headers: { location: '/b' } };
    const circle = await importAll(site, [`${site.origin}/a`], places);
    expect([...slow.reasons, ...circle.reasons]).toEqual([
      expect.stringMatching(/no whole answer within 0\.2 s/),
      expect.stringMatching(/redirects more than 5 times/),
    ]);
    expect(circle.files).toEqual(files);
  });

  it('keeps what people changed in its article until it changes itself', async () => {
    const { answers, run, folder } = await startImports({ '/a': { body: guide(30) } });
    const [file] = (await run(['/a'])).files;
    const path = join(folder, file!);
    writeFileSync(path, readFileSync(path, 'utf8').replace('30 crowns', 'thirty crowns'));
    expect((await run(['/a'])).kinds).toEqual(['same']);
    expect(readFileSync(path, 'utf8')).toContain('thirty crowns');
    answers['/a'] = { body: guide(45) };
    expect((await run(['/a'])).kinds).toEqual(['changed']);
    expect(readFileSync(path, 'utf8')).toContain('45 crowns');
  });

  it('leaves an article of somebody else alone, whose address it has', async () => {
    const { run, site, folder } = await startImports({ '/a': { body: guide(30) } });
    writeFileSync(
      join(folder, 'own.md'),
      `---\nurl: ${site.origin}/a\n---\n\nOur own words about the quay.\n`,
    );
    expect((await run(['/a'])).kinds).toEqual(['known']);
    expect(readdirSync(folder)).toEqual(['own.md']);
  });

  it('whose record broke off is taken up where it was', async () => {
    const { run, records, site } = await startImports({
      '/a': { body: guide(30) },
      '/b': { body: guide(31) },
    });
    await run(['/a']);
    await run(['/b']);
    for (const name of readdirSync(records)) {
      const text = readFileSync(join(records, name), 'utf8');
      writeFileSync(join(records, name), text.slice(0, -20));
    }
    expect((await run(['/a', '/b'])).kinds).toEqual(['same', 'same']);
    expect(site.asked).toContain('/b');
  });
});

describe('a page that is gone', () => {
  it('is out of the corpus once it was not found on two days, and comes back with its page', async () => {
    const { answers, run, folder } = await startImports({ '/a': { body: guide(30) } });
    const [file] = (await run(['/a'], { day: '2025-03-01' })).files;
    answers['/a'] = { status: 410 };
    const first = await run(['/a'], { day: '2025-03-02' });
    expect(first.kinds).toEqual(['missing']);
    expect(first.reasons[0]).toMatch(
      /answered 410, expected 200\. .+ stays until that happens on another day/,
    );
    expect((await run(['/a'], { day: '2025-03-02' })).files).toEqual([file]);
    const second = await run(['/a'], { day: '2025-03-03' });
    expect([second.kinds, second.files]).toEqual([['gone'], []]);
    expect(readdirSync(folder)).toEqual([`.${file}.gone`]);
    expect((await run(['/a'], { day: '2025-03-04' })).kinds).toEqual(['failed']);
    answers['/a'] = { body: guide(30) };
    const back = await run(['/a'], { day: '2025-03-05' });
    expect([back.kinds, readdirSync(folder)]).toEqual([['added'], [file]]);
  });

  it('counts anew where it was found between', async () => {
    const { answers, run } = await startImports({ '/a': { body: guide(30) } });
    await run(['/a'], { day: '2025-03-01' });
    for (const day of ['2025-03-02', '2025-03-04']) {
      answers['/a'] = { status: 404 };
      expect((await run(['/a'], { day })).kinds).toEqual(['missing']);
      answers['/a'] = { body: guide(30) };
      expect((await run(['/a'], { day })).kinds).toEqual(['same']);
    }
  });

  it.each([
    ['leads to the beginning of its site', { status: 302, headers: { location: '/' } }],
    ['says what the site says of any', { body: NOTHING_HERE }],
  ])('is told by that it %s', async (_, answer) => {
    const { answers, run } = await startImports({ '/a': { body: guide(30) }, '/': { body: guide(1) } });
    await run(['/a']);
    answers['/a'] = answer;
    // Whatever is asked for is answered so.
    Object.setPrototypeOf(answers, new Proxy({}, { get: () => answer }));
    const { kinds, articles } = await run(['/a']);
    expect(kinds).toEqual(['missing']);
    expect(articles[0]!.text).toContain('30 crowns');
  });

  it('whose article is not there either is told as gone once', async () => {
    const { answers, run, folder } = await startImports({ '/a': { body: guide(30) } });
    for (const file of (await run(['/a'])).files) rmSync(join(folder, file));
    answers['/a'] = { status: 404 };
    expect((await run(['/a'])).kinds).toEqual(['gone']);
    expect((await run(['/a'])).kinds).toEqual(['failed']);
  });

  it('is no page of a site that is down: its article stays, and the site is left alone soon', async () => {
    const pages = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`/${n}`, { body: guide(n) }]));
    const { answers, run, site } = await startImports({ ...pages });
    const paths = Object.keys(pages);
    await run(paths);
    const before = site.asked.length;
    for (const path of paths) answers[path] = { status: 502 };
    const { kinds, reasons, files } = await run(paths);
    expect(kinds).toEqual(Array(5).fill('failed'));
    expect(reasons[4]).toMatch(/was not asked for: .+ failed 3 times in a row/);
    expect(files).toHaveLength(5);
    expect(site.asked.slice(before)).toEqual(['/robots.txt', '/1', '/2', '/3']);
  });

  it('is no page of a site that wants to be left alone', async () => {
    const { answers, run, site } = await startImports({ '/1': { body: guide(1) }, '/2': { body: guide(2) } });
    await run(['/1', '/2']);
    answers['/1'] = { status: 429, headers: { 'retry-after': '3600' } };
    const { kinds, reasons } = await run(['/1', '/2']);
    expect(kinds).toEqual(['failed', 'failed']);
    expect(reasons[1]).toMatch(/was not asked for: .+ wants no more requests now, for 3600 s/);
    expect(site.asked.at(-1)).toBe('/1');
  });
});

describe('a page that has moved', () => {
  it('for good is asked for there from then on, and keeps its article', async () => {
    const { answers, run, site } = await startImports({ '/a': { body: guide(30) } });
    const [file] = (await run(['/a'])).files;
    answers['/a'] = { status: 301, headers: { location: '/new' } };
    answers['/new'] = { body: guide(45), headers: { etag: '"2"' } };
    const moved = await run(['/a']);
    expect([moved.kinds, moved.files]).toEqual([['changed'], [file]]);
    const before = site.asked.length;
    await run(['/a']);
    expect(site.asked.slice(before)).toEqual(['/robots.txt', '/new']);
    // It moves once more, and the new place is not there.
    answers['/new'] = { status: 404 };
    answers['/a'] = { status: 301, headers: { location: '/newest' } };
    answers['/newest'] = { body: guide(50) };
    expect((await run(['/a'])).kinds).toEqual(['changed']);
  });
});

describe('a folder that is imported again', () => {
  it('replaces what has changed, and loses what is not in it on two days', async () => {
    const from = makeFolder({ 'a.txt': 'The quay is open.', 'b.txt': 'The crane is broken.' });
    const places = { folder: makeFolder(), records: makeFolder() };
    await importAll(null, [from], places);
    writeFileSync(join(from, 'a.txt'), 'The quay is shut.');
    rmSync(join(from, 'b.txt'));
    expect((await importAll(null, [from], places)).kinds).toEqual(['changed', 'missing']);
    const { kinds, articles } = await importAll(null, [from], { ...places, day: '2025-03-09' });
    expect(kinds).toEqual(['same', 'gone']);
    expect(articles.map(({ text }) => text)).toEqual(['The quay is shut.']);
  });

  it('knows the export of a Discord channel under another name, and its parts', async () => {
    const exported = (name: string, content: string): string =>
      JSON.stringify({
        guild: { id: '1', name: 'Tarn' },
        channel: { id: '22', type: 'GuildPublicThread', name },
        messages: [
          { id: '3', type: 'Default', timestamp: '2025-03-01T10:00:00Z', content, author: { id: '5' } },
        ],
      });
    const from = makeFolder({
      'Tarn - crane [22].json': exported('crane', 'How do I book the crane?'),
      'Tarn - crane [22] [part 2].json': exported('crane', 'Is the crane free on Sunday?'),
    });
    const places = { folder: makeFolder(), records: makeFolder() };
    const before = await importAll(null, [from], places);
    expect(before.kinds).toEqual(['added', 'added']);
    rmSync(join(from, 'Tarn - crane [22].json'));
    writeFileSync(join(from, 'Tarn - big crane [22].json'), exported('big crane', 'How do I book it?'));
    const after = await importAll(null, [from], places);
    expect([...after.kinds].sort()).toEqual(['changed', 'same']);
    expect(after.files).toEqual(before.files);
  });
});
