import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainArticle, readDate, readUrl, titleOf } from '../../src/documents/markdown.ts';
import { UnusableText } from '../../src/documents/unusable.ts';

describe('Markdown with front matter', () => {
  it('takes title, date, source and url from it and the text from below it', () => {
    const content = [
      '---',
      'title: 沿海铁路通车',
      'date: 2024-02-04',
      'source: 铁路报',
      'url: https://example.org/rail?id=1',
      '---',
      '',
      '沿海铁路今天通车。',
    ].join('\n');
    expect(parseMarkdown('rail', content)).toEqual({
      id: 'rail',
      title: '沿海铁路通车',
      date: '2024-02-04',
      source: '铁路报',
      url: 'https://example.org/rail?id=1',
      text: '沿海铁路今天通车。',
    });
  });

  it('reads a title in quotes, with colons and quotes inside', () => {
    expect(parseMarkdown('a', '---\ntitle: "He said: \\"go\\""\n---\nText.').title).toBe('He said: "go"');
  });

  it('makes a string of a title that YAML reads as a number', () => {
    expect(parseMarkdown('a', '---\ntitle: 2024\n---\nText.').title).toBe('2024');
  });

  it('takes the title from the text where there is none or an empty one, without the marks of a heading', () => {
    expect(parseMarkdown('a', '---\ndate: 2024-02-04\n---\n\n# Harbour\n\nIt opened.').title).toBe('Harbour');
    expect(parseMarkdown('a', '---\ntitle: ""\n---\nHarbour\nIt opened.').title).toBe('Harbour');
    expect(parseMarkdown('a', '---\ntitle:\n---\nHarbour\nIt opened.').title).toBe('Harbour');
  });

  it('reads empty front matter', () => {
    expect(parseMarkdown('a', '---\n---\nText.')).toMatchObject({ title: 'Text.', text: 'Text.' });
  });

  it('reads lines that end in CR LF', () => {
    expect(parseMarkdown('a', '---\r\ntitle: T\r\n---\r\nOne.\r\nTwo.\r\n')).toMatchObject({
      title: 'T',
      text: 'One.\nTwo.',
    });
  });

  it('ends the front matter at its own line of dashes, not at dashes in a value or in the text', () => {
    expect(parseMarkdown('a', '---\ntitle: a --- b\n---\nOne.\n---\nTwo.')).toMatchObject({
      title: 'a --- b',
      text: 'One.\n---\nTwo.',
    });
  });

  it('keeps the cause of a YAML error', () => {
    expect.assertions(2);
    try {
      parseMarkdown('a', '---\ntitle: [\n---\nText.');
    } catch (error) {
      expect(error).toBeInstanceOf(UnusableText);
      expect((error as UnusableText).cause).toBeInstanceOf(Error);
    }
  });
});

describe('Markdown without front matter, and plain text', () => {
  it('takes the heading for the title', () => {
    expect(parseMarkdown('a', '\n## Harbour\n\nIt opened.')).toEqual({
      id: 'a',
      title: 'Harbour',
      date: null,
      source: null,
      url: null,
      text: 'Harbour\n\nIt opened.',
    });
  });

  it('takes the first line of a plain text for the title, and keeps it in the text', () => {
    expect(plainArticle('a', '港口开放\n今天开放。\n')).toMatchObject({
      title: '港口开放',
      text: '港口开放\n今天开放。',
    });
  });

  it('cuts a title of more than 60 characters, and none of 60', () => {
    expect(titleOf('字'.repeat(60))).toBe('字'.repeat(60));
    expect(titleOf('字'.repeat(61))).toBe(`${'字'.repeat(60)}…`);
  });

  it('counts an emoji of a title as one character and never cuts it in two', () => {
    expect(titleOf('🚀'.repeat(60))).toBe('🚀'.repeat(60));
    expect(titleOf('🚀'.repeat(61))).toBe(`${'🚀'.repeat(60)}…`);
  });
});

describe('dates and addresses', () => {
  it.each([
    ['2024-02-04', '2024-02-04'],
    ['2024/02/04', '2024-02-04'],
    ['2024-02-04T08:30:00Z', '2024-02-04'],
    ['2024-02-29', '2024-02-29'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('reads the date %o as %o', (written, day) => {
    expect(readDate(written)).toBe(day);
  });

  it.each(['2023-02-29', '2024-00-10', '04.02.2024', '2024', 'yesterday'])(
    'refuses the date %s',
    (written) => {
      expect(() => readDate(written)).toThrow(`the date "${written}" is not a day`);
    },
  );

  it('keeps web addresses only', () => {
    expect(readUrl('https://example.org/新闻')).toBe('https://example.org/新闻');
    expect(readUrl('HTTP://example.org')).toBe('HTTP://example.org');
    expect(readUrl('file:///etc/hosts')).toBeNull();
    expect(readUrl('example.org')).toBeNull();
    expect(readUrl('https://')).toBeNull();
  });
});
