/** `/api/session`: who somebody is, signing in and out. */
import { Hono } from 'hono';
import type { WebConfig } from '../../web-config.ts';
import type { Access } from '../access.ts';
import { limitRate, type WebEnv } from '../guard.ts';
import { WebProblem } from '../problem.ts';
import { readBody, shape } from './shapes.ts';

export const SIGN_IN = shape(['token'], {
  token: { type: 'string', minLength: 1, maxLength: 512, description: 'WEB_TOKEN of whoever runs it.' },
});

/** What the page may show to somebody. */
export interface Session {
  readonly isSignedIn: boolean;
  readonly maySignIn: boolean;
  /** Whether they may ask and read. */
  readonly mayRead: boolean;
  /** Whether the page can change the index and keeps questions. */
  readonly steers: boolean;
  readonly keepsQuestions: boolean;
  /** The language model that writes answers, and the computer that questions are sent to for that; null where none does. */
  readonly writer: { readonly model: string; readonly host: string } | null;
  /** Server whose articles are seen; null where only those are that all servers see. */
  readonly server: string | null;
}

/** What the page can do at all. */
export type Abilities = Pick<Session, 'steers' | 'keepsQuestions' | 'writer'>;

export const sessionRoutes = (access: Access, config: WebConfig, abilities: Abilities): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/', (c) => {
      const { isSignedIn, mayRead, scope } = c.get('visitor');
      return c.json<Session>({
        ...{ isSignedIn, mayRead, maySignIn: access.maySignIn, server: scope.server },
        ...abilities,
      });
    })
    .post('/', limitRate('signIn', config), async (c) => {
      const { token = '' } = await readBody(c, SIGN_IN);
      if (!access.isToken(token)) throw new WebProblem('wrong-token');
      access.signIn(c);
      return c.body(null, 204);
    })
    .delete('/', (c) => {
      access.signOut(c);
      return c.body(null, 204);
    });
