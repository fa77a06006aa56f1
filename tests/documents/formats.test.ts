import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  MAX_ARTICLE_CHARACTERS,
  MAX_HTML_BYTES,
  MAX_HTML_DEPTH,
  MAX_LINE_BYTES,
  MAX_TITLE_CHARACTERS,
} from '../../src/documents/limits.ts';
import { listCorpus } from '../../src/documents/list.ts';
import { parseApart } from '../../src/documents/parse-apart.ts';
import { describeProblem } from '../../src/documents/problem.ts';
import { isProblem, readCorpus } from '../../src/documents/read.ts';
import { decodeText } from '../../src/documents/shared/decode.ts';
import type { Article } from '../../src/types.ts';
import { makeFolder } from '../temporary-folder.ts';
import { makePdf } from './files/make-pdf.ts';
import { makeDocx, makeZip } from './files/make-zip.ts';
import { ARTICLE, newsPage, TEASERS } from './files/news-page.ts';

async function read(folder: string) {
  const articles: Article[] = [];
  const problems: string[] = [];
  for await (const item of readCorpus(listCorpus([folder]))) {
    if (isProblem(item)) problems.push(describeProblem(item));
    else articles.push(item);
  }
  return { articles, problems };
}

describe('a saved news page', () => {
  it('gives title, date and source of its own line, and the text without teasers, comments and footer', async () => {
    const { articles } = await read(makeFolder({ 'page.html': newsPage() }));
    expect(articles[0]).toMatchObject({ id: 'page', title: '云河市与海棠汽车签署战略合作协议', date: '2023-08-15', source: '云河日报' });
    expect(articles[0]!.text).toContain(ARTICLE);
    for (const other of [...TEASERS, '支持！', '版权所有', '云河地铁']) expect(articles[0]!.text).not.toContain(other);
  });

  it('gives what its metadata says before what its lines say', async () => {
    const head =
      '<link rel="canonical" href="https://news.example.com/1.html"><script type="application/ld+json">{"@type":"NewsArticle","headline":"签约仪式","datePublished":"2023-08-16T00:30:00+08:00","author":{"name":"王小明"}}</script>';
    const { articles } = await read(makeFolder({ 'page.htm': newsPage({ head }) }));
    expect(articles[0]).toMatchObject({ title: '签约仪式', date: '2023-08-16', url: 'https://news.example.com/1.html' });
  });

  it('is read by the charset that it declares', async () => {
    const page = newsPage().replace('utf-8', 'utf-16le');
    const { articles } = await read(makeFolder({ 'page.html': Buffer.from(page, 'utf16le') }));
    expect(articles[0]!.text).toContain(ARTICLE);
  });

  it('is read without the folder that the browser saved beside it', async () => {
    const folder = makeFolder({ 'page.html': newsPage(), 'page_files/frame.html': newsPage(), 'page_files/a.js': '1' });
    expect(await read(folder)).toMatchObject({ articles: [{ id: 'page' }], problems: [] });
  });

  it.each([
    ['no main text', '<html><body><a href="/">首页</a></body></html>', /no main text was found/],
    ['elements nested too deep', '<div>'.repeat(MAX_HTML_DEPTH + 1), /nested more than 200 deep/],
    ['a byte more than a page may have', `<p>${'x'.repeat(MAX_HTML_BYTES - 2)}`, /bytes, more than 8388608/],
    ['elements nested 100,000 deep', '<div>'.repeat(100_000), /nested more than 200 deep/],
  ])('with %s is a problem', async (_, page, message) => {
    expect((await read(makeFolder({ 'page.html': page }))).problems[0]).toMatch(message);
  });
}); // biome-ignore format: long lines of one shape

describe('a PDF', () => {
  it('gives its text in paragraphs, its title, and a problem that names the pages without text', async () => {
    const pdf = makePdf(
      [['云河市与海棠汽车签署战略合作协议，双方将在新能源', '领域合作。', '李雪华出席。'], []],
      { title: '签约' },
    );
    const { articles, problems } = await read(makeFolder({ 'a.pdf': pdf }));
    expect(articles[0]).toMatchObject({
      title: '签约',
      text: '云河市与海棠汽车签署战略合作协议，双方将在新能源领域合作。\n李雪华出席。',
    });
    expect(problems[0]).toMatch(/1 of 2 pages have no text layer \(2\); the others are read/);
  });
});

describe('a Word document', () => {
  it('gives a line for each paragraph; the first is the title', async () => {
    const { articles } = await read(makeFolder({ 'a.docx': makeDocx(['签约 <云河>', '双方今天签约。']) }));
    expect(articles[0]).toMatchObject({ title: '签约 <云河>', text: '签约 <云河>\n双方今天签约。' });
  });

  it.each([
    ['is no archive', Buffer.from('nothing'), /not a zip archive/],
    ['is another archive', makeZip({ 'a.txt': 'x' }), /not a Word document that can be read/],
    ['is a bomb', makeZip({ 'word/document.xml': Buffer.alloc(65 * 2 ** 20) }), /unpacks to more than/],
  ])('that %s is a problem', async (_, bytes, message) => {
    expect((await read(makeFolder({ 'a.docx': bytes }))).problems[0]).toMatch(message);
  });
});

describe('encodings', () => {
  const SIMPLIFIED = Buffer.from('d4c6bad3cad0d3ebbaa3ccc4c6fbb3b5c7a9d4bc', 'hex');
  const TRADITIONAL = Buffer.from('b6b3aa65a5abbb50aefcb4c5a854a8aec3b1acf9', 'hex');
  it.each([
    ['GB18030', SIMPLIFIED, '云河市与海棠汽车签约'],
    ['Big5', TRADITIONAL, '雲河市與海棠汽車簽約'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff云河'), '云河'],
    ['UTF-16 LE with a byte order mark', Buffer.from('\ufeff云河', 'utf16le'), '云河'],
    ['UTF-16 BE with a byte order mark', Buffer.from('\ufeff云河', 'utf16le').swap16(), '云河'],
    ['UTF-16 LE without one', Buffer.from('云河\nabc', 'utf16le'), '云河\nabc'],
    ['UTF-16 BE without one', Buffer.from('云河\nabc', 'utf16le').swap16(), '云河\nabc'],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });
});

describe('hostile input', () => {
  it('ends a file that takes too long, and reads the next', async () => {
    const page = Buffer.from(newsPage());
    await expect(parseApart('.html', 'slow', page, {}, 1)).rejects.toThrow('takes more than 0.001 s');
    expect((await parseApart('.html', 'next', page)).article.text).toContain(ARTICLE);
  });

  it('stops at an archive of nothing, and reads the other files', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 2 ** 20, '\n'));
    const { articles, problems } = await read(makeFolder({ 'a.jsonl.gz': bomb, 'b.md': '双方签约。' }));
    expect(problems[0]).toMatch(/unpacks to more than 100 times its size/);
    expect(articles).toHaveLength(1);
  });

  it.each([
    [0, ['1', '2']],
    [1, ['2']],
  ])('counts the bytes of a line: %i more than the limit', async (more, ids) => {
    const frame = Buffer.byteLength(JSON.stringify({ id: 1, text: '' }));
    const line = JSON.stringify({ id: 1, text: 'x'.repeat(MAX_LINE_BYTES - frame + more) });
    const { articles, problems } = await read(makeFolder({ 'a.jsonl': `${line}\n{"id":2,"text":"签约"}` }));
    expect(articles.map(({ id }) => id)).toEqual(ids);
    expect(problems).toEqual(
      more === 0
        ? [expect.stringMatching(/characters; the first/)]
        : [expect.stringMatching(/a\.jsonl:1: the line has more than/)],
    );
  });

  it.each([
    ['quotes', '> '.repeat(10_000)],
    ['brackets', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['elements', '<div><p>'.repeat(10_000)],
  ])(
    'reads %s in each other by the thousands, or says in a line that they are nested too deep',
    async (_, content) => {
      const { articles, problems } = await read(makeFolder({ 'a.md': `${content}x`, 'b.md': '双方签约。' }));
      expect(articles.at(-1)).toMatchObject({ id: 'b', text: '双方签约。' });
      expect(articles.length + problems.length).toBe(2);
      for (const problem of problems) expect(problem).toMatch(/^\S+a\.md: .+$/);
    },
  );

  it('takes characters that nobody sees out of titles, tables, code and headings', async () => {
    const content = '# T\u202eitle\n\n## A\u200bb\n\n| a\u202e |\n| - |\n| b\u2067 |\n\n```\nc\u202ed\n```';
    const { articles } = await read(makeFolder({ 'a.md': content }));
    expect(articles[0]).toMatchObject({ title: 'Title', text: 'Ab\na\nb\ncd' });
  });

  it('reads a page with elements nested as deep as they may be', async () => {
    const page = `${'<div>'.repeat(MAX_HTML_DEPTH)}<p>${ARTICLE}</p>`;
    expect((await read(makeFolder({ 'a.html': page }))).articles).toHaveLength(1);
  });

  it.each([MAX_ARTICLE_CHARACTERS, MAX_ARTICLE_CHARACTERS + 1, 5_000_000])(
    'cuts an article of %i characters to its limit, and says so',
    async (length) => {
      const { articles, problems } = await read(makeFolder({ 'a.txt': '长'.repeat(length) }));
      expect(articles[0]!.text).toHaveLength(MAX_ARTICLE_CHARACTERS);
      expect(problems).toHaveLength(length > MAX_ARTICLE_CHARACTERS ? 1 : 0);
    },
  );

  it('cuts a title of 10,000 characters', async () => {
    const { articles, problems } = await read(
      makeFolder({ 'a.md': `---\ntitle: ${'题'.repeat(10_000)}\n---\n双方签约。` }),
    );
    expect(articles[0]!.title).toHaveLength(MAX_TITLE_CHARACTERS);
    expect(problems[0]).toMatch(/the title has 10000 characters/);
  });

  it('takes out control and bidirectional characters', async () => {
    const { articles } = await read(makeFolder({ 'a.txt': '双\u202e方\u0007签\u200f约\u0085。' }));
    expect(articles[0]!.text).toBe('双方签约。');
  });

  it('does not follow a link out of the corpus', async () => {
    const folder = makeFolder({ 'a.md': '双方签约。' });
    symlinkSync(makeFolder({ 'secret.md': 'Secret.' }), join(folder, 'out'));
    const { articles, problems } = await read(folder);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems[0]).toMatch(/out: the link leads out of the corpus/);
  });

  it('names a file whose name is not UTF-8', async () => {
    const folder = makeFolder({ 'a.md': '双方签约。' });
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('d4c6bad3', 'hex'), Buffer.from('.md')]),
      'x',
    );
    const { articles, problems } = await read(folder);
    expect(articles).toHaveLength(1);
    expect(problems[0]).toMatch(/the file name is not UTF-8 \(bytes d4c6bad32e6d64\)/);
  });
});
