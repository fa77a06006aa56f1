import { describe, expect, it } from 'vitest';
import { cutPassages } from '../../src/passages/cut.ts';
import { TOP } from '../../src/passages/passage.ts';
import { listedOf, readArticle, readPassage, sourceOf } from '../../src/passages/read.ts';
import type { Article } from '../../src/types.ts';

const ARTICLE: Article = {
  id: 'quay/ferry',
  title: 'Ferry of Quell',
  date: '2024-03-06',
  source: 'harbour office',
  url: 'https://quay.example/ferry',
  text: 'On 5 March the ferry left.\n  It came back at dusk. ',
  file: '/corpus/quay/ferry.txt',
};

describe('an article that is read', () => {
  const article = readArticle(ARTICLE, null);
  const [cut] = cutPassages(ARTICLE);
  const passage = readPassage(article, 1, cut!);

  it('is what it was, with its title cut into words', () => {
    expect(article).toMatchObject({ ...ARTICLE, isStructured: false });
    expect(article.heading.folded.text).toBe('ferry of quell');
    expect(readArticle({ ...ARTICLE, structure: { sections: [], blocks: [] } }, null).isStructured).toBe(
      true,
    );
  });

  it('is shown, and listed, without its text', () => {
    expect(sourceOf(article)).toEqual({
      id: 'quay/ferry',
      title: 'Ferry of Quell',
      date: '2024-03-06',
      url: 'https://quay.example/ferry',
    });
    expect(listedOf(ARTICLE)).toEqual({ ...sourceOf(article), source: 'harbour office' });
  });

  it('has sentences where they stand in it, without white space around', () => {
    expect(passage.id).toBe('quay/ferry#1');
    expect(passage.sentences.map(({ unit, text }) => [unit, text])).toEqual([
      [0, 'On 5 March the ferry left.'],
      [1, 'It came back at dusk.'],
    ]);
    for (const { start, end, text } of passage.sentences) expect(ARTICLE.text.slice(start, end)).toBe(text);
  });

  it('has terms with days counted from its own', () => {
    expect([...passage.terms.keys()]).toContain('d:2024-03-05');
    expect([...passage.headingTerms.keys()]).toContain('e:ferri');
  });

  it('is analysed once', () => {
    expect(passage.terms).toBe(passage.terms);
    expect(passage.sentences[1]!.cut).toBe(passage.sentences[1]!.cut);
    expect(article.heading).toBe(article.heading);
  });

  it('has the rows of a divided table where they stand in it, not where its head stands above them', () => {
    const row = (i: number): string => `Boat ${i}\t${'x'.repeat(60)}`;
    const text = ['Name\tWhat it carries', ...Array.from({ length: 40 }, (_, i) => row(i))].join('\n');
    const block = { kind: 'table' as const, section: 0, depth: 0, start: 0, end: text.length };
    const table: Article = { ...ARTICLE, text, structure: { sections: [TOP], blocks: [block] } };
    const second = readPassage(readArticle(table, null), 2, cutPassages(table)[1]!);
    expect(second.text.split('\n')[0]).toBe('Name\tWhat it carries');
    expect(second.sentences.length).toBe(second.units.length);
    for (const { start, end, text: said, unit } of second.sentences) {
      expect(text.slice(start, end)).toBe(said);
      const { start: from, end: to } = second.units[unit]!;
      expect(second.text.slice(from, to)).toBe(said);
    }
  });
});
