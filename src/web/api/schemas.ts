/** What the API answers with, as JSON Schema. */
import { DAILY } from '../../storage/count-state.ts';
import { PROBLEM_KINDS, TYPE } from '../problem.ts';

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const text = { type: 'string' };
export const texts = { type: 'array', items: text };
const textOrNull = { type: ['string', 'null'] };
const number = { type: 'number' };
/** An object that may have other fields, too. */
export const open = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});
export const many = (name: string) => ({ type: 'array', items: ref(name) });
const ranked = open({ rank: { type: ['integer', 'null'] }, score: number });

export const SCHEMAS = {
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
      written: ref('Written'),
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
  Written: open({
    model: text,
    tells: { type: 'boolean' },
    blocks: many('Block'),
    sources: {
      type: 'array',
      items: open({
        number: { type: 'integer' },
        article: ref('Source'),
        passage: text,
        headings: texts,
        anchor: textOrNull,
      }),
    },
  }),
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
  Gap: open({ question: text, others: texts, count: { type: 'integer' }, lastAsked: text }, [
    'question',
    'count',
    'lastAsked',
  ]),
  Session: open({
    isSignedIn: { type: 'boolean' },
    maySignIn: { type: 'boolean' },
    mayRead: { type: 'boolean' },
    steers: { type: 'boolean' },
    keepsQuestions: { type: 'boolean' },
    writer: { type: ['object', 'null'] },
    server: textOrNull,
  }),
};
