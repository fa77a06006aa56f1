/** The API as OpenAPI 3.1, of the shapes that requests are checked by. */
import { DAILY } from '../../storage/count-state.ts';
import { PROBLEM_KINDS, TYPE } from '../problem.ts';
import { ARTICLE, LIST, SEARCH } from './articles.ts';
import { ASK, JUDGE } from './ask.ts';
import { EXAMPLES } from './examples.ts';
import { STEER } from './index-state.ts';
import { QUESTIONS } from './questions.ts';
import { SIGN_IN } from './session.ts';
import type { Shape } from './shapes.ts';

const jsonOf = (schema: object) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
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

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const textOrNull = { type: ['string', 'null'] };
const number = { type: 'number' };
const open = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});
const many = (name: string) => ({ type: 'array', items: ref(name) });
const ranked = open({ rank: { type: ['integer', 'null'] }, score: number });

const SCHEMAS = {
  Problem: open(
    {
      type: { type: 'string', enum: PROBLEM_KINDS.map((kind) => TYPE + kind) },
      title: text,
      status: { type: 'integer' },
      detail: text,
      errors: texts,
    },
    ['type', 'title', 'status'],
  ),
  Source: open({ id: text, title: text, date: textOrNull, url: textOrNull }),
  Block: open(
    {
      kind: { type: 'string', enum: ['text', 'item', 'code', 'table', 'byline'] },
      text,
      depth: { type: 'integer' },
      number: { type: ['integer', 'null'] },
      language: textOrNull,
      head: { type: ['array', 'null'], items: text },
      rows: { type: 'array', items: texts },
    },
    ['kind', 'text', 'depth'],
  ),
  Fact: open(
    {
      kind: { type: 'string', enum: ['who', 'when', 'where', 'number', 'what'] },
      text,
      gloss: text,
      date: text,
      until: text,
      passage: text,
      sources: many('Source'),
    },
    ['kind', 'text', 'passage', 'sources'],
  ),
  Evidence: open({
    article: ref('Source'),
    alsoIn: many('Source'),
    passage: text,
    headings: texts,
    anchor: textOrNull,
    quote: text,
    blocks: many('Block'),
    highlights: {
      type: 'array',
      items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    },
  }),
  Answer: open(
    {
      question: text,
      index: text,
      language: { type: 'string', enum: ['en', 'zh'] },
      status: { type: 'string', enum: ['answered', 'unanswered', 'chat'] },
      confidence: number,
      answer: textOrNull,
      facts: many('Fact'),
      evidence: many('Evidence'),
      closest: texts,
      articles: many('Source'),
      parts: { type: 'array', items: { type: 'object' } },
      elapsedMs: number,
      explanation: many('Lookup'),
      receipt: open({ id: text, isKept: { type: 'boolean' } }),
    },
    [
      'question',
      'index',
      'language',
      'status',
      'confidence',
      'answer',
      'facts',
      'evidence',
      'closest',
      'elapsedMs',
    ],
  ),
  Feature: open({ name: text, value: number, weight: number }),
  Passage: open({
    id: text,
    article: text,
    title: text,
    headings: texts,
    anchor: textOrNull,
    beginning: text,
    keyword: ranked,
    dense: ranked,
    both: ranked,
    features: many('Feature'),
    final: { type: ['integer', 'null'] },
    isQuoted: { type: 'boolean' },
  }),
  Lookup: open({
    question: text,
    language: text,
    kinds: texts,
    period: { type: ['object', 'null'] },
    confidence: open({
      value: number,
      threshold: number,
      distance: number,
      bias: number,
      features: many('Feature'),
    }),
    passages: many('Passage'),
    facts: { type: 'array', items: { type: 'object' } },
  }),
  Listed: open(
    {
      id: text,
      title: text,
      date: textOrNull,
      url: textOrNull,
      source: textOrNull,
      headings: texts,
      passages: { type: 'integer' },
    },
    ['id', 'title', 'date', 'url', 'passages'],
  ),
  ArticleList: open({ total: { type: 'integer' }, articles: many('Listed') }),
  Article: open({
    ...{ id: text, title: text, date: textOrNull, url: textOrNull },
    passages: {
      type: 'array',
      items: open({ id: text, text, headings: texts, anchor: textOrNull, blocks: many('Block') }),
    },
  }),
  Index: open({
    index: text,
    builtAt: text,
    articles: { type: 'integer' },
    passages: { type: 'integer' },
    model: text,
    work: ref('Work'),
    details: { type: ['object', 'null'] },
  }),
  Work: open({
    state: { type: 'string', enum: ['idle', 'building', 'going-back'] },
    progress: { type: ['object', 'null'] },
    ended: { type: ['object', 'null'] },
    index: textOrNull,
  }),
  Day: open({
    day: text,
    ...Object.fromEntries(DAILY.map((what) => [what, { type: 'integer' }])),
  }),
  Gap: open({ question: text, others: texts, count: { type: 'integer' }, lastAsked: text }),
  Session: open({
    isSignedIn: { type: 'boolean' },
    maySignIn: { type: 'boolean' },
    mayRead: { type: 'boolean' },
    steers: { type: 'boolean' },
    keepsQuestions: { type: 'boolean' },
    server: textOrNull,
  }),
};

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
          'With `Accept: text/event-stream` as events: `waiting` ({before}), `stage` ({stage}), then `answer` or `problem`.',
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
        responses: answered('By day, and in groups', open({ days: many('Day'), gaps: many('Gap') })),
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
