import { describe, expect, it } from 'vitest';
import type { ArticleView } from '../../src/library.ts';
import { exampleQuestions, findExamples, type Outline, renderHints } from '../../src/terminal/examples.ts';

/** An article with sections under these headings. */
const article = (title: string, ...headings: string[]): Outline => ({
  id: title,
  title,
  headings: headings.map((heading) => [heading]),
});

describe('example questions', () => {
  it('are headings that ask, as they are, before all others', () => {
    const articles = [
      article('Handbook', 'Opening hours', 'How to book a lane'),
      article('Questions', 'Can I bring a dog?', 'Is there a café?'),
      article('常见问题', '可以带狗吗？'),
    ];
    expect(exampleQuestions(articles, 4)).toEqual([
      'Can I bring a dog?',
      '可以带狗吗？',
      'Is there a café?',
      'How do I book a lane?',
    ]);
  });

  it.each([
    ['How to book a lane', 'How do I book a lane?'],
    ['How do I book a lane', 'How do I book a lane?'],
    ['如何预订泳道', '如何预订泳道？'],
    ['怎么退票', '怎么退票？'],
    ['Opening hours', 'What does "Opening hours" say?'],
    ['3.2 The "quiet" lane', 'What does "The \'quiet\' lane" say?'],
    ['开放时间', '“开放时间”里写了什么？'],
    ['第二章 安全须知', '“安全须知”里写了什么？'],
  ])('ask about the heading %j with %j', (heading, question) => {
    expect(exampleQuestions([article('Pool', heading)], 1)).toEqual([question]);
  });

  it('ask about titles where there are no headings, and about single words last', () => {
    expect(exampleQuestions([article('Pool rules', 'Dogs'), article('泳池规定')], 9)).toEqual([
      'What does "Pool rules" say?',
      '“泳池规定”里写了什么？',
      'What does "Dogs" say?',
    ]);
  });

  it('are of different articles before a second of any', () => {
    const articles = [
      article('A', 'Opening hours', 'Lost property'),
      article('B', 'Water quality', 'Changing rooms'),
    ];
    expect(exampleQuestions(articles, 3)).toEqual([
      'What does "Opening hours" say?',
      'What does "Water quality" say?',
      'What does "Lost property" say?',
    ]);
  });

  it('ask nothing of headings that several articles have: each of them could be meant', () => {
    const articles = [
      article('Pool', 'Short overview', 'Opening hours'),
      article('Sauna', 'Short overview', 'Opening days'),
    ];
    expect(exampleQuestions(articles, 9).join()).not.toContain('overview');
  });

  it('come in the language wanted where there are any, then in the other', () => {
    const articles = [article('Pool', 'Can I bring a dog?'), article('泳池', '开放时间')];
    expect(exampleQuestions(articles, 3, 'zh')).toEqual([
      '“开放时间”里写了什么？',
      '“泳池”里写了什么？',
      'Can I bring a dog?',
    ]);
    expect(exampleQuestions(articles, 1, 'en')).toEqual(['Can I bring a dog?']);
  });

  it.each([
    ['no articles', []],
    ['numbers and signs', [article('2024-01-31', '1.2.0', '—', 'v3.4', '#1', '7')]],
    ['lines that nobody would type', [article('x'.repeat(200), '很长的标题'.repeat(10))]],
  ])('are none for %s', (_, articles) => {
    expect(exampleQuestions(articles, 3)).toEqual([]);
  });
});

/** A library of these articles, told in passages. */
function libraryOf(...outlines: readonly Outline[]) {
  const views = outlines.map(({ id, title, headings }): ArticleView => {
    const passages = headings.map((path, i) => ({
      id: `${id}#${i + 1}`,
      text: 'text',
      headings: path,
      anchor: null,
      blocks: [],
    }));
    return { id, title, date: null, url: null, passages };
  });
  return {
    articles: async () => views,
    article: async (wanted: string) => views.find(({ id }) => id === wanted) ?? null,
  };
}

describe('the examples of a library', () => {
  it('are looked for on pages of questions first, however many articles stand before', async () => {
    const many = Array.from({ length: 60 }, (_, i) => article(`Report ${i}`, `Findings of week ${i}`));
    const library = libraryOf(...many, { ...article('Pool', 'Can I bring a dog?'), id: 'help/pool-faq' });
    expect(await findExamples(library, 1)).toEqual(['Can I bring a dog?']);
  });

  it('begin with the question of the README for the articles that came along, and for no others', async () => {
    const own = { ...article('辽宁省人民政府与西北工业大学签署战略合作框架协议'), id: 'liaoning-npu' };
    const [first] = await findExamples(libraryOf(article('Pool rules'), own), 2);
    expect(first).toBe('who signed with Liaoning and when');
    expect(await findExamples(libraryOf(article('Pool rules')), 2)).toEqual(['What does "Pool rules" say?']);
  });

  it('are none of an empty one', async () => {
    expect(await findExamples(libraryOf(), 3)).toEqual([]);
  });
});

describe('the hints', () => {
  it('tell how to ask, with the examples', () => {
    expect(renderHints(['Can I bring a dog?'], 'en')).toMatch(
      /^Ask .+\nFor example:\n {2}Can I bring a dog\?$/,
    );
    expect(renderHints(['可以带狗吗？'], 'zh')).toMatch(/例如：\n {2}可以带狗吗？$/);
    expect(renderHints([], 'en')).not.toContain('example');
  });
});
