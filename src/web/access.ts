/** Who may see and do what: whoever has the token may steer, and sees the server that the page is for. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Scope, SHARED } from '../scope.ts';
import type { WebConfig } from '../web-config.ts';

/** Who sends a request. */
export interface Visitor {
  readonly isSignedIn: boolean;
  /** Whether they may ask and read. */
  readonly mayRead: boolean;
  readonly scope: Scope;
}

export interface Access {
  readonly visitorOf: (c: Context) => Visitor;
  readonly isToken: (text: string) => boolean;
  /** Whether there is a token at all. */
  readonly maySignIn: boolean;
  readonly signIn: (c: Context) => void;
  readonly signOut: (c: Context) => void;
}

const COOKIE = 'corpus-answers';
const DAYS = 30;
const BEARER = /^Bearer (\S+)$/i;

/**
 * The cookie says until when it holds, signed with the token: a restart signs nobody out, another token everybody. It is not
 * the token, and no script reads it.
 */
export function createAccess(
  { token, isOpen, server }: Pick<WebConfig, 'token' | 'isOpen' | 'server'>,
  now: () => number = Date.now,
): Access {
  const key = createHash('sha256').update(`cookie of ${token}`).digest();
  const sign = (until: string): string => createHmac('sha256', key).update(until).digest('base64url');
  const isToken = (text: string): boolean => token !== '' && isSame(text, token);
  const isCookie = (value: string): boolean => {
    const [until = '', signature = ''] = value.split('.');
    return token !== '' && isSame(signature, sign(until)) && Number(until) > now();
  };
  const write = (c: Context, value: string, maxAge: number): void =>
    setCookie(c, COOKIE, value, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge,
      secure: c.req.header('X-Forwarded-Proto') === 'https',
    });
  return {
    isToken,
    maySignIn: token !== '',
    visitorOf: (c) => {
      const [, bearer] = BEARER.exec(c.req.header('Authorization') ?? '') ?? [];
      const isSignedIn = bearer !== undefined ? isToken(bearer) : isCookie(getCookie(c, COOKIE) ?? '');
      return {
        isSignedIn,
        mayRead: isSignedIn || isOpen,
        scope: isSignedIn && server !== null ? { server } : SHARED,
      };
    },
    signIn: (c) => {
      const seconds = DAYS * 86_400;
      const until = String(now() + 1000 * seconds);
      write(c, `${until}.${sign(until)}`, seconds);
    },
    signOut: (c) => write(c, '', 0),
  };
}

/** Takes the same time wherever two texts differ, and whatever their lengths. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
