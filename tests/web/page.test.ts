import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'src/web/page');
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('the files of the page', () => {
  it('are what the source builds; npm run build:web makes them anew', async () => {
    const outDir = makeFolder();
    const { NODE_ENV } = process.env;
    await build({ root: join(ROOT, 'web'), build: { outDir, emptyOutDir: true } });
    process.env.NODE_ENV = NODE_ENV;
    const [built, kept] = [filesOf(outDir), filesOf(PAGE)];
    expect(Object.keys(kept)).toEqual(Object.keys(built));
    for (const [name, text] of Object.entries(built)) expect(kept[name] === text, name).toBe(true);
  });

  it('take less than 150 KB on their way to a browser', () => {
    const bytes = Object.values(filesOf(PAGE)).reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeLessThan(150_000);
  });

  it('have no script or style within the page, and ask no other host', () => {
    const { 'index.html': html = '', ...others } = filesOf(PAGE);
    expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\bsrc="\/app\.js")/i);
    for (const text of [html, ...Object.values(others)])
      expect(text.match(/https?:\/\/(?!www\.w3\.org\/)[\w.]+/g) ?? []).toEqual([]);
  });
});
