import { statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listCorpus } from '../../src/documents/list.ts';
import { describeProblem } from '../../src/documents/problem.ts';
import { isProblem, readCorpus } from '../../src/documents/read.ts';
import type { Article } from '../../src/types.ts';
import { makeFolder } from '../temporary-folder.ts';

const GOOD = { 'good.md': '---\ntitle: 港口\n---\n港口今天开放。' };

async function read(...paths: string[]) {
  const articles: Article[] = [];
  const problems: string[] = [];
  for await (const item of readCorpus(listCorpus(paths))) {
    if (isProblem(item)) problems.push(describeProblem(item));
    else articles.push(item);
  }
  return { articles, ids: articles.map(({ id }) => id), problems };
}

describe('what is read', () => {
  it('reads a folder recursively, in the order of the paths, with the path without its ending as id', async () => {
    const folder = makeFolder({
      'b.txt': '乙',
      '2024/02/a.md': '甲',
      '2024/note.markdown': '丙',
      'Upper.MD': '丁',
    });
    const { ids, problems } = await read(folder);
    expect(ids).toEqual(['2024/02/a', '2024/note', 'Upper', 'b']);
    expect(problems).toEqual([]);
  });

  it('keeps where an article was read from, and how it is laid out', async () => {
    const folder = makeFolder({
      'a.md': '# A\n\n## B\n\nx',
      'b.txt': '## B\n\nx',
      'c.jsonl': '{"id":"c","text":"## B\\nx"}',
    });
    const { articles } = await read(folder);
    expect(articles.map(({ file }) => file)).toEqual(
      ['a.md', 'b.txt', 'c.jsonl'].map((name) => join(folder, name)),
    );
    expect(articles.map(({ structure }) => structure?.sections.length)).toEqual([2, undefined, undefined]);
    expect(articles.map(({ text }) => text)).toEqual(['B\nx', '## B\nx', '## B\nx']);
  });

  it('keeps the dots of a name that are not its ending', async () => {
    expect((await read(makeFolder({ 'v1.2 report.md': 'Text.' }))).ids).toEqual(['v1.2 report']);
  });

  it('reads a single file, whose id is its own name', async () => {
    const folder = makeFolder({ 'deep/one.md': 'One.', 'deep/two.md': 'Two.' });
    expect((await read(join(folder, 'deep/two.md'))).ids).toEqual(['two']);
  });

  it('reads several folders and files one after the other', async () => {
    const first = makeFolder({ 'a.md': 'A.' });
    const second = makeFolder({ 'b.md': 'B.', 'c.md': 'C.' });
    expect((await read(first, join(second, 'c.md'))).ids).toEqual(['a', 'c']);
  });

  it('leaves hidden files and folders out', async () => {
    const folder = makeFolder({ ...GOOD, '.git/config.md': 'x', '.hidden.md': 'y' });
    expect(await read(folder)).toMatchObject({ ids: ['good'], problems: [] });
  });

  it('reads a folder that links to a folder above it only once', async () => {
    const folder = makeFolder({ 'news/a.md': 'A.' });
    symlinkSync('..', join(folder, 'news/up'));
    expect(await read(folder)).toMatchObject({ ids: ['news/a'], problems: [] });
  });

  it('tells the bytes of each file once it is read', async () => {
    const folder = makeFolder({ 'a.txt': '四个字呢', 'b.jsonl': '{"id":1,"text":"x"}\n' });
    const sizes: number[] = [];
    for await (const _ of readCorpus(listCorpus([folder]), (bytes) => sizes.push(bytes)));
    expect(sizes).toEqual([12, 20]);
  });

  it('lists size and times of a file without reading it', () => {
    const folder = makeFolder({ 'a.md': 'four' });
    utimesSync(join(folder, 'a.md'), 1_700_000_000, 1_700_000_000);
    const path = join(folder, 'a.md');
    const { ctimeMs: changedMs } = statSync(path);
    expect(listCorpus([folder]).files).toEqual([
      { path, id: 'a', ending: '.md', bytes: 4, modifiedMs: 1_700_000_000_000, changedMs },
    ]);
  });

  it('finds nothing, and no problem, in an empty folder', async () => {
    expect(await read(makeFolder())).toMatchObject({ ids: [], problems: [] });
  });
});

describe('what cannot be used is named with its remedy, and the rest goes on', () => {
  const cases: readonly [name: string, file: string, content: string | Uint8Array, message: RegExp][] = [
    [
      'front matter with nothing below',
      'bad.md',
      '---\ntitle: A\n---\n\n',
      /bad\.md: no text\. Write the article below/,
    ],
    ['an empty file', 'bad.txt', '', /bad\.txt: no text\..+or remove the file/],
    ['a file of white space', 'bad.md', ' \r\n\n\t', /bad\.md: no text/],
    [
      'a binary file',
      'bad.txt',
      Uint8Array.of(0x89, 0x50, 0, 1),
      /bad\.txt: binary, not text\. Convert it to text in UTF-8/,
    ],
    [
      'a file in no known encoding',
      'bad.md',
      Uint8Array.of(0xff, 0xff, 0x41),
      /bad\.md: neither UTF-8 nor UTF-16, GB18030 or Big5\. Save it as UTF-8\.$/,
    ],
    [
      'an ending that is not known',
      'bad.rtf',
      '{}',
      /bad\.rtf: this kind of file is not read\. Turn it into one of .*\.md.*, or move it out/,
    ],
    ['no ending', 'bad', 'Text.', /bad: this kind of file is not read/],
    [
      'a line that is not JSON',
      'bad.jsonl',
      '{"id": 1, "text": }',
      /bad\.jsonl:1: the line is not JSON\. Expected \{"id"/,
    ],
    [
      'a line that is no object',
      'bad.jsonl',
      '["a"]',
      /bad\.jsonl:1: the line is not a JSON object\. Expected/,
    ],
    ['a line without id', 'bad.jsonl', '{"text":"x"}', /bad\.jsonl:1: the line has no id\. Expected/],
    ['a line with an empty id', 'bad.jsonl', '{"id":"","text":"x"}', /the line has no id/],
    ['a line without text', 'bad.jsonl', '{"id":"x"}', /bad\.jsonl:1: the line has no text\. Expected/],
    ['a line with empty text', 'bad.jsonl', '{"id":"x","text":" "}', /bad\.jsonl:1: no text\./],
    [
      'a line with a wrong date',
      'bad.jsonl',
      '{"id":"x","text":"x","date":"2024-13-01"}',
      /bad\.jsonl:1: the date "2024-13-01" is not a day\. Write it as/,
    ],
    [
      'a line with a date that is no string',
      'bad.jsonl',
      '{"id":"x","text":"x","date":20240101}',
      /date is not a string\. Expected .*YYYY-MM-DD/,
    ],
    [
      'a line in no known encoding',
      'bad.jsonl',
      Uint8Array.of(0x7b, 0xff, 0xff, 0x7d),
      /bad\.jsonl:1: neither UTF-8 nor .+ Save it as UTF-8/,
    ],
    [
      'a .gz that is not gzipped',
      'bad.jsonl.gz',
      '{"id":"x","text":"x"}',
      /reading stopped at line 1 \(.+\)\. Check that the file is whole and.+gzipped/,
    ],
    ['an empty .gz', 'bad.jsonl.gz', '', /reading stopped at line 1/],
  ];
  it.each(cases)('%s', async (_, file, content, message) => {
    const { ids, problems } = await read(makeFolder({ [file]: content, ...GOOD }));
    expect(ids).toEqual(['good']);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    [
      'that is not YAML',
      'title: "open',
      /bad\.md: the front matter is not YAML \(.+\)\. Put values .+ into double quotes/,
    ],
    ['with a second colon', 'title: A: B', /not YAML .+double quotes/],
    ['that is a list', '- a\n- b', /no list of "name: value" lines/],
    [
      'with a date that is no day',
      'date: 2024-02-30',
      /the date "2024-02-30" is not a day\. Write it as YYYY-MM-DD/,
    ],
    ['with a date in words', 'date: last week', /the date "last week" is not a day/],
  ])('front matter %s costs only itself', async (_, fields, message) => {
    const { ids, problems } = await read(makeFolder({ 'bad.md': `---\n${fields}\n---\nText.`, ...GOOD }));
    expect(ids).toEqual(['bad', 'good']);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  it('a folder that is not there', async () => {
    const { ids, problems } = await read(join(makeFolder(), 'nowhere'), makeFolder(GOOD));
    expect(ids).toEqual(['good']);
    expect(problems).toEqual([expect.stringMatching(/nowhere: no such file or folder\. Check the path\.$/)]);
  });

  it('a link to a file that is not there', async () => {
    const folder = makeFolder(GOOD);
    symlinkSync('gone.md', join(folder, 'link.md'));
    const { ids, problems } = await read(folder);
    expect(ids).toEqual(['good']);
    expect(problems).toEqual([expect.stringMatching(/link\.md: no such file or folder\. Check the path/)]);
  });

  it('a wrong line among good ones, with its number', async () => {
    const lines = ['{"id":"a","text":"A."}', '', 'oops', '{"id":"b","text":"B."}'];
    const { ids, problems } = await read(makeFolder({ 'x.jsonl': lines.join('\n') }));
    expect(ids).toEqual(['a', 'b']);
    expect(problems).toEqual([expect.stringMatching(/x\.jsonl:3: the line is not JSON/)]);
  });

  it('a .gz that breaks off: the lines before the break are kept', async () => {
    // Pseudo-random letters, so that half of the compressed file holds about half of the lines.
    let state = 1;
    const word = () => {
      state = (state * 48_271) % 0x7fffffff;
      return state.toString(36);
    };
    const lines = Array.from({ length: 1000 }, (_, i) =>
      JSON.stringify({ id: `n${i}`, text: `${word()} ${word()}` }),
    );
    const whole = gzipSync(lines.join('\n'));
    const folder = makeFolder({ 'cut.jsonl.gz': whole.subarray(0, whole.length / 2), ...GOOD });
    const { ids, problems } = await read(folder);
    expect(ids.length).toBeGreaterThan(300);
    expect(ids.length).toBeLessThan(700);
    expect(ids.at(-1)).toBe('good');
    expect(problems).toEqual([
      expect.stringMatching(
        `reading stopped at line ${ids.length} \\(unexpected end of file\\)\\. Check that the file is whole`,
      ),
    ]);
  });

  it('an id that is repeated in the same file: the first one counts', async () => {
    const { articles, problems } = await read(
      makeFolder({
        'x.jsonl': '{"id":"a","text":"First."}\n{"id":"a","text":"Second."}\n{"id":"b","text":"B."}',
      }),
    );
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'First.'],
      ['b', 'B.'],
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/x\.jsonl: the id "a" is taken .+x\.jsonl\. .*give the line another id/),
    ]);
  });

  it('an id that is repeated across files: both files are named', async () => {
    const { articles, problems } = await read(
      makeFolder({ 'a.md': 'First.', 'a.txt': 'Second.', 'b.md': 'B.' }),
    );
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'First.'],
      ['b', 'B.'],
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/a\.txt: the id "a" is taken by an article of .*a\.md\. Rename the file/),
    ]);
  });
});
