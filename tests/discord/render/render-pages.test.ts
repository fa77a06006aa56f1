import { describe, expect, it } from 'vitest';
import { renderArticle } from '../../../src/discord/render/article.ts';
import { renderWhy } from '../../../src/discord/render/why.ts';
import { TEXTS } from '../../../src/discord/texts/texts.ts';
import { code, saying } from '../../make-blocks.ts';
import { showing } from '../answers.ts';

describe('a page of an article', () => {
  const passages = [
    { id: 'guide#1', ...saying('*First*') },
    {
      ...saying(''),
      id: 'guide#2',
      headings: ['Set-up', '_Linux_'],
      anchor: 'linux',
      blocks: [code('./run')],
    },
  ];
  const guide = { id: 'guide', title: 'Guide', date: null, url: 'https://example.org/guide', passages };
  const pageOf = (place: number) => renderArticle(guide, place, TEXTS.en).embeds[0];

  it('shows a passage by its blocks under its headings, linked to its place', () => {
    expect(pageOf(1)).toMatchObject({ url: 'https://example.org/guide', description: '\\*First\\*' });
    expect(pageOf(2)).toMatchObject({
      title: 'Guide',
      url: 'https://example.org/guide#linux',
      description: '**Set-up › \\_Linux\\_**\n```\n./run\n```',
      footer: { text: 'Part 2 of 2' },
    });
  });

  it('says so where an article has no text', () => {
    expect(renderArticle({ ...guide, passages: [] }, 1, TEXTS.en).embeds[0]?.description).toBe(
      'There is no text in this article.',
    );
  });
});

describe('why an answer is what it is', () => {
  it('names the headings of each passage', () => {
    const passage = { id: 'guide#2', article: 'guide', rank: 1, score: 1, keywordRank: 1, denseRank: null };
    const found = { ...passage, ...saying('./run *it*'), headings: ['Set-up', 'Linux'] };
    const why = renderWhy({ ...showing(), passages: [found] }, true, TEXTS.en, () => null);
    expect(why.embeds[0]?.description?.split('\n').slice(-3)).toEqual([
      '**1** guide › Set-up › Linux',
      'same words: no. 1 · not close in meaning',
      '> ./run \\*it\\*',
    ]);
  });
});
