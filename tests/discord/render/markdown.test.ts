import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockQuote,
  bold,
  clean,
  escapeText,
  fence,
  link,
  placeAddress,
} from '../../../src/discord/render/markdown.ts';

describe('escapeText', () => {
  it.each([
    ['**stars** and ****four****', '\\*\\*stars\\*\\* and \\*\\*\\*\\*four\\*\\*\\*\\*'],
    ['https://a.org/_x_ and *y*', 'https\\://a.org/\\_x\\_ and \\*y\\*'],
    ['```js\ncode```', '\\`\\`\\`js\ncode\\`\\`\\`'],
    ['[links](http://x)', '\\[links\\](http\\://x)'],
    ['@everyone <@123> <#4> <t:0:R>', '\\@everyone \\<\\@123> \\<#4> \\<t\\:0:R>'],
    [':warning: at 9:30', '\\:warning: at 9:30'],
    ['# a\n- b\n> c\n1. d\n-# e', '\\# a\n\\- b\n\\> c\n1\\. d\n\\-# e'],
    ['2024-01-31, 3.5%', '2024-01-31, 3.5%'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it('shows the text as it was once Discord takes the backslashes away, and at most doubles it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapeText(text);
        expect(escaped.replace(/\\([^0-9A-Za-z\s])/g, '$1')).toBe(text);
        expect(escaped.length).toBeLessThanOrEqual(2 * text.length);
      }),
    );
  });
});

describe('bold', () => {
  it('marks spans, and makes one of those that touch or overlap', () => {
    const spans = [
      { start: 4, end: 6 },
      { start: 0, end: 2 },
      { start: 2, end: 3 },
    ];
    expect(bold('abc*efg', spans)).toBe('**abc**\\***ef**g');
  });

  it('keeps white space and line ends outside', () => {
    expect(bold('a b\nc d', [{ start: 1, end: 6 }])).toBe('a **b**\n**c** d');
    expect(bold('a  b', [{ start: 1, end: 3 }])).toBe('a  b');
  });

  it('splits no character, and takes spans beyond the text as far as there is text', () => {
    expect(bold('a𠮷b', [{ start: 2, end: 9 }])).toBe('a**𠮷b**');
  });
});

describe('link', () => {
  it('links to the web only', () => {
    expect(link('a', 'https://x.org/a_(b) c')).toBe('[a](https://x.org/a_%28b%29%20c)');
    expect(link('a', 'javascript:alert(1)')).toBe('a');
    expect(link('a', 'no address')).toBe('a');
    expect(link('a', null)).toBe('a');
  });

  it('has parts of its text in bold', () => {
    expect(link('[a] b', 'https://x.org/', [{ start: 0, end: 3 }])).toBe('[**［a］** b](https://x.org/)');
    expect(link('a b', null, [{ start: 0, end: 1 }])).toBe('**a** b');
  });

  it('has no brackets in its text, which would undo it', () => {
    expect(link('[1] *a*', 'https://x.org/')).toBe('[［1］ \\*a\\*](https://x.org/)');
  });

  it('leaves out an address that is too long, and keeps one that just fits', () => {
    const fits = `https://x.org/${'a'.repeat(386)}`;
    expect(link('a', fits)).toBe(`[a](${fits})`);
    expect(link('a', `${fits}a`)).toBe('a');
  });
});

describe('fence', () => {
  it('is longer than any run of backticks within', () => {
    expect(fence('a', 'js')).toBe('```js\na\n```');
    expect(fence('``` and ````')).toBe('`````\n``` and ````\n`````');
  });

  it('keeps the indentation of the first line, and no empty lines around the code', () => {
    expect(fence('\n \n  a\n\n\tb\n\n')).toBe('```\n  a\n\n\tb\n```');
    expect(fence(' \n')).toBe('');
  });
});

it('links to a place in a page, or to the page where that address is too long', () => {
  expect(placeAddress('https://x.org/a', 'b(c)')).toBe('https://x.org/a#b%28c%29');
  expect(placeAddress('https://x.org/a', '长'.repeat(60))).toBe('https://x.org/a');
  expect(placeAddress('javascript:alert(1)', 'b')).toBe(null);
  expect(placeAddress(null, 'b')).toBe(null);
});

it('quotes line by line, without empty lines', () => {
  expect(blockQuote('a\n\n  b\n')).toBe('> a\n> b');
});

it('cleans unit for unit, so that offsets stay true', () => {
  expect(clean('a\r\n\0\ud842b𠮷')).toBe('a\n\n \ufffdb𠮷');
});
