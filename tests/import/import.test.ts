import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { articleName } from '../../src/import/article-file.ts';
import { makeXlsx } from '../documents/files/make-xlsx.ts';
import { ARTICLE, newsPage } from '../documents/files/news-page.ts';
import { makeFolder } from '../temporary-folder.ts';
import { importAll, type Options } from './import-all.ts';
import { type Pages, type Site, startSite } from './local-site.ts';

const PAGE = { body: newsPage() };
const LONG_ITEM = `<p>${ARTICLE}</p><p>${'双方将长期合作，共同建设园区。'.repeat(20)}</p>`;

/** Imports `/page` of a site. */
async function importPage(pages: Pages | ((site: Site) => Pages), options: Options = {}) {
  const site = await startSite(typeof pages === 'function' ? pages : () => pages);
  return { site, ...(await importAll(site, [`${site.origin}/page`], options)) };
}

describe('a page', () => {
  it('becomes a Markdown article with its title, date, source and address', async () => {
    const { site, files, articles } = await importPage({ '/page': PAGE });
    expect(files).toEqual([expect.stringMatching(/^127\.0\.0\.1-\d+-page-[\da-f]{8}\.md$/)]);
    expect(articles[0]).toMatchObject({
      title: '云河市与海棠汽车签署战略合作协议',
      date: '2023-08-15',
      source: '云河日报',
      url: `${site.origin}/page`,
    });
    expect(articles[0]!.text).toContain(ARTICLE);
  });

  it('is not imported twice, wherever in it the address leads', async () => {
    const { site, folder, kinds } = await importPage({ '/page': PAGE });
    expect(kinds).toEqual(['added']);
    const again = await importAll(site, [`${site.origin}/page#comments`], { folder });
    expect(again.kinds).toEqual(['same']);
  });

  it.each([
    ['/faq.csv', 'text/csv; charset=utf-8', Buffer.from('问题,答案\n开放吗？,开放\n'), 'faq', '开放'],
    ['/files/rank%20list.tsv', 'text/plain', Buffer.from('Rank\tPrice\nBirch\t5\n'), 'rank list', 'Birch'],
    [
      '/get',
      'application/octet-stream',
      makeXlsx([
        {
          name: 'a',
          rows: [
            ['Rank', 'Price'],
            ['Birch', 5],
          ],
        },
      ]),
      'get',
      'Birch',
    ],
    ['/a.xls', 'application/vnd.ms-excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), null, ''],
    [
      '/page.mdx',
      'application/octet-stream',
      Buffer.from('# Guide\n\n<Card>\n\nOpen the map.\n\n</Card>\n'),
      'Guide',
      'Open the map.',
    ],
    [
      '/export',
      'application/json',
      Buffer.from(
        '{"guild":{"name":"G"},"channel":{"type":"GuildForum","name":"black map"},"messages":[{"type":"Default","timestamp":"2025-03-01T10:00:00Z","content":"Delete the cache.","author":{"id":"1"}}]}',
      ),
      'black map',
      'Delete the cache.',
    ],
  ])('%s of the type %s is read for what it is', async (path, type, body, title, text) => {
    const site = await startSite(() => ({ [path]: { type, body } }));
    const { articles } = await importAll(site, [`${site.origin}${path}`]);
    expect(articles.map((article) => article.title)).toEqual(title === null ? [] : [title]);
    for (const article of articles) expect(article.text).toContain(text);
  });

  it('of another address with the same text is there already', async () => {
    const site = await startSite(() => ({ '/page': PAGE, '/reprint': PAGE }));
    const { kinds } = await importAll(site, [`${site.origin}/page`, `${site.origin}/reprint`]);
    expect(kinds).toEqual(['added', 'known']);
  });

  it('is read in the charset that the server tells', async () => {
    const utf16 = Buffer.from(newsPage().replace('utf-8', 'gbk'), 'utf16le');
    const { articles } = await importPage({ '/page': { type: 'text/html; charset=UTF-16LE', body: utf16 } });
    expect(articles[0]!.text).toContain(ARTICLE);
  });

  it('has a name of its own where another article has its title and day', async () => {
    const other = newsPage().replaceAll('50亿元', '60亿元');
    const site = await startSite(() => ({ '/page': PAGE, '/other': { body: other } }));
    const { files } = await importAll(site, [`${site.origin}/page`, `${site.origin}/other`]);
    expect(files).toEqual([expect.stringMatching(/-other-/), expect.stringMatching(/-page-/)]);
  });
});

describe('a hostile title', () => {
  it.each([
    ['leads out of the folder', '../../etc/passwd', '../../etc/passwd'],
    ['is 10,000 characters long', '题'.repeat(10_000), `${'题'.repeat(199)}…`],
    ['would break YAML', 'a: "b" #c &amp; {d}', 'a: "b" #c & {d}'],
    ['turns the direction of writing', '双方\u202e签约', '双方签约'],
    ['has no letters', '!!!', '!!!'],
  ])('that %s does no harm', async (_, title, kept) => {
    const body = `<html><head><title>${title}</title></head><body><article><p>${LONG_ITEM}</p></article></body></html>`;
    const { files, articles } = await importPage({ '/page': { body, type: 'text/html; charset=utf-8' } });
    expect(files).toHaveLength(1);
    expect(articles[0]!.title).toBe(kept);
  });
});

describe('the name of an article', () => {
  it.each([
    ['https://www.example.com/guide/first%20steps.html', 'example.com-guide-first-steps-'],
    ['https://example.com/../../etc/passwd', 'example.com-etc-passwd-'],
    ['https://example.com/安装?v=2', 'example.com-安装-v-2-'],
    ['https://example.com/%ff%fe', 'example.com-ff-fe-'],
    [`https://example.com/${'a'.repeat(300)}`, `example.com-${'a'.repeat(108)}-`],
  ])('from %s holds its words', (address, beginning) => {
    expect(articleName(new URL(address).href).replace(/[\da-f]{8}\.md$/, '')).toBe(beginning);
  });

  it('is one for http and https, and another for each page', () => {
    const name = articleName('https://example.com/a/b');
    expect(articleName('http://example.com/a/b#c')).toBe(name);
    expect(articleName('https://example.com/a-b')).not.toBe(name);
    expect(articleName('https://example.com/a/b.html')).not.toBe(name);
  });
});

describe('robots.txt', () => {
  const forbid = (path: string) => ({ type: 'text/plain', body: `User-agent: *\nDisallow: ${path}` });

  it('that forbids a page is obeyed, and asked for once', async () => {
    const site = await startSite(() => ({
      '/robots.txt': forbid('/private'),
      '/page': PAGE,
      '/private/a': PAGE,
    }));
    const { kinds, reasons } = await importAll(site, [`${site.origin}/private/a`, `${site.origin}/page`]);
    expect(kinds).toEqual(['failed', 'added']);
    expect(reasons[0]).toMatch(/robots\.txt does not let robots read it/);
    expect(site.asked).toEqual(['/robots.txt', '/page']);
  });

  it('that cannot be read forbids all', async () => {
    const { reasons, site } = await importPage({ '/robots.txt': { status: 503 }, '/page': PAGE });
    expect(reasons[0]).toMatch(/robots\.txt answered 503, which forbids all of it/);
    expect(site.asked).not.toContain('/page');
  });

  it('counts for where a redirect leads, too', async () => {
    const { reasons } = await importPage({
      '/robots.txt': forbid('/private'),
      '/page': { status: 302, headers: { location: '/private/a' } },
      '/private/a': PAGE,
    });
    expect(reasons[0]).toMatch(/does not let robots read it/);
  });
});

describe('an address', () => {
  it('in a private network is refused, whether named or redirected to', async () => {
    const inner = await startSite(() => ({ '/page': PAGE }));
    expect((await importAll(null, [`${inner.origin}/page`])).reasons[0]).toMatch(
      /no address of the public internet\. If it is yours, allow it with --allow-private 127\.0\.0\.1:\d+/,
    );
    const { reasons } = await importPage({
      '/page': { status: 302, headers: { location: `${inner.origin}/page` } },
    });
    expect(reasons[0]).toMatch(/no address of the public internet/);
    expect(inner.asked).toEqual([]);
  });

  it('whose name leads to a private address is refused', async () => {
    const inner = await startSite(() => ({ '/page': PAGE }));
    const { reasons } = await importAll(null, [`${inner.origin.replace('127.0.0.1', 'localhost')}/page`]);
    expect(reasons[0]).toMatch(/localhost:\d+ is (?:127\.0\.0\.1|::1), no address of the public internet/);
    expect(inner.asked).toEqual([]);
  });

  it('that redirects five times is followed, six times not', async () => {
    const chain = (hops: number) => (): Pages => ({
      '/page': { status: 301, headers: { location: '/1' } },
      ...Object.fromEntries(
        Array.from({ length: hops - 1 }, (_, i) => [
          `/${i + 1}`,
          { status: 301, headers: { location: `/${i + 2}` } },
        ]),
      ),
      [`/${hops}`]: PAGE,
    });
    expect((await importPage(chain(5))).kinds).toEqual(['added']);
    expect((await importPage(chain(6))).reasons[0]).toMatch(/redirects more than 5 times/);
  });

  it.each([
    ['is not found', { status: 404 }, /answered 404, expected 200/],
    ['fails', { status: 500 }, /answered 500/],
    ['stays unavailable', { status: 503 }, /answered 503/],
    ['is a picture', { type: 'image/png', body: 'x' }, /is image\/png, expected a page, a feed, a PDF/],
    ['holds no article', { body: '<a href="/">首页</a>' }, /no main text was found/],
    [
      'redirects to a file',
      { status: 302, headers: { location: 'file:///etc/passwd' } },
      /expected http: or https:/,
    ],
    [
      'comes in an unknown compression',
      { headers: { 'content-encoding': 'zstd' }, body: 'x' },
      /compressed as "zstd"/,
    ],
  ])('that %s is told, and the next is imported', async (_, answer, reason) => {
    const site = await startSite(() => ({ '/bad': answer, '/page': PAGE }));
    const { kinds, reasons } = await importAll(site, [`${site.origin}/bad`, `${site.origin}/page`]);
    expect(kinds).toEqual(['failed', 'added']);
    expect(reasons[0]).toMatch(reason);
  });

  it('that is unavailable for a moment is asked once more', async () => {
    let asked = 0;
    const { kinds } = await importPage({
      '/page': (_, response) => {
        response.writeHead(asked++ === 0 ? 503 : 200, { 'content-type': 'text/html', 'retry-after': '0' });
        response.end(newsPage());
      },
    });
    expect(kinds).toEqual(['added']);
  });

  it('that sends more than the limit is broken off, compressed or not', async () => {
    const maxBytes = Buffer.byteLength(newsPage());
    expect((await importPage({ '/page': PAGE }, { maxBytes })).kinds).toEqual(['added']);
    expect((await importPage({ '/page': PAGE }, { maxBytes: maxBytes - 1 })).reasons[0]).toMatch(
      /is larger than/,
    );
    const bomb = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(2 ** 26)) };
    expect((await importPage({ '/page': bomb }, { maxBytes })).reasons[0]).toMatch(/is larger than/);
  });

  it('that stops in the middle is given up', async () => {
    const { reasons } = await importPage(
      { '/page': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('<html>') },
      { timeoutMs: 200 },
    );
    expect(reasons[0]).toMatch(/no whole answer within 0\.2 s/);
  });
});

describe('a feed', () => {
  const rss = (items: string) => ({
    type: 'application/rss+xml',
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>云河日报</title>${items}</channel></rss>`,
  });

  it('in RSS gives the pages of its items, or their whole text', async () => {
    const items = `
      <item><title>一</title><link>/a</link><pubDate>Tue, 15 Aug 2023 23:30:00 +0800</pubDate></item>
      <item><title><![CDATA[二 & 三]]></title><link>https://news.example.com/b</link>
        <pubDate>Wed, 16 Aug 2023 08:00:00 +0800</pubDate><content:encoded><![CDATA[${LONG_ITEM}]]></content:encoded></item>
      <item><title>没有地址</title></item>`;
    const { articles, kinds, reasons, site } = await importPage({ '/page': rss(items), '/a': PAGE });
    expect(kinds).toEqual(['added', 'added', 'failed']);
    expect(reasons[0]).toMatch(/the item "没有地址" of the feed has no address/);
    expect(articles.map(({ title, date, source, url }) => [title, date, source, url])).toEqual([
      ['云河市与海棠汽车签署战略合作协议', '2023-08-15', '云河日报', `${site.origin}/a`],
      ['二 & 三', '2023-08-16', '云河日报', 'https://news.example.com/b'],
    ]);
  });

  it('in Atom gives the pages of its entries', async () => {
    const body = `<feed xmlns="http://www.w3.org/2005/Atom"><title>新闻</title>
      <entry><title>一</title><link rel="self" href="/self"/><link rel="alternate" href="a"/><updated>2023-08-16T00:00:00Z</updated></entry></feed>`;
    const { kinds, site } = await importPage({ '/page': { type: 'application/atom+xml', body }, '/a': PAGE });
    expect(kinds).toEqual(['added']);
    expect(site.asked).toEqual(['/robots.txt', '/page', '/a']);
  });

  it('is read up to the limit, and says what it left', async () => {
    const items = '<item><link>/a</link></item><item><link>/b</link></item>';
    const { kinds, reasons } = await importPage({ '/page': rss(items), '/a': PAGE }, { maxItems: 1 });
    expect(kinds).toEqual(['added', 'left']);
    expect(reasons[0]).toMatch(/has 2 items; the first 1 were read\. Read more with --limit 2/);
  });

  it('whose entities grow without end costs nothing', async () => {
    const entities = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('');
    const body = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "x">${entities}]><rss><channel><item><title>&e20;</title></item></channel></rss>`;
    const { kinds } = await importPage({ '/page': { type: 'text/xml', body } });
    expect(kinds).toEqual(['failed']);
  });
});

describe('files', () => {
  it('of a folder become articles, and what cannot be read is told', async () => {
    const folder = makeFolder({ 'a.html': newsPage(), 'sub/b.txt': '青石银行今天签约。', 'c.exe': 'x' });
    const { files, reasons } = await importAll(null, [folder]);
    expect(files).toEqual([expect.stringMatching(/-a-[\da-f]{8}\.md$/), expect.stringMatching(/-sub-b-[\da-f]{8}\.md$/)]);
    expect(reasons).toEqual([expect.stringMatching(/c\.exe: this kind of file is not read/)]);
  });

  it('with an address on each line are lists, and one bad address does not end them', async () => {
    const site = await startSite(() => ({ '/page': PAGE }));
    const list = `# pages\n${site.origin}/gone\n\n${site.origin}/page\r\n`;
    const { kinds } = await importAll(site, [join(makeFolder({ 'list.txt': list }), 'list.txt')]);
    expect(kinds).toEqual(['failed', 'added']);
  });

  it('that are feeds are read as feeds', async () => {
    const feed = `<rss><channel><item><title>签约</title><link>https://news.example.com/a</link><description>短</description><content:encoded><![CDATA[${LONG_ITEM}]]></content:encoded></item></channel></rss>`;
    const folder = makeFolder({ 'dump.xml': feed });
    for (const source of [folder, join(folder, 'dump.xml')]) {
      const { articles } = await importAll(null, [source]);
      expect(articles).toMatchObject([{ title: '签约', url: 'https://news.example.com/a' }]);
    }
    const { reasons } = await importAll(null, [join(makeFolder({ 'dump.xml': '<a/>' }), 'dump.xml')]);
    expect(reasons[0]).toMatch(/dump\.xml is no RSS or Atom feed/);
  });

  it('of all kinds keep their structure, and are there already when they come again', async () => {
    const thread = {
      guild: { id: '1', name: 'Fernwood' },
      channel: { id: '2', type: 'GuildPublicThread', name: 'map stays black' },
      messages: [
        { id: '3', type: 'Default', timestamp: '2025-03-01T10:00:00Z', content: 'The map is black. #help', author: { id: '5', name: 'juno.reed' } },
        { id: '4', type: 'Reply', timestamp: '2025-03-01T11:00:00Z', content: '@juno.reed delete the folder `cache`:\n1. close it\n2. delete', author: { id: '6', name: 'tarn7' }, reactions: [{ emoji: { name: '✅' }, count: 2 }] },
      ],
    };
    const from = makeFolder({
      'thread.json': JSON.stringify(thread),
      'faq.csv': 'Question,Answer\nHow wide is a plot?,"Forty, in a *square*"\n',
      'ranks.tsv': 'Rank\tPrice\nBirch\t$5 | week\n',
      'shop.xlsx': makeXlsx([{ name: 'Shop', rows: [['Thing', 'Price'], ['wool', 3]] }]),
      'guide.mdx': 'import X from "x"\n\n# Guide\n\n<Card title="Mind">\n\nSee [the rules](#rules).\n\n</Card>\n\n## Rules {#all-rules}\n\n1. One\n\n   ```sh\n   run\n   ```\n',
      'lines.jsonl': JSON.stringify({ id: 1, title: 'Marks', text: '# no heading\n- no item\n:::no box' }),
    });
    const { files, kinds, folder } = await importAll(null, [from]);
    expect(files.map((file) => file.replace(/^test-\w+-/, '').replace(/-[\da-f]{8}\.md$/, ''))).toEqual(['faq', 'guide', 'lines-1', 'ranks', 'shop', 'thread']);
    expect(kinds).toEqual(Array(6).fill('added'));
    const [faq, guide, lines, ranks, , export_] = files.map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(export_).toBe(
      '---\ntitle: "map stays black"\ndate: 2025-03-01\nsource: "Fernwood"\n---\n\n:::message{by="The one who asked" date="2025-03-01"}\nThe map is black. #help\n:::\n\n:::message{by="A member" accepted reactions="✅ 2" date="2025-03-01"}\ndelete the folder `cache`:\n\n1. close it\n2. delete\n:::\n',
    );
    expect(faq).toContain('## How wide is a plot? {.question}\n\nForty, in a \\*square\\*\n');
    expect(ranks).toContain('| Birch | \\$5 \\| week |');
    expect(guide).toContain('## Rules {#all-rules}\n\n1. One\n\n   ```sh\n   run\n   ```\n');
    expect(lines).toContain('\\# no heading\n\n\\- no item\n\n');
    expect((await importAll(null, [from], { folder })).kinds).toEqual(Array(6).fill('same'));
  });

  it('of a thread that are no export are told', async () => {
    const { reasons } = await importAll(null, [makeFolder({ 'a.json': '{"name":"x"}' })]);
    expect(reasons).toEqual([expect.stringMatching(/a\.json: expected a Discord export .*found an object with "name"/)]);
  });

  it('that are no text are told', async () => {
    const folder = makeFolder({ 'a.txt': Uint8Array.of(0, 1, 2), 'b.xml': Uint8Array.of(0, 1, 2) });
    const { reasons } = await importAll(null, [join(folder, 'a.txt'), join(folder, 'b.xml')]);
    expect(reasons).toEqual([
      expect.stringMatching(/a\.txt: binary, not text/),
      expect.stringMatching(/b\.xml is no RSS or Atom feed/),
    ]);
  });

  it('that are not there are told', async () => {
    const { reasons } = await importAll(null, ['nowhere.html']);
    expect(reasons[0]).toMatch(/nowhere\.html: expected an address with http/);
  });
}); // biome-ignore format: long lines of one shape
