/** Properties: whatever articles and people write, Discord takes each message, and shows it as it was meant. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Source } from '../../../src/answer-types.ts';
import { askFurther, readAsked, tidyQuestion, writeAsked } from '../../../src/discord/asking/asked.ts';
import { askedIn } from '../../../src/discord/asking/asked-in.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { renderArticle } from '../../../src/discord/render/article.ts';
import { LIMITS } from '../../../src/discord/render/limits.ts';
import { bodyOf, type Rendered } from '../../../src/discord/render/rendered.ts';
import { renderWhy } from '../../../src/discord/render/why.ts';
import { LOCALES, TEXTS } from '../../../src/discord/texts/texts.ts';
import type { Block } from '../../../src/types.ts';
import { anyString } from '../../any-string.ts';
import { checkMessage } from '../../local-discord/rules/message.ts';
import { startingAt } from '../../local-discord/rules/place.ts';
import { runs } from '../../runs.ts';

const MARKS = [
  '*', '**', '_', '~~', '||', '`', '```', '```js\n', '\n', '\\', '> ', '>>> ', '# ', '-# ', '- ', '1. ',
  '@everyone', '@here', '<@1>', '<@&2>', '<#3>', '<t:0:R>', '<:a:1>', ':smile:', '[a](http://x.org)', '](',
  'http://x.org/(', 'https://x.org/_a_', '𠮷', '\ud842', '\udfb7', '\0', '\u2028', '\u200b', '\u202e', ' ', 'a', '3', '。', '. ',
]; // biome-ignore format: a table
const text = fc.oneof(
  anyString({ maxLength: 60 }),
  fc.array(fc.constantFrom(...MARKS), { maxLength: 300 }).map((parts) => parts.join('')),
  fc.constantFrom(...MARKS).map((mark) => mark.repeat(3000)),
);
const id = fc.oneof(text, fc.constantFrom('a', 'b', 'c'));
const date = fc.option(fc.oneof(text, fc.constant('2024-02-29')));
// The library's own addresses look up every character first, for 0.7 s.
const part = anyString().map(encodeURIComponent);
const address = fc
  .tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.array(part), fc.option(part), fc.option(part))
  .map(([scheme, host, path, query, fragment]) => {
    const page = `${scheme}://${[host, ...path].join('/')}`;
    return `${page}${query === null ? '' : `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
  });
const url = fc.option(fc.oneof(text, address));
const source: fc.Arbitrary<Source> = fc.record({ id, title: text, date, url });
const passageId = fc.tuple(id, fc.nat()).map(([article, place]) => `${article}#${place}`);
const spans = fc.oneof(
  fc.array(fc.tuple(fc.integer({ min: -5, max: 500 }), fc.integer({ min: -5, max: 500 }))),
  fc.constant(Array.from({ length: 200 }, (_, place): [number, number] => [2 * place, 2 * place + 1])),
);
const depth = fc.nat({ max: 4 });
const cells = fc.array(text, { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'byline'), text, depth }),
  fc.record({ kind: fc.constant('item'), text, depth, number: fc.option(fc.integer()) }),
  fc.record({ kind: fc.constant('code'), text, depth, language: fc.option(text) }),
  fc.record({
    kind: fc.constant('table'),
    text,
    depth,
    head: fc.option(cells),
    rows: fc.array(cells, { maxLength: 12 }),
  }),
);
const blocks = fc.array(block, { maxLength: 8 });
const headings = fc.array(text, { maxLength: 4 });
const anchor = fc.option(text);
const passageKind = fc.constantFrom('prose', 'steps', 'code', 'table', 'question-and-answer', 'message');
const kind = fc.constantFrom('who', 'when', 'where', 'number', 'what');
const rank = fc.option(fc.nat());
const answer: fc.Arbitrary<Answer> = fc.record({
  question: text,
  index: fc.constant('20261103080000-abcdef'),
  intent: fc.constant('question'),
  disputed: fc.uniqueArray(kind),
  confidence: fc.constant(0.9),
  language: fc.constantFrom('zh', 'en'),
  status: fc.constantFrom('answered', 'unanswered'),
  answer: fc.option(text),
  facts: fc.array(
    fc.record({
      kind,
      text,
      gloss: text,
      date: text,
      passage: passageId,
      sources: fc.array(source, { maxLength: 2 }),
    }),
    { maxLength: 12 },
  ),
  evidence: fc.array(
    fc.record({
      article: source,
      alsoIn: fc.array(source, { maxLength: 12 }),
      passage: passageId,
      headings,
      anchor,
      kind: passageKind,
      quote: text,
      blocks,
      highlights: spans,
    }),
    { maxLength: 4 },
  ),
  passages: fc.array(
    fc.record({
      id: passageId,
      article: id,
      rank: fc.nat(),
      score: fc.double(),
      keywordRank: rank,
      denseRank: rank,
      headings,
      anchor,
      kind: passageKind,
      text,
      blocks,
    }),
    { maxLength: 12 },
  ),
  closest: fc.array(text, { maxLength: 7 }),
  elapsedMs: fc.constant(1),
});
const asked = fc.record({
  question: text.map(tidyQuestion).filter((question) => question !== ''),
  follows: fc.option(text.map(tidyQuestion).filter((question) => question !== '')),
  period: fc.option(
    fc.constantFrom(
      { from: '2024-01-01', to: null },
      { from: null, to: '2024-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ),
  ),
  about: fc.constant(null),
});
const about = fc.option(fc.constant('https://discord.com/channels/1/2/3'));
const texts = fc.constantFrom(...LOCALES).map((locale) => TEXTS[locale]);
const RUNS = runs(30);

/** What the local Discord refuses in a message. */
function problemsOf(rendered: Rendered): unknown {
  const place = startingAt();
  checkMessage(place, { ...rendered, allowed_mentions: { parse: [] } }, 'create');
  return place.problems;
}

/** Markdown with what is escaped taken out, and links of the bot's own without their addresses. */
const activeMarkdown = (markdown: string): string =>
  markdown.replace(/\\[^\w\s]/g, '¤').replace(/\]\(https?:\/\/[^\s()[\]\\|`*<>]*\)/g, ']()');

const FENCE = /^`{3,}/;

/** Markdown without the code in it, whose fences have to be closed: what Discord takes for code lies between two alike. */
function withoutFences(markdown: string): string {
  const outside: string[] = [];
  let open: string | null = null;
  for (const line of markdown.split('\n')) {
    const [marks = null] = FENCE.exec(line) ?? [];
    if (open === null) {
      if (marks === null) outside.push(line);
      else expect(line.slice(marks.length)).toMatch(/^[\w+#.-]*$/);
      open = marks;
    } else if (line.startsWith(open)) {
      expect(line).toBe(open);
      open = null;
    } else expect(line).not.toContain(open);
  }
  expect(open).toBeNull();
  return outside.join('\n');
}

function expectFit(rendered: Rendered): void {
  expect(problemsOf(rendered)).toEqual([]);
  for (const { title = '', description = '', footer } of rendered.embeds) {
    for (const shown of [title, description, footer?.text ?? '']) expect(shown).not.toMatch(/\p{Cs}/u);
    expect(title.replace(/\\./g, '')).not.toMatch(/[*_`~|[\]<@]/);
    const active = activeMarkdown(withoutFences(description));
    // Nothing of an article is alive: no mention, no code, no emoji; every link is whole, all bold is closed.
    expect(active).not.toMatch(/@|<[@#:t]|`|\|\||~~|:\w+:/);
    expect(active.replace(/\[[^[\]]*\]\(\)/g, '')).not.toMatch(/[[\]]/);
    for (const line of active.split('\n')) expect((line.match(/\*\*/g) ?? []).length % 2).toBe(0);
  }
}

describe('any message', () => {
  it('of an answer fits, is whole and mentions nobody', () => {
    fc.assert(
      fc.property(answer, asked, about, texts, fc.option(source), (content, what, where, labels, article) => {
        const context = { asked: { ...what, about: where }, texts: labels, findArticle: () => article };
        const rendered = renderAnswer(content, context);
        expectFit(rendered);
        expect(rendered.embeds[0]?.description?.trim()).not.toBe('');
        const plain = bodyOf(rendered, false);
        expectFit({ embeds: [{ description: plain.content }] });
        expect(plain.content.length).toBeLessThanOrEqual(LIMITS.content);
        expect(askedIn({ embeds: [], content: plain.content }) === null).toBe(where !== null);
        expect(readAsked(rendered.embeds[0]?.footer?.text)).toEqual(where === null ? what : null);
      }),
      RUNS,
    );
  });

  it('of an article fits, is whole and mentions nobody', () => {
    const view = fc.record({
      id,
      title: text,
      date,
      url,
      passages: fc.array(fc.record({ id: passageId, text, headings, anchor, blocks }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(view, fc.integer(), texts, (article, place, labels) => {
        expectFit(renderArticle(article, place, labels));
      }),
      RUNS,
    );
  });

  it('of reasons fits, is whole and mentions nobody', () => {
    fc.assert(
      fc.property(answer, fc.boolean(), texts, fc.option(source), (content, isSame, labels, article) => {
        expectFit(renderWhy(content, isSame, labels, () => article));
      }),
      RUNS,
    );
  });
});

describe('what was asked', () => {
  it('is read from the footer as it was written, whatever people write', () => {
    fc.assert(
      fc.property(asked, text, (before, words) => {
        expect(readAsked(writeAsked(before))).toEqual(before);
        const question = tidyQuestion(words);
        fc.pre(question !== '');
        const further = askFurther(words, before);
        expect(readAsked(writeAsked(further))).toEqual(further);
        expect(writeAsked(further).length).toBeLessThanOrEqual(LIMITS.embedFooter);
      }),
      RUNS,
    );
  });

  it.each([
    ['is null where the footer is gone', null, null],
    [
      'takes a line that only looks like another for the question',
      '↪ why?',
      { question: '↪ why?', follows: null, period: null, about: null },
    ],
    [
      'has open ends',
      'why?\n🗓 … – 2024-01-31',
      { question: 'why?', follows: null, period: { from: null, to: '2024-01-31' }, about: null },
    ],
  ])('%s', (_name, footer, read) => {
    expect(readAsked(footer)).toEqual(read);
  });
});
