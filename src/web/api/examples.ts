/** `GET /api/examples`: questions to begin with, of the articles that are seen. */
import { Hono } from 'hono';
import type { PageLibrary } from '../../library.ts';
import { findExamples } from '../../terminal/examples.ts';
import type { Language } from '../../types.ts';
import type { WebEnv } from '../guard.ts';
import { readQuery, shape } from './shapes.ts';

export const EXAMPLES = shape([], {
  language: {
    type: 'string',
    maxLength: 2,
    enum: ['en', 'zh'],
    description: 'Those in this language come first.',
  },
});

const COUNT = 4;
/** Those looked at: the newest. */
const LOOKED_AT = 200;

export function exampleRoutes({
  library,
}: {
  library: Pick<PageLibrary, 'list' | 'article' | 'status'>;
}): Hono<WebEnv> {
  /** By index, server and language: they change with the index only. */
  const known = new Map<string, readonly string[]>();
  return new Hono<WebEnv>().get('/', async (c) => {
    const { language } = readQuery(c, EXAMPLES);
    const { scope } = c.get('visitor');
    const { index } = await library.status();
    const key = JSON.stringify([index, scope.server, language]);
    if (![...known.keys()].every((one) => one.startsWith(`["${index}"`))) known.clear();
    const list = async () => (await library.list({ scope, start: 0, count: LOOKED_AT })).articles;
    const examples =
      known.get(key) ??
      (await findExamples(
        { articles: list, article: library.article },
        COUNT,
        language as Language | undefined,
      ));
    known.set(key, examples);
    return c.json({ examples });
  });
}
