import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../temporary-folder.ts';
import { importAll } from './import-all.ts';
import { type Answer, startSite } from './local-site.ts';

const page = (name: string): Answer => ({
  body: `<html><head><title>${name}</title></head><body><article><h1>${name}</h1><p>All that is to be known about ${name} stands on this page, in a sentence that is long enough to be its main text.</p></article></body></html>`,
});
const xml = (body: string, headers = {}): Answer => ({ type: 'application/xml', body, headers });
const entries = (element: string, addresses: readonly string[]): string =>
  addresses
    .map((address) => `<${element}><loc> ${address} </loc><lastmod>2025-03-01</lastmod></${element}>`)
    .join('\n');
const urlset = (addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by a tool -->\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries('url', addresses)}</urlset>`;
const sitemapIndex = (addresses: readonly string[]): string =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries('sitemap', addresses)}</sitemapindex>`;

describe('a sitemap', () => {
  it('gives its pages, each once, and tells of those that fail', async () => {
    const site = await startSite(({ origin }) => ({
      '/sitemap.xml': xml(urlset([`${origin}/a`, `${origin}/gone`, `${origin}/a`, '/b', 'mailto:x@y.z'])),
      '/a': page('oars'),
      '/b': page('rudders'),
    }));
    const { kinds, articles } = await importAll(site, [`${site.origin}/sitemap.xml`]);
    expect(kinds).toEqual(['added', 'failed', 'added']);
    expect(articles.map(({ title }) => title)).toEqual(['oars', 'rudders']);
  });

  it.each([
    ['gzipped', (text: string): Answer => ({ type: 'application/gzip', body: gzipSync(text) })],
    ['sent compressed', (text: string): Answer => ({ type: 'text/xml', body: gzipSync(text), headers: { 'content-encoding': 'gzip' } })],
    ['with a prefix', (text: string): Answer => xml(text.replaceAll(/<(\/?)(url|urlset|loc|lastmod)\b/g, '<$1s:$2'))],
    ['in UTF-16', (text: string): Answer => ({ type: 'text/xml; charset=utf-16le', body: Buffer.from(text, 'utf16le') })],
    ['with pictures of its pages', (text: string): Answer => xml(text.replaceAll('</url>', '<image:image><image:loc>/x.png</image:loc></image:image></url>'))],
    ['in lines of text', (text: string): Answer => ({ type: 'text/plain', body: text.match(/http:[^< ]+\/[ab]\b/g)!.join('\n') })],
  ])('that is %s is read', async (_, answer) => {
    const site = await startSite(({ origin }) => ({
      '/map': answer(urlset([`${origin}/a`, `${origin}/b?x=1&amp;y=2`])),
      '/a': page('oars'),
      '/b?x=1&y=2': page('rudders'),
      '/b': page('rudders'),
    }));
    const { articles } = await importAll(site, [`${site.origin}/map`]);
    expect(articles.map(({ title }) => title)).toEqual(['oars', 'rudders']);
  }); // biome-ignore format: a table

  it('of sitemaps gives the pages of all, and one that names itself ends', async () => {
    const site = await startSite(({ origin }) => ({
      '/sitemap.xml': xml(sitemapIndex([`${origin}/1.xml.gz`, `${origin}/gone.xml`, `${origin}/sitemap.xml`, `${origin}/a`])),
      '/1.xml.gz': { type: 'application/x-gzip', body: gzipSync(urlset([`${origin}/a`])) },
      '/a': page('oars'),
    }));
    const { kinds, reasons } = await importAll(site, [`${site.origin}/sitemap.xml`]);
    expect(kinds).toEqual(['failed', 'failed', 'added']);
    expect(reasons).toEqual([expect.stringMatching(/gone\.xml answered 404/), expect.stringMatching(/\/a is no sitemap/)]);
  }); // biome-ignore format: addresses on one line

  it('of 5,000 addresses is read up to the limit, and says so', async () => {
    const site = await startSite(({ origin }) => ({
      '/sitemap.xml': xml(urlset(Array.from({ length: 5_000 }, (_, i) => `${origin}/${i}`))),
      '/0': page('oars'),
      '/1': page('rudders'),
    }));
    const { kinds, reasons } = await importAll(site, [`${site.origin}/sitemap.xml`], { maxItems: 2 });
    expect(kinds).toEqual(['added', 'added', 'left']);
    expect(reasons[0]).toMatch(/has 5000 addresses; the first 2 were read\. Read more with --limit 5000/);
  });

  it.each(['<url>', '<!--', '<url><loc>', '</url>'])('that repeats %s and ends nothing ends at once', async (piece) => {
    const hostile = `<urlset>${piece.repeat(300_000)}`;
    const site = await startSite(() => ({ '/map': xml(hostile) }));
    expect((await importAll(site, [`${site.origin}/map`])).reasons[0]).toMatch(/map names no page/);
  }); // biome-ignore format: a table

  it('that unpacks to more than any sitemap may have is told', async () => {
    const site = await startSite(() => ({ '/map': { type: 'application/gzip', body: gzipSync(Buffer.alloc(60 << 20)) } }));
    expect((await importAll(site, [`${site.origin}/map`])).reasons[0]).toMatch(/gzipped cannot be unpacked/);
  }); // biome-ignore format: one line

  it('that names a page no more asks for it: what is still there stays, and what is not goes', async () => {
    const answers: Record<string, Answer> = {
      '/a': page('oars'),
      '/b': page('rudders'),
      '/c': page('keels'),
    };
    const site = await startSite(() => answers);
    const map = (...names: string[]) => xml(urlset(names.map((name) => `${site.origin}${name}`)));
    const places = { folder: makeFolder(), records: makeFolder() };
    const run = (day: string) => importAll(site, [`${site.origin}/map`], { ...places, day });
    answers['/map'] = map('/a', '/b', '/c');
    await run('2025-03-01');
    answers['/map'] = map('/a');
    delete answers['/b'];
    expect((await run('2025-03-02')).kinds).toEqual(['same', 'missing', 'same']);
    expect((await run('2025-03-03')).kinds).toEqual(['same', 'gone', 'same']);
    expect((await run('2025-03-04')).kinds).toEqual(['same', 'same']);
    // An empty one is more likely a mistake.
    answers['/map'] = map();
    const { kinds, files } = await run('2025-03-05');
    expect([kinds.at(-1), files.length]).toEqual(['failed', 2]);
  });

  it('in a file is read as one', async () => {
    const site = await startSite(() => ({ '/a': page('oars') }));
    const folder = makeFolder({ 'map.xml': urlset([`${site.origin}/a`]) });
    expect((await importAll(site, [join(folder, 'map.xml')])).kinds).toEqual(['added']);
  });
});
