/** What holds of every answer, whatever was asked. */
import { expect } from 'vitest';
import type { Answer, Evidence, Fact } from '../../src/answer-types.ts';
import type { Engine } from '../../src/engine.ts';
import { mostCharacters } from '../../src/evidence/clip.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { findDates } from '../../src/text/find-dates.ts';
import type { Article, Passage } from '../../src/types.ts';

export const articlesOf = ({ index }: Engine<OpenIndex>): Map<string, Article> =>
  new Map(
    Array.from({ length: index.manifest.articles }, (_, i) => {
      const article = index.article(i);
      return [article.id, article];
    }),
  );

export function expectConsistent(
  { index }: Engine<OpenIndex>,
  articles: ReadonlyMap<string, Article>,
  text: string,
  answer: Answer,
): void {
  expect(answer.question).toBe(text);
  expectRanked(answer, articles);
  if (answer.status === 'unanswered') {
    expect(answer).toMatchObject({ answer: null, facts: [], evidence: [] });
    return;
  }
  expect(answer.answer).not.toBe('');
  if (answer.status === 'chat') return;
  expect(answer.evidence.length).toBeGreaterThan(0);
  expect(answer.evidence.length).toBeLessThanOrEqual(3);
  const passages = new Map(
    Array.from({ length: index.manifest.passages }, (_, i) => {
      const passage = index.passage(i);
      return [passage.id, passage];
    }),
  );
  for (const evidence of answer.evidence) {
    expectVerbatim(evidence, articles.get(evidence.article.id)!, passages.get(evidence.passage)!);
    if (answer.facts.length > 0)
      expect(evidence.quote.length).toBeLessThanOrEqual(mostCharacters(evidence.quote, false));
    else expectWholeBlocks(evidence, passages.get(evidence.passage)!);
    expectMarked(evidence, answer);
  }
  for (const fact of answer.facts) expectTold(fact, answer);
}

function expectRanked({ passages, closest }: Answer, articles: ReadonlyMap<string, Article>): void {
  expect(passages.length).toBeLessThanOrEqual(10);
  expect(passages.map(({ rank }) => rank)).toEqual(passages.map((_, i) => i + 1));
  for (const { article, text, blocks } of passages) {
    expect(articles.get(article)!.text).toContain(text);
    expect(blocks.map((block) => block.text).join('\n')).toBe(text);
  }
  const titles = [...articles.values()].map(({ title }) => title);
  for (const title of closest) expect(titles).toContain(title);
}

type Quoted = Pick<Passage, 'kind' | 'section' | 'blocks'> & { readonly text: string };

function expectVerbatim(evidence: Evidence, { id, title, date, url, text }: Article, passage: Quoted): void {
  const { article, quote, blocks, headings, anchor, kind } = evidence;
  expect(article).toEqual({ id, title, date, url });
  expect(quote.trim()).not.toBe('');
  // A table may begin with an empty cell, code with an indented line.
  for (const { kind, text: own } of blocks)
    if (kind !== 'table' && kind !== 'code') expect(own.trim()).toBe(own);
  expect(quote).toBe(blocks.map((block) => block.text).join('\n'));
  const { section } = passage;
  expect({ headings, anchor, kind }).toEqual({
    headings: section.headings,
    anchor: section.anchor,
    kind: passage.kind,
  });
  expect(text).toContain(quote);
  expect(passage.text).toContain(quote);
  expect(quote).not.toMatch(/\p{Surrogate}/u);
}

/** Whole blocks, one after the other. */
function expectWholeBlocks({ quote, blocks, highlights }: Evidence, passage: Quoted): void {
  const first = passage.blocks.findIndex((block) => quote.startsWith(block.text));
  expect(blocks).toEqual(passage.blocks.slice(first, first + blocks.length));
  const isStructured = blocks.some((block) => block.kind === 'code' || block.kind === 'table');
  if (blocks.length > 1) expect(quote.length).toBeLessThanOrEqual(isStructured ? 1_200 : 700);
  expect(highlights).toEqual([]);
}

/** What is marked are facts and days, in order. */
function expectMarked({ quote, highlights }: Evidence, answer: Answer): void {
  const facts = answer.facts.map((fact) => fact.text);
  for (const [start, end] of highlights) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(quote.length);
    const dates = findDates(quote).map((date) => quote.slice(date.start, date.end));
    expect([...facts, ...dates]).toContain(quote.slice(start, end));
  }
  const starts = highlights.map(([start]) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
}

/** A fact stands in a quote, is marked there, and explained to whoever does not read its language. */
function expectTold(fact: Fact, { evidence, language }: Answer): void {
  const isMarked = evidence.some(
    ({ passage, quote, highlights }) =>
      passage === fact.passage && highlights.some(([start, end]) => quote.slice(start, end) === fact.text),
  );
  expect(isMarked).toBe(true);
  // An hour has no day.
  if (fact.kind === 'when' && fact.date !== undefined) expect(fact.date).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
  const isChinese = /\p{Script=Han}/u.test(fact.text);
  if (fact.kind === 'who' && language === 'en' && isChinese)
    expect(fact.gloss).toMatch(/^[^\p{Script=Han}]+$/u);
  // A Chinese reader has only what is not Chinese explained.
  if (language === 'zh' && isChinese) expect(fact.gloss).toBeUndefined();
}
