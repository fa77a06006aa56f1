/** The files of the page, read once: a handful, each with its digest, so that a browser asks again for what has changed only. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import type { WebEnv } from './guard.ts';

const FOLDER = new URL('../../src/web/page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

interface PageFile {
  readonly type: string;
  readonly digest: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer>;
}

/** `/` is `index.html`. Throws where the files are not there. */
export async function pageRoutes(): Promise<Hono<WebEnv>> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(FOLDER)) files.set(name, await readPageFile(name));
  return new Hono<WebEnv>().get('/:name?', (c) => {
    const file = files.get(c.req.param('name') ?? 'index.html');
    if (file === undefined) return c.notFound();
    const { type, digest, plain, zipped } = file;
    c.header('ETag', digest);
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Encoding');
    if (c.req.header('If-None-Match') === digest) return c.body(null, 304);
    c.header('Content-Type', type);
    if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(plain);
    c.header('Content-Encoding', 'gzip');
    return c.body(zipped);
  });
}

async function readPageFile(name: string): Promise<PageFile> {
  const plain = new Uint8Array(readFileSync(new URL(name, FOLDER)));
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return {
    type: TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream',
    digest: `W/"${digest}"`,
    plain,
    zipped: new Uint8Array(await promisify(gzip)(plain, { level: 9 })),
  };
}
