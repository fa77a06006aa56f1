/** Looking at what there is: passages found for words, the list of articles, one article in its passages. */
import { Hono } from 'hono';
import type { PageLibrary } from '../../library.ts';
import type { WebEnv } from '../guard.ts';
import type { Line } from '../line.ts';
import { WebProblem } from '../problem.ts';
import { readBody, readQuery, type Shaped, shape } from './shapes.ts';

const MOST: Readonly<Record<'search' | 'list', number>> = { search: 50, list: 200 };

export const SEARCH = shape(['text'], {
  text: { type: 'string', minLength: 1, maxLength: 4_000, description: 'What is looked for.' },
  most: {
    type: 'integer',
    minimum: 1,
    maximum: MOST.search,
    default: 10,
    description: 'Passages of each leg, and of both.',
  },
});

export const LIST = shape([], {
  text: {
    type: 'string',
    maxLength: 200,
    description: 'Only articles that have this in title, headings, source or id.',
  },
  start: {
    type: 'integer',
    minimum: 0,
    maximum: 10_000_000,
    default: 0,
    description: 'Place of the first one.',
  },
  count: { type: 'integer', minimum: 1, maximum: MOST.list, default: 50, description: 'How many.' },
});

export const ARTICLE = shape(['id'], {
  id: { type: 'string', minLength: 1, maxLength: 2_000, description: 'Id of the article.' },
});

export interface LookNeeds {
  readonly library: Pick<PageLibrary, 'search' | 'list' | 'article'>;
  readonly line: Line;
}

export const searchRoutes = ({ library, line }: LookNeeds): Hono<WebEnv> =>
  new Hono<WebEnv>().post('/', async (c) => {
    const { text = '', most = SEARCH.properties.most.default } = await readBody(c, SEARCH);
    const { scope } = c.get('visitor');
    const passages = await line.take(() => library.search(text, most, scope), c.req.raw.signal);
    return c.json({ passages });
  });

export function articleRoutes({ library }: LookNeeds): Hono<WebEnv> {
  const list = async (
    { text = '', start = 0, count = LIST.properties.count.default }: Shaped<typeof LIST>,
    scope: WebEnv['Variables']['visitor']['scope'],
  ) => library.list({ scope, text, start, count });
  return new Hono<WebEnv>()
    .get('/', async (c) => c.json(await list(readQuery(c, LIST), c.get('visitor').scope)))
    .post('/', async (c) => c.json(await list(await readBody(c, LIST), c.get('visitor').scope)))
    .get('/one', async (c) => {
      const { id = '' } = readQuery(c, ARTICLE);
      const article = await library.article(id, c.get('visitor').scope);
      if (article === null) throw new WebProblem('not-found', { detail: 'There is no such article.' });
      return c.json(article);
    });
}
