/** Saved pages of platforms, authorities and help centres. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/documents/page/page.ts';
import { outline } from '../files/outline.ts';
import * as pages from '../files/portal-page.ts';

const linesOf = async (html: string): Promise<string[]> => outline((await readHtml(Buffer.from(html))).tree);

describe('a page whose text is hidden until a script runs', () => {
  it('is read without codes to scan and messages; its lines in bold are headings', async () => {
    expect(await linesOf(pages.accountPage())).toEqual([
      '## 延长到哪天',
      '因为连日下雨，灯会延长到三月二日，每晚九点熄灯。',
      '## 怎么去',
      '乘三路车到谷口下车，再走十分钟。',
      '门票：大人十五元',
      '小孩免费',
    ]);
  });

  it.each([
    ['<div hidden id="S:0">', '</div>'],
    ['<div class="app" style="display:none">', '</div>'],
    ['<div aria-hidden="true"><div style="opacity:0">', '</div></div>'],
  ])('is read out of %s', async (start, end) => {
    const text = 'The mill grinds barley on market days and rye on all others.';
    expect(await linesOf(`<body><p>Loading</p>${start}<p>${text}</p>${end}</body>`)).toContain(text);
  });
});

describe('small print', () => {
  it.each([
    ['a box to close', '<div id="modal" style="display:none"><p>Scan the code to follow our channel and never miss a thing.</p></div>'],
    ['a note that it loads', '<p>Loading…</p>'],
    ['an invitation to scan a code', '<p>请在客户端里打开，长按识别二维码关注我们</p>'],
    ['what stands in for a script', '<noscript><p>Please turn scripts on to read this page as it is meant.</p></noscript>'],
  ])('such as %s is not read', async (_, html) => {
    const text = 'The mill grinds barley on market days and rye on all others.';
    expect(await linesOf(`<body><div id="app" style="opacity: 0"><p>${text}</p></div>${html}</body>`)).toEqual([text]);
  }); // biome-ignore format: a box a line
});

describe('a page of an authority', () => {
  it('is read out of its tables, with the table in its text', async () => {
    expect(await linesOf(pages.authorityPage())).toEqual([
      '各乡镇：',
      '经研究，自六月一日起，渡口按下表收费。',
      '| 种类 | 价格（元） 白天 | 价格（元） 夜间 |',
      '| 行人 | 2 | 3 |',
      '| 马车 | 8 | 12 |',
      '特此通知。',
      '蕨谷县交通局',
      '附件：收费单样式.doc',
    ]);
  });
});

describe('a page of questions', () => {
  it('unfolds its answers under their questions', async () => {
    expect(await linesOf(pages.helpPage())).toEqual([
      '# Payments',
      '## Can I pay in shells? {?}',
      'Yes, forty shells are one coin.',
      '## When is the rent due? {?}',
      'On the last evening of each month.',
      '- Stalls pay twice.',
    ]);
  });

  it('knows questions that it marks for search engines', async () => {
    const faq = (name: string, text: string): string =>
      `<div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question"><div class="q" itemprop="name">${name}</div><div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><div itemprop="text"><p>${text}</p></div></div></div>`;
    const html = `<main itemscope itemtype="https://schema.org/FAQPage"><h1>Ferry</h1>${faq('Dogs on board', 'They travel free, on a leash.')}${faq('Heavy carts', 'They wait for the barge at noon.')}</main>`;
    expect(await linesOf(html)).toEqual([
      '# Ferry',
      '### Dogs on board {?}',
      'They travel free, on a leash.',
      '### Heavy carts {?}',
      'They wait for the barge at noon.',
    ]);
  });
});
