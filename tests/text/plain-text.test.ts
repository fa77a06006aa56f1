import { describe, expect, it } from 'vitest';
import { cleanText, plainTree, readUrl, titleOf, withoutHidden } from '../../src/text/plain-text.ts';

describe('plain text', () => {
  it('cuts a title of more than 60 characters, and none of 60', () => {
    expect(titleOf('字'.repeat(60))).toBe('字'.repeat(60));
    expect(titleOf('字'.repeat(61))).toBe(`${'字'.repeat(60)}…`);
  });

  it('counts an emoji of a title as one character and never cuts it in two', () => {
    expect(titleOf('🚀'.repeat(60))).toBe('🚀'.repeat(60));
    expect(titleOf('🚀'.repeat(61))).toBe(`${'🚀'.repeat(60)}…`);
  });

  it('keeps web addresses only', () => {
    expect(readUrl('https://example.org/新闻')).toBe('https://example.org/新闻');
    expect(readUrl('HTTP://example.org')).toBe('HTTP://example.org');
    for (const other of ['file:///etc/hosts', 'example.org', 'https://', null])
      expect(readUrl(other)).toBeNull();
  });

  it('loses what nobody sees, and keeps indentation where it is asked to', () => {
    expect(cleanText('\ufeff  a\u200bb\u202e\r\nc\u0000 ')).toBe('ab\nc');
    expect(withoutHidden('  a\r\n  b')).toBe('  a\n  b');
  });

  it('is a paragraph a line, whatever looks like Markdown in it', () => {
    expect(plainTree('# one\n\n- two').children).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: '# one' }] },
      { type: 'paragraph', children: [{ type: 'text', value: '- two' }] },
    ]);
  });
});
