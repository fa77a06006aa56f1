import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { choosePassage } from '../../src/answer/passages.ts';
import type { Answer } from '../../src/answer-types.ts';
import type { Engine } from '../../src/engine.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import type { PassageHit } from '../../src/retrieval/retrieve.ts';
import { openCorpus, readAll } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

/** A paragraph of so many characters that begins with these words. */
const paragraph = (words: string, length: number): string =>
  `${words} ${'and so it goes on '.repeat(length)}`
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length - 1, 'x')
    .concat('.');
const page = (title: string, body: string): string =>
  `---\ntitle: ${title}\nurl: https://bay.example/${title}\n---\n\n${body}\n`;

const LINE = 'lamp.wick.trim = true # every evening before dusk';

const CORPUS = {
  // Three paragraphs of one passage, which together are longer than a quote.
  'prose.md': page(
    'harbour',
    `## Lights\n\n${[paragraph('Buoys are red', 110), paragraph('Lanterns burn oil', 110), paragraph('Bells ring in fog', 110)].join('\n\n')}`,
  ),
  'steps.md': page(
    'moorings',
    `## Moor a boat\n\n1. Throw the rope.\n2. Tie a knot:\n\n   \`\`\`bash\n   knot --bowline --length 4\n   \`\`\`\n\n3. Check the tide table.\n4. Pay the harbour master.`,
  ),
  'code.md': page(
    'settings',
    `## Lamp file\n\nWrite this:\n\n\`\`\`toml\n${Array(20).fill(LINE).join('\n')}\n\`\`\``,
  ),
  'table.md': page(
    'dues',
    `## What a berth costs\n\n| Boat | A night | A year |\n| --- | --- | --- |\n${Array.from({ length: 16 }, (_, i) => `| Sloop of ${i + 5} metres | ${i + 9} crowns | ${i + 900} crowns |`).join('\n')}`,
  ),
  'dogs.md': page(
    'dogs',
    `## Can I bring my dog?\n\nYes, on a lead. ${paragraph('The lead is short', 220)} ${paragraph('The warden counts dogs', 220)}`,
  ),
  'news.txt': 'Bakery opens\nThe bakery in Mill Lane opened yesterday and sells rye bread.\n',
};

let engine: Engine<OpenIndex>;
beforeAll(async () => {
  engine = await openCorpus(makeFolder(CORPUS));
});

/** What is shown of the first passages of these articles. */
async function chosen(question: string, ...articles: readonly string[]) {
  const { index } = engine;
  const hits = articles.map((id, i): PassageHit => {
    const passage = Array.from({ length: index.manifest.passages }, (_, number) => number).find(
      (number) => index.passage(number).id === `${id}#1`,
    )!;
    const article = index.articleOf(passage);
    return { passage, article, score: 1 - i / 10, rank: i + 1, keywordRank: null, denseRank: null };
  });
  const texts = await readAll(engine, question);
  return hits.map((hit) => choosePassage(texts, hit));
}

const beginnings = (blocks: readonly { text: string }[]): string[] =>
  blocks.map(({ text }) => text.slice(0, 9).trimEnd());

describe('a passage that is shown', () => {
  it('is whole where it is short enough', async () => {
    const [shown] = await chosen('bells', 'prose');
    expect(beginnings(shown!.blocks)).toEqual(['Buoys are', 'Lanterns', 'Bells rin']);
  });

  it('has its steps in order, with the code between them', async () => {
    const [shown] = await chosen('Where do I pay?', 'steps');
    expect(shown!.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['item', 'Throw the rope.'],
      ['item', 'Tie a knot:'],
      ['code', 'knot --bowline --length 4'],
      ['item', 'Check the tide table.'],
      ['item', 'Pay the harbour master.'],
    ]);
  });

  it('has code and tables whole, though longer than prose may be', async () => {
    const [code, table] = await chosen('lamp', 'code', 'table');
    const [said, listing] = code!.blocks;
    expect(said).toMatchObject({ kind: 'text', text: 'Write this:' });
    expect(listing).toMatchObject({ kind: 'code', language: 'toml' });
    expect(listing!.text.length).toBeGreaterThan(900);
    expect(listing!.text.split('\n')).toHaveLength(20);
    expect(table!.blocks).toEqual([
      expect.objectContaining({ kind: 'table', head: ['Boat', 'A night', 'A year'] }),
    ]);
  });
});

describe('an answer without a fact', () => {
  const ask = (text: string): Promise<Answer> => answerQuestion({ ...engine, minConfidence: 0 }, text);

  it('quotes the passage by its blocks, under its headings, with its place in the page', async () => {
    const { status, answer, facts, evidence } = await ask('How do I moor a boat?');
    expect({ status, facts }).toEqual({ status: 'answered', facts: [] });
    expect(answer).toContain('moorings');
    expect(evidence[0]).toMatchObject({
      article: { id: 'steps', title: 'moorings', url: 'https://bay.example/moorings' },
      passage: 'steps#1',
      headings: ['Moor a boat'],
      anchor: 'moor-a-boat',
      kind: 'steps',
      highlights: [],
    });
    expect(evidence[0]!.quote).toBe(
      'Throw the rope.\nTie a knot:\nknot --bowline --length 4\nCheck the tide table.\nPay the harbour master.',
    );
  });

  it('quotes the sentence of a plain article', async () => {
    const { evidence } = await ask('Tell me about the bakery in Mill Lane');
    expect(evidence[0]).toMatchObject({ passage: 'news#1', headings: [], anchor: null, kind: 'prose' });
    expect(evidence[0]!.blocks).toEqual([
      { kind: 'text', text: CORPUS['news.txt'].trimEnd().split('\n')[1], depth: 0 },
    ]);
  });

  it('shows three passages at most, those found first', async () => {
    const { evidence, passages } = await ask('What about the lamps of the harbour?');
    expect(evidence.length).toBeLessThanOrEqual(3);
    expect(evidence.map(({ passage }) => passage)).toEqual(passages.slice(0, 3).map(({ id }) => id));
    for (const { quote, blocks } of evidence) expect(quote).toBe(blocks.map(({ text }) => text).join('\n'));
  });
});

it('says yes or no to who asks for that, and not all that stands below', async () => {
  const { evidence } = await answerQuestion(engine, 'can I bring my dog');
  expect(evidence[0]!.quote).toMatch(/^Yes, on a lead\. The lead is short/);
  expect(evidence[0]!.quote).not.toContain('warden');
  const all = await answerQuestion(engine, 'how do I bring my dog');
  expect(all.evidence[0]!.quote).toContain('warden');
});
