import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_REASONS, FRAMES, SOURCE_REASONS } from '../../src/reasons/rows.ts';
import { tellReason } from '../../src/reasons/tell.ts';

const ROWS = [...FILE_REASONS, ...SOURCE_REASONS];
const SRC = join(import.meta.dirname, '../../src');

/** What files and sources give as a reason or remedy, with `{}` for what differs, as far as it stands beside these words. */
function reasonsIn(room: string): string[] {
  const files = readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((file) => {
    const text = readFileSync(join(SRC, room, file), 'utf8');
    const told = /(?:(?:UnusableText|ImportError|MissingPage)\)?\(|\b(?:reason|remedy):|\b(?:REMEDY|BROKEN|NO_ARTICLE|REMEDY_LINE|REMEDY_FILE) =)\s*(?:'([^'\n]+)'|`([^`]+)`)(?:,\s*(?:'([^'\n]+)'|`([^`]+)`))?/g;
    return [...text.matchAll(told)].flatMap(([, ...found]) => found.filter((one) => one !== undefined));
  });
} // biome-ignore format: the pattern

const withoutValues = (text: string): string => text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}');

describe('why something was not read', () => {
  it.each(['documents', 'import'])('is known of all that %s tell', (room) => {
    const told = reasonsIn(room).map(withoutValues);
    expect(told.length).toBeGreaterThan(20);
    // Made of others alone.
    const own = told.filter((one) => /[a-z]{2} [a-z]/.test(one));
    expect(own.filter((one) => tellReason(one, 'zh') === one)).toEqual([]);
  });

  it.each(ROWS.map(([english, chinese]) => ({ english, chinese })))('$english is said in Chinese, with all that differs', ({ english, chinese }) => {
    const values = english.split('{}').slice(1).map((_, i) => `v${i + 1}`);
    const told = tellReason(values.reduce((text, value) => text.replace('{}', value), english), 'zh');
    expect(told).toMatch(/\p{Script=Han}/u);
    expect(told).not.toMatch(/[{}]\d?\}/);
    expect(told.match(/v\d/g) ?? []).toHaveLength(chinese.match(/\{\d?\}/g)?.length ?? 0);
  }); // biome-ignore format: a table

  it.each([
    ['/corpus/a.pdf: the PDF has a password. Save it without one.', '/corpus/a.pdf：PDF 有密码。请去掉密码再存一次。'],
    ['https://a.example/x: no main text was found on the page. Save the page of one article, or copy its text into a .md or .txt file', 'https://a.example/x：网页里没有找到正文。请保存单篇文章的网页，或者把文字复制到 .md 或 .txt 文件里'],
    ['https://a.example/x answered 404, expected 200. x-1.md stays until that happens on another day, too', 'https://a.example/x 返回了 404。x-1.md 先保留，改天再这样才移除'],
    ['https://a.example/x was not asked for: a.example failed 3 times in a row', '没有请求 https://a.example/x：a.example 连续 3 次失败'],
    ['https://a.example/x could not be read (no whole answer within 30 s)', 'https://a.example/x 无法读取（30 秒内没有收到完整的回应）'],
    ['3 of 9 pages have no text layer (2, 4, 5); the others are read', '9 页中有 3 页没有文字（2, 4, 5），其余的已经读了'],
    ['what another program says', 'what another program says'],
  ])('%s', (reason, chinese) => {
    expect(tellReason(reason, 'zh')).toBe(chinese);
    expect(tellReason(reason, 'en')).toBe(reason);
  }); // biome-ignore format: a table

  it('names no command to those who have none', () => {
    const told = 'intranet:80 is 10.0.0.1, no address of the public internet. If it is yours, allow it with --allow-private intranet:80';
    expect(tellReason(told, 'en')).toBe('intranet:80 is 10.0.0.1, no address of the public internet');
    for (const [english, , plain] of [...ROWS, ...FRAMES])
      expect(plain ?? english).not.toMatch(/npm run|--limit|--allow/);
  }); // biome-ignore format: one line

  it('ends soon whatever it is told', () => {
    for (const piece of ['a: ', ': . ', 'is ', '{}: ']) tellReason(piece.repeat(700), 'zh');
  });
});
