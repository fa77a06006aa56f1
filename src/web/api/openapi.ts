/** The API as OpenAPI 3.1, of the shapes that requests are checked by. */
import { ARTICLE, LIST, SEARCH } from './articles.ts';
import { ASK, JUDGE } from './ask.ts';
import { EXAMPLES } from './examples.ts';
import { STEER } from './index-state.ts';
import { QUESTIONS, WRITE } from './questions.ts';
import { many, open, ref, SCHEMAS, text, texts } from './schemas.ts';
import { SIGN_IN } from './session.ts';
import type { Shape } from './shapes.ts';

const jsonOf = (schema: object) => ({ 'application/json': { schema } });
const body = (shape: Shape) => ({ required: true, content: jsonOf(shape) });
const parameters = ({ properties, required }: Shape) =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(schema.description !== undefined && { description: schema.description }),
    schema,
  }));
const answered = (description: string, schema: object) => ({
  200: { description, content: jsonOf(schema) },
  default: PROBLEM,
});
const PROBLEM = {
  description: 'Why the request was not answered',
  content: { 'application/problem+json': { schema: ref('Problem') } },
};
const NOTHING = { 204: { description: 'Done' }, default: PROBLEM };

const STEERS = [{ bearer: [] }, { cookie: [] }];
const events = (schema: object) => ({ 'text/event-stream': { schema } });

export const API = {
  openapi: '3.1.0',
  info: {
    title: 'Corpus answers',
    version: '1',
    description:
      'Questions, passages, articles and the index. What changes something needs a token, and comes as application/json.',
  },
  paths: {
    '/api/ask': {
      post: {
        summary: 'Answer a question',
        description:
          'With `Accept: text/event-stream` as events: `waiting` ({before}), `stage` ({stage}); where a language model writes, `found` (the answer without it) and `written` (as far as that has come); then `answer` or `problem`.',
        requestBody: body(ASK),
        responses: {
          200: { description: 'The answer', content: { ...jsonOf(ref('Answer')), ...events(text) } },
          default: PROBLEM,
        },
      },
    },
    '/api/feedback': {
      post: {
        summary: 'Judge an answer, or take its question back',
        requestBody: body(JUDGE),
        responses: NOTHING,
      },
    },
    '/api/search': {
      post: {
        summary: 'Find passages',
        requestBody: body(SEARCH),
        responses: answered(
          'The first by each leg and by both, best first',
          open({ passages: many('Passage') }),
        ),
      },
    },
    '/api/articles': {
      get: {
        summary: 'List articles',
        parameters: parameters(LIST),
        responses: answered('The newest first', ref('ArticleList')),
      },
      post: {
        summary: 'List articles',
        requestBody: body(LIST),
        responses: answered('The newest first', ref('ArticleList')),
      },
    },
    '/api/articles/one': {
      get: {
        summary: 'An article in its passages',
        parameters: parameters(ARTICLE),
        responses: answered('The article', ref('Article')),
      },
    },
    '/api/examples': {
      get: {
        summary: 'Questions to begin with',
        parameters: parameters(EXAMPLES),
        responses: answered('Questions', open({ examples: texts })),
      },
    },
    '/api/index': {
      get: { summary: 'How the index stands', responses: answered('The index', ref('Index')) },
      post: {
        summary: 'Build the index anew, or go back',
        security: STEERS,
        requestBody: body(STEER),
        responses: { 202: { description: 'Begun', content: jsonOf(ref('Work')) }, default: PROBLEM },
      },
    },
    '/api/index/events': {
      get: {
        summary: 'What happens to the index, as it happens',
        description: 'An event `work` whenever that changes.',
        responses: { 200: { description: 'Events', content: events(text) }, default: PROBLEM },
      },
    },
    '/api/questions': {
      get: {
        summary: 'What was asked and not answered',
        security: STEERS,
        parameters: parameters(QUESTIONS),
        responses: answered(
          'By day, and in groups',
          open({ days: many('Day'), gaps: many('Gap'), wrong: many('Gap') }),
        ),
      },
      post: {
        summary: 'Write the answer to a question: it becomes an article',
        security: STEERS,
        requestBody: body(WRITE),
        responses: {
          202: { description: 'Written, and the articles are being read anew' },
          default: PROBLEM,
        },
      },
    },
    '/api/session': {
      get: { summary: 'Who one is', responses: answered('The session', ref('Session')) },
      post: { summary: 'Sign in', requestBody: body(SIGN_IN), responses: NOTHING },
      delete: { summary: 'Sign out', responses: NOTHING },
    },
  },
  components: {
    schemas: SCHEMAS,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'corpus-answers' },
    },
  },
};
