import type { Paragraph, PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { plainWords, wordsByLine } from '../../src/passages/plain-words.ts';

const line = (...children: (string | PhrasingContent)[]): Paragraph => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

describe('the words of a line', () => {
  it.each([
    ['one\ntwo', 'one two'],
    ['今天\n开放', '今天开放'],
    ['今天\nopen', '今天 open'],
    ['open\n今天', 'open 今天'],
    ['今天，\nopen', '今天， open'],
    ['他说：\n“开放。”\n然后', '他说：“开放。”然后'],
    ['He said\n“open”', 'He said “open”'],
    ['ひらく\nカギ', 'ひらくカギ'],
    ['a  \t b', 'a b'],
    ['  a \n\n  b ', 'a b'],
    ['', ''],
  ])('joins the lines of an editor: %j is %j', (written, words) => {
    expect(plainWords(line(written))).toBe(words);
  });

  it('keep the line breaks of the author', () => {
    expect(plainWords(line('今天 ', { type: 'break' }, ' 开放'))).toBe('今天\n开放');
  });

  it('have no marks, pictures and notes', () => {
    const marked = line(
      'a',
      { type: 'strong', children: [{ type: 'emphasis', children: [{ type: 'text', value: 'b' }] }] },
      { type: 'inlineCode', value: '`c`' },
      { type: 'link', url: 'x', children: [{ type: 'text', value: 'd' }] },
      { type: 'image', url: 'x', alt: 'e' },
      { type: 'footnoteReference', identifier: '1' },
      { type: 'delete', children: [{ type: 'text', value: 'f' }] },
    );
    expect(plainWords(marked)).toBe('ab`c`d');
  });

  it('do not take the square of spaces or line ends', () => {
    const started = performance.now();
    expect(plainWords(line(`a${' '.repeat(200_000)}b${'\n'.repeat(200_000)}c`))).toBe('a b c');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('are told by line, whoever broke it', () => {
    expect(wordsByLine(line('a \n b', { type: 'break' }, 'c'))).toEqual(['a', 'b', 'c']);
  });
});
