/** What every request goes through first: names, origins, limits; and the headers that every response has. */

import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isLoopback, type WebConfig } from '../web-config.ts';
import type { Access, Visitor } from './access.ts';
import { toResponse, WebProblem } from './problem.ts';
import { createRate, RATES } from './rate.ts';

export interface WebEnv {
  Bindings: HttpBindings;
  Variables: { visitor: Visitor };
}

/** A question has at most 1,000 characters that count, an article that is written here some thousands. */
const MAX_BODY_BYTES = 64 * 1024;

/** Nothing from elsewhere, no inline code, no frame around it. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
} as const;

export const headers: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};

/**
 * A page of another site can make a browser send requests to us under its own name (DNS rebinding), so names are known ones:
 * those of the settings, and of where we listen. Where others reach us, any IP address will do, which no name stands for.
 */
export function knownHosts({ host, hosts }: WebConfig): MiddlewareHandler<WebEnv> {
  const isInside = isLoopback(host);
  const names = new Set([
    ...hosts,
    host.toLowerCase(),
    'localhost',
    ...(isInside ? [] : [hostname().toLowerCase()]),
  ]);
  const isKnown = (name: string): boolean =>
    names.has(name) || isLoopback(name) || (!isInside && isIP(name) !== 0);
  return async (c, next) => {
    const name = nameOf(c.req.header('Host') ?? '');
    if (name === null || !isKnown(name)) throw new WebProblem('wrong-host');
    await next();
  };
}

/** The name in a Host header, without port and brackets; null where it is none. */
function nameOf(host: string): string | null {
  const [, six, name] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(host) ?? [];
  return (six ?? name)?.toLowerCase() ?? null;
}

/** No request from another site, whatever it may carry; and what changes something comes as JSON, which no form sends. */
export const ownOrigin: MiddlewareHandler<WebEnv> = async (c, next) => {
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const isOwn =
    (site === undefined || site === 'same-origin' || site === 'none') &&
    (origin === undefined || hostOf(origin) === c.req.header('Host'));
  if (!isOwn) throw new WebProblem('wrong-origin');
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const type = c.req.header('Content-Type') ?? '';
  if (!isRead && !/^application\/json\s*(?:;|$)/i.test(type)) throw new WebProblem('wrong-type');
  await next();
};

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

export const limitBody: MiddlewareHandler<WebEnv> = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => toResponse(new WebProblem('too-large', { detail: `At most ${MAX_BODY_BYTES} bytes.` })),
});

export const knowVisitor =
  (access: Access): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    c.set('visitor', access.visitorOf(c));
    await next();
  };

export const readersOnly: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!c.get('visitor').mayRead) throw new WebProblem('sign-in-needed');
  await next();
};

export const signedInOnly: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!c.get('visitor').isSignedIn) throw new WebProblem('sign-in-needed');
  await next();
};

/** Bounds how often a client does what the middleware stands before; whoever has the token may ask and look as often as they like. */
export function limitRate(kind: keyof typeof RATES, { hosts }: WebConfig): MiddlewareHandler<WebEnv> {
  const waitOf = createRate(RATES[kind]);
  const isFree = kind === 'ask' || kind === 'look';
  return async (c, next) => {
    if (isFree && c.get('visitor').isSignedIn) return next();
    const wait = waitOf(clientOf(c, hosts.length > 0));
    if (wait > 0)
      throw new WebProblem('too-many-requests', { detail: `Try again in ${wait} s.`, retryAfter: wait });
    await next();
  };
}

/** The address that a request comes from; behind a proxy of this machine the one that the proxy saw. */
function clientOf(c: Context<WebEnv>, isBehindProxy: boolean): string {
  const address = c.env.incoming?.socket.remoteAddress ?? '';
  if (!isBehindProxy || !isLoopback(address.replace(/^::ffff:/, ''))) return address;
  return c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() || address;
}
